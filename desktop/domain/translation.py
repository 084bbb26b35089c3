"""What the data say in the languages of clients, and whether a person has checked it."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from desktop.domain.errors import N_, InvalidRecordError

Language = Annotated[str, Meta(pattern=r"^[a-z]{2}$")]
Sentence = Annotated[str, Meta(min_length=1, max_length=1_000)]


class Translation(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """A sentence or a name in another language than German, and who found it right."""

    language: Language
    text: Sentence
    checked_on: date | None = None
    checked_by: str | None = None

    def __post_init__(self) -> None:
        if (self.checked_on is None) != (self.checked_by is None):
            raise InvalidRecordError(N_("A check needs both a day and the person who checked."))

    @property
    def is_checked(self) -> bool:
        """Whether a person has read it beside the German."""
        return self.checked_on is not None


def into(language: str, translations: Iterable[Translation]) -> Translation | None:
    """The one of the translations that is in a language, if there is any."""
    return next((one for one in translations if one.language == language), None)
