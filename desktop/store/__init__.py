"""Where records rest: one SQLite file, and the shipped data that fills it."""
