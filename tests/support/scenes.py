"""Every view and dialog of the program in each of its states, to be looked at and to be checked."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from msgspec.structs import replace
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QTabWidget

from desktop.domain.contact import Location
from desktop.domain.editing import OWN_SOURCE
from desktop.domain.phone import Phone
from desktop.domain.pin import kept
from desktop.domain.provenance import Provenance
from desktop.domain.vocabulary import LocationRole
from desktop.services.drafts import Drafts
from desktop.settings import Settings
from desktop.views.editing.dialog import EditDialog
from desktop.views.notices import question
from desktop.views.review.duplicates_dialog import DuplicatesDialog
from tests.support.import_scenes import IMPORT_SCENES
from tests.support.package_scenes import NAMED, PACKAGE_SCENES
from tests.support.scenes_of_help import HELP, PREFERENCES
from tests.support.scenes_of_policy import LAID_DOWN
from tests.support.scenes_of_trouble import TROUBLE
from tests.support.visiting import NOW, PIN, Office, Scene, Visit, by

_DORTMUND = ("Ctrl+2", "bamf dort", "Return")
_THREE = ("Ctrl+1", "moers", "Ctrl+M", "Ctrl+K", "rheine", "Ctrl+M", "Ctrl+K", "köln", "Ctrl+M")
_FAMILY = ("Ctrl+2", "jmd bonn", "Ctrl+M", "Ctrl+K", "bamf dort", "Ctrl+M", "Ctrl+K", "moers", "Ctrl+M")
_GUARDED = Settings(pin=kept(PIN))


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


def _speaking(language: str, *steps: str) -> Callable[[Visit], object]:
    """Choose the language in which a sheet or a card is."""

    def enter(visit: Visit) -> None:
        visit.does(*steps)
        box = next(one for one in visit.top.findChildren(QComboBox) if one.isVisible() and one.findData(language) >= 0)
        box.setCurrentIndex(box.findData(language))
        visit.person.waits()

    return enter


def _week(*lines: str) -> Callable[[Visit], object]:
    """Write opening hours of a whole week, line by line, and try to save."""

    def enter(visit: Visit) -> None:
        _form(*_DORTMUND, "Ctrl+E", pages=3)(visit)
        line = next(one for one in visit.top.findChildren(QLineEdit, "week") if one.isVisible())
        line.setFocus()
        for text in lines:
            visit.does(text, "Return")
        visit.does("Ctrl+S")

    return enter


def _source_and_today(visit: Visit) -> None:
    visit.does("F2", *_DORTMUND, "Ctrl+Shift+H")
    tabs = visit.top.findChild(QTabWidget)
    assert isinstance(tabs, QTabWidget)
    tabs.setCurrentIndex(1)


def _everything_dated(visit: Visit) -> None:
    visit.does("Alt+3")
    box = next(one for one in visit.top.findChildren(QCheckBox) if one.isVisible())
    visit.person.clicks(box)


_PROGRAMME = (
    Scene("start", by("Ctrl+1", "Ctrl+K")),
    Scene("begun", by()),
    Scene("programme", by("Ctrl+1", "moers", "Return")),
    Scene("programme-map", by("Alt+2", "Right", "Down")),
    Scene("programme-timeline", by("Alt+3", "Down", "Down")),
    Scene("programme-timeline-all", _everything_dated),
    Scene("programme-matrix", by("Alt+4", "Down", "Right")),
    Scene("programme-comparison", by(*_THREE, "Alt+5")),
    Scene("programme-comparison-empty", by("Alt+5")),
)
_LISTS = (
    Scene("contacts", by(*_DORTMUND)),
    Scene("contacts-filters", by("Ctrl+2", "Ctrl+L", "ju", "Tab", "Tab", "j")),
    Scene("contacts-no-hits", by("Ctrl+2", "xylophon")),
    Scene("contacts-hits-elsewhere", by("Ctrl+4", "Ctrl+K", "bamf dort")),
    Scene("contacts-correction", by("Ctrl+2", "bundesmat")),
    Scene("contacts-archive-empty", by("Ctrl+2", "Ctrl+Shift+F")),
    Scene("contacts-archive", by("Ctrl+2", "Ctrl+Shift+F", "Down"), _change),
    Scene("contacts-unlocked", by("F2", *_DORTMUND, "Ctrl+Shift+C")),
    Scene("contacts-note", by("F2", *_DORTMUND), _change),
    Scene("practices", by("Ctrl+3", "Down", "Down")),
    Scene("partners", by("Ctrl+4", "Down", "Down")),
    Scene("shortlist", by(*_FAMILY, "Ctrl+Shift+M")),
    Scene("shortlist-empty", by("Ctrl+Shift+M")),
)
_WINDOW = (
    Scene("notice", by("Ctrl+2"), _keep_draft),
    Scene("event-mode", by("Ctrl+Shift+F11", *_DORTMUND)),
    Scene("event-mode-pin", by("Ctrl+Shift+F11", "Ctrl+Shift+F11"), settings=_GUARDED, dialog="PinDialog"),
    Scene("about", by(":&About Wegweiser"), dialog="AboutDialog"),
    Scene("question", _question, dialog="QMessageBox"),
    Scene("show", by(*_DORTMUND, "F11"), dialog="ShowWindow"),
    Scene("show-municipality", by("Ctrl+1", "moers", "Return", "F11"), dialog="ShowWindow"),
    Scene("show-practice", by("Ctrl+3", "Down", "F11"), dialog="ShowWindow"),
    Scene("show-arabic", _speaking("ar", *_DORTMUND, "F11"), dialog="ShowWindow"),
)
_PAPER = (
    Scene("preview-contact", by(*_DORTMUND, "Ctrl+P"), dialog="Preview"),
    Scene("preview-saved", by(*_DORTMUND, "Ctrl+P", "Ctrl+S"), dialog="Preview"),
    Scene("preview-arabic", _speaking("ar", *_DORTMUND, "Ctrl+P"), dialog="Preview"),
    Scene("preview-list", by("Ctrl+2", "Ctrl+Shift+L"), dialog="Preview"),
    Scene("preview-handout", by(*_FAMILY, "Ctrl+Shift+P"), dialog="Preview"),
    Scene("preview-comparison", by(*_THREE, "Ctrl+Shift+V"), dialog="Preview"),
    Scene("preview-timeline", by("Alt+3", "Ctrl+P"), dialog="Preview"),
)
_EACH_FORM = (
    *(Scene(f"form-contact-{page + 1}", _form(*_DORTMUND, "Ctrl+E", pages=page)) for page in range(12)),
    Scene("form-contact-wrong", _wrong_form),
    Scene("form-week-unreadable", _week("mo bis mittag")),
    Scene("form-week-overlap", _week("mo-fr 8-12:30", "mo 10-14")),
    Scene("form-organisation", _form(":New &organisation …")),
    Scene("form-person", _form(":New &person …")),
    Scene("form-practice", _form("Ctrl+3", "Down", "Ctrl+E", pages=1)),
    Scene("form-partner", _form(":New p&artner …")),
    Scene("form-municipality", _form("Ctrl+1", "moers", "Return", "Ctrl+E", pages=2)),
    Scene("form-municipality-goals", _form("Ctrl+1", "moers", "Return", "Ctrl+E", pages=7)),
    Scene("form-programme", _form("Ctrl+1", "Down", "Ctrl+E", pages=3)),
    Scene("form-conflict", _conflict),
)
_FORMS = tuple(scene._replace(dialog="EditDialog") for scene in _EACH_FORM)
_KEEPING = (
    Scene("duplicates", _duplicates, _add_second_record, dialog="DuplicatesDialog"),
    Scene("history", by("F2", *_DORTMUND, "Ctrl+Shift+H"), _change, dialog="HistoryDialog"),
    Scene("history-of-source", _source_and_today, _change, dialog="HistoryDialog"),
    Scene("history-empty", by(*_DORTMUND, "Ctrl+Shift+H"), dialog="HistoryDialog"),
    Scene("to-check", by("Ctrl+Shift+K", "Down"), _change, dialog="ReviewDialog"),
    Scene("to-check-note", by("Ctrl+Shift+K"), _change, dialog="ReviewDialog"),
    Scene("note", by(*_DORTMUND, "Ctrl+H"), _change, dialog="NoteDialog"),
    Scene("note-empty", by(*_DORTMUND, "Ctrl+H"), dialog="NoteDialog"),
    Scene("terms", by("F2", ":&Topics and target groups …"), dialog="TermsDialog"),
    Scene("export", by("Ctrl+2", "bamf dort", "Return", "Ctrl+M", "Ctrl+Shift+X"), dialog="ExportDialog"),
    Scene("export-few", by("Ctrl+1", "Ctrl+Shift+X", "Down", "Tab", "k"), dialog="ExportDialog"),
    Scene("backups", by("F2", ":&Backups …"), dialog="BackupsDialog"),
    Scene("package", by(":&Create package …"), _change, settings=NAMED, dialog="CreateDialog"),
    Scene("package-nameless", by(":&Create package …"), dialog="CreateDialog"),
    Scene("pin", by("F2"), settings=_GUARDED, dialog="PinDialog"),
)
SCENES = (
    *_PROGRAMME,
    *_LISTS,
    *_WINDOW,
    *_PAPER,
    *_FORMS,
    *_KEEPING,
    *HELP,
    *PREFERENCES,
    *LAID_DOWN,
    *TROUBLE,
    *PACKAGE_SCENES,
    *IMPORT_SCENES,
)
