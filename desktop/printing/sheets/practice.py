"""The good-practice sheet: what was done, by whom, and whom to ask."""

from desktop.printing.document import bind
from desktop.printing.job import Job
from desktop.printing.paper import Paper
from desktop.printing.record import section


def draw(job: Job) -> Paper:
    """Two pages at most for each practice, unless it says more than any of today's."""
    return bind(job, [section(dossier, job, pages=2) for dossier in job.dossiers])
