"""A package of 100,000 records: made, read and refused, each in a process of its own so that its memory is its own."""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from desktop.domain.errors import ForeignFileError
from desktop.domain.office import Office
from desktop.domain.packing import PackageOrder
from desktop.exchange.package import peek, read_package
from desktop.i18n import load
from desktop.services.catalogue import Catalogue
from desktop.services.packing import Packing, packing_of
from tests.support.places import ROOT, SHIPPED, TRANSLATIONS

_KIB = 1024


class Figures(NamedTuple):
    """What a piece of work took: seconds by the clock and of the processor, and memory at its peak and before it."""

    seconds: float
    cpu_seconds: float
    peak_mib: float
    before_mib: float
    records: int

    @property
    def a_second(self) -> float:
        """Records a second."""
        return self.records / self.seconds


def create(database: Path, package: Path) -> Figures:
    """Make a package of all records of a database; what is new is not counted first."""
    return _apart("create", database, package)


def propose(database: Path, package: Path) -> Figures:
    """Count what is new since the last package, as the dialog does before anything is made."""
    return _apart("propose", database, package)


def read(database: Path, package: Path) -> Figures:
    """Read a package and check every byte and every record of it."""
    return _apart("read", database, package)


def look(database: Path, package: Path) -> Figures:
    """Only see who signed a package."""
    return _apart("look", database, package)


def refuse(database: Path, package: Path) -> Figures:
    """Refuse the same package with one byte changed at its very end, of a part that is checked last."""
    return _apart("refuse", database, package)


def _apart(work: str, database: Path, package: Path) -> Figures:
    command = [sys.executable, "-m", "tests.bench.exchange_packages", work, str(database), str(package)]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return Figures(**json.loads(told.splitlines()[-1]))


def _create(database: Path, package: Path) -> int:
    return sum(_packing(database).pack(PackageOrder(package, "Neu")).manifest.counts.values())


def _propose(database: Path, _: Path) -> int:
    return _packing(database).proposal().total


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


def _packing(database: Path) -> Packing:
    catalogue = Catalogue(database, SHIPPED, load(TRANSLATIONS, "de"))
    office = Office(name="Stadt Moers")
    return packing_of(catalogue, database.parent, lambda: office, lambda: datetime.now(UTC), load(TRANSLATIONS, "de"))


WORKS: dict[str, Callable[[Path, Path], int]] = {
    "create": _create,
    "propose": _propose,
    "read": _read,
    "look": _look,
    "refuse": _refuse,
}


def _measured(work: Callable[[Path, Path], int], database: Path, package: Path) -> Figures:
    before = _peak_mib()
    began, cpu = time.perf_counter(), time.process_time()
    count = work(database, package)
    seconds, cpu_seconds = time.perf_counter() - began, time.process_time() - cpu
    return Figures(seconds, cpu_seconds, _peak_mib(), before, count)


def _peak_mib() -> float:
    """Of this process alone: what `getrusage` tells begins with that of the process which started it."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB
    (line,) = [line for line in status.read_text().splitlines() if line.startswith("VmHWM:")]
    return int(line.split()[1]) / _KIB


if __name__ == "__main__":
    figures = _measured(WORKS[sys.argv[1]], Path(sys.argv[2]), Path(sys.argv[3]))
    print(json.dumps(figures._asdict()))
