"""Scenes with packages from other offices, and with newer shipped data."""

from collections.abc import Callable

from msgspec.structs import replace

from desktop.domain.catalogue import Catalogue
from desktop.domain.contact import Location
from desktop.domain.note import CounterNote
from desktop.domain.office import Office as OwnOffice
from desktop.domain.phone import Phone, completed
from desktop.domain.record import Record
from desktop.exchange.package.keys import SigningKey
from desktop.settings import Settings
from desktop.store.refill import take_newer
from desktop.store.unit_of_work import Store
from tests.support.dossiers import shipped
from tests.support.packages import notes_parcel, put_package, records_parcel
from tests.support.unwritten import with_records
from tests.support.visiting import NOW, Office, Scene, Visit

NAMED = Settings(office=OwnOffice(name="Servicestelle Zuwanderung der Stadt Moers"))


def _of(record_id: str) -> Record:
    return next(record for record in shipped().records if record.id == record_id)


def _theirs() -> Catalogue:
    """What another office made of the shipped records."""
    koeln = _of("bamf-koeln")
    assert isinstance(koeln, Location)
    phones = (replace(koeln.phones[0], label="Zentrale"), completed(Phone(raw="0221 92426-99")))
    return with_records(
        shipped(),
        replace(koeln, cost="5 Euro", phones=phones, summary="Neu gefasst."),
        replace(_of("moers"), summary="Die Stadt am Niederrhein, neu beschrieben."),
        replace(_of("ihk-nrw"), id="ihk-moers", name="IHK Moers", related_ids=()),
        replace(_of("rheine"), summary="Von der Redaktion."),
    )


def _edit(office: Office) -> None:
    """What was edited here meanwhile."""
    koeln, rheine = (office.editing.opened(record_id) for record_id in ("bamf-koeln", "rheine"))
    assert isinstance(koeln, Location)
    phones = (replace(koeln.phones[0], label="Pforte"), *koeln.phones[1:])
    office.editing.save(koeln, replace(koeln, cost="kostenfrei", phones=phones, interpreter=True))
    office.editing.save(rheine, replace(rheine, summary="Von uns."))


def _chosen(number: int, office: str = "Servicestelle Moers") -> Callable[[Visit], object]:
    def enter(visit: Visit) -> None:
        path = visit.office.paths.database.parent / "Stand.wegweiser"
        put_package(path, records_parcel(_theirs(), number, office))
        visit.edges.files.chosen_package = path
        visit.does("F2", ":&Apply package …")
        visit.person.waits()

    return enter


def _signed_anew(visit: Visit) -> None:
    """A package of an office whose packages were taken before, with another key."""
    _chosen(1)(visit)
    visit.does("Ctrl+2", "Ctrl+Return", "Space", "Ctrl+Return")
    visit.person.waits(until=lambda: visit.person.top() is visit.person.window)
    path = visit.office.paths.database.parent / "Stand.wegweiser"
    put_package(path, records_parcel(shipped(), 1, "Servicestelle Moers"), SigningKey.made())
    visit.does(":&Apply package …")
    visit.person.waits()


def _notes_chosen(visit: Visit) -> None:
    """Notes of a laptop, for the office."""
    path = visit.office.paths.database.parent / "Notizen.wegweiser"
    texts = ("Das Fax ist nicht mehr richtig.", "Donnerstags ist schon ab 14 Uhr geschlossen, sagt die Pforte.")
    people = ("B. Becker", "A. Yılmaz")
    notes = (
        CounterNote(id=sign * 32, record_id="moers", record_name="Moers", text=text, made_at=NOW, made_by=who)
        for sign, text, who in zip("ab", texts, people, strict=True)
    )
    put_package(path, notes_parcel(*notes))
    visit.edges.files.chosen_package = path
    visit.does("F2", ":&Apply package …")
    visit.person.waits()


def _made(visit: Visit) -> None:
    """A package that has just been made."""
    visit.edges.files.folder = visit.office.paths.data
    visit.does(":&Create package …", "Tab", "Tab", "Tab", "Return")
    visit.person.waits(until=lambda: len(list(visit.office.paths.data.glob("*.wegweiser"))) > 0)
    visit.person.waits()


def _half_decided(visit: Visit) -> None:
    _chosen(1)(visit)
    visit.does("1", "Down")


def _ship(office: Office) -> None:
    """A start with newer data, after something was edited here."""
    _edit(office)
    store = Store(office.paths.database)
    with store.writing() as unit:
        take_newer(unit, replace(_theirs(), version=_theirs().version + 1), "digest", NOW)
        held = unit.state()
        unit.remember({"shipped_version": str(shipped().version + 1), "shipped_digest": held["shipped_digest"]})
    store.close()


def _look_at_news(visit: Visit) -> None:
    visit.does("F2", ":&Newer data of Wegweiser …")


PACKAGE_SCENES = (
    Scene("package-new", _chosen(1), _edit, dialog="ApplyDialog"),
    Scene("package-decided", _half_decided, _edit, dialog="ApplyDialog"),
    Scene("package-notes", _notes_chosen, dialog="ApplyDialog"),
    Scene("package-made", _made, settings=NAMED, dialog="CreateDialog"),
    Scene("package-same", _chosen(1), dialog="ApplyDialog"),
    Scene("package-new-key", _signed_anew, dialog="ApplyDialog"),
    Scene("news", lambda visit: visit.does("Ctrl+2"), _ship),
    Scene("news-dialog", _look_at_news, _ship, dialog="ApplyDialog"),
)
