"""The overview sheet: programme, further topics of the Land, the partner network, a single partner."""

from desktop.printing.document import bind
from desktop.printing.job import Job
from desktop.printing.paper import Paper
from desktop.printing.record import section


def draw(job: Job) -> Paper:
    """Pages for each record."""
    return bind(job, [section(dossier, job, pages=4) for dossier in job.dossiers])
