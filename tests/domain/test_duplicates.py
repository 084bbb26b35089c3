"""Two records of the same place are noticed; colleagues under one roof are not taken for one another."""

from msgspec.structs import replace

from desktop.domain.contact import Location, Person
from desktop.domain.duplicates import Likeness, Lookalike, lookalikes
from desktop.domain.editing import OWN_SOURCE
from desktop.domain.partner import Partner
from desktop.domain.phone import Phone, completed
from desktop.domain.provenance import Provenance
from desktop.domain.record import Email, Record
from desktop.domain.vocabulary import LocationRole, PartnerKind, PhoneKind, Status
from tests.support.dossiers import dossier

OWN = Provenance(source=OWN_SOURCE.id)


def _place(record_id: str, **values: object) -> Location:
    plain = {"name": "Beratung", "organization_id": "caritas", "role": LocationRole.OFFICE, "provenance": OWN}
    return Location(id=record_id, **{**plain, **values})  # type: ignore[arg-type]


def _mail(address: str) -> tuple[Email, ...]:
    return (Email(address=address),)


def _phones(*numbers: str, kind: PhoneKind = PhoneKind.VOICE) -> tuple[Phone, ...]:
    return tuple(completed(Phone(raw=number, kind=kind)) for number in numbers)


def _koeln() -> Location:
    record = dossier("bamf-koeln").record
    assert isinstance(record, Location)
    return record


def _why(found: tuple[Lookalike, ...]) -> list[tuple[Likeness, bool]]:
    return [(trait.likeness, trait.is_weak) for one in found for trait in one.traits]


def test_the_same_number_in_another_spelling_is_noticed() -> None:
    new = _place("neu", phones=_phones("+49 (0)221 / 924260"))
    (found,) = lookalikes(new, [_koeln()])
    assert found.reference.id == "bamf-koeln"
    assert found.traits[0].words.in_words(str) == "same number: 0221 92426-0"
    assert not found.is_weak


def test_the_same_mail_address_in_other_letters_is_noticed() -> None:
    new = _place("neu", emails=_mail("ref324posteingang@BAMF.bund.de"))
    assert _why(lookalikes(new, [_koeln()])) == [(Likeness.EMAIL, False)]


def test_the_same_name_counts_in_the_same_town_only() -> None:
    one, there = _place("eins", name="Bürgerbüro"), _koeln().addresses
    other = _place("zwei", name="Buergerbuero", addresses=there)
    elsewhere = tuple(replace(address, town="Aachen") for address in there)
    assert _why(lookalikes(replace(one, addresses=there), [other])) == [(Likeness.NAME, False)]
    assert lookalikes(replace(one, addresses=elsewhere), [other]) == ()
    assert _why(lookalikes(one, [other])) == [(Likeness.NAME, True)]


def test_records_without_any_town_are_told_apart_by_their_names() -> None:
    values = {"kind": PartnerKind.WELFARE, "network_id": "netz", "provenance": OWN}
    one, other = (Partner(id=name, name="Caritas Moers", **values) for name in ("eins", "zwei"))  # type: ignore[arg-type]
    assert _why(lookalikes(one, [other])) == [(Likeness.NAME, False)]


def test_a_switchboard_of_one_organisation_is_a_weak_reason() -> None:
    one = _place("eins", name="Eins", phones=_phones("0203 1111-0"), emails=_mail("post@caritas.de"))
    other = replace(one, id="zwei", name="Zwei")
    (found,) = lookalikes(one, [other])
    assert found.is_weak
    assert "switchboard" in found.traits[1].words.in_words(str)
    assert not lookalikes(replace(one, organization_id="andere"), [other])[0].is_weak


def test_numbers_that_everybody_calls_are_a_weak_reason() -> None:
    one = _place("eins", name="Eins", phones=_phones("116117", "115"))
    other = replace(one, id="zwei", name="Zwei", organization_id="andere")
    assert lookalikes(one, [other])[0].is_weak


def test_colleagues_who_share_a_number_are_a_weak_reason() -> None:
    one = Person(id="eins", name="A. Eins", belongs_to="moers", phones=_phones("02841 201-0"), provenance=OWN)
    assert lookalikes(one, [replace(one, id="zwei", name="B. Zwei")])[0].is_weak


def test_neither_a_record_itself_nor_archived_ones_nor_other_kinds_are_named() -> None:
    koeln = _koeln()
    person = Person(id="wer", name=koeln.name, belongs_to="bamf-koeln", phones=koeln.phones, provenance=OWN)
    others: list[Record] = [koeln, replace(koeln, id="alt", status=Status.ARCHIVED), person]
    assert lookalikes(koeln, others) == ()


def test_what_somebody_saved_so_before_is_not_asked_again() -> None:
    koeln = _koeln()
    before = _place("neu", phones=_phones("0221 92426-0"))
    after = replace(before, emails=_mail("Ref324Posteingang@bamf.bund.de"))
    assert lookalikes(before, [koeln], before) == ()
    assert _why(lookalikes(after, [koeln], before)) == [(Likeness.EMAIL, False)]


def test_the_likeliest_comes_first() -> None:
    koeln = _koeln()
    both = replace(koeln, id="b", name="Zwilling")
    weak = replace(koeln, id="w", name="Anderswo", emails=())
    new = _place("neu", phones=koeln.phones, emails=koeln.emails, organization_id="andere")
    found = lookalikes(new, [replace(weak, organization_id="andere"), both])
    assert [one.reference.id for one in found] == ["b", "w"]


def test_the_same_name_and_number_in_one_organisation_are_a_reason_to_ask_although_no_town_was_typed() -> None:
    there = _place("eins", name="BAMF Dortmund", phones=_phones("0231 9058-0"), addresses=_koeln().addresses)
    new = _place("zwei", name="BAMF Dortmund", phones=_phones("(0231) 9058-0"))
    (found,) = lookalikes(new, [there])
    assert _why((found,)) == [(Likeness.NAME, True), (Likeness.PHONE, True)]
    assert not found.is_weak
