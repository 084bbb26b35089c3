"""A package of 100,000 records: made, looked through, refused, taken, each in a process of its own for its memory."""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from desktop.domain.errors import ForeignFileError
from desktop.domain.office import Office
from desktop.domain.packing import PackageOrder
from desktop.domain.trust import fingerprint
from desktop.exchange.package import peek, read_package
from desktop.i18n import load
from desktop.services.applying.applying import Applying, Consent
from desktop.services.catalogue import Catalogue
from desktop.services.editing import Desk
from desktop.services.packing import Packing, packing_of
from desktop.store.opening import make_ready
from tests.bench.figures import Figure, Report, at_most, table
from tests.bench.memory import peak_mib
from tests.bench.store_data import make_base
from tests.support.places import ROOT, SHIPPED, TRANSLATIONS

_GOAL_SECONDS, _GOAL_MIB = 60, 300
_HEAD = ("| what | s | CPU s | records/s | peak MiB |", "|---|---|---|---|---|")


class Figures(NamedTuple):
    """What a piece of work took: seconds by the clock and of the processor, and memory at its peak."""

    seconds: float
    cpu_seconds: float
    peak_mib: float
    records: int

    @property
    def a_second(self) -> float:
        """Records a second."""
        return self.records / self.seconds


def create(database: Path, package: Path) -> Figures:
    """Make a package of all records of a database; what is new is not counted first."""
    return _apart("create", database, package)


def read(database: Path, package: Path) -> Figures:
    """Read a package and check every byte and every record of it."""
    return _apart("read", database, package)


def look(database: Path, package: Path) -> Figures:
    """Only see who signed a package."""
    return _apart("look", database, package)


def refuse(database: Path, package: Path) -> Figures:
    """Refuse the same package with one byte changed at its very end, of a part that is checked last."""
    return _apart("refuse", database, package)


def apply(database: Path, package: Path) -> Figures:
    """Take a package on a laptop that has only the shipped records: looked at, written, found by the search."""
    return _apart("apply", database, package)


def apply_again(database: Path, package: Path) -> Figures:
    """Take the next package of the same office on that laptop, in which nothing is new."""
    return _apart("again", database, package)


def report(count: int) -> Report:
    """Every step with its time and memory; the goals are those of taking a package."""
    with tempfile.TemporaryDirectory() as name:
        base, package = Path(name) / "office" / "wegweiser.sqlite", Path(name) / "Stand.wegweiser"
        base.parent.mkdir()
        make_base(base, count)
        laptop = Path(name) / "laptop" / "wegweiser.sqlite"
        laptop.parent.mkdir()
        make_ready(laptop, SHIPPED)
        steps = [
            ("made and signed", create(base, package)),
            ("signer and counts alone", look(base, package)),
            ("inspected: every byte and every record", read(base, package)),
            ("refused: one byte changed at its end", refuse(base, package)),
            ("applied: looked at, then taken by an empty laptop", apply(laptop, package)),
        ]
        create(base, package)
        steps.append(("the next one, without anything new, applied", apply_again(laptop, package)))
    figures = tuple(figure for what, found in steps for figure in _judged(what, found) if "applied" in what)
    rows = (_cells(what, found) for what, found in steps)
    return Report("\n".join((f"{count:,} records", "", *_HEAD, *rows, "", table(figures))), figures)


def _judged(what: str, found: Figures) -> tuple[Figure, Figure]:
    return (
        at_most(f"package {what}", found.seconds, _GOAL_SECONDS, "s"),
        at_most(f"package {what}, peak memory", found.peak_mib, _GOAL_MIB, "MiB"),
    )


def _cells(what: str, found: Figures) -> str:
    times = f"{found.seconds:.1f} | {found.cpu_seconds:.1f}"
    return f"| {what} | {times} | {found.a_second:,.0f} | {found.peak_mib:.0f} |"


def _apart(work: str, database: Path, package: Path) -> Figures:
    command = [sys.executable, "-m", "tests.bench.exchange_packages", work, str(database), str(package)]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return Figures(**json.loads(told.splitlines()[-1]))


def _create(database: Path, package: Path) -> int:
    return sum(_packing(database).pack(PackageOrder(package, "Neu")).manifest.counts.values())


def _read(_: Path, package: Path) -> int:
    return len(read_package(package).catalogue.records)


def _look(_: Path, package: Path) -> int:
    return sum(peek(package).manifest.counts.values())


def _refuse(database: Path, package: Path) -> int:
    broken = package.with_suffix(".broken")
    content = bytearray(package.read_bytes())
    content[content.index(b"manifest.json") - 40] ^= 1
    broken.write_bytes(content)
    del content
    try:
        _read(database, broken)
    except ForeignFileError:
        return _look(database, package)
    raise AssertionError("a changed package was read")


def _apply(database: Path, package: Path) -> int:
    """With both steps of a person: the look, then the deed, which looks once more while it writes."""
    catalogue = Catalogue(database, SHIPPED, load(TRANSLATIONS, "de"))
    desk = Desk(lambda: "Probe", lambda: datetime.now(UTC), lambda: 12)
    applying = Applying(catalogue, desk, lambda _: None, lambda path, tell: read_package(path, tell=tell))
    found = applying.look(package)
    assert found.package is not None
    applying.apply(found, {}, Consent(fingerprint(found.package.signer.public_key)))
    catalogue.close()
    return len(found.package.catalogue.records)


def _packing(database: Path) -> Packing:
    catalogue = Catalogue(database, SHIPPED, load(TRANSLATIONS, "de"))
    office = Office(name="Stadt Moers")
    return packing_of(catalogue, database.parent, lambda: office, lambda: datetime.now(UTC), load(TRANSLATIONS, "de"))


WORKS: dict[str, Callable[[Path, Path], int]] = {
    "create": _create,
    "read": _read,
    "look": _look,
    "refuse": _refuse,
    "apply": _apply,
    "again": _apply,
}


def _measured(work: Callable[[Path, Path], int], database: Path, package: Path) -> Figures:
    began, cpu = time.perf_counter(), time.process_time()
    count = work(database, package)
    seconds, cpu_seconds = time.perf_counter() - began, time.process_time() - cpu
    return Figures(seconds, cpu_seconds, peak_mib(), count)


if __name__ == "__main__":
    figures = _measured(WORKS[sys.argv[1]], Path(sys.argv[2]), Path(sys.argv[3]))
    print(json.dumps(figures._asdict()))
