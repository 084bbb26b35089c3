"""What can be measured, each by its own module, which is imported when it is asked for."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from tests.bench.figures import Report


class HowMuch(NamedTuple):
    """How often and with how many records it is measured; what is short takes few minutes for all subjects."""

    runs: int = 9
    is_short: bool = False
    is_full: bool = False

    @property
    def runs_now(self) -> int:
        """The runs of what is measured in fresh processes."""
        return min(self.runs, 3) if self.is_short else self.runs


def _startup(how_much: HowMuch) -> Report:
    from tests.bench.startup import report

    return report(how_much.runs_now)


def _search(how_much: HowMuch) -> Report:
    from tests.bench.search import FULL, SHORT, USUAL, report

    return report(SHORT if how_much.is_short else FULL if how_much.is_full else USUAL)


def _paper(how_much: HowMuch) -> Report:
    from tests.bench.paper import report

    return report(is_short=how_much.is_short)


def _first_sheet(how_much: HowMuch) -> Report:
    from tests.bench.first_sheet import report

    return report(how_much.runs_now)


def _store(how_much: HowMuch) -> Report:
    from tests.bench.store import COUNT, report

    return report(COUNT // 10 if how_much.is_short else COUNT)


def _view(how_much: HowMuch) -> Report:
    from tests.bench.view import report

    return report(is_short=how_much.is_short)


def _exchange(how_much: HowMuch) -> Report:
    from tests.bench.exchange import COUNT, report

    return report(COUNT // 10 if how_much.is_short else COUNT)


def _packages(how_much: HowMuch) -> Report:
    from tests.bench.exchange_packages import report

    return report(10_000 if how_much.is_short else 100_000)


SUBJECTS: Mapping[str, Callable[[HowMuch], Report]] = {
    "startup": _startup,
    "search": _search,
    "paper": _paper,
    "first-sheet": _first_sheet,
    "store": _store,
    "view": _view,
    "exchange": _exchange,
    "packages": _packages,
}
"""In the order in which all of them are measured."""
