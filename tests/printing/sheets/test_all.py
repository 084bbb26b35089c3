"""What holds for every sheet and every shipped record."""

import subprocess
import sys
from collections.abc import Iterator

import pytest

from desktop.domain.catalogue import Catalogue
from desktop.domain.dossier import Dossier
from desktop.domain.vocabulary import Kind
from desktop.i18n import pseudo
from desktop.pages.blocks import Bullets, Fields, Heading, Note, Page, Paragraph
from desktop.pages.gaps import gathered
from desktop.pages.record import page
from desktop.printing.sheets import SHEETS, sheets_for
from tests.support.dossiers import dossier, dossier_of
from tests.support.paper import GERMAN, drawn
from tests.support.places import ROOT
from tests.support.sheet import Printed
from tests.support.tagged import Tagged

LONGEST = ["einwanderung-gestalten-nrw", "rheine", "hamm", "bamf", "erinnerungskultur-web-2-0", "partnernetzwerk"]


def _said(content: Page) -> Iterator[str | None]:
    """Every text of a page; of another record that a label names, what is said about it."""
    yield from (content.title, content.lead, *content.badges, content.as_of, content.source, content.kicker)
    for block in (*content.original, *gathered(content.blocks, GERMAN), content.provenance):
        match block:
            case Heading(text=text) | Paragraph(text=text):
                yield text
            case Note(text=text, title=title, proposal=proposal):
                yield from (text, title, proposal)
            case Bullets(items=items):
                yield from (text for item in items for text in (item.title, item.text))
            case Fields(fields=fields):
                for field in fields:
                    yield field.label
                    has_more = len(field.values) > 1
                    named = [value for value in field.values if not (value.record_id and has_more)]
                    yield from (text for value in named for text in (value.text, *value.asides))


def _running_text(found: Dossier) -> str:
    """The text of a sheet without blanks: what is read aloud, then what the eye alone finds at top and foot."""
    sheet = sheets_for(found.record.KIND)[0]
    file = Tagged(drawn(sheet.key, [found], GERMAN).pdf)
    return "".join(f"{file.text}{file.artifacts}".split())


def test_the_list_of_sheets_is_read_without_the_library_that_draws_them() -> None:
    code = "import sys, desktop.printing.sheets; sys.exit('reportlab' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_record_has_a_sheet(kind: Kind) -> None:
    assert sheets_for(kind)


def test_lists_take_the_whole_tab_and_the_directory_takes_everything() -> None:
    assert [sheet.key for sheet in SHEETS if sheet.takes_many] == ["partners", "list"]
    assert [sheet.key for sheet in SHEETS if sheet.takes_all] == ["directory"]


@pytest.mark.parametrize("kind", Kind)
def test_a_sheet_says_what_the_page_of_its_record_says(catalogue: Catalogue, kind: Kind) -> None:
    records = [record for record in catalogue.records if record.KIND is kind]
    dossiers = [dossier_of(record) for record in records]
    for found in dossiers:
        text = _running_text(found)
        missing = [said for said in _said(page(found, GERMAN)) if said and "".join(said.split()) not in text]
        assert missing == [], found.record.id


@pytest.mark.parametrize("record_id", LONGEST)
def test_nothing_lies_upon_another_or_leaves_the_paper(record_id: str) -> None:
    found = dossier(record_id)
    sheet = Printed(drawn(sheets_for(found.record.KIND)[0].key, [found], GERMAN).pdf)
    assert sheet.overlapping == []
    assert sheet.outside == []


@pytest.mark.parametrize("record_id", LONGEST)
def test_words_twice_as_long_still_find_their_place(record_id: str) -> None:
    found = dossier(record_id)
    sheet = Printed(drawn(sheets_for(found.record.KIND)[0].key, [found], pseudo()).pdf)
    assert sheet.overlapping == []
    assert sheet.outside == []
