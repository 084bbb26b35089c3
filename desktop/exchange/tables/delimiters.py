"""What parts the cells of a file, judged by its beginning."""

from collections import Counter
from io import StringIO

from desktop.exchange.tables.csv_rows import rows_of

DELIMITERS = (";", ",", "\t", "|")
_JUDGED = 60
_MOST = 4
"""Columns beyond these make a fit no better, unless another is as good."""


def declared(first_line: str) -> str | None:
    """The delimiter that Excel is told in a first line of its own: `sep=;`."""
    line = first_line.strip("\r\n\ufeff \"'")
    return line[4] if len(line) == 5 and line.casefold().startswith("sep=") else None


def delimiter_of(beginning: str) -> str:
    """The delimiter with which most rows have equally many cells, a semicolon where nothing tells."""
    return max(DELIMITERS, key=lambda delimiter: _fit(beginning, delimiter))


def _fit(beginning: str, delimiter: str) -> tuple[float, int]:
    counts: Counter[int] = Counter()
    rows = 0
    for cells in rows_of(StringIO(beginning, newline=""), delimiter):
        rows += 1
        counts[len(cells)] += len(cells) > 1
        if rows == _JUDGED:
            break
    width, count = max(counts.items(), key=lambda found: found[1] * min(found[0], _MOST), default=(1, 0))
    return ((count / rows) ** 2 * min(width, _MOST), width) if width > 1 else (0.0, 0)
