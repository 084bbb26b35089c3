"""One case in a process of its own: `python -m tests.bench.paper_cases ENGINE CASE FILE RUNS`."""

import json
import pickle
import sys
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from desktop.i18n import load
from tests.bench.memory import peak_mib
from tests.support.places import TRANSLATIONS

_DAY = date(2025, 11, 22)


def ours(case: str, dossiers: Any) -> bytes:
    """The sheet as the program makes it; without codes the same blocks are bound by themselves."""
    from desktop.printing.job import Job
    from desktop.printing.sheets import draw
    from desktop.printing.variant import Variant

    job = Job(
        title="Blatt",
        dossiers=tuple(dossiers),
        tr=load(TRANSLATIONS, "de"),
        today=_DAY,
        variant=Variant(is_compact=True),
    )
    if case in ("summary", "directory"):
        return draw("municipality" if case == "summary" else "directory", job).pdf
    return draw("contact", job).pdf if case.endswith("codes") else _plain(job)


def _plain(job: Any) -> bytes:
    """The compact contact sheet without codes."""
    from desktop.pages.brief import brief
    from desktop.printing.document import bind
    from desktop.printing.entry import entry
    from desktop.printing.gathered import furniture, origin
    from desktop.printing.section import Section
    from desktop.printing.styles import style_sets
    from desktop.printing.text import Writer

    styles = style_sets(job.variant)[-1]
    pages = [brief(dossier, job.tr) for dossier in job.dossiers]
    story = [entry(page, Writer(styles, page.title, job.tr), level=0) for page in pages]
    words = furniture(Writer(styles, job.title, job.tr), job.title, "", origin(job.dossiers, job.tr))
    return bind(job, [Section(furniture=words, story=story)]).pdf


def _engine(name: str, case: str, content: Any) -> Callable[[], bytes]:
    if name == "ours":
        return partial(ours, case, content)
    from tests.bench.paper_rivals import RIVALS

    return partial(RIVALS[name], content)


def main(engine: str, case: str, file: str, runs: str) -> None:
    """Print the figures as JSON: the first sheet with all imports, later ones, memory, size.

    Seconds are those of the processor: other programs do not stretch them.
    """
    content = pickle.loads(Path(file).read_bytes())
    begun = time.process_time()
    make = _engine(engine, case, content)
    pdf = make()
    first = time.process_time() - begun
    warm = [_timed(make) for _ in range(int(runs))]
    figures = {
        "first_s": first,
        "warm_s": median(warm) if warm else first,
        "peak_mib": peak_mib(),
        "kb": len(pdf) / 1000,
    }
    print(json.dumps(figures))


def _timed(make: Callable[[], bytes]) -> float:
    begun = time.process_time()
    make()
    return time.process_time() - begun


if __name__ == "__main__":
    main(*sys.argv[1:])
