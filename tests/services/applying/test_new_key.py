"""An office whose key was rightly replaced is still that office, once a person has compared the new fingerprint."""

import pytest
from msgspec.structs import replace

from desktop.domain.applying import Outcome, UntrustedError
from desktop.domain.catalogue import Catalogue
from desktop.domain.change import ChangeSet
from desktop.domain.errors import ForeignFileError
from desktop.domain.package import Package
from desktop.domain.trust import Trust, fingerprint
from desktop.services.applying.applying import Consent
from tests.support.deeds import dump
from tests.support.laptop import Laptop
from tests.support.unwritten import KEY, package_of, with_records

NEW_KEY, THIRD = b"n" * 32, b"t" * 32


def _says(catalogue: Catalogue, cost: str, number: int = 1, key: bytes = KEY, office: str = "Stadt Moers") -> Package:
    """A package in which BAMF Köln costs something else."""
    koeln = next(record for record in catalogue.records if record.id == "bamf-koeln")
    return package_of(with_records(catalogue, replace(koeln, cost=cost)), number, key=key, office=office)


def _takes_as_new_key(laptop: Laptop, package: Package) -> ChangeSet:
    digits = fingerprint(package.signer.public_key)
    return laptop.applying.apply(laptop.look(package), {}, Consent(digits, replaces=True))


def _trust(laptop: Laptop, package: Package) -> Trust | None:
    found = laptop.look(package).verdict
    return found.trust if found else None


@pytest.mark.parametrize(
    "consent",
    [
        Consent(),
        Consent(insists=True),
        Consent(fingerprint(NEW_KEY)),
        Consent(fingerprint(NEW_KEY), insists=True),
    ],
)
def test_another_key_is_refused_as_long_as_nobody_says_that_it_is_the_new_one(
    laptop: Laptop, catalogue: Catalogue, consent: Consent
) -> None:
    laptop.takes(_says(catalogue, "5 Euro"))
    before = dump(laptop.database)
    with pytest.raises(ForeignFileError, match="signed with another key"):
        laptop.applying.apply(laptop.look(_says(catalogue, "9 Euro", key=NEW_KEY)), {}, consent)
    assert dump(laptop.database) == before


@pytest.mark.parametrize("digits", ["", "0000", fingerprint(KEY), fingerprint(NEW_KEY)[:-1]])
def test_who_says_so_must_have_compared_the_new_fingerprint(laptop: Laptop, catalogue: Catalogue, digits: str) -> None:
    laptop.takes(_says(catalogue, "5 Euro"))
    before = dump(laptop.database)
    with pytest.raises(UntrustedError, match="another key before"):
        laptop.applying.apply(laptop.look(_says(catalogue, "9 Euro", key=NEW_KEY)), {}, Consent(digits, replaces=True))
    assert dump(laptop.database) == before


def test_with_the_new_key_the_packages_go_on_where_the_old_ones_ended(laptop: Laptop, catalogue: Catalogue) -> None:
    laptop.takes(_says(catalogue, "5 Euro", 7))
    anew = _says(catalogue, "9 Euro", 1, NEW_KEY)
    assert [one.outcome for one in laptop.look(anew).findings] == [Outcome.CHANGED]  # what came last is still the base
    _takes_as_new_key(laptop, anew)
    assert getattr(laptop.record("bamf-koeln"), "cost", "") == "9 Euro"
    assert _trust(laptop, anew) is Trust.REPEATED
    assert _trust(laptop, _says(catalogue, "10 Euro", 2, NEW_KEY)) is Trust.KNOWN
    assert [(one.office, one.public_key) for one in laptop.applying.signers()] == [("Stadt Moers", NEW_KEY)]


def test_the_old_key_is_not_believed_any_more_under_any_name_of_the_office(
    laptop: Laptop, catalogue: Catalogue
) -> None:
    laptop.takes(_says(catalogue, "5 Euro"))
    laptop.takes(_says(catalogue, "6 Euro", 2, office="Servicestelle Moers"))
    _takes_as_new_key(laptop, _says(catalogue, "9 Euro", 1, NEW_KEY, office="Servicestelle Moers"))
    for office in ("Stadt Moers", "Servicestelle Moers"):
        assert _trust(laptop, _says(catalogue, "0 Euro", 99, office=office)) is Trust.CHANGED_KEY
        assert _trust(laptop, _says(catalogue, "10 Euro", 2, NEW_KEY, office=office)) is Trust.KNOWN


def test_a_key_that_another_office_is_known_by_is_never_the_new_one(laptop: Laptop, catalogue: Catalogue) -> None:
    laptop.takes(_says(catalogue, "5 Euro"))
    laptop.takes(_says(catalogue, "5 Euro", key=THIRD, office="Stadt Rheine"))
    with pytest.raises(ForeignFileError, match="signed with another key"):
        _takes_as_new_key(laptop, _says(catalogue, "9 Euro", 2, THIRD))


def test_undo_takes_back_the_records_and_leaves_the_key(laptop: Laptop, catalogue: Catalogue) -> None:
    laptop.takes(_says(catalogue, "5 Euro"))
    anew = _says(catalogue, "9 Euro", 1, NEW_KEY)
    _takes_as_new_key(laptop, anew)
    laptop.editing.undo()
    assert getattr(laptop.record("bamf-koeln"), "cost", "") == "5 Euro"
    assert _trust(laptop, anew) is Trust.KNOWN
    assert [one.outcome for one in laptop.look(anew).findings] == [Outcome.CHANGED]
    laptop.editing.undo()
    laptop.editing.redo()
    laptop.editing.redo()
    assert getattr(laptop.record("bamf-koeln"), "cost", "") == "9 Euro"


def test_an_office_with_another_name_is_no_other_office(laptop: Laptop, catalogue: Catalogue) -> None:
    laptop.takes(_says(catalogue, "5 Euro"))
    renamed = _says(catalogue, "6 Euro", 2, office="Servicestelle Moers")
    look = laptop.look(renamed)
    assert look.verdict is not None
    assert look.verdict.trust is Trust.RENAMED
    assert [one.outcome for one in look.findings] == [Outcome.CHANGED]
    laptop.applying.apply(look, {})
    assert _trust(laptop, _says(catalogue, "5 Euro", 1)) is Trust.OLDER
