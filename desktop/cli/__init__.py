"""The commands that work without a window: list, show, search, print, check, export, package."""
