"""Other spellings for words that stand nowhere; they are offered, never mixed in."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable

from desktop.domain.folding import without_gender
from desktop.domain.query import Group, Query, understood
from desktop.domain.snippet import best_match, thorough_match, whole_word
from desktop.store.search.expressions import Expressions, Level
from desktop.store.search.rows import passages_of

_ONE_ERROR_FROM, _TWO_ERRORS_FROM = 5, 9


class Suggesting:
    """Knows all words of the index, and reads them anew when somebody has written."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._seen = -1
        self._by_length: dict[int, list[str]] = {}

    def correction(self, query: Query, go_on: Callable[[], None]) -> str | None:
        """The text with every word that stands nowhere replaced by the nearest that does; nothing if one has none.

        Numbers stay as they are: a wrong one is the number of somebody else.
        """
        text = without_gender(query.text)
        words = text.split()
        for group in query.groups:
            go_on()
            if group.number or self.stands_somewhere(group):
                continue
            near = self._nearest(group)
            if near is None:
                return None
            words = [self._as_written(near) if word == group.typed else word for word in words]
        corrected = " ".join(words)
        return corrected if corrected not in (text, query.text) else None

    def stands_somewhere(self, group: Group) -> bool:
        """Whether any record has this; a mail, whether any mail address has it."""
        query = "SELECT 1 FROM search_index WHERE search_index MATCH ? LIMIT 1"
        return self._connection.execute(query, (Expressions([group]).all_of(Level.ANYWHERE),)).fetchone() is not None

    def _nearest(self, group: Group) -> str | None:
        """The word with the fewest errors, of these the most frequent; one error from 5 letters on, two from 9."""
        from rapidfuzz import distance, process  # never a part directly: two threads would import each half of it

        best: tuple[int, int, str] | None = None
        scorer = distance.OSA.distance
        for word in (words[0] for words in group.spellings if len(words) == 1):
            most = 2 if len(word) >= _TWO_ERRORS_FROM else 1 if len(word) >= _ONE_ERROR_FROM else 0
            known = self._words(len(word), most) if most else []
            for near, errors, _ in process.extract(word, known, scorer=scorer, score_cutoff=most, limit=None):
                candidate = (int(errors), -self._uses(near), near)
                best = min(best, candidate) if best else candidate
        return best[2] if best else None

    def _words(self, length: int, most: int) -> list[str]:
        """The words whose length allows them to be near."""
        version = self._connection.execute("PRAGMA data_version").fetchone()[0]
        if version != self._seen:
            known: dict[int, list[str]] = defaultdict(list)
            for (word,) in self._connection.execute("SELECT word FROM search_word"):
                known[len(word)].append(word)
            self._by_length, self._seen = known, version  # a query that is given up leaves the words as they were
        return [word for size in range(length - most, length + most + 1) for word in self._by_length.get(size, ())]

    def _uses(self, word: str) -> int:
        row = self._connection.execute("SELECT uses FROM search_word WHERE word = ?", (word,)).fetchone()
        return int(row[0]) if row else 0

    def _as_written(self, word: str) -> str:
        """The word as the first record that holds it writes it: folded words are not for people."""
        groups = understood(word).groups
        query = "SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rowid LIMIT 1"
        for level in (Level.NAMES, Level.ANYWHERE):
            row = self._connection.execute(query, (Expressions(groups).all_of(level, is_whole=True),)).fetchone()
            found = passages_of(self._connection, row[0]) if row else []
            passages = [passage for passage in found if passage.field != "id"]
            if match := best_match(passages, groups) or thorough_match(passages, groups):
                return whole_word(match[0].text, match[1], match[2])
        return word
