"""An import is stopped where somebody else was quicker; what they did is told, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.editing import ConflictError
from desktop.domain.errors import N_, Message

if TYPE_CHECKING:
    from desktop.domain.record import Record

_AGAIN = N_("{what} Nothing was imported. Please import the file once more, to compare it with what is there now.")
_ANEW = N_(
    "{what} Nothing was imported. The file is now compared with what is there; please look at what is proposed, and"
    " decide once more."
)
_CHANGED = N_("“{name}” was changed by somebody else since the file was read.")
_COME = N_("“{name}” was added or changed by somebody else since the file was read, and may be what row {place} tells.")


class OvertakenError(ConflictError):
    """Somebody else was quicker; `theirs` is what is here now."""

    def __init__(self, what: Message, theirs: Record | None = None) -> None:
        super().__init__("", theirs)
        self.message = Message(_AGAIN, what=what)
        self.args = (self.message.in_words(str),)

    @property
    def compared_anew(self) -> Message:
        """The message of a window that compares the file once more by itself."""
        return Message(_ANEW, **self.message.params)


def overtaken_by(error: ConflictError) -> OvertakenError:
    """The same conflict in words that help whoever imports a file."""
    if isinstance(error, OvertakenError):
        return error
    return OvertakenError(Message(_CHANGED, name=error.message.params["name"]), error.theirs)


def come_meanwhile(name: str, place: int) -> OvertakenError:
    """A record of this name is here now, and a row would have become it."""
    return OvertakenError(Message(_COME, name=name, place=place))
