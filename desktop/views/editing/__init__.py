"""Editing records: forms, the comparison of two versions, and the closed lists."""
