"""The partner network "Erfolgsfaktor Interkulturelle Öffnung" and its members."""

from typing import ClassVar

from desktop.domain.record import Name, Record, RecordId, Statement
from desktop.domain.vocabulary import Kind, PartnerKind


class Network(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The network itself: why it exists, what it offers and what it asks."""

    KIND: ClassVar[Kind] = Kind.NETWORK
    SECTIONS: ClassVar[tuple[str, ...]] = ("context", "aims", "offers", "conditions", "figures")

    context: tuple[Statement, ...] = ()
    aims: tuple[Statement, ...] = ()
    offers: tuple[Statement, ...] = ()
    conditions: tuple[Statement, ...] = ()
    figures: tuple[Statement, ...] = ()


class Partner(Record, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A member of the network; the seat is set only where the name says it."""

    KIND: ClassVar[Kind] = Kind.PARTNER

    kind: PartnerKind
    seat: Name | None = None
    network_id: RecordId
