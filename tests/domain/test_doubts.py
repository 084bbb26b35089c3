"""A doubt leads to the value that it is about."""

import pytest

from desktop.domain.contact import Location
from desktop.domain.doubts import doubted
from desktop.domain.provenance import Flag
from desktop.domain.vocabulary import FlagKind
from tests.support.dossiers import dossier, shipped


def _flag(field: str | None) -> Flag:
    return Flag(kind=FlagKind.DOUBTFUL, note="Bitte prüfen.", field=field)


def test_a_doubt_about_a_part_shows_the_whole_part() -> None:
    record = dossier("bva-bonn").record
    assert isinstance(record, Location)
    assert doubted(record, _flag("phones[1].raw")) == ("phones", record.phones[1])
    assert doubted(record, _flag("addresses[0]")) == ("addresses", record.addresses[0])
    assert doubted(record, _flag("name")) == ("name", record.name)


@pytest.mark.parametrize("field", [None, "gibt_es_nicht", "phones[9].raw", "name[0]", "Die ganze Seite"])
def test_a_doubt_about_nothing_that_is_there_shows_nothing(field: str | None) -> None:
    assert doubted(dossier("bva-bonn").record, _flag(field)) is None


def test_every_shipped_doubt_that_names_a_place_finds_it() -> None:
    for record in shipped().records:
        for flag in record.flags:
            assert (doubted(record, flag) is None) is (flag.field is None), (record.id, flag.field)
