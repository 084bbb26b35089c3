"""The commands that work without a window."""
