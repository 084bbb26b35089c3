"""Errors that a person can do something about, as messages that the edge translates."""

from collections.abc import Callable


def N_(msgid: str) -> str:  # noqa: N802 - the name that gettext's tools look for
    """Mark a message for the catalogues where it is defined; it is translated where it is shown."""
    return msgid


class Message:
    """A message of the catalogues with the values that fill its gaps; a value may be a message itself."""

    def __init__(self, msgid: str, **params: object) -> None:
        self.msgid = msgid
        self.params = params

    def in_words(self, translate: Callable[[str], str]) -> str:
        """The message in the language of `translate`, which may know how a `number` is written there."""
        words = {
            name: value.in_words(translate) if isinstance(value, Message) else value
            for name, value in self.params.items()
        }
        if isinstance(count := words.get("count"), int):
            words["count"] = getattr(translate, "number", str)(count)
        text = translate(self.msgid)
        return text.format_map(words) if words else text


class ExpectedError(Exception):
    """Something went wrong that the person at the desk is told about: what happened, what to do next."""

    def __init__(self, msgid: str, **params: object) -> None:
        self.message = Message(msgid, **params)
        super().__init__(self.message.in_words(str))


class InvalidRecordError(ExpectedError, ValueError):
    """A record, or a value in it, breaks a rule of its kind."""


class DataFileError(ExpectedError):
    """A shipped data file cannot be used; names file, record and field."""


class UnknownRecordError(ExpectedError):
    """No record has the id that was asked for."""


class WrongSheetError(ExpectedError):
    """A sheet was asked for that does not print this kind of record."""


class StoreError(ExpectedError):
    """The database cannot be used as it is now; nothing was changed."""


class NoDatabaseError(StoreError):
    """There is no database yet."""


class BrokenIndexError(StoreError):
    """The search index does not fit the records; it follows from them and can be made anew."""


class ForeignFileError(ExpectedError):
    """A file of another program, or a package, cannot be used; nothing was changed."""


class PackageFoundError(ForeignFileError):
    """What was to be imported is a package, which is looked at in another way."""


IS_FOLDER = N_("“{name}” is a folder. Nothing was changed. Please name a file.")


class FileWriteError(ExpectedError, OSError):
    """A file could not be written; no half file was left behind."""
