"""The lines that a list shows for an answer; plain functions, so that they may be tried without a window."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.vocabulary import Status, label
from desktop.i18n import Translate
from desktop.pages.words import number_text
from desktop.views.records.field_names import field_label
from desktop.views.records.shape import Shape

if TYPE_CHECKING:
    from desktop.domain.search import Answer, Hit

_BETWEEN = " · "


class Mark(NamedTuple):
    """Where in a text a match begins and ends; nowhere if both are equal."""

    start: int = 0
    end: int = 0

    def __bool__(self) -> bool:
        return self.end > self.start


class Line(NamedTuple):
    """One line of a list: a record, or the heading of a group when `hit` is missing."""

    title: str
    subtitle: str = ""
    badge: str = ""
    hit: Hit | None = None
    title_mark: Mark = Mark()
    subtitle_mark: Mark = Mark()


class Liner:
    """Makes the lines of one tab; `badges` are the words at the end of a row by the value behind them."""

    def __init__(self, shape: Shape, badges: Mapping[str, str], tr: Translate) -> None:
        self._headings = [tr(group.heading) if group.heading else "" for group in shape.groups]
        self._groups = [group.kinds for group in shape.groups]
        self._is_mixed = len(shape.kinds) > 1
        self._badges = badges
        self._tr = tr

    def lines(self, answer: Answer, *, is_search: bool) -> list[Line]:
        """A search shows its hits as they come, a list without a text its groups below their headings."""
        return list(self.found(answer.hits)) if is_search else list(self._grouped(answer.hits, answer.counts))

    def found(self, hits: Iterable[Hit]) -> Iterator[Line]:
        """Hits with what matched marked; where kinds are mixed, a row without a badge says what it is."""
        for hit in hits:
            subtitle, mark = self._why(hit)
            kind = self._tr(label(hit.kind)) if self._is_mixed else ""
            yield Line(hit.title, subtitle, self._badge(hit) or kind, hit, _mark_in(hit.title, hit), mark)

    def _grouped(self, hits: Sequence[Hit], counts: Sequence[int]) -> Iterator[Line]:
        for kinds, heading, count in zip(self._groups, self._headings, counts, strict=True):
            members = [hit for hit in hits if hit.kind in kinds]
            if members and heading:
                yield Line(f"{heading} ({number_text(count, self._tr)})")
            for hit in members:
                yield Line(hit.title, _about(hit), self._badge(hit), hit)

    def _badge(self, hit: Hit) -> str:
        words = [self._badges.get(hit.badge, "")]
        if hit.status is not Status.ACTIVE:
            words.append(self._tr(label(hit.status)))
        return ", ".join(word for word in words if word)

    def _why(self, hit: Hit) -> tuple[str, Mark]:
        """The second line of a hit: what it is about, or the field that matched where neither title nor that says it.

        The mark stands in it only if the title has none.
        """
        about, found = _about(hit), hit.snippet
        if _mark_in(hit.title, hit) or found.end <= found.start:
            return about, Mark()
        at = about.find(found.text)
        if at >= 0:
            return about, Mark(at + found.start, at + found.end)
        before = f"{field_label(hit.kind, hit.field, self._tr)}: "
        return before + found.text, Mark(len(before) + found.start, len(before) + found.end)


def _about(hit: Hit) -> str:
    """The place, unless the title names it, and what the record is about."""
    place = "" if hit.place in hit.title else hit.place
    return _BETWEEN.join(part for part in (place, hit.subtitle) if part)


def _mark_in(title: str, hit: Hit) -> Mark:
    """Where the title holds what matched."""
    found = hit.snippet
    at = title.find(found.text)
    if at >= 0 and hit.field in ("name", "short_name", "place"):
        return Mark(at + found.start, at + found.end)
    return Mark()
