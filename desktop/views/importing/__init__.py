"""Importing a file step by step: what its columns mean, what becomes of its rows, and what was done."""
