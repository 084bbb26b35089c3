"""How what a package would do is put into words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from desktop.domain.applying import OUTCOME_LABELS, Outcome
from desktop.domain.errors import N_
from desktop.domain.search import Hit, Snippet, Tier
from desktop.domain.vocabulary import Kind, Status, label
from desktop.pages.words import number_text
from desktop.views.records.lines import Line

if TYPE_CHECKING:
    from desktop.domain.applying import Finding, News
    from desktop.i18n import Translate

_BETWEEN = " · "
_GROUPS = 4
"""So many groups of a fingerprint stand in a line on paper."""
_SHORT: dict[Outcome, str] = {
    Outcome.CONFLICT: N_("to decide: {count}"),
    Outcome.NEW: N_("new: {count}"),
    Outcome.CHANGED: N_("changed: {count}"),
    Outcome.GONE: N_("archived: {count}"),
    Outcome.KEPT: N_("stays: {count}"),
    Outcome.LEFT_OUT: N_("left out: {count}"),
}
_DECIDED = N_("decided: {count}")


def counts_text(counts: Mapping[Outcome, int], tr: Translate, *, is_decided: bool = False) -> str:
    """How many there are of each outcome, without those of which there is none; conflicts may be decided already."""
    short = {**_SHORT, Outcome.CONFLICT: _DECIDED} if is_decided else _SHORT
    told = [tr(short[one]).format(count=number_text(counts[one], tr)) for one in Outcome if counts.get(one)]
    return _BETWEEN.join(told) or tr("Nothing is different.")


def news_text(news: News, tr: Translate) -> str:
    """What newer shipped data did, in one sentence."""
    counts = {
        Outcome.NEW: news.new,
        Outcome.CHANGED: news.changed,
        Outcome.GONE: news.gone,
        Outcome.CONFLICT: news.waiting,
    }
    return tr("Newer data came with Wegweiser – {counts}.", counts=counts_text(counts, tr))


def line_of(finding: Finding, undecided: int, tr: Translate, *, is_taken: bool = False) -> Line:
    """The row of a finding: its name, what becomes of it, and what there is to decide."""
    kind = kind_text(finding, tr)
    details = [tr(OUTCOME_LABELS[finding.outcome])]
    if undecided:
        details.append(tr.plural("{count} field is open", "{count} fields are open", undecided))
    elif finding.conflicts:
        details = [tr("Decided")]
    badge = tr("taken at the start") if is_taken else ""
    hit = Hit(
        id=finding.key,
        kind=finding.kind or Kind.TOPIC,
        status=Status.ACTIVE,
        title=finding.name,
        subtitle="",
        place="",
        badge="",
        organisation=None,
        field="name",
        snippet=Snippet(finding.name),
        tier=Tier.TEXT,
    )
    return Line(finding.name, _BETWEEN.join([*details, kind]), badge, hit)


def kind_text(finding: Finding, tr: Translate) -> str:
    """What a finding is."""
    if finding.kind is not None:
        return tr(label(finding.kind))
    return tr("Note from the counter") if finding.key.startswith("note:") else tr("Topic or target group")


def in_lines(fingerprint: str) -> str:
    """A fingerprint as the eye compares it with the printed sheet: two of its lines in one, four groups and four."""
    groups = fingerprint.split(" ")
    fours = [" ".join(groups[at : at + _GROUPS]) for at in range(0, len(groups), _GROUPS)]
    return "\n".join("\N{EM SPACE}".join(fours[at : at + 2]) for at in range(0, len(fours), 2))


def spoken(parts: Iterable[str]) -> str:
    """Several parts as a screen reader says them."""
    return ", ".join(part for part in parts if part)
