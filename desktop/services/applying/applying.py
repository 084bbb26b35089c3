"""Takes packages of other offices, and what waits of the shipped data: looked at first, then written as one deed."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from desktop.domain.applying import Decisions, Look, MeanwhileError, UndecidedError, UntrustedError
from desktop.domain.backup import Reason
from desktop.domain.change import Deed
from desktop.domain.merging import WHOLE
from desktop.domain.package import Cargo
from desktop.domain.progress import Progress, Stage
from desktop.domain.trust import Trust, fingerprint, known_as, remembered, same_digits, verdict

if TYPE_CHECKING:
    from desktop.domain.applying import Finding
    from desktop.domain.change import ChangeSet
    from desktop.domain.package import Package
    from desktop.domain.trust import KnownSigner, Verdict
    from desktop.services.applying.sides import BothSides
    from desktop.services.catalogue import Catalogue
    from desktop.services.editing import Desk
    from desktop.store.unit_of_work import Unit

Tell = Callable[[int, int], object]
Reads = Callable[[Path, Tell], "Package"]
"""Reads the package in a file and tells how far it is; raises `ForeignFileError`."""


class Consent(NamedTuple):
    """What a person said to a package: the fingerprint that was compared, and whether an older one is wanted.

    `replaces` says that the office has a new key, whose fingerprint that is.
    """

    fingerprint: str = ""
    insists: bool = False
    replaces: bool = False


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
        whole = progress or Progress()
        return self.look_at(self._read(path, Stage(whole, 0, 50).tell), Stage(whole, 50, 100))

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

    def signers(self) -> tuple[KnownSigner, ...]:
        """The offices that packages of records were taken from, by their names."""
        with self._catalogue.reading() as unit:
            known = unit.signers.all()
        offices = (one for name, one in known.items() if name.startswith(Cargo.RECORDS))
        return tuple(sorted(offices, key=lambda one: one.office.casefold()))

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
        try:
            with self._catalogue.writing() as unit:
                if look.package is not None:
                    now = _verdict(unit, look.package)
                    _demand(look.package, now, consent or Consent())
                    _replace_key(unit, look.package, now)
                done = self._written(unit, look, decisions, progress or Progress())
        except _ChangedMeanwhileError:
            raise MeanwhileError(self._again(look, progress or Progress())) from None
        self._catalogue.sitting.take(done)
        return done

    def _written(self, unit: Unit, look: Look, decisions: Decisions, progress: Progress) -> ChangeSet:
        """Nothing is overwritten that came after the look: where it shows then everything goes back."""
        from desktop.services.applying.surveying import findings_of
        from desktop.services.applying.writing import Writer

        package = look.package
        if is_checked_before := any(point.field == WHOLE for point in decisions):  # others may depend on these
            _refuse_changed(look, findings_of(unit, package, progress.tell))
        deed = Deed.PACKAGE if package else Deed.UPDATE
        begun = unit.long_deeds.begin(deed, self._desk.who(), self._desk.now())
        found = Writer(unit, look, begun, progress).write(decisions)
        if is_checked_before:
            deque(found, maxlen=0)
        else:
            _refuse_changed(look, found)
        if package is not None:
            name = known_as(package.manifest, package.signer)
            signer = remembered(package.manifest, package.signer, unit.signers.all(), self._desk.now())
            unit.signers.remember(name, signer)
            unit.signers.take(name, package.manifest.number, begun.number)
        return unit.long_deeds.end(begun)

    def _again(self, look: Look, progress: Progress) -> Look:
        """The same as things stand now."""
        from desktop.services.applying.surveying import look_of

        with self._catalogue.reading() as unit:
            now = look_of(unit, look.package, look.verdict, progress.tell)
            return replace(now, taken=look.taken, deed=look.deed)


class _ChangedMeanwhileError(Exception):
    """What is found now is not what was looked at."""


def _refuse_changed(look: Look, now: Iterable[Finding]) -> None:
    """Raise at the first finding that is another one: there may be a hundred thousand."""
    if any(one != other for one, other in zip_longest(look.findings, now)):
        raise _ChangedMeanwhileError


def _verdict(unit: Unit, package: Package) -> Verdict:
    return verdict(package.manifest, package.signer, unit.signers.all())


def _demand(package: Package | None, found: Verdict | None, consent: Consent) -> None:
    """Raise where the package may not be taken."""
    if package is None or found is None:
        return
    found.demand(insists=consent.insists, replaces=consent.replaces)
    is_new_key = found.trust is Trust.CHANGED_KEY
    if (is_new_key or found.trust is Trust.NEW) and not same_digits(consent.fingerprint, package.signer.public_key):
        raise UntrustedError(package.signer.office, fingerprint(package.signer.public_key), is_new_key=is_new_key)


def _replace_key(unit: Unit, package: Package, found: Verdict) -> None:
    """An office with a new key is still the same office: what it brought before is what it began with."""
    if found.trust is Trust.CHANGED_KEY and found.last is not None:
        unit.replace_key(found.last.public_key, package.signer.public_key)
