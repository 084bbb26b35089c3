"""The direction of numbers, signs and blanks, from what stands around them (UAX #9, rules W1 to I2)."""

from collections.abc import Iterator, MutableSequence, Sequence
from itertools import groupby

from desktop.printing.brackets import pairs
from desktop.printing.embedding import ISOLATES, REMOVED, Embedding

_ISOLATE_SIGNS = ISOLATES | {"PDI"}
_STRONG = frozenset({"L", "R", "AL"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON"}) | _ISOLATE_SIGNS
_SEEN_AS = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
_RAISES = ({"L": 0, "R": 1, "AN": 2, "EN": 2}, {"L": 1, "R": 0, "AN": 1, "EN": 1})


def resolve(text: str, embedding: Embedding, base: int) -> None:
    """Raise the levels of one paragraph to their final values."""
    edges = [_edges(embedding, places, base) for places in embedding.sequences]
    for places, (first, last) in zip(embedding.sequences, edges, strict=True):
        level = embedding.levels[places[0]]
        kinds = [embedding.kinds[place] for place in places]
        marks = {at for at, kind in enumerate(kinds) if kind == "NSM"}
        _weak(kinds, first)
        _brackets([text[place] for place in places], kinds, marks, "LR"[level % 2], first)
        _neutral(kinds, "LR"[level % 2], first, last)
        for place, kind in zip(places, kinds, strict=True):
            embedding.levels[place] += _RAISES[level % 2][kind]


def _edges(embedding: Embedding, places: Sequence[int], base: int) -> tuple[str, str]:
    """The directions that hold before and after a sequence (rule X10)."""
    levels, kinds, level = embedding.levels, embedding.kinds, embedding.levels[places[0]]
    before, after = places[0] - 1, places[-1] + 1
    while before >= 0 and kinds[before] in REMOVED:
        before -= 1
    while after < len(kinds) and kinds[after] in REMOVED:
        after += 1
    is_left_open = kinds[places[-1]] in ISOLATES
    earlier = levels[before] if before >= 0 else base
    later = levels[after] if after < len(kinds) and not is_left_open else base
    return "LR"[max(level, earlier) % 2], "LR"[max(level, later) % 2]


def _weak(kinds: MutableSequence[str], first: str) -> None:
    """Marks as their letters, numbers as the letters before them, signs as the numbers around them (W1 to W7)."""
    before = strong = first
    for at, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[at] = "ON" if before in _ISOLATE_SIGNS else before
        before = kinds[at]
        strong = before if before in _STRONG else strong
        if before == "EN" and strong == "AL":
            kinds[at] = "AN"
    _signs(kinds)
    strong = first
    for at, kind in enumerate(kinds):
        kinds[at] = {"AL": "R", "ES": "ON", "ET": "ON", "CS": "ON"}.get(kind, kind)
        strong = kinds[at] if kinds[at] in ("L", "R") else strong
        if kind == "EN" and strong == "L":
            kinds[at] = "L"


def _signs(kinds: MutableSequence[str]) -> None:
    """One separator between two numbers, and currency or per cent beside one, belong to the number (W4, W5)."""
    for at in range(1, len(kinds) - 1):
        before, kind, after = kinds[at - 1 : at + 2]
        if before == after and (kind, before) in (("CS", "EN"), ("CS", "AN"), ("ES", "EN")):
            kinds[at] = before
    for start, end in _runs(kinds, frozenset({"ET"})):
        if "EN" in (*kinds[max(start - 1, 0) : start], *kinds[end : end + 1]):
            kinds[start:end] = ["EN"] * (end - start)


def _brackets(chars: Sequence[str], kinds: MutableSequence[str], marks: set[int], own: str, first: str) -> None:
    """Both brackets of a pair as what they enclose (N0)."""
    for opening, closing in pairs(chars, kinds):
        inner = {_SEEN_AS.get(kind) for kind in kinds[opening + 1 : closing]}
        other = "R" if own == "L" else "L"
        if own in inner:
            found = own
        elif other in inner:
            found = other if _strong_before(kinds, opening, first) == other else own
        else:
            continue
        for at in (opening, closing):
            kinds[at] = found
            while (at := at + 1) in marks:
                kinds[at] = found


def _strong_before(kinds: Sequence[str], at: int, first: str) -> str:
    """The direction of the nearest letter or number before a place."""
    return next((seen for kind in reversed(kinds[:at]) if (seen := _SEEN_AS.get(kind))), first)


def _neutral(kinds: MutableSequence[str], own: str, first: str, last: str) -> None:
    """Blanks and signs as the letters around them where those agree, else as the sequence (N1, N2)."""
    for start, end in _runs(kinds, _NEUTRAL):
        before = _SEEN_AS[kinds[start - 1]] if start else first
        after = _SEEN_AS[kinds[end]] if end < len(kinds) else last
        kinds[start:end] = [before if before == after else own] * (end - start)


def _runs(kinds: Sequence[str], wanted: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Start and end of each run of the wanted classes."""
    start = 0
    for is_wanted, group in groupby(list(kinds), key=wanted.__contains__):
        end = start + len(list(group))
        if is_wanted:
            yield start, end
        start = end
