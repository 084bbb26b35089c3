"""Packages for other laptops, and from them."""
