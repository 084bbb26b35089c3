"""What goes out as vCards comes back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.domain.catalogue import Catalogue
from desktop.domain.contact import Location, Person
from desktop.domain.incoming import Entry
from desktop.domain.vocabulary import Kind
from desktop.exchange.vcards import KINDS
from tests.support.any_records import records
from tests.support.fuzzing import tried
from tests.support.vcards import WRITERS, lines_of, only, read, without_note, written

_KINDS = tuple(sorted(kind.KIND for kind in KINDS))


@pytest.mark.parametrize("version", WRITERS)
def test_the_shipped_records_come_back_with_nothing_lost(catalogue: Catalogue, version: str) -> None:
    kept = [record for record in catalogue.records if isinstance(record, KINDS)]
    assert {record.KIND for record in kept} == set(_KINDS)
    found = read(written(*catalogue.records, version=version))
    assert [one.record for one in found if isinstance(one, Entry)] == list(map(without_note, kept))
    assert all(isinstance(one, Entry) and one.has_id and not one.lost for one in found)


@pytest.mark.parametrize("version", WRITERS)
@pytest.mark.parametrize("kind", _KINDS)
@tried(20)
@given(data=st.data())
def test_a_record_with_any_field_set_comes_back_as_it_was(version: str, kind: Kind, data: st.DataObject) -> None:
    record = data.draw(records(kind))
    found = only(written(record, version=version))
    assert found.record == without_note(record)
    assert found.has_id
    assert found.lost == ()


@tried(20)
@given(records(Kind.LOCATION), records(Kind.ORGANIZATION), records(Kind.PERSON))
def test_what_a_record_cannot_be_without_travels_in_its_card(
    place: Location, organization: Location, person: Person
) -> None:
    place = replace(place, id="ort", organization_id="traeger", hours_of=None)
    organization = replace(organization, id="traeger")
    person = replace(person, id="mensch", belongs_to="ort")
    alone = only(written(person, beside=(place, organization)))
    assert alone.needs == (without_note(organization), without_note(place))
    together = read(written(organization, place, person, beside=(place, organization)))
    assert [one.needs for one in together if isinstance(one, Entry)] == [(), (), ()]


@tried(20)
@given(st.sampled_from(_KINDS).flatmap(records), st.sampled_from(sorted(WRITERS)))
def test_internal_notes_never_leave_the_program_and_no_import_takes_one_away(record: Location, version: str) -> None:
    noted = replace(record, internal_note="nur für das Team: gelbe Tür")
    data = written(noted, version=version, beside=(replace(noted, id="anderer"),))
    assert "gelbe" not in "".join(lines_of(data))
    assert "internal_note" not in only(data).given


@tried(40)
@given(st.sampled_from(_KINDS).flatmap(records), st.sampled_from(sorted(WRITERS)))
def test_every_line_is_short_and_whole(record: Location, version: str) -> None:
    for line in written(record, version=version).split(b"\r\n"):
        assert len(line) <= 75
        assert b"\n" not in line
        line.decode()


def test_other_kinds_have_no_card(catalogue: Catalogue) -> None:
    others = [record for record in catalogue.records if not isinstance(record, KINDS)]
    assert others
    assert written(*others) == b""
