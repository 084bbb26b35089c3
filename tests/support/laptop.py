"""A laptop that takes packages: its records, its desk, and everything that it was asked."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from desktop.domain.applying import Decisions, Look, Point
from desktop.domain.backup import Reason
from desktop.domain.change import ChangeSet
from desktop.domain.merging import Side
from desktop.domain.package import Package
from desktop.domain.record import Record
from desktop.domain.trust import fingerprint
from desktop.exchange.package import read_package
from desktop.i18n import load
from desktop.services.applying.applying import Applying, Consent
from desktop.services.catalogue import Catalogue
from desktop.services.editing import Desk, Editing
from desktop.services.review import Review
from tests.support.places import SHIPPED, TRANSLATIONS

NOW = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)


class Laptop:
    """Applies packages, also such as were never in a file; `backed_up` tells why backups were made."""

    def __init__(self, database: Path, who: str = "A. Yılmaz") -> None:
        self.database = database
        self.backed_up: list[Reason] = []
        self.catalogue = Catalogue(database, SHIPPED, load(TRANSLATIONS, "de"))
        desk = Desk(lambda: who, lambda: NOW, lambda: 12)
        self.editing = Editing(self.catalogue, desk, lambda: None)
        self.review = Review(self.catalogue, desk)
        self.applying = Applying(self.catalogue, desk, self.backed_up.append, _reads)

    def close(self) -> None:
        """Let the database go."""
        self.catalogue.close()

    def record(self, record_id: str) -> Record:
        """A record as it is now."""
        return self.editing.opened(record_id)

    def find(self, record_id: str) -> Record | None:
        """A record as it is now, if it is there."""
        with self.catalogue.reading() as unit:
            return unit.records.find(record_id)

    def says(self, record_id: str, **values: object) -> Record:
        """Edit a record."""
        before = self.editing.opened(record_id)
        after = replace(before, **values)
        self.editing.save(before, after)
        return after

    def look(self, package: Package) -> Look:
        """What a package would do."""
        return self.applying.look_at(package)

    def takes(self, package: Package, decisions: Decisions | None = None, *, insists: bool = False) -> ChangeSet:
        """Take a package whose fingerprint was compared."""
        consent = Consent(fingerprint(package.signer.public_key), insists)
        return self.applying.apply(self.look(package), decisions or {}, consent)


def decided(look: Look, side: Side) -> dict[Point, Side]:
    """Every point decided for one side."""
    return dict.fromkeys(look.points(), side)


def _reads(path: Path, tell: Callable[[int, int], object]) -> Package:
    return read_package(path, tell=tell)
