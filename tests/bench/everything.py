"""All subjects one after the other, each in a fresh process, in one report: as Markdown, as JSON, in the README."""

import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import msgspec
from msgspec import Struct

from tests.bench.figures import HEAD, Figure, cells
from tests.bench.machine import Machine, this_machine, versions
from tests.bench.subjects import SUBJECTS, HowMuch
from tests.support.places import ROOT

README = ROOT / "README.md"
BEGIN, END = "<!-- figures: python -m tests.bench all --readme -->", "<!-- end of figures -->"
_PATIENCE_S = 3600


class Subject(Struct, frozen=True, kw_only=True):
    """The figures of one subject; `trouble` says why there are none."""

    name: str
    seconds: float
    figures: tuple[Figure, ...] = ()
    trouble: str = ""


class Whole(Struct, frozen=True, kw_only=True):
    """Everything that was measured in one run."""

    made_on: date
    is_short: bool
    machine: Machine
    versions: dict[str, str]
    subjects: tuple[Subject, ...]


def measure_all(how_much: HowMuch, today: date, names: Iterable[str] = SUBJECTS) -> Whole:
    """Each subject; one that fails is told in the report, and the others go on."""
    subjects = tuple(_measured(name, how_much) for name in names)
    return Whole(
        made_on=today, is_short=how_much.is_short, machine=this_machine(), versions=versions(), subjects=subjects
    )


def _measured(name: str, how_much: HowMuch) -> Subject:
    print(f"{name} …", file=sys.stderr, flush=True)
    began = time.monotonic()
    figures, trouble = _told(name, how_much)
    seconds = time.monotonic() - began
    print(f"{name}: {trouble or f'{len(figures)} figures'}, {seconds:.0f} s", file=sys.stderr, flush=True)
    return Subject(name=name, seconds=round(seconds, 1), figures=figures, trouble=trouble)


def _told(name: str, how_much: HowMuch) -> tuple[tuple[Figure, ...], str]:
    words = [sys.executable, "-m", "tests.bench", name, "--json", "--runs", str(how_much.runs)]
    words += [f"--{word}" for word, is_so in (("short", how_much.is_short), ("full", how_much.is_full)) if is_so]
    try:
        done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=_PATIENCE_S)
    except subprocess.TimeoutExpired:
        return (), f"not done after {_PATIENCE_S} s"
    if done.returncode:
        return (), f"ended with {done.returncode}: {_last_words(done.stderr)}"
    return msgspec.json.decode(done.stdout.splitlines()[-1], type=tuple[Figure, ...]), ""


def _last_words(errors: str) -> str:
    """The kind of an error without its message, in which paths may stand."""
    lines = [line for line in errors.splitlines() if line and not line[0].isspace()]
    return lines[-1].partition(":")[0] if lines else "nothing said"


def as_json(whole: Whole) -> str:
    """The report for other programs."""
    return msgspec.json.format(msgspec.json.encode(whole), indent=2).decode()


def as_markdown(whole: Whole) -> str:
    """The report for a person: what it was measured on, and a table of all subjects."""
    lines = ["| subject " + HEAD[0], "|---" + HEAD[1]]
    lines += [f"| {' | '.join(line)} |" for subject in whole.subjects for line in _lines(subject)]
    return "\n".join((*_preface(whole), "", *lines))


def _preface(whole: Whole) -> Iterator[str]:
    machine, form = whole.machine, ", the short form" if whole.is_short else ""
    at = f"{machine.cores} × {machine.processor}, {machine.memory_gib:g} GiB, {machine.system}"
    yield f"Measured on {whole.made_on:%Y-%m-%d}{form}: {at};"
    yield f"{', '.join(' '.join(pair) for pair in whole.versions.items())}."


def _lines(subject: Subject) -> Iterator[Sequence[str]]:
    if subject.trouble:
        yield (subject.name, f"could not be measured: {subject.trouble}", *["–"] * 5)
    for figure in subject.figures:
        yield (subject.name, *cells(figure))


def write(whole: Whole, file: Path) -> tuple[Path, Path]:
    """`FILE.md` and `FILE.json`."""
    file.parent.mkdir(parents=True, exist_ok=True)
    made = file.with_name(f"{file.name}.md"), file.with_name(f"{file.name}.json")
    for path, text in zip(made, (as_markdown(whole), as_json(whole)), strict=True):
        path.write_text(f"{text}\n", encoding="utf-8")
    return made


def put_into(readme: str, whole: Whole) -> str:
    """The README with this report between its marks; raises `ValueError` where it has none."""
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError("the README has no place for figures")
    return f"{before}{BEGIN}\n\n{as_markdown(whole)}\n\n{END}{after}"
