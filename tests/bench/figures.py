"""What a benchmark found: each figure beside its goal and its rival, from which every table is made."""

import time
from collections.abc import Callable, Iterable, Sequence
from statistics import quantiles
from typing import NamedTuple

from msgspec import Struct

HEAD = ("| what | figure | rival | ratio | goal | holds |", "|---|---|---|---|---|---|")


class Figure(Struct, frozen=True, kw_only=True):
    """One figure; `spread` says how far single runs lay apart, `rival` whose figure it is compared with.

    The goal is in words; whether it holds is not known where there is none.
    """

    what: str
    figure: float
    unit: str
    spread: str = ""
    rival: str = ""
    rival_figure: float | None = None
    ratio: float | None = None
    goal: str = ""
    holds: bool | None = None


class Report(NamedTuple):
    """What a subject has to say: tables for a person who looks closely, and the figures that count."""

    text: str
    figures: tuple[Figure, ...]


def beside(
    what: str, own: float, rival: str, theirs: float, most: float | None, *, unit: str = "ms", spread: str = ""
) -> Figure:
    """A figure as a multiple of a rival's, and the most that it may be."""
    ratio = own / theirs
    return Figure(
        what=what,
        figure=own,
        unit=unit,
        spread=spread,
        rival=rival,
        rival_figure=theirs,
        ratio=ratio,
        goal=f"ratio ≤ {most:g}" if most is not None else "",
        holds=ratio <= most if most is not None else None,
    )


def at_most(what: str, own: float, most: float, unit: str, *, spread: str = "") -> Figure:
    """A figure that has no rival, and the most that it may be."""
    return Figure(what=what, figure=own, unit=unit, spread=spread, goal=f"≤ {most:g} {unit}".strip(), holds=own <= most)


def ms(work: Callable[[], object]) -> float:
    """How many milliseconds a piece of work took."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def p95(values: Sequence[float]) -> float:
    """What 95 of 100 values do not exceed."""
    return quantiles(values, n=20, method="inclusive")[-1]


def table(figures: Iterable[Figure]) -> str:
    """A Markdown table, a line a figure."""
    return "\n".join((*HEAD, *(f"| {' | '.join(cells(figure))} |" for figure in figures)))


def cells(figure: Figure) -> Sequence[str]:
    """What a line of the table says of a figure."""
    own = f"{number(figure.figure)} {figure.unit}".strip()
    theirs = "–" if figure.rival_figure is None else f"{figure.rival}: {number(figure.rival_figure)} {figure.unit}"
    return (
        figure.what,
        f"{own} ({figure.spread})" if figure.spread else own,
        theirs.strip(),
        "–" if figure.ratio is None else f"{figure.ratio:.4g}",
        figure.goal or "–",
        "–" if figure.holds is None else "yes" if figure.holds else "no",
    )


def number(value: float) -> str:
    """Three digits that count; nothing behind the point where there are three before it."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
