"""Small widgets that know nothing of records."""
