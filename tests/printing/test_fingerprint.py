"""The page with the fingerprint: one page, large, tagged, and the same in its code."""

from datetime import date
from pathlib import Path

import pytest

from desktop.domain.trust import fingerprint
from desktop.printing.paper import Paper
from desktop.services.fingerprint_sheet import fingerprint_sheet
from tests.support.accessibility import faults
from tests.support.codes import codes_on
from tests.support.paper import ENGLISH, GERMAN
from tests.support.sheet import Printed
from tests.support.verapdf import verdicts, why_not

KEY = bytes(range(32))
JUDGED = pytest.mark.skipif(why_not() is not None, reason=why_not() or "")


@pytest.fixture(params=[GERMAN, ENGLISH], ids=["de", "en"])
def paper(request: pytest.FixtureRequest) -> Paper:
    return fingerprint_sheet("Stadt Moers", KEY, "signing-key.pem", date(2026, 11, 23), request.param)


def test_office_and_fingerprint_stand_on_one_page_that_screen_readers_read(paper: Paper) -> None:
    sheet = Printed(paper.pdf)
    assert len(sheet.pages) == paper.page_count == 1
    assert "Stadt Moers" in sheet.text
    assert fingerprint(KEY).replace(" ", "") in sheet.text.replace(" ", "")
    assert faults(paper.pdf) == []


def test_the_code_says_the_same(paper: Paper) -> None:
    (told,) = codes_on(paper.pdf)
    office, *lines = told.splitlines()
    assert (office, " ".join(lines)) == ("Stadt Moers", fingerprint(KEY))


def test_a_long_name_still_leaves_it_one_page() -> None:
    office = "Servicestelle für Zuwanderung und Teilhabe des Kreises Siegen-Wittgenstein im Haus der Begegnung"
    assert fingerprint_sheet(office, KEY, "signing-key.pem", date(2026, 11, 23), GERMAN).page_count == 1


@JUDGED
def test_it_keeps_pdf_ua_1_and_pdf_a_2a(paper: Paper, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(paper.pdf)
    assert verdicts([path]) == {"sheet.pdf ua1": [], "sheet.pdf 2a": []}
