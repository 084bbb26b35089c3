"""What time it is for those who read records, and how long a check of them holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.errors import N_, ExpectedError
from desktop.domain.intervals import REVIEW_MONTHS

if TYPE_CHECKING:
    from datetime import datetime

FIRST_YEAR, LAST_YEAR = 2026, 2075
"""A clock that stands before the program was made, or when nobody uses it any more, is wrong."""


def _now() -> datetime:
    from datetime import datetime

    return datetime.now()


def _usual_months() -> int:
    return REVIEW_MONTHS


class Clock(NamedTuple):
    """The local time, and the months until a record has to be checked again."""

    now: Callable[[], datetime] = _now
    months: Callable[[], int] = _usual_months


def is_wrong(now: datetime) -> bool:
    """Whether the clock cannot be right."""
    return not FIRST_YEAR <= now.year <= LAST_YEAR


def refuse_wrong(now: datetime) -> None:
    """Raise `ExpectedError` where the clock cannot be right, and the day of a deed would be kept with a record."""
    if is_wrong(now):
        raise ExpectedError(
            N_(
                "The clock of this computer stands at {day}, which cannot be right. Nothing was changed. Please set"
                " date and time and try again."
            ),
            day=f"{now.day:02d}.{now.month:02d}.{now.year}",
        )
