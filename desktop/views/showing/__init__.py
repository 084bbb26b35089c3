"""A record large on the screen, for the person across the desk."""
