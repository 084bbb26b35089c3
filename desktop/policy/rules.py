"""Everything that a policy can lay down: a struct a section, a field a key; what is not named is the user's to set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from msgspec import UNSET, Meta, Struct, UnsetType

from desktop.domain.errors import N_, Message
from desktop.domain.office import OfficeLine, OfficeText
from desktop.i18n import LANGUAGES, PAPER_LANGUAGES

LOGO = "logo of the policy"
"""The name that the logo of a policy goes by among the settings."""
Place = Annotated[str, Meta(min_length=1, max_length=1000)]


class OfficeRules(Struct, frozen=True, kw_only=True):
    """What stands at head and foot of the sheets; `logo` is an image, beside the policy or with its whole path."""

    name: OfficeLine | UnsetType = UNSET
    address: OfficeText | UnsetType = UNSET
    phone: OfficeLine | UnsetType = UNSET
    email: OfficeLine | UnsetType = UNSET
    website: OfficeLine | UnsetType = UNSET
    hours: OfficeText | UnsetType = UNSET
    footer: OfficeText | UnsetType = UNSET
    logo: Place | UnsetType = UNSET


class WindowRules(Struct, frozen=True, kw_only=True):
    """The language that the window speaks."""

    language: str | UnsetType = UNSET


class PrintingRules(Struct, frozen=True, kw_only=True):
    """What is offered first where something is printed."""

    printer: Annotated[str, Meta(max_length=200)] | UnsetType = UNSET
    language: str | UnsetType = UNSET
    large_print: bool | UnsetType = UNSET


class RecordsRules(Struct, frozen=True, kw_only=True):
    """After how many months a record is to be checked again."""

    review_months: Annotated[int, Meta(ge=1, le=60)] | UnsetType = UNSET


class PackagesRules(Struct, frozen=True, kw_only=True):
    """The folder in which packages are laid down and looked for."""

    folder: Place | UnsetType = UNSET


class PinRules(Struct, frozen=True, kw_only=True):
    """Whether records may only be changed with a PIN, and what scrypt made of that of the administration."""

    required: bool | UnsetType = UNSET
    hash: Annotated[str, Meta(max_length=300)] | UnsetType = UNSET


class BackupsRules(Struct, frozen=True, kw_only=True):
    """The folder in which each computer has one for its backups."""

    folder: Place | UnsetType = UNSET


class Rules(Struct, frozen=True, kw_only=True):
    """All sections."""

    office: OfficeRules = OfficeRules()
    window: WindowRules = WindowRules()
    printing: PrintingRules = PrintingRules()
    records: RecordsRules = RecordsRules()
    packages: PackagesRules = PackagesRules()
    pin: PinRules = PinRules()
    backups: BackupsRules = BackupsRules()

    def set_keys(self) -> Iterator[tuple[str, Any]]:
        """The keys that are laid down, as `section.key`, with their values."""
        for section in self.__struct_fields__:
            rules = getattr(self, section)
            for key in rules.__struct_fields__:
                if (value := getattr(rules, key)) is not UNSET:
                    yield f"{section}.{key}", value

    def settings(self) -> dict[str, Any]:
        """What takes the place of the user's own settings, by the names of these; the office is told apart."""
        return {_SETTINGS[key]: value for key, value in self.set_keys() if key in _SETTINGS}

    def office_values(self) -> dict[str, str]:
        """What takes the place of parts of the user's own office, by their names."""
        found = {key.removeprefix("office."): value for key, value in self.set_keys() if key.startswith("office.")}
        return {**found, "logo": LOGO} if "logo" in found else found


SECTIONS: Mapping[str, type[Struct]] = {name: type(getattr(Rules(), name)) for name in Rules.__struct_fields__}
"""The sections by their names."""
_SETTINGS = {
    "window.language": "language",
    "printing.printer": "printer",
    "printing.language": "paper_language",
    "printing.large_print": "is_large_print",
    "records.review_months": "review_months",
    "pin.hash": "pin",
}
_LINE = N_("It has to be a text of at most {most} characters.")
_TRUTH = N_("It has to be true or false.")
_ONE_OF = N_("It has to be one of these: {names}.")
_FOLDER = N_("It has to be the whole path of a folder.")
_DEMANDS: Mapping[str, Message] = {
    "office.address": Message(_LINE, most=1000),
    "office.hours": Message(_LINE, most=1000),
    "office.footer": Message(_LINE, most=1000),
    "office.logo": Message(N_("It has to be the path of an image.")),
    "window.language": Message(_ONE_OF, names=", ".join(LANGUAGES)),
    "printing.language": Message(_ONE_OF, names=", ".join(PAPER_LANGUAGES)),
    "printing.large_print": Message(_TRUTH),
    "records.review_months": Message(N_("It has to be a whole number from 1 to 60.")),
    "packages.folder": Message(_FOLDER),
    "backups.folder": Message(_FOLDER),
    "pin.required": Message(_TRUTH),
    "pin.hash": Message(N_("It has to be the text that stands under “pin” in the settings file of a computer.")),
}


def demand(key: str) -> Message:
    """What the value of a key has to be."""
    return _DEMANDS.get(key, Message(_LINE, most=200))
