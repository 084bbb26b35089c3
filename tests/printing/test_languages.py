"""A sheet in the language of the client: what it says, which way it runs, and what of it is copied."""

import html
import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from desktop.domain.catalogue import Catalogue
from desktop.domain.contact import Location
from desktop.domain.record import Record, Term
from desktop.domain.translation import into
from desktop.domain.vocabulary import Kind
from desktop.i18n import PAPER_LANGUAGES, Translate, load
from desktop.pages.record import page
from desktop.printing.sheets import sheets_for
from desktop.printing.text import UnprintableError
from desktop.printing.variant import NORMAL, TypeSize, Variant
from tests.support.accessibility import faults
from tests.support.dossiers import dossier, dossier_of
from tests.support.open_places import among_its_own, head_office, with_desk
from tests.support.paper import GERMAN, drawn
from tests.support.places import TRANSLATIONS
from tests.support.samples import OFFICE
from tests.support.shaped import on_one_line
from tests.support.sheet import Printed
from tests.support.spoken import heard, spoken, without_code
from tests.support.tagged import Tagged

CLIENTS = sorted(PAPER_LANGUAGES.keys() - {"de", "en"})
LANGUAGES = pytest.mark.parametrize("language", CLIENTS)
RIGHT_TO_LEFT = pytest.mark.parametrize("language", ["ar", "fa"])
WITH_POPPLER = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")
LARGE = Variant(type_size=TypeSize.LARGE)
_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">(.*?)</word>')
_UNSEEN = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c"))
_EDGE = 25.0  # points at the edge of the paper that printers do not reach
UNCHECKED = "Übersetzung ungeprüft"


def _some(catalogue: Catalogue) -> list[Record]:
    """Two records of each kind, and more of those that clients are sent to."""
    most = {Kind.LOCATION: 5, Kind.PRACTICE: 3}
    return [
        record
        for kind in Kind
        for record in [record for record in catalogue.records if record.KIND is kind][: most.get(kind, 2)]
    ]


def _tr(language: str) -> Translate:
    return load(TRANSLATIONS, language)


def _sheet(record: Record, tr: Translate, variant: Variant = NORMAL) -> bytes:
    return drawn(sheets_for(record.KIND)[0].key, [dossier_of(record)], tr, variant).pdf


def _copied(pdf: bytes, folder: Path) -> str:
    """The text as poppler gives it, in one line without what nobody sees."""
    path = folder / "sheet.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True)
    return on_one_line(done.stdout)


@LANGUAGES
def test_a_sheet_is_read_aloud_as_its_page_says(catalogue: Catalogue, language: str) -> None:
    tr = _tr(language)
    for record in _some(catalogue):
        file = Tagged(_sheet(record, tr))
        assert without_code(heard(file.read_aloud())) == spoken(page(dossier_of(record), tr), tr), record.id


@LANGUAGES
def test_the_sentence_stands_in_both_languages_and_the_name_in_german(catalogue: Catalogue, language: str) -> None:
    tr = _tr(language)
    for record in catalogue.records:
        if record.KIND is Kind.LOCATION or record.KIND is Kind.PRACTICE:
            shown = page(dossier_of(record), tr)
            translation = into(language, record.translations)
            assert translation is not None
            assert (shown.title, shown.lead) == (record.name, translation.text)
            assert heard([record.summary or ""])[0] in [line.partition(" ")[2] for line in spoken(shown)]


@LANGUAGES
@pytest.mark.parametrize("kind", Kind)
def test_what_nobody_has_checked_says_so_in_both_languages(catalogue: Catalogue, kind: Kind, language: str) -> None:
    record, tr = next(record for record in catalogue.records if record.KIND is kind), _tr(language)
    text = " ".join(heard([Tagged(_sheet(record, tr)).text]))
    assert f"{tr('Nobody has checked this translation yet')}: {UNCHECKED}" in text


def test_the_partner_list_says_so_too(catalogue: Catalogue) -> None:
    partners = [dossier_of(record) for record in catalogue.records if record.KIND is Kind.PARTNER]
    for language in CLIENTS:
        assert UNCHECKED in Tagged(drawn("partners", partners, _tr(language)).pdf).text


def test_a_german_sheet_has_nothing_to_say_of_translations(catalogue: Catalogue) -> None:
    for record in _some(catalogue):
        assert UNCHECKED not in Tagged(_sheet(record, GERMAN)).text


@LANGUAGES
def test_what_is_german_on_it_is_tagged_so(language: str) -> None:
    record = dossier("bamf-koeln").record
    file = Tagged(_sheet(record, _tr(language)))
    (title,) = file.find("H1")
    assert str(title.source["/Lang"]) == "de-DE"
    assert str(file.catalog["/Lang"]) == language
    translation = into(language, record.translations)
    assert translation
    for node in file.root.walk():
        if node.tag == "P" and heard([node.text]) == heard([translation.text]):
            assert "/Lang" not in node.source
            return
    pytest.fail("The translated sentence is not there.")


@RIGHT_TO_LEFT
@WITH_POPPLER
def test_a_contact_is_copied_in_the_order_of_reading(catalogue: Catalogue, language: str, tmp_path: Path) -> None:
    tr = _tr(language)
    for record in catalogue.records:
        if not isinstance(record, Location):
            continue
        text = _copied(_sheet(record, tr), tmp_path)
        translation = into(language, record.translations)
        assert translation
        wanted = [translation.text, *(phone.text for phone in record.phones), *(mail.address for mail in record.emails)]
        wanted += [address.lines()[-1] for address in record.addresses]
        wanted += [name for dossier in [dossier_of(record)] for name in _names(dossier.subjects, language)]
        assert [words for words in wanted if on_one_line(words) not in text] == [], record.id


def _names(terms: tuple[Term, ...], language: str) -> list[str]:
    found = (into(language, term.translations) for term in terms)
    return [translation.text for translation in found if translation]


@RIGHT_TO_LEFT
@WITH_POPPLER
def test_lines_begin_on_the_right_and_columns_are_mirrored(language: str, tmp_path: Path) -> None:
    record = dossier("bamf-koeln").record
    right, left = (_places(_sheet(record, tr), tmp_path) for tr in (_tr(language), GERMAN))
    middle = Printed(_sheet(record, GERMAN)).page_size[0] / 2
    assert left["Poller"][0] < middle < right["101,"][1]
    assert left["•"][0] < middle
    assert left["Wegweiser"][0] < middle
    assert right["Köln"][1] > 1.5 * middle


@RIGHT_TO_LEFT
@WITH_POPPLER
def test_german_sentences_begin_on_the_left_of_their_block(language: str, tmp_path: Path) -> None:
    pdf = _sheet(dossier("moers").record, _tr(language))
    places = _places(pdf, tmp_path)
    margin = min(start for start, _ in places.values())
    assert places["•"][0] == pytest.approx(margin, abs=4)
    assert places["Eine"][0] == pytest.approx(margin, abs=4)


@LANGUAGES
@WITH_POPPLER
@pytest.mark.parametrize("variant", [NORMAL, LARGE], ids=["normal", "large"])
def test_nothing_leaves_the_paper_in_any_language(language: str, variant: Variant, tmp_path: Path) -> None:
    for record_id in ("bamf-koeln", "rheine"):
        pdf = _sheet(dossier(record_id).record, _tr(language), variant)
        width = Printed(pdf).page_size[0]
        outside = [
            word for word, (start, end) in _places(pdf, tmp_path).items() if start < _EDGE or end > width - _EDGE
        ]
        assert outside == []


def _places(pdf: bytes, folder: Path) -> dict[str, tuple[float, float]]:
    """The left and right edge of each word, where it first stands."""
    path = folder / "sheet.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-bbox", str(path), "-"], capture_output=True, text=True, check=True)
    found: dict[str, tuple[float, float]] = {}
    for start, end, word in _WORD.findall(done.stdout):
        found.setdefault(html.unescape(word).translate(_UNSEEN), (float(start), float(end)))
    return found


@RIGHT_TO_LEFT
def test_numbers_and_mails_can_be_pressed_and_are_told_as_they_are_written(language: str) -> None:
    file = Tagged(_sheet(dossier("bamf-koeln").record, _tr(language)))
    words = heard(link.text for link in file.find("Link"))
    assert words[:3] == ["0221 92426-0", "Ref324Posteingang@bamf.bund.de", "www.bamf.de"]
    annotations: Any = file.reader.pages[0]["/Annots"]
    assert annotations[0].get_object()["/Contents"] == _tr(language)("Call {address}", address="0221 92426-0")


@WITH_POPPLER
def test_a_single_arabic_name_on_a_german_sheet_is_shaped_and_copied(tmp_path: Path) -> None:
    found = dossier("miriam-palazzi")
    named = replace(found, record=replace(found.record, name="محمّد رضا", summary="Es berät محمّد رضا in Köln."))
    pdf = drawn("contact", [named], GERMAN).pdf
    assert faults(pdf) == []
    text = _copied(pdf, tmp_path)
    assert "محمّد رضا" in text
    assert "Es berät محمّد رضا in Köln." in text


@RIGHT_TO_LEFT
@WITH_POPPLER
def test_what_was_typed_in_german_stays_in_its_order(language: str, tmp_path: Path) -> None:
    step = "Termin am 3. 12. (Zimmer 5) bei +49 2841 201-0."
    assert step in _copied(drawn("handout", [dossier("bamf-koeln")], _tr(language), next_step=step).pdf, tmp_path)


@WITH_POPPLER
@pytest.mark.parametrize("language", ["de", "ar", "fa"])
def test_numbers_stand_as_they_are_dialled_wherever_arabic_surrounds_them(language: str, tmp_path: Path) -> None:
    mixed = "هاتف 0231 9058-0 أو +49 231 9058-199، 8:00–12:00، a@x.de"
    found = dossier("bamf-koeln")
    named = replace(found, record=replace(found.record, cost=mixed))
    office = replace(OFFICE, hours=f"Mo–Fr 8–12 Uhr\n{mixed}", footer=mixed)
    tr = _tr(language)
    for pdf in (
        drawn("handout", [named], tr, office=office, next_step=mixed).pdf,
        _sheet(named.record, tr),
    ):
        path = tmp_path / "sheet.pdf"
        path.write_bytes(pdf)
        done = subprocess.run(["pdftotext", "-bbox", str(path), "-"], capture_output=True, text=True, check=True)
        shown = [(float(at), html.unescape(word).translate(_UNSEEN)) for at, _, word in _WORD.findall(done.stdout)]
        text = _copied(pdf, tmp_path)
        for words in ("0231 9058-0", "+49 231 9058-199", "8:00–12:00", "a@x.de"):
            assert words in text
        for (at, word), (after, number) in pairwise(shown):
            if (word, number) in (("0231", "9058-0"), ("+49", "231"), ("231", "9058-199")):
                assert at < after


@pytest.mark.parametrize("language", ["de", "ar"])
def test_what_no_font_shows_is_told_with_record_and_field(language: str) -> None:
    found = dossier("bamf-koeln")
    strange = replace(found, record=replace(found.record, cost="5 € 你"))
    tr = _tr(language)
    with pytest.raises(UnprintableError) as caught:
        drawn("contact", [strange], tr)
    said = caught.value.message.in_words(tr)
    for words in (found.record.name, tr("Costs"), "你 (U+4F60)"):
        assert words in said


@WITH_POPPLER
@RIGHT_TO_LEFT
def test_hours_are_copied_as_they_are_written(language: str, tmp_path: Path) -> None:
    found = [among_its_own(head_office()), with_desk()]
    made = drawn("handout", found, _tr(language))
    copied = _copied(made.pdf, tmp_path)
    for times in ("8:30–12:30", "14:00–16:00", "14:00–18:00"):
        assert copied.count(times) >= 2
    assert faults(made.pdf) == []


@LANGUAGES
def test_a_sheet_with_hours_is_read_aloud_as_its_page_says(language: str) -> None:
    tr, found = _tr(language), replace(among_its_own(head_office()), is_past=True)
    file = Tagged(drawn("contact", [found], tr).pdf)
    assert without_code(heard(file.read_aloud())) == spoken(page(found, tr))
