"""What stands in the way of taking a deed back, or of doing it again; each error has the deed, to decide about it."""

from datetime import datetime

from desktop.domain.change import DEED_LABELS, ChangeSet
from desktop.domain.editing import ConflictError
from desktop.domain.errors import N_, ExpectedError, Message


class ElsewhereError(ExpectedError):
    """The deed is not of this window: whoever did it, or took it back, did so elsewhere since this window opened."""

    def __init__(self, deed: ChangeSet) -> None:
        super().__init__(
            N_("The last change is not of this window: {what}, {who}, {when}. Nothing was changed."), **told_of(deed)
        )
        self.deed = deed


class HinderedError(ExpectedError):
    """The deed cannot be led back for a reason, which is the message; of one that cannot be read no change is known."""

    def __init__(self, deed: ChangeSet, reason: Message) -> None:
        super().__init__(reason.msgid, **reason.params)
        self.deed = deed


class GoneError(ConflictError):
    """The record that was opened is not there any more; `deed` says why, where the history knows it."""

    def __init__(self, name: str, deed: ChangeSet) -> None:
        ExpectedError.__init__(  # the words of its class are those for a record that is still there
            self,
            N_(
                "“{name}” is not there any more: {what}, {who}, {when}. Nothing was saved. Saving once more puts the"
                " record back as it stands here, with its history."
            ),
            name=name,
            **told_of(deed),
        )
        self.theirs = None
        self.deed = deed


def told_of(deed: ChangeSet) -> dict[str, object]:
    """What was done last about a deed, by whom and when, for the gaps of a message."""
    label = Message(DEED_LABELS[deed.deed])
    if deed.undone_at is None:
        return {"what": label, "who": deed.made_by, "when": _spelled(deed.made_at)}
    what = Message(N_("“{deed}” taken back"), deed=label)
    return {"what": what, "who": deed.undone_by, "when": _spelled(deed.undone_at)}


def _spelled(moment: datetime) -> str:
    return f"{moment.astimezone():%d.%m.%Y, %H:%M}"
