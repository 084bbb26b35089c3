"""A place to go to, or only to write to."""

from typing import Annotated

from msgspec import Meta, Struct

from desktop.domain.vocabulary import AddressKind


class Address(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Street with house number, German postcode, town and, where named, the district of the town."""

    kind: AddressKind = AddressKind.VISIT
    care_of: str | None = None
    street: str | None = None
    postal_code: Annotated[str, Meta(pattern=r"^[0-9]{5}$")]
    town: Annotated[str, Meta(min_length=1, max_length=200)]
    district: Annotated[str, Meta(min_length=1, max_length=200)] | None = None
    note: str | None = None

    def lines(self) -> tuple[str, ...]:
        """The lines below a name on an envelope."""
        town = f"{self.town}-{self.district}" if self.district else self.town
        return tuple(line for line in (self.care_of, self.street, f"{self.postal_code} {town}") if line)
