"""A page with the fingerprint of an office: large, to be read out or held beside a screen, and as a code."""

from collections.abc import Iterator
from dataclasses import replace

from msgspec import Struct
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from desktop.domain.qr import QUIET_ZONE
from desktop.pages.blocks import Bullets, Heading, Item
from desktop.printing import blocks
from desktop.printing.document import bind
from desktop.printing.figure import Figure, Picture
from desktop.printing.flowable import Flowable
from desktop.printing.gathered import Origin, furniture
from desktop.printing.job import Job
from desktop.printing.paper import Paper
from desktop.printing.qr import qr_code
from desktop.printing.section import Section, largest
from desktop.printing.styles import Role, StyleSet
from desktop.printing.text import Writer

_SIDE_MM = 48.0


class Told(Struct, frozen=True, kw_only=True):
    """The words of the page: for staff, in the language of the window. `lines` are those of the fingerprint.

    `code` is what the code holds, `code_said` what it says to those who do not see it; `rules` stand below `to_mind`.
    """

    office: str
    lead: str
    lines: tuple[str, ...]
    code: str
    code_said: str
    caption: str
    to_mind: str
    rules: tuple[str, ...]


def draw(job: Job, told: Told) -> Paper:
    """One page; the title of the job is that of the sheet."""

    def section(style_set: StyleSet) -> Section:
        writer = Writer(style_set, told.office, job.tr)
        return Section(furniture=furniture(writer, told.office, "", Origin("", "")), story=list(_story(told, writer)))

    return bind(job, [largest(section, job.variant, pages=1)])


def _story(told: Told, writer: Writer) -> Iterator[Flowable]:
    yield writer.heading(Role.TITLE, told.office, 0)
    yield writer.paragraph(Role.LEAD, [writer.plain(told.lead)])
    for line in told.lines:
        yield writer.paragraph(Role.TITLE, [writer.strong(line)])
    yield from _code(told, writer)
    yield from blocks.body([Heading(told.to_mind), Bullets(tuple(Item(rule) for rule in told.rules))], writer)


def _code(told: Told, writer: Writer) -> Iterator[Flowable]:
    """Flush with the text, whose margin is margin enough."""
    found = qr_code([told.code], most_side_mm=_SIDE_MM)
    if found is None:
        return
    made = replace(found, side=_SIDE_MM * mm)
    margin = made.side * QUIET_ZONE / made.modules

    def draw_code(canvas: Canvas, left: float, bottom: float) -> None:
        made.draw(canvas, left - margin, bottom)

    yield Figure(Picture(made.side, made.side, draw_code), told.code_said, is_mirrored=writer.is_mirrored)
    yield writer.paragraph(Role.CODE, [writer.plain(told.caption)])
