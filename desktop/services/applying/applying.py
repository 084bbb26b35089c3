"""Takes packages of other offices, and what waits of the shipped data: looked at first, then written as one deed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from desktop.domain.applying import Decisions, Look, MeanwhileError, UndecidedError, UntrustedError
from desktop.domain.backup import Reason
from desktop.domain.change import Deed
from desktop.domain.progress import Progress
from desktop.domain.trust import Trust, fingerprint, known_as, remembered, verdict

if TYPE_CHECKING:
    from desktop.domain.change import ChangeSet
    from desktop.domain.package import Package
    from desktop.domain.trust import Verdict
    from desktop.services.applying.sides import BothSides
    from desktop.services.catalogue import Catalogue
    from desktop.services.editing import Desk
    from desktop.store.unit_of_work import Unit

Tell = Callable[[int, int], object]
Reads = Callable[[Path, Tell], "Package"]
"""Reads the package in a file and tells how far it is; raises `ForeignFileError`."""


class Consent(NamedTuple):
    """What a person said to a package: the fingerprint that was compared, and whether an older one is wanted."""

    fingerprint: str = ""
    insists: bool = False


class Applying:
    """Every method raises `StoreError` where the database cannot be used; nothing is changed by looking."""

    def __init__(
        self,
        catalogue: Catalogue,
        desk: Desk,
        back_up: Callable[[Reason], object],
        read: Reads,
    ) -> None:
        self._catalogue = catalogue
        self._desk = desk
        self._back_up = back_up
        self._read = read

    def look(self, path: Path, progress: Progress | None = None) -> Look:
        """What the package in a file would do; raises `ForeignFileError` where the file is none."""
        return self.look_at(self._read(path, (progress or Progress()).tell), progress)

    def look_at(self, package: Package, progress: Progress | None = None) -> Look:
        """What a package would do."""
        from desktop.services.applying.surveying import look_of

        with self._catalogue.reading() as unit:
            return look_of(unit, package, _verdict(unit, package), (progress or Progress()).tell)

    def look_at_shipped(self, progress: Progress | None = None) -> Look:
        """What came with the program, and what waits of it because it was edited here."""
        from desktop.services.applying.news import taken
        from desktop.services.applying.surveying import look_of

        with self._catalogue.reading() as unit:
            deed = unit.shipped_news.deed
            found = look_of(unit, None, None, (progress or Progress()).tell)
            return replace(found, taken=taken(unit, deed), deed=deed)

    def sides(self, look: Look, key: str) -> BothSides:
        """A record or term of a look, field by field."""
        from desktop.services.applying.sides import sides_of

        with self._catalogue.reading() as unit:
            return sides_of(unit, look, key)

    def apply(
        self,
        look: Look,
        decisions: Decisions,
        consent: Consent | None = None,
        progress: Progress | None = None,
    ) -> ChangeSet:
        """Take what was looked at, as one deed, after a backup.

        Raises `UndecidedError`, `MeanwhileError` where the records are not what they were at the look, and
        `ForeignFileError` for a package that may not be taken, or `UntrustedError` for one of which nobody has
        compared the fingerprint. `CancelledError` leaves everything as it was.
        """
        if waiting := look.undecided(decisions):
            raise UndecidedError(waiting)
        self._catalogue.refuse_read_only()
        _demand(look.package, look.verdict, consent or Consent())
        self._back_up(Reason.UPDATE if look.package is None else Reason.IMPORT)
        tell = (progress or Progress()).tell
        with self._catalogue.writing() as unit:
            found = None if look.package is None else _verdict(unit, look.package)
            _demand(look.package, found, consent or Consent())
            self._refuse_changed(unit, look, found, tell)
            done = self._written(unit, look, decisions, tell)
        self._catalogue.sitting.take(done)
        return done

    def _refuse_changed(self, unit: Unit, look: Look, found: Verdict | None, tell: Tell) -> None:
        """Nothing is overwritten that came after the look."""
        from desktop.services.applying.surveying import look_of

        now = look_of(unit, look.package, found, tell)
        if now.findings != look.findings:
            raise MeanwhileError(replace(now, taken=look.taken, deed=look.deed))

    def _written(self, unit: Unit, look: Look, decisions: Decisions, tell: Tell) -> ChangeSet:
        from desktop.services.applying.brought import of_package, of_program
        from desktop.services.applying.writing import write

        who, now, package = self._desk.who(), self._desk.now(), look.package
        brought = of_package(package) if package else of_program(unit)
        last, changes = write(unit, brought, package, decisions, tell)
        done = unit.history.write(Deed.PACKAGE if package else Deed.UPDATE, who, now, changes)
        last.tie(done.number)
        if package is not None:
            name = known_as(package.manifest, package.signer)
            signer = remembered(package.manifest, package.signer, unit.signers.all(), now)
            unit.signers.remember(name, signer)
            unit.signers.take(name, package.manifest.number, done.number)
        return done


def _verdict(unit: Unit, package: Package) -> Verdict:
    return verdict(package.manifest, package.signer, unit.signers.all())


def _demand(package: Package | None, found: Verdict | None, consent: Consent) -> None:
    """Raise where the package may not be taken."""
    if package is None or found is None:
        return
    found.demand(insists=consent.insists)
    digits = fingerprint(package.signer.public_key)
    if found.trust is Trust.NEW and _bare(consent.fingerprint) != _bare(digits):
        raise UntrustedError(package.signer.office, digits)


def _bare(digits: str) -> str:
    return "".join(digits.split()).upper()
