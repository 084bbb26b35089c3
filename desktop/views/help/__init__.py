"""What stands behind the Help menu: the manual, the keys, a short introduction, and what the program consists of."""
