"""Wegweiser: who is responsible, found in seconds and handed over on paper."""
