"""An office that makes packages, for tests: its data folder, its desk and its clock."""

from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from desktop.domain.office import Office
from desktop.i18n import Translate, load
from desktop.services.catalogue import Catalogue
from desktop.services.packages_made import PackagesMade
from desktop.services.packing import Packing
from desktop.services.signing import Signing
from tests.support.places import SHIPPED, TRANSLATIONS

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


class PackingOffice:
    """Everything that making packages needs; `now` and `office` may be set."""

    def __init__(self, database: Path, tr: Translate | None = None) -> None:
        self.folder = database.parent
        self.now = NOW
        self.office = Office(name="Stadt Moers")
        self.records = Catalogue(database, SHIPPED, tr or load(TRANSLATIONS, "en"))
        self.made = PackagesMade(self.folder)
        self.signing = Signing(self.folder, self.made)
        self.packing = Packing(
            self.records,
            self.signing,
            self.made,
            lambda: self.office,
            lambda: self.now,
            tr or load(TRANSLATIONS, "en"),
        )

    def rename(self, name: str) -> None:
        """The office is called otherwise from now on."""
        self.office = replace(self.office, name=name)
