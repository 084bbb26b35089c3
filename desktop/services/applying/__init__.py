"""Packages of other offices and newer shipped data, merged with what is here."""
