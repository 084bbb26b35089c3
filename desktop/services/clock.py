"""What time it is for those who read records, and how long a check of them holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.intervals import REVIEW_MONTHS

if TYPE_CHECKING:
    from datetime import datetime


def _now() -> datetime:
    from datetime import datetime

    return datetime.now()


def _usual_months() -> int:
    return REVIEW_MONTHS


class Clock(NamedTuple):
    """The local time, and the months until a record has to be checked again."""

    now: Callable[[], datetime] = _now
    months: Callable[[], int] = _usual_months
