"""The search index: SQLite's FTS5 over words that are folded here; nobody else touches its tables.

`tables` says what they are, `index` writes them, `keeping` does so whenever records change or makes them anew, `engine`
answers, `suggesting` proposes other spellings, and `proving` finds out whether they are right.
"""
