"""The office that hands sheets out: what stands at their head and foot."""

from typing import Annotated

from msgspec import Meta, Struct

OfficeLine = Annotated[str, Meta(max_length=200)]
OfficeText = Annotated[str, Meta(max_length=1000)]


class Office(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The own office as its clients know it; whatever is empty is not printed.

    `address` and `hours` may have several lines; `logo` is the name of an image in the folder of the data.
    """

    name: OfficeLine = ""
    address: OfficeText = ""
    phone: OfficeLine = ""
    email: OfficeLine = ""
    website: OfficeLine = ""
    hours: OfficeText = ""
    footer: OfficeText = ""
    logo: OfficeLine = ""

    @property
    def is_named(self) -> bool:
        """Whether a sheet says who hands it out."""
        return bool(self.name or self.logo)
