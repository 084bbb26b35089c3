"""A code on paper is read again by a telephone, and says what the sheet says."""

from io import BytesIO
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import ContentStream
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from desktop.domain.catalogue import Catalogue
from desktop.domain.contact import Location, Person
from desktop.domain.vcard import card, forms
from desktop.i18n import load
from desktop.pages.code import card_said
from desktop.printing.codes import MOST_SIDE_MM
from desktop.printing.qr import LEAST_MODULE_MM, QrCode, qr_code
from tests.support.codes import codes_on
from tests.support.dossiers import dossier_of
from tests.support.places import TRANSLATIONS


def _printed(*codes: QrCode) -> bytes:
    """Codes on pages of their own, at different places."""
    target = BytesIO()
    canvas = Canvas(target, pageCompression=1)
    for place, code in enumerate(codes):
        code.draw(canvas, 40 + 7.3 * place, 60 + 11.7 * place)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _code(*contents: str) -> QrCode:
    found = qr_code(contents, most_side_mm=MOST_SIDE_MM)
    assert found
    return found


def test_the_card_of_every_shipped_contact_is_read_again_in_full(catalogue: Catalogue, qapp: object) -> None:
    records = [record for record in catalogue.records if isinstance(record, Location | Person)]
    cards = [found for record in records if (found := card(record, dossier_of(record).organization))]
    codes = [_code(*forms(found)) for found in cards]
    assert len(cards) == len(records) == 20
    assert codes_on(_printed(*codes)) == [forms(found)[0] for found in cards]


def test_every_code_is_large_enough_to_be_read_and_small_enough_for_a_sheet(catalogue: Catalogue) -> None:
    for text in ("https://www.bamf.de", "ü" * 120, "x" * 300, "x" * 580):
        code = _code(text)
        assert 30 <= code.side / mm <= MOST_SIDE_MM
        assert code.side / mm / code.modules >= LEAST_MODULE_MM


@settings(max_examples=15, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=150))
def test_any_text_is_read_again(text: str, qapp: object) -> None:
    assert codes_on(_printed(_code(text))) == [text]


def test_the_margin_round_a_code_stays_empty(qapp: object) -> None:
    target = BytesIO()
    canvas = Canvas(target)
    code = _code("https://www.bamf.de")
    canvas.rect(100, 100, code.side, code.side, stroke=0, fill=1)
    canvas.setFillGray(1)
    canvas.rect(100.5, 100.5, code.side - 1, code.side - 1, stroke=0, fill=1)
    code.draw(canvas, 100, 100)
    canvas.save()
    assert codes_on(target.getvalue()) == ["https://www.bamf.de"]


def test_what_does_not_fit_gives_way_to_the_fullest_content_that_does() -> None:
    long, middle, short = "x" * 3000, "y" * 500, "z" * 20
    assert _code(long, middle, short).content == middle
    assert _code(long, short).content == short
    assert qr_code([long], most_side_mm=MOST_SIDE_MM) is None
    assert qr_code([], most_side_mm=MOST_SIDE_MM) is None


def test_a_smaller_place_takes_less() -> None:
    sizes = [300, 200, 100, 20]
    contents = ["x" * size for size in accumulate(reversed(sizes))][::-1]
    small = qr_code(contents, most_side_mm=30)
    assert small
    assert small.side == pytest.approx(30 * mm)
    assert small.content != contents[0]


def test_a_code_is_one_path_and_no_picture() -> None:
    page = PdfReader(BytesIO(_printed(_code("x" * 400)))).pages[0]
    operators = [operator for _, operator in ContentStream(page["/Contents"], page.pdf).operations]
    assert [operator for operator in operators if operator in (b"f", b"f*", b"S", b"Do", b"EI")] == [b"f*"]


def test_those_who_do_not_see_a_code_hear_whose_it_is() -> None:
    assert card_said("BAMF Köln", load(TRANSLATIONS, "en")) == "QR code with the contact details: BAMF Köln"
    assert "BAMF Köln" in card_said("BAMF Köln", load(TRANSLATIONS, "de"))
