"""What every file says about itself and on every page."""

import hashlib
import subprocess
import sys
from datetime import date
from typing import Any
from xml.etree import ElementTree

import pytest

from desktop.pages.blocks import Heading, Paragraph
from desktop.printing.record import page_section
from tests.support.dossiers import dossier
from tests.support.paper import ENGLISH, GERMAN, bound, drawn, paper, sample
from tests.support.places import ROOT
from tests.support.sheet import Printed
from tests.support.tagged import Tagged

LONG = Paragraph("Ein Satz, der viele Seiten füllt. " * 600)


def test_every_page_bears_stand_source_and_its_number_of_all() -> None:
    made = paper(sample(LONG, title="Moers"), sample(title="Köln"))
    pages = Printed(made.pdf).pages
    assert len(pages) == made.page_count > 3
    for number, page in enumerate(pages, start=1):
        assert "As of 10/19/2022 · Source: Landesportal" in page
        assert "Printed on 2025-11-22 with Wegweiser" in page
        assert page.endswith(f"Page {number} of {made.page_count}")


def test_a_loose_page_tells_which_sheet_and_record_it_belongs_to() -> None:
    first, second, *_ = Printed(paper(sample(LONG, title="Stadt Moers")).pdf).pages
    assert "Contact sheet Contact point" in first
    assert "Contact sheet Stadt Moers" in second


def test_each_record_begins_on_a_page_of_its_own() -> None:
    pages = Printed(paper(sample(title="Moers"), sample(title="Köln"), sample(title="Rheine")).pdf).pages
    assert [page.split()[0] for page in pages] == ["Moers", "Köln", "Rheine"]


def test_the_same_record_gives_the_same_bytes_also_in_another_process() -> None:
    code = (
        "from hashlib import sha256; from desktop.pages.blocks import Paragraph; "
        "from tests.support.paper import paper, sample; "
        "print(sha256(paper(sample(Paragraph('Größe'), title='Moers')).pdf).hexdigest())"
    )
    here = [hashlib.sha256(paper(sample(Paragraph("Größe"), title="Moers")).pdf).hexdigest() for _ in range(2)]
    there = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert {*here, there.stdout.strip()} == {here[0]}


def test_title_author_language_and_embedded_fonts_are_there() -> None:
    made = paper(sample(Heading("Aims"), Paragraph("not stated", is_quiet=True), title="Kreis Lippe"))
    sheet = Printed(made.pdf)
    assert sheet.title == made.title == "Contact sheet: Kreis Lippe"
    assert (sheet.author, sheet.language) == ("Wegweiser", "en-GB")
    assert len(sheet.fonts) == 4
    assert all(is_embedded and "FiraSans" in name for name, is_embedded in sheet.fonts.items())


@pytest.mark.parametrize("day", [date(2025, 11, 22), date(2031, 1, 2)])
def test_the_file_is_dated_with_the_day_it_was_made_for(day: date) -> None:
    made = bound("Contact sheet", [page_section(sample(title="Moers"), ENGLISH, pages=1)], ENGLISH, day)
    file = Tagged(made.pdf)
    info: Any = file.reader.metadata
    assert (info["/CreationDate"], info["/ModDate"]) == (f"D:{day:%Y%m%d}",) * 2
    assert file.catalog["/Metadata"].get_data().decode().count(f"Date>{day.isoformat()}<") == 2


def test_two_records_of_one_name_are_two_files() -> None:
    files = [Tagged(paper(sample(Paragraph(text), title="Moers")).pdf) for text in ("eins", "zwei")]
    assert len({str(file.reader.trailer["/ID"]) for file in files}) == 2


def test_what_a_record_says_is_german_in_an_english_sheet_too() -> None:
    file = Tagged(drawn("contact", [dossier("bamf-koeln")], ENGLISH).pdf)
    assert file.catalog["/Lang"] == "en-GB"
    languages = {node.text.strip(): node.source.get("/Lang") for node in file.root.walk()}
    assert languages["Bundesamt für Migration und Flüchtlinge, Außenstelle Köln"] == "de-DE"
    assert languages["BAMF Dortmund"] == "de-DE"
    assert (languages["Telephone"], languages["not checked by a person yet"]) == (None, None)
    note = next(node for node in file.find("P") if node.text.startswith("Missing in the source:"))
    assert [(str(span.source["/Lang"]), span.text.split()[0]) for span in note.nodes] == [("de-DE", "Die")]


def test_a_german_sheet_needs_no_word_about_its_language_but_one() -> None:
    file = Tagged(drawn("contact", [dossier("bamf-koeln")], GERMAN).pdf)
    assert file.catalog["/Lang"] == "de-DE"
    assert not [node for node in file.root.walk() if "/Lang" in node.source]


def test_a_link_says_what_it_does() -> None:
    page: Any = Tagged(drawn("contact", [dossier("bamf-koeln")], ENGLISH).pdf).reader.pages[0]
    said = [str(reference.get_object()["/Contents"]) for reference in page["/Annots"]]
    assert said[:3] == ["Call 0221 92426-0", "Write to Ref324Posteingang@bamf.bund.de", "Open www.bamf.de"]


def test_the_outline_leads_to_records_sections_and_persons() -> None:
    blocks = (Heading("Contact persons"), Heading("Admir Bulic", 3), Heading("Bedia Torun", 3), Heading("Dates"))
    sheet = Printed(paper(sample(*blocks, title="Lotsen"), sample(Heading("Zu früh", 3), title="Ense")).pdf)
    assert sheet.outline == [
        (0, "Lotsen"),
        (1, "Contact persons"),
        (2, "Admir Bulic"),
        (2, "Bedia Torun"),
        (1, "Dates"),
        (0, "Ense"),
        (1, "Zu früh"),
    ]


def test_a_control_character_in_a_name_is_neither_on_paper_nor_in_the_title() -> None:
    file = Tagged(paper(sample(title="Beratung\x0b\x01 \x1fMoers\ufeff\x85")).pdf)
    title = ElementTree.fromstring(file.catalog["/Metadata"].get_data()).iter("{http://purl.org/dc/elements/1.1/}title")
    assert ["".join(element.itertext()) for element in title] == ["Contact sheet: Beratung Moers"]
    assert str(file.reader.metadata["/Title"]) == "Contact sheet: Beratung Moers"  # type: ignore[index]


def test_the_proposed_file_name_suits_every_file_system() -> None:
    assert paper(sample(title='Köln/Ost: "A & B" <x>')).file_name == "contact-sheet-koeln-ost-a-b-x.pdf"
    assert paper(sample(title="ß" * 300)).file_name.endswith(".pdf")
    assert len(paper(sample(title="ß" * 300)).file_name) < 100
    assert paper(sample(title="Moers"), sample(title="Köln")).file_name == "contact-sheet.pdf"
