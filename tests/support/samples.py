"""Files to judge: sheets in all languages and variants, and one with every piece of paper there is.

With `WEGWEISER_EVERY_SHEET` set it is every sheet in every language, normal and large: some 200 files, five minutes.
"""

import os
from collections.abc import Iterator
from io import BytesIO

from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from desktop.domain.catalogue import Catalogue
from desktop.domain.office import Office
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
SEVERAL = Variant(is_compact=True)
OFFICE = Office(
    name="Servicestelle Zuwanderung",
    address="Rathausplatz 1\n47441 Moers",
    phone="02841 201-0",
    email="zuwanderung@moers.de",
    website="www.moers.de",
    hours="Mo–Fr 8–12 Uhr",
    footer="Beratung ist kostenlos.",
    logo="logo.png",
)

_SIZES = ("normal", "large")


def named_sheets() -> Iterator[tuple[str, Sheet, Translate, Variant]]:
    """A name for each file, and what it is of."""
    for sheet in SHEETS:
        for tr in LANGUAGES:
            for word, variant in VARIANTS.items():
                yield f"{sheet.key}-{tr.language}-{word}", sheet, tr, variant
    for sheet in (sheet for sheet in SHEETS if sheet.key == "contact"):
        for tr in (GERMAN, ENGLISH, load(TRANSLATIONS, "fa")):
            yield f"{sheet.key}-{tr.language}-compact", sheet, tr, SEVERAL
    others = sorted(PAPER_LANGUAGES.keys() - {tr.language for tr in LANGUAGES})
    for place, language in enumerate(others):
        for at, sheet in enumerate(SHEETS):
            for word in _SIZES:
                if "WEGWEISER_EVERY_SHEET" in os.environ or (at, word) == (place % len(SHEETS), _SIZES[place % 2]):
                    yield f"{sheet.key}-{language}-{word}", sheet, load(TRANSLATIONS, language), VARIANTS[word]


def sheet_of(catalogue: Catalogue, sheet: Sheet, tr: Translate, variant: Variant) -> Paper:
    """A sheet with two records of each kind that it prints; one that takes many takes all, a handout has everything."""
    found = [
        record
        for kind in sorted(sheet.kinds)
        for record in [record for record in catalogue.records if record.KIND is kind][: None if sheet.takes_many else 2]
    ]
    dossiers = [dossier_of(record) for record in found]
    if not sheet.has_letterhead:
        return drawn(sheet.key, dossiers, tr, variant)
    return drawn(sheet.key, dossiers, tr, variant, office=OFFICE, logo=logo(), next_step="Am 3. Mai zum BAMF.")


def logo() -> bytes:
    """A logo as an office keeps it."""
    target = BytesIO()
    Image.new("RGB", (300, 100), "teal").save(target, "PNG")
    return target.getvalue()


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
        Figure(Picture(60, 60, _draw_circle), "Ein Kreis", is_mirrored=False),
    ]
    furniture = Furniture(writer=writer, title="Alles", kicker="Probe", as_of="Stand", source="Quelle")
    return bound("Blatt", [Section(furniture=furniture, story=story)], tr)


def _draw_circle(canvas: Canvas, left: float, bottom: float) -> None:
    canvas.circle(left + 30, bottom + 30, 30)
