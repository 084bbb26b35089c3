"""Which values of a page a person means by "the number", "the mail address" and "the address"."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from desktop.domain.errors import N_

if TYPE_CHECKING:
    from desktop.pages.blocks import Value

PHONE, EMAIL, ADDRESS = "phone", "email", "address"

_IS: "Mapping[str, Callable[[Value], bool]]" = {
    PHONE: lambda value: (value.target or "").startswith("tel:"),
    EMAIL: lambda value: (value.target or "").startswith("mailto:"),
    ADDRESS: lambda value: "\n" in (value.copied or ""),  # a block of lines for a letter
}
MISSING = {
    PHONE: N_("There is no telephone number on this page."),
    EMAIL: N_("There is no e-mail address on this page."),
    ADDRESS: N_("There is no postal address on this page."),
}


def first_of(what: str, values: "Iterable[Value]") -> "Value | None":
    """The first value of that sort that may be copied."""
    return next((value for value in values if value.copied and not value.is_void and _IS[what](value)), None)
