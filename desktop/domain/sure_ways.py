"""The ways to a record that may be handed on where no warning could stand beside them."""

from collections.abc import Iterator

from desktop.domain.address import Address
from desktop.domain.doubts import doubt_about
from desktop.domain.phone import Phone
from desktop.domain.reach import Reachable
from desktop.domain.record import Email, Link, Record
from desktop.domain.vocabulary import AddressKind, ReachStatus


def sure_addresses(record: Reachable) -> Iterator[Address]:
    """The addresses that no flag calls outdated or doubtful, those to go to first."""
    sure = [address for place, address in enumerate(record.addresses) if not doubt_about(record, "addresses", place)]
    return iter(sorted(sure, key=lambda address: address.kind is AddressKind.POSTAL))


def sure_phones(record: Reachable) -> Iterator[Phone]:
    """The numbers that are in use and in no doubt."""
    for place, phone in enumerate(record.phones):
        if phone.status is ReachStatus.ACTIVE and not doubt_about(record, "phones", place):
            yield phone


def sure_emails(record: Reachable) -> Iterator[Email]:
    """The mail addresses that are in use and in no doubt."""
    for place, email in enumerate(record.emails):
        if email.status is ReachStatus.ACTIVE and not doubt_about(record, "emails", place):
            yield email


def sure_links(record: Record) -> Iterator[Link]:
    """The links that no flag doubts; one that leads nowhere has no target."""
    return (link for place, link in enumerate(record.links) if not doubt_about(record, "links", place))
