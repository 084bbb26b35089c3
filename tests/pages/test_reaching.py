"""What is in doubt about a way to reach somebody is told wherever that way is."""

import pytest
from msgspec.structs import replace

from desktop.domain.address import Address
from desktop.domain.contact import Location
from desktop.domain.dossier import Dossier
from desktop.domain.phone import Phone, completed
from desktop.domain.provenance import Flag
from desktop.domain.record import Email
from desktop.domain.vocabulary import AddressKind, FlagKind, PhoneKind
from desktop.i18n import load
from desktop.pages.blocks import Block, Fields, Note, Value
from desktop.pages.brief import brief
from desktop.pages.columns import COLUMNS
from desktop.pages.record import page
from tests.support.dossiers import dossier
from tests.support.places import TRANSLATIONS

GERMAN, ARABIC, TURKISH = (load(TRANSLATIONS, language) for language in ("de", "ar", "tr"))
OUTDATED = "Möglicherweise veraltet"


def values(blocks: tuple[Block, ...], beginning: str) -> list[Value]:
    fields = [field for block in blocks if isinstance(block, Fields) for field in block.fields]
    return [value for field in fields for value in field.values if value.text.startswith(beginning)]


def column(key: str, of: Dossier) -> tuple[Value, ...]:
    return next(column for column in COLUMNS if column.key == key).values(of, GERMAN)


@pytest.mark.parametrize("record_id", ["integrationsbeauftragte-bonn", "integrationsbeauftragte-berlin"])
def test_an_address_that_a_flag_calls_outdated_says_so_on_handouts_and_in_lists(record_id: str) -> None:
    of = dossier(record_id)
    assert isinstance(of.record, Location)
    street = str(of.record.addresses[0].street)
    for found in (values(brief(of, GERMAN).blocks, street), column("address", of)):
        assert [value.remark for value in found] == [OUTDATED]


def test_the_address_of_a_person_on_the_sheet_of_a_practice_says_it_too() -> None:
    of = dossier("deutsch-lernen-mit-musik")
    first = next(person.addresses[0].lines()[0] for person in of.persons if person.id == "eva-brandecker")
    found = values(brief(of, GERMAN).blocks, first)
    assert [value.remark for value in found] == [OUTDATED]


def test_a_flag_on_all_numbers_is_a_doubt_about_each_and_a_doubt_never_leads_the_eye() -> None:
    record = dossier("bamf-koeln").record
    assert isinstance(record, Location)
    of = replace(dossier("bamf-koeln"), record=replace(record, flags=(_flag("phones"), _flag("emails[0].address"))))
    shown = page(of, GERMAN).blocks
    for beginning in ("0221", "Ref324"):
        found = values(shown, beginning)
        assert found
        assert all(value.remark == OUTDATED and not value.is_essential for value in found)
    assert [value.remark for value in (*column("phone", of), *column("email", of))] == [OUTDATED, OUTDATED]
    assert all(value.is_essential for value in values(shown, "Poller"))


def test_the_doubt_about_one_number_is_none_about_another() -> None:
    record = dossier("bamf-koeln").record
    assert isinstance(record, Location)
    numbers = tuple(completed(Phone(raw=f"0231 {number}")) for number in range(40000, 40011))
    of = replace(dossier("bamf-koeln"), record=replace(record, phones=numbers, flags=(_flag("phones[1].raw"),)))
    assert [value.remark for value in column("phone", of)] == [None, OUTDATED, *[None] * 9]


def test_what_a_client_reads_about_a_doubt_is_in_the_clients_language() -> None:
    (address,) = values(brief(dossier("integrationsbeauftragte-bonn"), TURKISH).blocks, "Rochus")
    assert address.remark == TURKISH("Possibly outdated") != OUTDATED


def test_a_proposal_stands_beside_the_german_note_in_the_language_of_the_page() -> None:
    notes = [block for block in page(dossier("bva-bonn"), ARABIC).blocks if isinstance(block, Note) and block.proposal]
    assert notes
    for note in notes:
        assert note.language == "de"
        assert str(note.proposal).startswith(ARABIC("Proposal, not confirmed: {proposal}", proposal="")[:5])
        assert str(note.proposal) not in note.text


def test_the_number_told_of_a_further_location_is_never_a_fax_and_its_address_keeps_its_note() -> None:
    here = dossier("bamf-koeln")
    other = next(place for place in here.locations if place.id != here.record.id)
    fax = completed(Phone(raw="0231 1111", kind=PhoneKind.FAX))
    voice = completed(Phone(raw="0231 2222"))
    letters = Address(kind=AddressKind.POSTAL, postal_code="53111", town="Bonn", note="nur für Briefe")
    only_fax = replace(other, id="nur-fax", short_name="Nur Fax", phones=(fax,), addresses=(letters,))
    both = replace(other, id="beides", short_name="Beides", phones=(fax, voice), emails=(Email(address="a@x.de"),))
    shown = page(replace(here, locations=(only_fax, both)), GERMAN).blocks
    assert values(shown, "0231 1111") == []
    assert len(values(shown, "0231 2222")) == 1
    (address,) = values(shown, "53111")
    assert address.asides == ("nur für Briefe", "Postanschrift")


def test_a_list_says_what_a_record_is_for_in_the_readers_language_where_it_is_known() -> None:
    of = dossier("jmd-zentrale")
    told = next(column for column in COLUMNS if column.key == "summary").values(of, TURKISH)
    german = column("summary", of)
    assert [value.language for value in german] == ["de"]
    assert [value.language for value in told] == [None]
    assert told[0].text != german[0].text


def _flag(field: str) -> Flag:
    return Flag(kind=FlagKind.OUTDATED, note="Bitte prüfen.", field=field)
