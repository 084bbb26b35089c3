"""The municipality summary: all that is known of a model municipality, and what is not, on two pages at most."""

from desktop.printing.document import bind
from desktop.printing.job import Job
from desktop.printing.paper import Paper
from desktop.printing.record import section


def draw(job: Job) -> Paper:
    """All sections of each municipality on two pages at most; the longest are set in smaller type."""
    return bind(job, [section(dossier, job, pages=2) for dossier in job.dossiers])
