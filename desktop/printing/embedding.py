"""What a text says itself about its direction: embeddings, overrides and isolates (UAX #9, rules X1 to X10)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_DEEPEST = 125
ISOLATES = frozenset({"LRI", "RLI", "FSI"})
_EMBEDDINGS = {"LRE": (0, None), "RLE": (1, None), "LRO": (0, "L"), "RLO": (1, "R")}
REMOVED = frozenset({"BN", "PDF", *_EMBEDDINGS})
"""The classes that the later rules do not see (rule X9)."""


@dataclass(frozen=True)
class Embedding:
    """Level and class of each character, and which places are read on together as one sequence."""

    levels: list[int]
    kinds: list[str]
    sequences: list[list[int]]


@dataclass(frozen=True)
class _Status:
    level: int
    override: str | None = None
    is_isolate: bool = False


def embed(kinds: Sequence[str], base: int) -> Embedding:
    """Levels before the characters themselves are looked at, and the isolating run sequences of one paragraph."""
    walk = _Walk(kinds, base)
    for place, kind in enumerate(kinds):
        walk.take(place, kind)
    return Embedding(walk.levels, walk.kinds, list(_sequences(walk.levels, kinds, partners(kinds))))


def partners(kinds: Sequence[str]) -> dict[int, int]:
    """The place of each isolate's end (rule BD9); an isolate that is never closed is not in it."""
    found, opened = {}, []
    for place, kind in enumerate(kinds):
        if kind in ISOLATES:
            opened.append(place)
        elif kind == "PDI" and opened:
            found[opened.pop()] = place
    return found


def first_strong(kinds: Sequence[str]) -> int:
    """The direction of the first letter that has one, outside of isolates (rules P2 and P3); else left to right."""
    closed_by, place = partners(kinds), 0
    while place < len(kinds):
        if kinds[place] in ("L", "R", "AL"):
            return int(kinds[place] != "L")
        place = closed_by.get(place, len(kinds)) if kinds[place] in ISOLATES else place + 1
    return 0


class _Walk:
    """Reads a paragraph once, with what is open at each place."""

    def __init__(self, kinds: Sequence[str], base: int) -> None:
        self.kinds = list(kinds)
        self.levels = [base] * len(kinds)
        self._partners = partners(kinds)
        self._open = [_Status(base)]
        self._lost_isolates = self._lost_embeddings = self._valid_isolates = 0

    def take(self, place: int, kind: str) -> None:
        """Go one character on."""
        if kind == "PDI":
            self._close_isolate()
        elif kind == "PDF":
            self._close_embedding()
        if kind != "B":
            self._set(place, kind)
        if kind in ISOLATES:
            self._open_isolate(place, kind)
        elif kind in _EMBEDDINGS:
            self._open_embedding(kind)

    def _set(self, place: int, kind: str) -> None:
        status = self._open[-1]
        self.levels[place] = status.level
        if status.override and kind not in REMOVED:
            self.kinds[place] = status.override

    def _open_isolate(self, place: int, kind: str) -> None:
        direction = int(kind == "RLI")
        if kind == "FSI":
            end = self._partners.get(place, len(self.kinds))
            direction = first_strong(self.kinds[place + 1 : end])
        level = self._next(direction)
        if level <= _DEEPEST and not self._lost_isolates and not self._lost_embeddings:
            self._valid_isolates += 1
            self._open.append(_Status(level, is_isolate=True))
        else:
            self._lost_isolates += 1

    def _open_embedding(self, kind: str) -> None:
        direction, override = _EMBEDDINGS[kind]
        level = self._next(direction)
        if level <= _DEEPEST and not self._lost_isolates and not self._lost_embeddings:
            self._open.append(_Status(level, override))
        elif not self._lost_isolates:
            self._lost_embeddings += 1

    def _next(self, direction: int) -> int:
        """The next level that is even for left to right, odd for right to left."""
        level = self._open[-1].level + 1
        return level if level % 2 == direction else level + 1

    def _close_isolate(self) -> None:
        if self._lost_isolates:
            self._lost_isolates -= 1
        elif self._valid_isolates:
            self._lost_embeddings = 0
            while not self._open[-1].is_isolate:
                self._open.pop()
            self._open.pop()
            self._valid_isolates -= 1

    def _close_embedding(self) -> None:
        if self._lost_isolates:
            return
        if self._lost_embeddings:
            self._lost_embeddings -= 1
        elif not self._open[-1].is_isolate and len(self._open) > 1:
            self._open.pop()


def _sequences(levels: Sequence[int], kinds: Sequence[str], closed_by: dict[int, int]) -> Iterator[list[int]]:
    """The runs of one level, an isolate's start joined to what follows its end (rule BD13)."""
    runs = list(_runs(levels, kinds))
    starting = {run[0]: run for run in runs}
    ends = set(closed_by.values())
    for run in runs:
        if run[0] in ends:
            continue
        whole = list(run)
        while (end := closed_by.get(whole[-1])) is not None:
            whole += starting[end]
        yield whole


def _runs(levels: Sequence[int], kinds: Sequence[str]) -> Iterator[list[int]]:
    run: list[int] = []
    for place, (level, kind) in enumerate(zip(levels, kinds, strict=True)):
        if kind in REMOVED:
            continue
        if run and levels[run[-1]] != level:
            yield run
            run = []
        run.append(place)
    if run:
        yield run
