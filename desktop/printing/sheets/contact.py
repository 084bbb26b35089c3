"""The contact sheet: how to reach someone and what they are responsible for, to be put into a client's hand."""

from desktop.pages.brief import brief
from desktop.printing.document import bind
from desktop.printing.entry import entries, warnings
from desktop.printing.gathered import furniture, origin
from desktop.printing.job import Job
from desktop.printing.paper import Paper
from desktop.printing.record import one_by_one
from desktop.printing.section import Section
from desktop.printing.styles import Role, StyleSet, style_sets
from desktop.printing.text import Writer


def draw(job: Job) -> Paper:
    """A page for each contact, of which an organisation with many locations may take a second; or several to a page."""
    if job.variant.is_compact:
        return bind(job, [_compact(job, style_sets(job.variant)[-1])])
    return one_by_one(job, pages=1)


def _compact(job: Job, style_set: StyleSet) -> Section:
    """What a visitor needs of each contact, beneath each other."""
    tr = job.tr
    pages = [brief(dossier, tr) for dossier in job.dossiers]
    title = tr("Contacts")
    writer = Writer(style_set, title, tr)
    opening = [writer.heading(Role.TITLE, title, 0), *warnings(pages, writer)]
    words = furniture(writer, title, job.title, origin(job.dossiers, tr))
    return Section(furniture=words, story=[*opening, *entries(job, pages, style_set)])
