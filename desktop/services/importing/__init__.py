"""Importing what other programs wrote: planned row by row, decided by a person, carried out as one deed."""
