"""What an administration lays down for the computers of an office, in one TOML file that nobody at the desk changes."""
