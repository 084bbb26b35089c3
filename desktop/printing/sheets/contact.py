"""The contact sheet: how to reach someone and what they are responsible for, to be put into a client's hand."""

from desktop.printing.document import bind
from desktop.printing.job import Job
from desktop.printing.paper import Paper
from desktop.printing.record import section


def draw(job: Job) -> Paper:
    """A page for each contact; an organisation with many locations may take a second one."""
    return bind(job, [section(dossier, job, pages=1) for dossier in job.dossiers])
