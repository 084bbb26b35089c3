"""A program that is killed while it writes: `python -m tests.support.interrupted` carries out jobs in forks of itself.

It reads lines `JOB<tab>DATABASE` and tells the process that carries out the job, what is confirmed, and its end.
"""

import os
import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from msgspec.structs import replace

from desktop.domain.contact import Location
from desktop.domain.editing import OWN_SOURCE
from desktop.domain.importing import Decision
from desktop.domain.incoming import Entry
from desktop.domain.package import Package
from desktop.domain.packing import PackageOrder
from desktop.domain.provenance import Provenance
from desktop.domain.trust import fingerprint
from desktop.domain.vocabulary import LocationRole
from desktop.exchange.formats import FORMATS
from desktop.i18n import load
from desktop.services.applying.applying import Applying, Consent
from desktop.services.catalogue import Catalogue
from desktop.services.editing import Desk, Editing
from desktop.services.exporting import Exporting, Order, Selection
from desktop.services.importing.desk import Importing
from desktop.services.search import Search
from desktop.store.opening import make_ready
from tests.support.dossiers import shipped
from tests.support.packing import PackingOffice
from tests.support.places import SHIPPED, TRANSLATIONS
from tests.support.unwritten import KEY, package_of, with_records

AT_ONCE = 40
MANY = 1_200
"""Changes of a deed that is not read as a whole."""
EXPORT, PACKAGE = "Liste", "Moers.wegweiser"
DESK = Desk(lambda: "Probe", lambda: datetime.now(UTC), lambda: 12)


def _save(catalogue: Catalogue) -> None:
    """Save one record again and again."""
    editing = Editing(catalogue, DESK, lambda: None)
    with catalogue.reading() as unit:
        record = unit.records.find("moers")
    assert record is not None
    for number in count(1):
        changed = replace(record, summary=f"Stand {number}.")
        editing.save(record, changed)
        record = changed
        _tell(str(number))


def _import(catalogue: Catalogue) -> None:
    """Import a file with many new records, again and again."""
    importing = Importing(catalogue, DESK, lambda: None)
    for number in count(1):
        places = [_place(f"import-{number}-{at}") for at in range(AT_ONCE)]
        given = frozenset({"name", "organization_id"})
        plan = importing.plan(Entry(at, place, given, has_id=True) for at, place in enumerate(places))
        plan.decide_all(range(AT_ONCE), Decision.NEW)
        importing.carry_out(plan)
        _tell(str(number))


def _package(catalogue: Catalogue) -> None:
    """Take packages in which many records are changed, again and again."""
    applying = Applying(catalogue, DESK, lambda _: None, _no_file)
    shipped_records = shipped()
    for number in count(1):
        places = [replace(_place(f"import-{at}"), cost=f"Stand {number}.") for at in range(AT_ONCE)]
        look = applying.look_at(package_of(with_records(shipped_records, *places), number))
        applying.apply(look, {}, Consent(fingerprint(KEY)))
        _tell(str(number))


def _undo(catalogue: Catalogue) -> None:
    """Take back a deed of very many changes and do it again, again and again."""
    applying, editing = Applying(catalogue, DESK, lambda _: None, _no_file), Editing(catalogue, DESK, lambda: None)
    places = [_place(f"import-{at}") for at in range(MANY)]
    applying.apply(applying.look_at(package_of(with_records(shipped(), *places))), {}, Consent(fingerprint(KEY)))
    for number in count(1):
        _tell(str(number))
        if number % 2:
            editing.undo()
        else:
            editing.redo()


def _export(catalogue: Catalogue) -> None:
    """Write all records to one file, in one format after the other."""
    exporting = Exporting(catalogue, Search(catalogue), load(TRANSLATIONS, "de"))
    for number in count():
        order = Order(Selection(), FORMATS[number % len(FORMATS)])
        exporting.write(order, catalogue.place.with_name(EXPORT))
        _tell(str(number + 1))


def _create(catalogue: Catalogue) -> None:
    """Make packages, each in the place of the last; the first makes the key of the office."""
    packing = PackingOffice(catalogue.place).packing
    for number in count(1):
        packing.pack(PackageOrder(catalogue.place.with_name(PACKAGE)))
        _tell(str(number))


def _no_file(path: Path, _tell: object) -> Package:
    raise FileNotFoundError(path)


def _place(record_id: str) -> Location:
    origin = Provenance(source=OWN_SOURCE.id)
    return Location(id=record_id, name=record_id, organization_id="bamf", role=LocationRole.OFFICE, provenance=origin)


def _tell(line: str) -> None:
    """Say a line with its end at once, so that being killed leaves no half of it."""
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


def _carry_out(job: str, path: Path) -> None:
    if job == "migrate":
        make_ready(path, SHIPPED)
        _tell("1")
        return
    catalogue = Catalogue(path, SHIPPED, load(TRANSLATIONS, "de"))
    catalogue.make_ready()
    _JOBS[job](catalogue)


_JOBS = {
    "save": _save,
    "import": _import,
    "package": _package,
    "undo": _undo,
    "export": _export,
    "create": _create,
}


def main() -> None:
    for line in sys.stdin:
        job, path = line.rstrip("\n").split("\t")
        if (child := os.fork()) == 0:
            _carry_out(job, Path(path))
            os._exit(0)
        _tell(f"pid {child}")
        os.waitpid(child, 0)
        _tell("end")


if __name__ == "__main__":
    main()
