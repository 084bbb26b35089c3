"""What comes from elsewhere, with what is known of its last coming."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from msgspec.structs import replace

from desktop.domain.package import Cargo
from desktop.domain.plain import decoded
from desktop.domain.record import Record, RecordId, Term
from desktop.domain.trust import verdict
from desktop.domain.vocabulary import Status, Taxonomy

if TYPE_CHECKING:
    from desktop.domain.package import Package
    from desktop.store.last_shipped import LastShipped
    from desktop.store.unit_of_work import Unit


class Brought(NamedTuple):
    """Records and terms; `public_key` is that of the office, empty for the program.

    `withdrawn` are records that are no longer shipped; where it `is_whole`, what is not in it is gone there. Each
    office has bases of its own, for two offices know nothing of one another; where it brings something for the first
    time both sides began with what was shipped.
    """

    public_key: bytes
    records: Sequence[Record]
    terms: Mapping[Taxonomy, Sequence[Term]]
    withdrawn: frozenset[RecordId] = frozenset()
    is_whole: bool = False

    def last(self, unit: Unit) -> LastShipped:
        """What the same brought last."""
        return unit.delivered(self.public_key) if self.public_key else unit.shipped

    def bases(self, unit: Unit, keys: Sequence[str]) -> dict[str, str]:
        """The states that both sides began with, by key."""
        shipped = unit.shipped.bodies(keys)
        return {**shipped, **self.last(unit).bodies(keys)} if self.public_key else shipped

    def known_keys(self, unit: Unit) -> set[str]:
        """What was here at some time, so that it was removed where it is not here now."""
        return {*unit.shipped.known(), *self.last(unit).known()}

    def own_keys(self, unit: Unit) -> list[str]:
        """The records that the same office brought before, as far as they may be gone now."""
        return [key for key in self.last(unit).known() if ":" not in key] if self.is_whole else []

    def said_of(self, record: Record, ours: Record | None) -> Record:
        """A record as it is brought; a package may come without internal notes, which says nothing about them."""
        if not self.public_key or record.internal_note is not None or ours is None:
            return record
        return replace(record, internal_note=ours.internal_note)

    def term_ids(self) -> dict[Taxonomy, frozenset[RecordId]]:
        """The terms that come along."""
        return {taxonomy: frozenset(term.id for term in terms) for taxonomy, terms in self.terms.items()}


def of_package(unit: Unit, package: Package) -> Brought:
    """What a package brings; everyday words come with the program alone.

    Before a person has said that an office has a new key, what it brought last lies under the old one.
    """
    found = verdict(package.manifest, package.signer, unit.signers.all())
    public_key = found.last.public_key if found.may_replace and found.last else package.signer.public_key
    catalogue = package.catalogue
    terms = {Taxonomy.SUBJECT: catalogue.subjects, Taxonomy.TARGET_GROUP: catalogue.target_groups}
    is_whole = package.manifest.cargo is Cargo.RECORDS
    return Brought(public_key, catalogue.records, terms, is_whole=is_whole)


def of_program(unit: Unit) -> Brought:
    """What waits of the shipped data because it was edited here."""
    records: list[Record] = []
    withdrawn: set[RecordId] = set()
    terms: dict[Taxonomy, list[Term]] = {taxonomy: [] for taxonomy in Taxonomy}
    for key, body in unit.shipped.waiting().items():
        taxonomy, _, term_id = key.rpartition(":")
        if taxonomy:
            terms[Taxonomy(taxonomy)].append(msgspec.json.decode(body, type=Term))
            continue
        record, base = decoded(body), unit.shipped.first(term_id)
        records.append(record)
        if base is not None and record == replace(base, status=Status.ARCHIVED):
            withdrawn.add(record.id)
    return Brought(b"", records, terms, frozenset(withdrawn))
