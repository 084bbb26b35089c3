"""Makes packages: all records of this office for its laptops, or the notes of a laptop for its office."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC
from typing import TYPE_CHECKING

from desktop.domain.errors import N_, ExpectedError
from desktop.domain.package import Cargo
from desktop.domain.packing import News, PackageOrder, Packed, Proposal, news_between
from desktop.domain.progress import Progress
from desktop.domain.trust import fingerprint
from desktop.services.clock import refuse_wrong
from desktop.services.packing_words import change_note_for, plain_name

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from desktop.domain.office import Office
    from desktop.exchange.package import Parcel
    from desktop.i18n import Translate
    from desktop.printing.paper import Paper
    from desktop.services.catalogue import Catalogue
    from desktop.services.packages_made import PackagesMade
    from desktop.services.signing import Signing

_NAMELESS = N_(
    "Your office has no name yet, and others know a package by the name of its office. Write it down first: menu File,"
    " Own office, or office.name in a policy."
)
_DAMAGED = N_("The database is damaged, and a package of its backup might be outdated. Restore a backup first.")
_NO_NOTES = N_("There are no notes from the counter that could be sent.")


class Packing:
    """One data folder and the office that it belongs to; `office` and `now` are asked each time."""

    def __init__(
        self,
        catalogue: Catalogue,
        signing: Signing,
        made: PackagesMade,
        office: Callable[[], Office],
        now: Callable[[], datetime],
        tr: Translate,
    ) -> None:
        self._catalogue = catalogue
        self._signing = signing
        self._made = made
        self._office = office
        self._now = now
        self._tr = tr

    def proposal(self, progress: Progress | None = None) -> Proposal:
        """What the next package of records would be; raises `ExpectedError` where none can be made.

        It is compared with the last one as that went out, without internal notes.
        """
        from desktop.services.pressing import Pressing

        now = self._demand_ready()
        office, public = self._name(), self._signing.public()
        since, before = self._made.prints()
        with self._catalogue.reading() as unit:
            notes = len(unit.notes.all())
            prints = Pressing(unit, now, progress or Progress()).all_prints()
        news = news_between(before, prints) if since else News(new=len(prints))
        return Proposal(
            office=office,
            number=self._next_number(public, Cargo.RECORDS),
            since=since,
            total=len(prints),
            news=news,
            change_note=change_note_for(news, since, self._tr),
            notes=notes,
            notes_number=self._next_number(public, Cargo.NOTES),
            fingerprint=fingerprint(public) if public else "",
        )

    def pack(self, order: PackageOrder, progress: Progress | None = None) -> Packed:
        """Write a package of all records.

        Raises `ExpectedError`, and `CancelledError` if the progress was cancelled; then there is no package.
        """
        from desktop.exchange.package import Parcel
        from desktop.services.pressing import Pressing

        now = self._demand_ready()
        with self._catalogue.reading() as unit:
            pressing = Pressing(unit, now, progress or Progress(), order.has_internal_notes)
            parcel = Parcel(Cargo.RECORDS, self._name(), 0, now)
            packed = self._put(order.path, pressing.filled(parcel, order.change_note))
        self._made.keep_prints(packed.manifest.number, pressing.prints)
        return packed

    def pack_notes(self, path: Path) -> Packed:
        """Write a package of all notes from the counter; raises `ExpectedError`."""
        from desktop.exchange.package import Parcel

        now = self._demand_ready()
        with self._catalogue.reading() as unit:
            notes = unit.notes.all()
        if not notes:
            raise ExpectedError(_NO_NOTES)
        return self._put(path, Parcel(Cargo.NOTES, self._name(), 0, now, notes=notes))

    def fingerprint(self) -> str:
        """What others know this office by; nothing before there is a key."""
        public = self._signing.public()
        return fingerprint(public) if public else ""

    def fingerprint_sheet(self) -> Paper:
        """The page by which others recognise this office; the key is made if need be. Raises as `pack` does."""
        from desktop.services.fingerprint_sheet import fingerprint_sheet

        office, key = self._name(), self._signing.key()
        return fingerprint_sheet(office, key.public, self._signing.path.name, self._now().date(), self._tr)

    def _put(self, path: Path, parcel: Parcel) -> Packed:
        """A number is given away before the file is there: two packages never have the same one."""
        from desktop.exchange.package import write_package
        from desktop.whole_file import writing

        key = self._signing.key()
        number = self._next_number(key.public, parcel.cargo)
        with writing(path) as file:
            manifest = write_package(parcel._replace(number=number), key, file)
            size = file.seek(0, 2)
            self._made.count(key.public, parcel.cargo, number)
        return Packed(path, manifest, size, fingerprint(key.public))

    def _next_number(self, public_key: bytes | None, cargo: Cargo) -> int:
        return self._made.last_number(public_key, cargo) + 1 if public_key else 1

    def _name(self) -> str:
        if not (name := plain_name(self._office().name)):
            raise ExpectedError(_NAMELESS)
        return name

    def _demand_ready(self) -> datetime:
        """The time to the second; raises `ExpectedError` where neither clock nor database would be believed."""
        now = self._now()
        refuse_wrong(now)
        self._catalogue.make_ready()
        if self._catalogue.is_damaged:
            raise ExpectedError(_DAMAGED)
        return now.astimezone(UTC).replace(microsecond=0)


def packing_of(
    catalogue: Catalogue,
    folder: Path,
    office: Callable[[], Office],
    now: Callable[[], datetime],
    tr: Translate,
) -> Packing:
    """What makes packages out of one data folder."""
    from desktop.services.packages_made import PackagesMade
    from desktop.services.signing import Signing

    made = PackagesMade(folder)
    return Packing(catalogue, Signing(folder, made), made, office, now, tr)
