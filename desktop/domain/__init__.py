"""What the service desk works with: frozen records and their rules, free of screen, paper and storage."""
