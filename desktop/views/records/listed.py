"""An answer made ready for a list, in the worker: with many rows that takes its time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from desktop.domain.search import Answer, Question
from desktop.views.records.lines import Line, Liner, Rows


class Listed(NamedTuple):
    """An answer with the rows that a list makes of it, and the lines that it showed when it asked."""

    question: Question
    limit: int
    answer: Answer
    rows: Rows
    before: Sequence[Line]


def listed(liner: Liner, before: Sequence[Line], question: Question, limit: int, answer: Answer) -> Listed:
    """The answer with its rows; those that stood there before are not made again."""
    answer = _counted(answer, limit)
    return Listed(question, limit, answer, liner.rows(answer, before, is_search=bool(question.text)), before)


def _counted(answer: Answer, limit: int) -> Answer:
    """The answer with its true count where all hits have been fetched although counting ended before."""
    is_whole = answer.is_more and len(answer.hits) < limit
    return replace(answer, total=len(answer.hits), is_more=False) if is_whole else answer
