"""Files to judge: sheets in all languages and variants, and one with every piece of paper there is.

With `WEGWEISER_EVERY_SHEET` set it is every sheet in every language, normal and large: some 200 files, five minutes.
"""

import os
from collections.abc import Iterator

from reportlab.pdfgen.canvas import Canvas

from desktop.domain.catalogue import Catalogue
from desktop.i18n import PAPER_LANGUAGES, Translate, load
from desktop.pages.blocks import Bullets, Field, Fields, Heading, Item, Note, Paragraph, Tone, Value
from desktop.printing import blocks
from desktop.printing.figure import Figure, Picture
from desktop.printing.furniture import Furniture
from desktop.printing.paper import Paper
from desktop.printing.section import Section
from desktop.printing.sheets import SHEETS, Sheet
from desktop.printing.styles import style_sets
from desktop.printing.tables import Cell, Grid, Table, head_row, row
from desktop.printing.text import Writer
from desktop.printing.variant import NORMAL, PageFormat, TypeSize, Variant
from tests.support.dossiers import dossier_of
from tests.support.paper import ENGLISH, GERMAN, bound, drawn, sample
from tests.support.places import TRANSLATIONS

LANGUAGES = (GERMAN, ENGLISH)
VARIANTS = {
    "normal": NORMAL,
    "large": Variant(type_size=TypeSize.LARGE),
    "landscape": Variant(page_format=PageFormat.LANDSCAPE),
}

_SIZES = ("normal", "large")


def named_sheets() -> Iterator[tuple[str, Sheet, Translate, Variant]]:
    """A name for each file, and what it is of."""
    for sheet in SHEETS:
        for tr in LANGUAGES:
            for word, variant in VARIANTS.items():
                yield f"{sheet.key}-{tr.language}-{word}", sheet, tr, variant
    others = sorted(PAPER_LANGUAGES.keys() - {tr.language for tr in LANGUAGES})
    for place, language in enumerate(others):
        for at, sheet in enumerate(SHEETS):
            for word in _SIZES:
                if "WEGWEISER_EVERY_SHEET" in os.environ or (at, word) == (place % len(SHEETS), _SIZES[place % 2]):
                    yield f"{sheet.key}-{language}-{word}", sheet, load(TRANSLATIONS, language), VARIANTS[word]


def sheet_of(catalogue: Catalogue, sheet: Sheet, tr: Translate, variant: Variant) -> Paper:
    """A sheet with two records of each kind that it prints; one that takes many takes all."""
    found = [
        record
        for kind in sorted(sheet.kinds)
        for record in [record for record in catalogue.records if record.KIND is kind][: None if sheet.takes_many else 2]
    ]
    return drawn(sheet.key, [dossier_of(record) for record in found], tr, variant)


def everything(tr: Translate = GERMAN) -> Paper:
    """A sheet with headings, text, lists, links, notes, a table that goes on, and a figure."""
    writer = Writer(style_sets(NORMAL)[0], "Alles", tr)
    reach = Fields(
        (
            Field("Telefon", (Value(text="0231 9058-0", target="tel:+4923190580"),)),
            Field("E-Mail", (Value(text="a@x.de", target="mailto:a@x.de"), Value(text="b@x.de", note="abends"))),
        )
    )
    items = Bullets((Item("Asyl", "Recht"), Item("Ein langer Satz. " * 300)))
    page = sample(reach, Heading("Aufgaben"), items, Heading("Müller", 3), Paragraph("Text"), title="Alles")
    grid = Grid((1, 2), 2)
    cells = [(Cell(writer.plain(f"Zeile {number}")), Cell(writer.plain("ja"))) for number in range(60)]
    story = [
        *blocks.story(page, writer),
        *blocks.notes([Note("Bitte prüfen.", "Zweifel", Tone.CAUTION)], writer),
        Table(head_row(("Name", "Wert"), grid, writer), [row(each, grid, writer) for each in cells]),
        Figure(Picture(60, 60, _draw_circle), "Ein Kreis"),
    ]
    furniture = Furniture(writer=writer, title="Alles", kicker="Probe", as_of="Stand", source="Quelle")
    return bound("Blatt", [Section(furniture=furniture, story=story)], tr)


def _draw_circle(canvas: Canvas, left: float, bottom: float) -> None:
    canvas.circle(left + 30, bottom + 30, 30)
