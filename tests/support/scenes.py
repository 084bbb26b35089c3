"""Every view and dialog of the program in each of its states, to be looked at and to be checked."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from msgspec.structs import replace
from PySide6.QtWidgets import QLineEdit, QMessageBox

from desktop.domain.contact import Location
from desktop.domain.editing import OWN_SOURCE
from desktop.domain.office import Office as OwnOffice
from desktop.domain.phone import Phone
from desktop.domain.pin import kept
from desktop.domain.provenance import Provenance
from desktop.domain.vocabulary import LocationRole
from desktop.services.drafts import Drafts
from desktop.settings import Settings
from desktop.views.editing.dialog import EditDialog
from desktop.views.notices import question
from desktop.views.review.duplicates_dialog import DuplicatesDialog
from tests.support.visiting import NOW, PIN, Office, Scene, Visit

_DORTMUND = ("Ctrl+2", "bamf dort", "Return")
_THREE = ("Ctrl+1", "moers", "Ctrl+M", "Ctrl+K", "rheine", "Ctrl+M", "Ctrl+K", "köln", "Ctrl+M")
_FAMILY = ("Ctrl+2", "jmd bonn", "Ctrl+M", "Ctrl+K", "bamf dort", "Ctrl+M", "Ctrl+K", "moers", "Ctrl+M")
_GUARDED = Settings(pin=kept(PIN))
_NAMED = Settings(office=OwnOffice(name="Servicestelle Zuwanderung der Stadt Moers"))


def by(*steps: str) -> Callable[[Visit], object]:
    """Enter a scene with these keys, words and commands."""
    return lambda visit: visit.does(*steps)


def _has_form(visit: Visit) -> bool:
    return isinstance(visit.top, EditDialog)


def _form(*steps: str, pages: int = 0) -> Callable[[Visit], object]:
    def enter(visit: Visit) -> None:
        visit.does("F2", *steps)
        visit.person.waits(until=partial(_has_form, visit))
        visit.does(*["Ctrl+PgDown"] * pages)

    return enter


def _wrong_form(visit: Visit) -> None:
    _form(":New &contact point …")(visit)
    visit.does("Ctrl+S")


def _conflict(visit: Visit) -> None:
    _form(*_DORTMUND, "Ctrl+E")(visit)
    editing = visit.office.editing
    before = editing.opened("bamf-dortmund")
    assert isinstance(before, Location)
    editing.save(before, replace(before, name="BAMF in Dortmund", cost="kostenfrei", interpreter=True))
    line = next(one for one in visit.top.findChildren(QLineEdit) if one.text() == before.name)
    line.setText("BAMF Dortmund (neu)")
    line.textEdited.emit(line.text())
    visit.does("Ctrl+S")


def _second_record() -> Location:
    return Location(
        id="koeln-neu",
        name="BAMF in Köln",
        organization_id="bva",
        role=LocationRole.OFFICE,
        phones=(Phone(raw="0221/92426-0"), Phone(raw="0221 555")),
        provenance=Provenance(source=OWN_SOURCE.id),
    )


def _duplicates(visit: Visit) -> None:
    editing, window = visit.office.editing, visit.person.window
    saved = editing.opened("koeln-neu")
    found = editing.lookalikes(saved)
    edges = visit.edges.as_edges()
    visit.shows(DuplicatesDialog(saved, found, editing, window.background, edges, visit.tr, window))


def _add_second_record(office: Office) -> None:
    office.editing.save(None, _second_record())


def _change(office: Office) -> None:
    """A record with a past, a note from the counter, and one that is archived."""
    before = office.editing.opened("bamf-dortmund")
    assert isinstance(before, Location)
    office.editing.save(before, replace(before, cost="kostenfrei", interpreter=True))
    office.review.note("bamf-dortmund", "Das Fax ist nicht mehr richtig.")
    office.editing.archive("bamf-koeln")


def _keep_draft(office: Office) -> None:
    """A form that was open when the program ended."""
    state = {"kind": "location", "opened": None, "beneath": {"id": ""}, "values": {}, "page": 0}
    drafts = Drafts(office.paths.data / "drafts", lambda: NOW - timedelta(minutes=2))
    drafts.keep("bamf-dortmund-1", "BAMF Dortmund", state)


def _question(visit: Visit) -> None:
    tr = visit.tr
    choices = tr("&Go on with it"), tr("&Discard"), tr("Cancel")
    visit.shows(question(visit.person.window, tr("Delete"), tr("Nothing has changed."), choices))


def _about(visit: Visit) -> None:
    visit.does(":&About Wegweiser")
    if visit.edges.notices.told:
        box = QMessageBox(visit.person.window)
        box.setText(visit.edges.notices.told[-1])
        visit.shows(box)


_PROGRAMME = (
    Scene("start", by("Ctrl+1", "Ctrl+K")),
    Scene("programme", by("Ctrl+1", "moers", "Return")),
    Scene("programme-map", by("Alt+2", "Right", "Down")),
    Scene("programme-timeline", by("Alt+3", "Down", "Down")),
    Scene("programme-matrix", by("Alt+4", "Down", "Right")),
    Scene("programme-comparison", by(*_THREE, "Alt+5")),
    Scene("programme-comparison-empty", by("Alt+5")),
)
_LISTS = (
    Scene("contacts", by(*_DORTMUND)),
    Scene("contacts-filters", by("Ctrl+2", "Ctrl+L", "ju", "Tab", "Tab", "j")),
    Scene("contacts-no-hits", by("Ctrl+2", "xylophon")),
    Scene("contacts-correction", by("Ctrl+2", "bundesmat")),
    Scene("contacts-archive-empty", by("Ctrl+2", "Ctrl+Shift+F")),
    Scene("contacts-archive", by("Ctrl+2", "Ctrl+Shift+F", "Down"), _change),
    Scene("contacts-unlocked", by("F2", *_DORTMUND, "Ctrl+Shift+C")),
    Scene("practices", by("Ctrl+3", "Down", "Down")),
    Scene("partners", by("Ctrl+4", "Down", "Down")),
    Scene("shortlist", by(*_FAMILY, "Ctrl+Shift+M")),
    Scene("shortlist-empty", by("Ctrl+Shift+M")),
)
_WINDOW = (
    Scene("notice", by("Ctrl+2"), _keep_draft),
    Scene("trouble", by(), is_broken=True),
    Scene("event-mode", by("Ctrl+Shift+F11", *_DORTMUND)),
    Scene("event-mode-pin", by("Ctrl+Shift+F11", "Ctrl+Shift+F11"), settings=_GUARDED),
    Scene("keys", by("F1")),
    Scene("about", _about),
    Scene("question", _question),
    Scene("show", by(*_DORTMUND, "F11")),
)
_PAPER = (
    Scene("preview-contact", by(*_DORTMUND, "Ctrl+P")),
    Scene("preview-list", by("Ctrl+2", "Ctrl+Shift+L")),
    Scene("preview-handout", by(*_FAMILY, "Ctrl+Shift+P")),
    Scene("preview-comparison", by(*_THREE, "Ctrl+Shift+V")),
)
_FORMS = (
    *(Scene(f"form-contact-{page + 1}", _form(*_DORTMUND, "Ctrl+E", pages=page)) for page in range(10)),
    Scene("form-contact-wrong", _wrong_form),
    Scene("form-organisation", _form(":New &organisation …")),
    Scene("form-person", _form(":New &person …")),
    Scene("form-practice", _form("Ctrl+3", "Down", "Ctrl+E", pages=1)),
    Scene("form-partner", _form(":New p&artner …")),
    Scene("form-municipality", _form("Ctrl+1", "moers", "Return", "Ctrl+E", pages=2)),
    Scene("form-conflict", _conflict),
)
_KEEPING = (
    Scene("duplicates", _duplicates, _add_second_record),
    Scene("history", by("F2", *_DORTMUND, "Ctrl+Shift+H"), _change),
    Scene("history-empty", by(*_DORTMUND, "Ctrl+Shift+H")),
    Scene("to-check", by("Ctrl+Shift+K", "Down"), _change),
    Scene("note", by(*_DORTMUND, "Ctrl+H"), _change),
    Scene("terms", by("F2", ":&Topics and target groups …")),
    Scene("backups", by("F2", ":&Backups …")),
    Scene("package", by(":&Create package …"), _change, settings=_NAMED),
    Scene("package-nameless", by(":&Create package …")),
    Scene("settings", by("Ctrl+,")),
    Scene("office", by(":Own &office …"), settings=Settings(office=OwnOffice(name="Servicestelle"))),
    Scene("pin", by("F2"), settings=_GUARDED),
)
SCENES = (*_PROGRAMME, *_LISTS, *_WINDOW, *_PAPER, *_FORMS, *_KEEPING)
