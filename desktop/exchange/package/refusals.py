"""Why a package is not taken, in plain words; whatever is wrong with it, nothing was changed."""

from collections.abc import Iterator
from contextlib import contextmanager

from desktop.domain.errors import N_, ForeignFileError, Message

NO_PACKAGE = N_("{name} is no package of Wegweiser. Nothing was changed. Choose a file whose name ends in .wegweiser.")
NOT_READABLE = N_("{name} cannot be read. Nothing was changed. Copy the file again, or try another stick.")
NOT_ALLOWED = N_("{name} cannot be read. Is it there, and are you allowed to open it? Nothing was changed.")
INCOMPLETE = N_("{name} is incomplete or damaged. Nothing was changed. Copy the package again from where it was made.")
DAMAGED_PART = N_(
    "{name} is incomplete or damaged, at: {part}. {reason} Nothing was changed. Copy the package again from where it"
    " was made. If the same is said then, do not use it; ask the office that it seems to come from."
)
STRANGE_PART = N_(
    "{name} holds something that belongs into no package: {part}. {reason} Nothing was changed. Do not use this file;"
    " ask the office that it seems to come from."
)
TOO_LARGE = N_(
    "{name} would unpack to more than any package holds. Nothing was changed. Do not use this file; ask the office that"
    " it seems to come from."
)
UNSIGNED = N_("{name} is not signed. Nothing was changed. Take packages only as Wegweiser made them.")
FORGED = N_(
    "The signature of {name} does not fit: it was changed after it was made, or somebody else made it. Nothing was"
    " changed. Have the package sent anew, and ask the office about it."
)
CHANGED = N_(
    "{name} was changed after it was signed, at: {part}. Nothing was changed here. Have the package sent anew, and ask"
    " the office about it."
)
NEWER = N_(
    "{name} was made by a newer Wegweiser. Nothing was changed. Bring Wegweiser on this computer up to date, then try"
    " again."
)
WRONG = N_("{name} cannot be used, {part}: {reason} Nothing was changed. Tell the office that made the package.")
LINE = N_("{part}, line {line}")


def refuse(msgid: str, **params: object) -> ForeignFileError:
    """The error for what was found; the name of the file is filled in where it is known."""
    return ForeignFileError(msgid, name="", **params)


def wrong(part: object, reason: Message) -> ForeignFileError:
    """The error for something in a part of the package that is signed and yet cannot be."""
    return refuse(WRONG, part=part, reason=reason)


@contextmanager
def named(name: str) -> Iterator[None]:
    """Fill in the name of the file wherever something is refused in the block."""
    try:
        yield
    except ForeignFileError as error:
        raise ForeignFileError(error.message.msgid, **{**error.message.params, "name": name}) from error
    except OSError as error:
        is_closed = isinstance(error, FileNotFoundError | PermissionError)
        raise ForeignFileError(NOT_ALLOWED if is_closed else NOT_READABLE, name=name) from error
