"""How the work-list says what it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from desktop.domain.note import CounterNote
from desktop.domain.review import REASON_LABELS, Reason, Task
from desktop.domain.search import Hit, Snippet, Tier
from desktop.domain.vocabulary import Status, label
from desktop.i18n import Translate
from desktop.pages.words import day_text
from desktop.services.moments import moment_text
from desktop.views.records.lines import Line

_BETWEEN = " · "


def line_of(task: Task, tr: Translate) -> Line:
    """The row of a task: title, the last day as its badge; below the reasons, and organisation or kind."""
    reference = task.reference
    kind = (task.organization or tr(label(reference.kind)),) if task.was_here else ()
    details = (*reasons(task, tr), *kind)
    hit = Hit(
        id=reference.id,
        kind=reference.kind,
        status=task.status or Status.ARCHIVED,
        title=reference.name,
        subtitle="",
        place="",
        badge="",
        organisation=task.organization,
        field="name",
        snippet=Snippet(reference.name),
        tier=Tier.TEXT,
    )
    return Line(reference.name, _BETWEEN.join(details), last_text(task, tr), hit)


def reasons(task: Task, tr: Translate) -> Iterator[str]:
    """Why a record is on the list, in words."""
    words: dict[Reason, Callable[[], str]] = {
        Reason.NOTE: lambda: tr.plural("{count} note", "{count} notes", task.notes),
        Reason.FLAG: lambda: tr.plural("{count} doubt", "{count} doubts", len(task.flags)),
        Reason.PAST: lambda: tr(REASON_LABELS[Reason.PAST]),
    }
    for reason in task.reasons:
        yield words[reason]()


def last_text(task: Task, tr: Translate) -> str:
    """The last day for which somebody vouched for a record; of one that is not in use any more that it is not."""
    if task.status is not Status.ACTIVE:
        if task.status is not None:
            return tr(label(task.status))
        return tr("deleted") if task.was_here else tr("not here")
    if task.last_on is None:
        return tr("age unknown")
    day = day_text(task.last_on, tr)
    return tr("checked on {day}", day=day) if task.is_checked else tr("as of {day}", day=day)


def gone_text(was_here: bool, tr: Translate) -> str:
    """Why a record that somebody noted something about cannot be shown."""
    return tr("This record has been deleted.") if was_here else tr("There is no such record here.")


def note_text(note: CounterNote, tr: Translate) -> str:
    """A note from the counter as it was written, below a line that says when, by whom, and whether it is settled."""
    head = tr("{when}, {who}", when=moment_text(note.made_at, tr), who=note.made_by)
    if note.settled_at is not None:
        settled = moment_text(note.settled_at, tr)
        head = tr("{head} (settled {when}, {who})", head=head, when=settled, who=note.settled_by)
    return f"{head}:\n{note.text}"
