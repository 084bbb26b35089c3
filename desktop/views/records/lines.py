"""The lines that a list shows for an answer; plain functions, so that they may be tried without a window."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from desktop.domain.search import Hit, Tier
from desktop.domain.vocabulary import Status, label
from desktop.i18n import Translate
from desktop.pages.words import number_text
from desktop.views.records.field_names import field_label
from desktop.views.records.marks import Mark, Marks, joined
from desktop.views.records.shape import Shape

if TYPE_CHECKING:
    from desktop.domain.query import Group
    from desktop.domain.search import Answer

_BETWEEN = " · "


class Line(Struct, frozen=True, gc=False):
    """One line of a list: a record, or the heading of a group when `hit` is missing.

    `sight` is the mark of the second line that must be seen, because the title has nothing like it. There may be very
    many: that the garbage collector need not look at each spares the window pauses.
    """

    title: str
    subtitle: str = ""
    badge: str = ""
    hit: Hit | None = None
    title_marks: Marks = ()
    subtitle_marks: Marks = ()
    sight: Mark = Mark()


class Rows(NamedTuple):
    """All lines of a list, the place of each record among them, and how many at the beginning are as they were."""

    lines: Sequence[Line] = ()
    places: Mapping[str, int] = {}
    same: int = 0


class Liner:
    """Makes the lines of one tab; `badges` are the words beside a row by the value behind them."""

    def __init__(self, shape: Shape, badges: Mapping[str, str], tr: Translate) -> None:
        self._headings = [tr(group.heading) if group.heading else "" for group in shape.groups]
        self._groups = [group.kinds for group in shape.groups]
        self._is_mixed = len(shape.kinds) > 1
        self._badges = badges
        self._tr = tr

    def rows(self, answer: Answer, before: Sequence[Line] = (), *, is_search: bool) -> Rows:
        """The lines with what a list needs to show them in place of those it shows now."""
        lines = self.lines(answer, is_search=is_search)
        places = {line.hit.id: at for at, line in enumerate(lines) if line.hit is not None}
        is_longer = len(lines) >= len(before) and lines[: len(before)] == list(before)
        return Rows(lines, places, len(before) if is_longer else 0)

    def lines(self, answer: Answer, *, is_search: bool) -> list[Line]:
        """A search shows its hits as they come, a list without a text its groups below their headings."""
        if not is_search:
            return list(self._grouped(answer.hits, answer.counts))
        from desktop.domain.query import understood

        return list(self.found(answer.hits, understood(answer.corrected or answer.text).groups))

    def found(self, hits: Iterable[Hit], groups: Sequence[Group] = ()) -> Iterator[Line]:
        """Hits with what matched marked; where kinds are mixed, a row without a badge says what it is."""
        for hit in hits:
            in_title = _marks_in(hit.title, hit, groups)
            subtitle, in_subtitle = self._why(hit, groups, in_title)
            badge = self._badge(hit) or self._kind(hit)
            new = [mark for mark, known in zip(in_subtitle, in_title, strict=True) if mark and not known]
            marks = joined(filter(None, in_title)), joined(filter(None, in_subtitle))
            yield Line(hit.title, subtitle, badge, hit, *marks, min(new, default=Mark()))

    def _grouped(self, hits: Sequence[Hit], counts: Sequence[int]) -> Iterator[Line]:
        """The rows of each group; of two that are named alike, one without a badge says what it is."""
        named = Counter(hit.title for hit in hits)
        for kinds, heading, count in zip(self._groups, self._headings, counts, strict=True):
            members = [hit for hit in hits if hit.kind in kinds]
            if members and heading:
                yield Line(f"{heading} ({number_text(count, self._tr)})")
            for hit in members:
                kind = self._kind(hit) if named[hit.title] > 1 else ""
                yield Line(hit.title, _about(hit), self._badge(hit) or kind, hit)

    def _kind(self, hit: Hit) -> str:
        return self._tr(label(hit.kind)) if self._is_mixed else ""

    def _badge(self, hit: Hit) -> str:
        words = [self._badges.get(hit.badge, "")]
        if hit.status is not Status.ACTIVE:
            words.append(self._tr(label(hit.status)))
        return ", ".join(word for word in words if word)

    def _why(self, hit: Hit, groups: Sequence[Group], in_title: Sequence[Mark | None]) -> tuple[str, list[Mark | None]]:
        """The second line of a hit: what it is about, or the field that matched where title and that do not say it."""
        about, found = _about(hit), hit.snippet
        in_about = _marks_in(about, hit, groups)
        is_said = [bool(marks[0] or marks[1]) for marks in zip(in_title, in_about, strict=True)]
        if found.end <= found.start or (groups and all(is_said[1:])):
            return about, in_about
        in_snippet = _marks_in(found.text, hit, groups)
        if not _adds(is_said, in_snippet):
            return about, in_about
        before = f"{field_label(hit.kind, hit.field, self._tr)}: "
        return before + found.text, [mark and mark.moved(len(before)) for mark in in_snippet]


def _about(hit: Hit) -> str:
    """The place, unless the title names it, and what the record is about."""
    place = "" if hit.place in hit.title else hit.place
    return _BETWEEN.join(part for part in (place, hit.subtitle) if part)


def _adds(is_said: Sequence[bool], in_snippet: Sequence[Mark | None]) -> bool:
    """Whether the snippet tells something that title and second line do not; each begins with the match itself."""
    is_match_said, *are_words_said = is_said
    words = in_snippet[1:]
    has_new = any(mark and not is_known for mark, is_known in zip(words, are_words_said, strict=True))
    return has_new or not (is_match_said or any(words))


def _marks_in(text: str, hit: Hit, groups: Sequence[Group]) -> list[Mark | None]:
    """Where a text holds what the search found, and then each of the words that were searched."""
    from desktop.domain.snippet import marks_of

    found, at = hit.snippet, text.find(hit.snippet.text)
    told = Mark(at + found.start, at + found.end) if at >= 0 and found.end > found.start else None
    words = marks_of(text, groups, is_part=hit.tier is Tier.PART)
    return [told, *(Mark(*word) if word else None for word in words)]
