"""The handout that a client takes home."""

from typing import Any

import pytest
from msgspec.structs import replace

from desktop.domain.errors import ExpectedError
from desktop.domain.office import Office
from desktop.domain.record import Link
from desktop.domain.vocabulary import Kind
from desktop.printing.text import UnprintableError
from desktop.printing.variant import TypeSize, Variant
from tests.support.accessibility import faults
from tests.support.awkward import NOTE, bare, endless
from tests.support.codes import codes_on
from tests.support.dossiers import dossier, dossier_of, shipped
from tests.support.open_places import among_its_own, branch, head_office, with_desk
from tests.support.paper import ENGLISH, GERMAN, drawn
from tests.support.samples import OFFICE, logo
from tests.support.sheet import Printed
from tests.support.tagged import Node, Tagged

FAMILY = ("jmd-zentrale", "bamf-koeln", "bva-zentrale")
SIZES = pytest.mark.parametrize("size", TypeSize)


def test_a_family_gets_two_pages_at_most_with_the_own_desk_above() -> None:
    made = drawn("handout", [dossier(each) for each in FAMILY], GERMAN, office=OFFICE, logo=logo())
    assert made.page_count <= 2
    first = Printed(made.pdf).pages[0]
    for fact in ("Servicestelle Zuwanderung", "Rathausplatz 1, 47441 Moers", "02841 201-0", "Mo–Fr 8–12 Uhr"):
        assert fact in first
    assert all("Beratung ist kostenlos." in page for page in Printed(made.pdf).pages)
    assert "tel:+4928412010" in Printed(made.pdf).links
    assert str(Tagged(made.pdf).find("Figure")[0].source["/Alt"]) == f"Logo: {OFFICE.name}"


def test_records_stand_in_their_order_each_with_its_stand() -> None:
    text = Printed(drawn("handout", [dossier(each) for each in FAMILY], GERMAN).pdf).text
    names = [dossier(each).record.name for each in FAMILY]
    assert sorted(names, key=text.index) == names
    turned = Printed(drawn("handout", [dossier(each) for each in reversed(FAMILY)], GERMAN).pdf).text
    assert sorted(names, key=turned.index) == names[::-1]
    for part in text.split(names[0])[1].split(names[1])[0], text.split(names[2])[1]:
        assert "Stand 19.10.2022" in part


def _edges(figure: Node) -> list[int]:
    attributes: Any = figure.source["/A"]
    return [round(float(edge)) for edge in attributes[0]["/BBox"]]


def test_all_codes_of_a_handout_are_of_one_width() -> None:
    ids = ("integrationsbeauftragte-bonn", "aussiedlerbeauftragter-berlin", "deutsch-lernen-mit-musik")
    made = drawn("handout", [dossier(each) for each in ids], GERMAN)
    boxes = [_edges(figure) for figure in Tagged(made.pdf).find("Figure")]
    assert len(boxes) == 3
    assert len({right - left for left, _, right, _ in boxes}) == 1


def test_a_code_says_what_its_link_leads_to() -> None:
    found = dossier("integrationslotsen-gelsenkirchen")
    labelled = replace(found.record, links=(Link(raw="www.awo.de", label="Übersicht der AWO"),))
    text = Tagged(drawn("handout", [replace(found, record=labelled)], GERMAN).pdf).text
    assert text.count("Übersicht der AWO") == 2
    assert GERMAN("Open the website") not in text
    bare_link = replace(found, record=replace(found.record, links=(Link(raw="www.awo.de"),)))
    assert GERMAN("Open the website") in Tagged(drawn("handout", [bare_link], GERMAN).pdf).text


def test_a_block_that_goes_on_says_again_whose_it_is() -> None:
    long = endless()
    named = replace(long, record=replace(long.record, name="Beratung Nord"))
    made = drawn("handout", [dossier("bamf-koeln"), named], GERMAN)
    pages = Printed(made.pdf).pages
    assert len(pages) > 2
    assert "Beratung Nord (Fortsetzung)" in pages[2]
    assert "Beratung Nord (Fortsetzung)" in Tagged(made.pdf).artifacts


@SIZES
def test_a_foot_that_leaves_no_page_is_refused_by_its_name(size: TypeSize) -> None:
    endless_foot = replace(OFFICE, footer="Zeile\n" * 60)
    with pytest.raises(ExpectedError) as caught:
        drawn("handout", [dossier("bamf-koeln")], GERMAN, Variant(type_size=size), office=endless_foot)
    assert "Zeile am Fuß" in caught.value.message.in_words(GERMAN)


@pytest.mark.parametrize("name", [" ", "\u200b", "\x01", "\u00ad\u00ad", "\u2066\u2069"])
@pytest.mark.parametrize("key", ["contact", "handout", "directory", "list"])
def test_a_record_whose_name_shows_nothing_is_not_printed(key: str, name: str) -> None:
    with pytest.raises(ExpectedError, match="“leer”"):
        drawn(key, [bare(name)], GERMAN)


def test_the_next_step_is_there_if_it_was_written() -> None:
    step = "Am 3. Mai um 10 Uhr mit Pass zum BAMF."
    with_step = Tagged(drawn("handout", [dossier("bamf-koeln")], GERMAN, next_step=step).pdf)
    assert "Ihr nächster Schritt" in [node.text for node in with_step.find("H2")]
    assert step in with_step.text
    assert "nächster Schritt" not in Tagged(drawn("handout", [dossier("bamf-koeln")], GERMAN).pdf).text


def test_an_office_that_is_not_described_prints_nothing_empty() -> None:
    text = Printed(drawn("handout", [dossier("bamf-koeln")], GERMAN).pdf).text
    assert "Öffnungszeiten" not in text
    only_hours = Printed(drawn("handout", [dossier("bamf-koeln")], GERMAN, office=Office(hours="Mo 8–12 Uhr")).pdf)
    assert "Öffnungszeiten: Mo 8–12 Uhr" in only_hours.text


def test_a_number_of_the_office_that_nobody_can_dial_is_only_shown() -> None:
    sheet = Printed(drawn("handout", [dossier("bamf-koeln")], office=Office(phone="Zentrale fragen")).pdf)
    assert "Zentrale fragen" in sheet.text
    bare = Printed(drawn("handout", [dossier("bamf-koeln")]).pdf)
    assert sheet.links == bare.links != []


@pytest.mark.parametrize(
    ("field", "named"),
    [
        ("name", "Name"),
        ("address", "Anschrift"),
        ("phone", "Telefon"),
        ("email", "E-Mail"),
        ("website", "Internet"),
        ("hours", "Öffnungszeiten"),
        ("footer", "Zeile am Fuß"),
    ],
)
def test_what_cannot_be_printed_of_the_office_is_named_by_its_field(field: str, named: str) -> None:
    odd = replace(OFFICE, **{field: "Rathaus 😀"})
    with pytest.raises(UnprintableError) as caught:
        drawn("handout", [dossier("bamf-koeln")], GERMAN, office=odd)
    assert f", {named}: " in caught.value.message.in_words(GERMAN)


@pytest.mark.parametrize("office", [Office(footer="Nur ein Fuß."), Office(logo="logo.png"), Office(name="  ")])
def test_an_office_that_says_nothing_above_leaves_no_rule_there(office: Office) -> None:
    alone, beside = (
        Printed(drawn("handout", [dossier("bamf-koeln")], GERMAN, office=each).pdf).rules for each in (Office(), office)
    )
    assert beside == alone


@SIZES
def test_every_kind_of_record_finds_its_place_and_dead_numbers_are_never_offered(size: TypeSize) -> None:
    found = [dossier_of(next(record for record in shipped().records if record.KIND is kind)) for kind in Kind]
    dead = [dossier_of(record) for record in shipped().records if record.id == "aussiedlerbeauftragter-berlin"]
    made = drawn("handout", [*found, *dead], GERMAN, Variant(type_size=size), office=OFFICE)
    sheet = Printed(made.pdf)
    assert all(each.record.name in sheet.text for each in found)
    assert "01888" not in sheet.text
    assert sheet.overlapping == []
    assert sheet.outside == []
    assert faults(made.pdf) == []


@SIZES
def test_whatever_a_record_holds_is_whole(size: TypeSize) -> None:
    made = drawn("handout", [bare(), endless(), bare("Ende")], ENGLISH, Variant(type_size=size), office=OFFICE)
    sheet = Printed(made.pdf)
    assert NOTE in Tagged(made.pdf).text
    assert all(f"0231 9058-{number}" in sheet.text.replace("\u00a0", " ") for number in range(100, 139))
    assert "01888" not in sheet.text
    assert "Beratung <Nord> & „Süd“" in sheet.text
    assert sheet.overlapping == []
    assert sheet.outside == []
    assert faults(made.pdf) == []


@SIZES
@pytest.mark.parametrize("order", [FAMILY, FAMILY[::-1]])
def test_a_record_that_fits_on_a_page_is_torn_apart_only_where_the_head_would_stand_alone(
    size: TypeSize, order: tuple[str, ...]
) -> None:
    found = [dossier(each) for each in order]
    made = drawn("handout", found, GERMAN, Variant(type_size=size), office=OFFICE)
    sections = [node for node in Tagged(made.pdf).root.nodes[0].nodes if node.tag == "Sect"]
    for section in sections[1:]:
        pages = {id(node.source["/Pg"]) for node in section.walk() if "/Pg" in node.source}
        assert len(pages) == 1, section.text
    assert found[0].record.name in Printed(made.pdf).pages[0]


def test_every_block_bears_a_code_that_a_telephone_reads(qapp: object) -> None:
    codes = codes_on(drawn("handout", [dossier("bamf-koeln"), dossier("integrationslotsen-gelsenkirchen")]).pdf)
    assert any(code.startswith("BEGIN:VCARD") and "+49221924260" in code for code in codes)
    assert any(code.startswith("https://www.awo-gelsenkirchen.de/") for code in codes)


def test_a_client_reads_when_each_place_is_open_also_the_desk_of_a_municipality(qapp: object) -> None:
    found = [among_its_own(head_office()), among_its_own(branch()), with_desk()]
    made = drawn("handout", found, GERMAN)
    text = Printed(made.pdf).text.replace("\u00a0", " ")
    assert text.count("Montag–Mittwoch 8:30–12:30 Uhr, 14–16 Uhr") == 3
    assert "24.12.2026–02.01.2027 geschlossen · Betriebsferien" in text
    assert "wie BAMF Nürnberg" in text
    assert "nach Vereinbarung" in text
    _, desk = text.split("Lokale Servicestelle")
    for fact in ("Servicestelle Zuwanderung", "Rathausplatz 1, 47441 Moers", "02841 201-0", "zuwanderung@moers.de"):
        assert fact in desk
    assert any("FN:Servicestelle Zuwanderung" in code for code in codes_on(made.pdf))
    assert "heute" not in text
    assert faults(made.pdf) == []


def test_what_is_past_its_date_says_so_in_one_line_of_its_record() -> None:
    found = [replace(dossier(each), is_past=True) for each in FAMILY]
    text = Printed(drawn("handout", found, GERMAN).pdf).text
    assert text.count("Stand 19.10.2022 – Prüfung fällig · Quelle") >= len(FAMILY)
    assert "fällig" not in Printed(drawn("handout", [dossier(each) for each in FAMILY], GERMAN).pdf).text
