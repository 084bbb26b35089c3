"""Whose packages are believed: the same name with the same key, and nothing older than what was taken."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from desktop.domain.errors import ForeignFileError
from desktop.domain.package import Cargo, Manifest, Signer
from desktop.domain.trust import KnownSigner, Trust, fingerprint, known_as, remembered, verdict

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
MOERS = Signer("Stadt Moers", b"m" * 32)
OTHER = Signer("Stadt Moers", b"x" * 32)
FIFTH = Manifest(format=1, cargo=Cargo.RECORDS, office="Stadt Moers", number=5, made_at=NOW, counts={}, digests={})
KNOWN = {known_as(FIFTH, MOERS): KnownSigner("Stadt Moers", MOERS.public_key, NOW, 4)}


def test_a_first_package_is_new_and_may_be_taken_once_the_fingerprint_was_compared() -> None:
    found = verdict(FIFTH, MOERS, {})
    assert (found.trust, found.is_refused) == (Trust.NEW, False)
    found.demand()


def test_the_next_package_of_the_same_key_is_known() -> None:
    assert verdict(FIFTH, MOERS, KNOWN).trust is Trust.KNOWN


def test_another_key_under_a_known_name_is_refused_even_where_somebody_insists() -> None:
    found = verdict(FIFTH, OTHER, KNOWN)
    assert found.trust is Trust.CHANGED_KEY
    with pytest.raises(ForeignFileError, match="signed with another key"):
        found.demand(insists=True)


@pytest.mark.parametrize(
    "name", ["stadt moers", "Stadt  Moers ", "STADT\u00a0MOERS", "Stadt Mo\u200bers", "Stadt Möers"]
)
def test_a_known_name_in_another_spelling_is_still_the_known_name(name: str) -> None:
    assert verdict(replace(FIFTH, office=name), OTHER._replace(office=name), KNOWN).trust is Trust.CHANGED_KEY


@pytest.mark.parametrize(("number", "trust"), [(4, Trust.REPEATED), (3, Trust.OLDER)])
def test_what_is_not_newer_than_the_last_one_is_refused_unless_somebody_insists(number: int, trust: Trust) -> None:
    found = verdict(replace(FIFTH, number=number), MOERS, KNOWN)
    assert found.trust is trust
    with pytest.raises(ForeignFileError, match="taken already"):
        found.demand()
    found.demand(insists=True)


def test_insisting_on_an_older_package_does_not_open_the_door_to_all_others_in_between() -> None:
    second = replace(FIFTH, number=2)
    assert remembered(second, MOERS, KNOWN, NOW) == KNOWN[known_as(second, MOERS)]


def test_an_office_that_calls_itself_otherwise_is_recognised_by_its_key_and_counted_on() -> None:
    renamed = Signer("Servicestelle Moers", MOERS.public_key)
    assert verdict(replace(FIFTH, office=renamed.office), renamed, KNOWN).trust is Trust.RENAMED
    older = verdict(replace(FIFTH, office=renamed.office, number=3), renamed, KNOWN)
    assert older.trust is Trust.OLDER


def test_its_former_name_does_not_bring_back_what_is_older_than_its_last_package() -> None:
    renamed = Signer("Servicestelle Moers", MOERS.public_key)
    sixth = replace(FIFTH, office=renamed.office, number=6)
    both = {**KNOWN, known_as(sixth, renamed): remembered(sixth, renamed, KNOWN, NOW)}
    assert verdict(FIFTH, MOERS, both).trust is Trust.OLDER


def test_each_laptop_of_an_office_counts_its_notes_for_itself() -> None:
    notes = replace(FIFTH, cargo=Cargo.NOTES, number=1)
    known = {known_as(notes, MOERS): remembered(notes, MOERS, KNOWN, NOW)}
    assert verdict(notes, OTHER, known).trust is Trust.NEW
    assert verdict(notes, MOERS, known).trust is Trust.REPEATED
    assert verdict(FIFTH, MOERS, {**KNOWN, **known}).trust is Trust.KNOWN


def test_whose_records_were_taken_is_believed_with_notes_too_which_are_counted_apart() -> None:
    notes = replace(FIFTH, cargo=Cargo.NOTES, number=1)
    assert verdict(notes, MOERS, KNOWN).trust is Trust.KNOWN
    assert verdict(notes, OTHER, KNOWN).trust is Trust.NEW
    renamed = Signer("Servicestelle Moers", MOERS.public_key)
    assert verdict(replace(notes, office=renamed.office), renamed, KNOWN).trust is Trust.RENAMED
    taken = {**KNOWN, known_as(notes, MOERS): remembered(notes, MOERS, KNOWN, NOW)}
    assert verdict(notes, MOERS, taken).trust is Trust.REPEATED
    assert verdict(replace(notes, number=2), MOERS, taken).trust is Trust.KNOWN
    assert verdict(FIFTH, MOERS, taken).trust is Trust.KNOWN


def test_notes_under_the_name_of_another_office_are_told_to_come_from_whose_key_they_have() -> None:
    rheine = Signer("Stadt Rheine", b"r" * 32)
    sixth = replace(FIFTH, office="Stadt Rheine", number=6)
    known = {**KNOWN, known_as(sixth, rheine): remembered(sixth, rheine, {}, NOW)}
    found = verdict(replace(FIFTH, cargo=Cargo.NOTES), Signer("Stadt Moers", rheine.public_key), known)
    assert (found.trust, found.reason.params["former"]) == (Trust.RENAMED, "Stadt Rheine")


def test_whose_notes_alone_were_taken_is_to_be_compared_before_records_are_believed() -> None:
    notes = replace(FIFTH, cargo=Cargo.NOTES, number=1)
    assert verdict(FIFTH, MOERS, {known_as(notes, MOERS): remembered(notes, MOERS, {}, NOW)}).trust is Trust.NEW


def test_what_is_remembered_of_a_signer_keeps_the_day_of_the_first_package() -> None:
    later = datetime(2026, 12, 1, tzinfo=UTC)
    assert remembered(FIFTH, MOERS, {}, NOW) == KnownSigner("Stadt Moers", MOERS.public_key, NOW, 5)
    assert remembered(FIFTH, MOERS, KNOWN, later) == KnownSigner("Stadt Moers", MOERS.public_key, NOW, 5)


def test_a_fingerprint_is_read_out_in_groups_of_four() -> None:
    groups = fingerprint(b"m" * 32).split(" ")
    assert [len(group) for group in groups] == [4] * 16
    assert fingerprint(b"m" * 32) != fingerprint(b"x" * 32)
