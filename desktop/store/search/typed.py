"""What was typed, told in the words that the index has."""

from functools import cached_property

from desktop.domain.folding import joined
from desktop.domain.query import Query
from desktop.store.search.expressions import Expressions, Level
from desktop.store.search.reading import Reader
from desktop.store.search.rows import is_kept

LAST_CHARACTER = "\U0010ffff"
_MOST_PARTS = 50
_MOST_BEGUN = 1000
_BEGUN = """
    SELECT word, CASE WHEN in_names THEN 0 WHEN in_place THEN 1 WHEN in_topics THEN 2 WHEN in_texts THEN 3 ELSE 4 END
    FROM search_word WHERE word >= ? AND word < ? LIMIT ?
"""
_PARTS = """
    SELECT search_word.word FROM search_part JOIN search_word ON search_word.number = search_part.rowid
    WHERE search_part MATCH ? ORDER BY search_word.uses DESC, search_word.word LIMIT ?
"""


class Typed:
    """The words of a query: what begins with them, and what holds them within; the same for every scope."""

    def __init__(self, reader: Reader, query: Query) -> None:
        self._reader = reader
        self.query = query
        self._words = [
            word
            for word in {word for group in query.groups for spelling in group.spellings for word in spelling}
            if is_kept(word)
        ]
        begun = {word: words for word in self._words if (words := self._begun(word)) is not None}
        self.expressions = Expressions(query.groups, begun)

    @cached_property
    def broadest(self) -> str:
        """The expression that every hit matches: each group anywhere, also as a part of a word."""
        return self.expressions.with_parts({word: self._holding(word) for word in self._words})

    def _begun(self, word: str) -> list[tuple[str, Level]] | None:
        """All words that begin with this one, unless they are too many."""
        found = list(self._reader.rows(_BEGUN, (word, word + LAST_CHARACTER, _MOST_BEGUN + 1)))
        return [(one, Level(level)) for one, level in found] if len(found) <= _MOST_BEGUN else None

    def _holding(self, word: str) -> tuple[str, ...]:
        """The words that hold this one in their middle or at their end, the most frequent first."""
        rows = self._reader.rows(_PARTS, (f'"{joined(word)}"', _MOST_PARTS))
        return tuple(found for (found,) in rows if not found.startswith(word))
