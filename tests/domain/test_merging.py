"""What only one side changed is taken, what both changed is decided by a person, and nothing is lost."""

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.domain.address import Address
from desktop.domain.contact import Location, Organization
from desktop.domain.hours import Slot
from desktop.domain.merging import WHOLE, Conflict, Merge, Side, merge
from desktop.domain.municipality import Municipality
from desktop.domain.phone import Phone, completed
from desktop.domain.provenance import Provenance
from desktop.domain.record import Email, Record, Statement, Term
from desktop.domain.translation import Translation
from desktop.domain.vocabulary import Kind, Level, LocationRole, Status, Weekday
from tests.support.dossiers import dossier

ORIGIN = Provenance(source="eigene-angaben", as_of=date(2026, 1, 1))
BASE = Location(
    id="stelle",
    name="Stelle",
    organization_id="bamf",
    role=LocationRole.OFFICE,
    cost="frei",
    phones=tuple(completed(Phone(raw=raw)) for raw in ("0221 1234", "0221 5678")),
    provenance=ORIGIN,
)
_DAYS = st.sampled_from([None, date(2026, 1, 1), date(2026, 6, 1), date(2026, 11, 1)])
_SHORT = st.sampled_from(["a", "b", "c", "d"])


@st.composite
def _origins(draw: st.DrawFn) -> Provenance:
    day = draw(_DAYS)
    return Provenance(
        source=draw(st.sampled_from(["s", "t"])),
        as_of=draw(_DAYS),
        checked_on=day,
        checked_by="A" if day else None,
        next_check=draw(_DAYS),
    )


def _several(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=4).map(tuple)


_PHONES = st.builds(
    Phone,
    raw=st.sampled_from(["1", "2", "3", "4"]),
    label=st.none() | _SHORT,
    e164=st.sampled_from([None, "+49", "+48"]),
)
_HOURS = st.sampled_from(
    [
        (),
        (Slot(weekday=Weekday.MONDAY, opens="08:00", closes="12:00"),),
        (Slot(weekday=Weekday.MONDAY, opens="10:00", closes="16:00"),),
    ]
)
_TRANSLATIONS = _several(st.builds(Translation, language=st.sampled_from(["en", "fr"]), text=_SHORT))
_PLACES = st.builds(
    Location,
    id=st.just("stelle"),
    name=_SHORT,
    summary=st.none() | _SHORT,
    alternate_names=st.lists(_SHORT, unique=True, max_size=4).map(tuple),
    status=st.sampled_from(Status),
    organization_id=st.just("bamf"),
    role=st.just(LocationRole.OFFICE),
    phones=_several(_PHONES),
    emails=_several(
        st.builds(Email, address=st.sampled_from(["a@x.de", "A@x.de", "b@x.de"]), label=st.none() | _SHORT)
    ),
    opening_hours=_HOURS,
    translations=_TRANSLATIONS,
    internal_note=st.none() | _SHORT,
    interpreter=st.sampled_from([None, True, False]),
    provenance=_origins(),
)
_TOWNS = st.builds(
    lambda desk, phones, aims, population: replace(
        dossier("moers").record, desk_name=desk, phones=phones, aims=aims, inhabitants=population
    ),
    st.none() | _SHORT,
    _several(_PHONES),
    _several(st.builds(Statement, text=_SHORT, title=st.none() | _SHORT)),
    st.sampled_from([None, 1, 2]),
)
_TERMS = st.builds(
    Term,
    id=st.just("sprache"),
    name=_SHORT,
    alternate_names=st.lists(_SHORT, unique=True, max_size=3).map(tuple),
    translations=_TRANSLATIONS,
)
_THREE = st.one_of(*(st.tuples(kind, kind, kind) for kind in (_PLACES, _TOWNS, _TERMS)))


@settings(deadline=None)
@given(_THREE)
def test_who_takes_nothing_new_keeps_everything(three: tuple[Any, ...]) -> None:
    base, ours, _ = three
    assert merge(base, ours, base) == Merge(ours)
    assert merge(base, ours, ours) == Merge(ours)


@settings(deadline=None)
@given(_THREE)
def test_who_changed_nothing_takes_everything(three: tuple[Any, ...]) -> None:
    base, _, theirs = three
    assert merge(base, base, theirs) == Merge(theirs)


@settings(max_examples=300, deadline=None)
@given(_THREE)
def test_the_same_conflicts_are_seen_from_both_sides(three: tuple[Any, ...]) -> None:
    base, ours, theirs = three
    here, there = merge(base, ours, theirs).conflicts, merge(base, theirs, ours).conflicts
    turned = {Conflict(one.field, one.base, one.theirs, one.ours).field for one in there}
    assert {one.field for one in here} == turned
    assert {one.field: (one.ours, one.theirs) for one in here} == {one.field: (one.theirs, one.ours) for one in there}


def _conflicting(fields: tuple[Conflict, ...], name: str) -> bool:
    return any(one.field == WHOLE or one.field.partition("[")[0] == name for one in fields)


@settings(max_examples=300, deadline=None)
@given(_THREE)
def test_a_field_that_one_side_changed_has_its_value_and_one_that_both_did_is_no_secret(
    three: tuple[Any, ...],
) -> None:
    base, ours, theirs = three
    found = merge(base, ours, theirs)
    desk = {"desk_name", "phones", "addresses", "emails", "opening_hours", "closures", "hours_note", "by_appointment"}
    for name in base.__struct_fields__:
        was, mine, other, now = (getattr(one, name) for one in (base, ours, theirs, found.result))
        if name in {"provenance", "translations", "internal_note"} or _conflicting(found.conflicts, name):
            continue
        if mine == was and not (isinstance(base, Municipality) and name in desk):
            assert now == other
        elif other in (was, mine):
            assert now == mine
        elif isinstance(mine, tuple) and not isinstance(base, Municipality):
            assert {str(one) for one in now} <= {str(one) for one in (*mine, *other)}


@settings(max_examples=300, deadline=None)
@given(_THREE)
def test_decided_for_one_side_a_field_has_the_value_of_that_side(three: tuple[Any, ...]) -> None:
    base, ours, theirs = three
    conflicts = merge(base, ours, theirs).conflicts
    for side, record in ((Side.OURS, ours), (Side.THEIRS, theirs)):
        result = merge(base, ours, theirs, {one.field: side for one in conflicts}).result
        for one in conflicts:
            if one.field == WHOLE:
                assert result == record
            elif "[" not in one.field and "." not in one.field and one.field != "translations":
                assert getattr(result, one.field) == getattr(record, one.field)


def test_numbers_are_told_apart() -> None:
    one, other = BASE.phones
    ours = replace(BASE, phones=(replace(one, label="Zentrale"), other))
    theirs = replace(BASE, phones=(one, replace(other, label="Frau Kaya"), Phone(raw="0221 999")))
    found = merge(BASE, ours, theirs)
    assert found.conflicts == ()
    assert isinstance(found.result, Location)
    assert [phone.label for phone in found.result.phones] == ["Zentrale", "Frau Kaya", None]


def test_a_number_that_both_changed_is_decided_by_itself() -> None:
    one, other = BASE.phones
    ours = replace(BASE, cost="5 Euro", phones=(replace(one, label="Zentrale"), other))
    theirs = replace(BASE, phones=(replace(one, label="Pforte"),))
    found = merge(BASE, ours, theirs)
    assert [conflict.field for conflict in found.conflicts] == ["phones[+492211234]"]
    decided = merge(BASE, ours, theirs, {"phones[+492211234]": Side.THEIRS})
    assert decided.result == replace(theirs, cost="5 Euro")


def test_a_number_that_both_spelled_anew_is_not_kept_twice() -> None:
    other = BASE.phones[1]
    ours, theirs = (replace(BASE, phones=(completed(Phone(raw=raw)), other)) for raw in ("0221 1111", "0221 2222"))
    found = merge(BASE, ours, theirs)
    assert [conflict.field for conflict in found.conflicts] == ["phones"]
    assert found.result == ours


def test_what_is_gone_there_is_archived_here() -> None:
    assert merge(BASE, BASE, None).result == replace(BASE, status=Status.ARCHIVED)
    noted = replace(BASE, internal_note="Anruf am 3. Mai")
    assert merge(BASE, noted, None).result == replace(noted, status=Status.ARCHIVED)


def test_what_is_gone_there_and_edited_here_is_decided() -> None:
    ours = replace(BASE, cost="5 Euro")
    found = merge(BASE, ours, None)
    assert found == Merge(ours, (Conflict(WHOLE, BASE, ours, None),))
    assert merge(BASE, ours, None, {WHOLE: Side.THEIRS}).result == replace(ours, status=Status.ARCHIVED)


def test_what_was_deleted_here_stays_so_unless_it_was_changed_there() -> None:
    theirs = replace(BASE, cost="5 Euro")
    assert merge(BASE, None, BASE) == Merge(None)
    assert merge(BASE, None, theirs) == Merge(None, (Conflict(WHOLE, BASE, None, theirs),))
    assert merge(BASE, None, theirs, {WHOLE: Side.THEIRS}).result == theirs
    assert merge(BASE, None, None) == Merge(None)


def test_two_that_were_made_apart_are_compared_field_by_field() -> None:
    theirs = replace(BASE, name="Stelle Köln", cost=None, summary="Berät.")
    found = merge(None, BASE, theirs)
    assert [conflict.field for conflict in found.conflicts] == ["name"]
    assert found.result == replace(BASE, summary="Berät.")


def test_another_kind_of_record_under_one_id_is_decided_as_a_whole() -> None:
    theirs = Organization(id="stelle", name="Stelle", level=Level.FEDERAL, provenance=ORIGIN)
    found = merge(None, BASE, theirs)
    assert found.conflicts == (Conflict(WHOLE, None, BASE, theirs),)
    assert BASE.KIND is Kind.LOCATION


def test_changes_that_do_not_go_together_are_decided_as_a_whole() -> None:
    ours = replace(BASE, hours_of="andere")
    theirs = replace(BASE, hours_note="nach Absprache")
    assert [conflict.field for conflict in merge(BASE, ours, theirs).conflicts] == [WHOLE]


def test_the_desk_of_a_town_and_internal_notes_stay() -> None:
    base = dossier("moers").record
    ours = replace(base, desk_name="Servicestelle", internal_note="Von uns.", inhabitants=1)
    address = Address(postal_code="47441", town="Moers")
    theirs = replace(base, desk_name="Amt", internal_note="Von ihnen.", addresses=(address,), summary="Neu gefasst.")
    found = merge(base, ours, theirs)
    assert found == Merge(replace(ours, summary="Neu gefasst."))


def _checked(record: Record, day: int) -> Record:
    check = {"checked_on": date(2026, 11, day), "checked_by": f"Nr. {day}", "next_check": date(2027, 11, day)}
    return replace(record, provenance=replace(record.provenance, **check))


def test_of_two_checks_the_newer_one_counts() -> None:
    ours = replace(_checked(BASE, 20), cost="5 Euro")
    assert merge(BASE, ours, _checked(BASE, 3)) == Merge(ours)
    assert merge(BASE, ours, _checked(BASE, 21)) == Merge(replace(_checked(BASE, 21), cost="5 Euro"))
    assert merge(BASE, ours, replace(BASE, name="Neu")).result == replace(ours, name="Neu")


def test_nobody_has_read_a_translation_beside_a_sentence_of_the_other_side() -> None:
    read = Translation(language="en", text="Free.", checked_on=date(2026, 11, 1), checked_by="B")
    ours, theirs = replace(BASE, summary="Neu."), replace(BASE, translations=(read,))
    found = merge(BASE, ours, theirs).result
    assert found is not None
    assert [one.is_checked for one in found.translations] == [False]
