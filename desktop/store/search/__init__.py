"""The search index: SQLite's FTS5 over words that are folded here; nobody else touches its tables.

`tables` says what they are, `index` writes them, `engine` answers, `suggesting` proposes other spellings, and
`repair` finds out whether they are right and makes them anew.
"""
