"""What the person at the desk sees and presses."""
