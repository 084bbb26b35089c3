"""Measurements beside the tests: they compare, in one run, and never fail because of a time."""
