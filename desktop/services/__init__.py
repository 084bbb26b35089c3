"""What a person at the desk wants done: one public method, one intention, one transaction."""
