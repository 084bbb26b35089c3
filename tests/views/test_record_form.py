"""The form of a record and what is kept of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.domain.change import Deed
from desktop.i18n import Translate
from desktop.services.catalogue import Catalogue
from desktop.services.drafts import Drafts
from desktop.services.editing import Desk, Editing
from desktop.services.search import Search
from desktop.views.background import Background
from desktop.views.editing.dialog import EditDialog
from desktop.views.editing.lookups import RecordLookups
from desktop.views.record_form import DRAFT_EVERY_MS, FormSupplies, RecordForms
from tests.conftest import NOW
from tests.support.edges import FakeEdges
from tests.support.leftovers import clear_away
from tests.support.places import SHIPPED


@pytest.fixture
def background() -> Iterator[Background]:
    worker = Background()
    yield worker
    worker.close()


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    return Drafts(tmp_path / "drafts", lambda: NOW)


@pytest.fixture
def forms(
    qtbot: QtBot, database: Path, background: Background, drafts: Drafts, edges: FakeEdges, tr: Translate
) -> Iterator[RecordForms]:
    window = QWidget()
    window.resize(1000, 700)
    qtbot.addWidget(window)
    window.show()
    catalogue = Catalogue(database, SHIPPED, tr)
    search = Search(catalogue)
    editing = Editing(catalogue, Desk(lambda: "A. Yılmaz", lambda: NOW, lambda: 12), lambda: None)
    lookups = RecordLookups(search, catalogue, background)
    supplies = FormSupplies(editing, drafts, lookups, background, edges.as_edges(), lambda: NOW, tr, draft_every_ms=1)
    yield RecordForms(supplies, window)
    background.close()
    search.close()
    catalogue.close()


def _form(forms: RecordForms, qtbot: QtBot) -> EditDialog:
    forms.open("bamf-dortmund")
    return _opened_form(forms, qtbot)


def _opened_form(forms: RecordForms, qtbot: QtBot) -> EditDialog:
    found: list[EditDialog] = []

    def is_open() -> bool:
        window = forms.parent()
        found[:] = window.findChildren(EditDialog) if window else []
        return bool(found)

    qtbot.waitUntil(is_open, timeout=20_000)
    return found[0]


def _rename(form: EditDialog, name: str) -> QLineEdit:
    line = next(line for line in form.findChildren(QLineEdit) if line.text() == "BAMF Dortmund")
    line.setText(name)
    line.textEdited.emit(name)
    return line


@pytest.fixture
def others(database: Path, tr: Translate) -> Iterator[Editing]:
    """Somebody else at the same records."""
    catalogue = Catalogue(database, SHIPPED, tr)
    yield Editing(catalogue, Desk(lambda: "B. Becker", lambda: NOW, lambda: 12), lambda: None)
    catalogue.close()


def _says(form: EditDialog) -> str:
    return "\n".join(label.text() for label in form.findChildren(QLabel) if label.isVisible())


def test_who_saves_a_record_that_was_deleted_meanwhile_hears_by_whom_and_saves_it_once_more(
    forms: RecordForms, others: Editing, edges: FakeEdges, qtbot: QtBot
) -> None:
    kept: list[object] = []
    forms.kept.connect(kept.append)
    form = _form(forms, qtbot)
    before = others.opened("bamf-dortmund")
    others.delete("bamf-dortmund")
    _rename(form, "Neu")
    form.save()
    qtbot.waitUntil(lambda: "B. Becker, 23.11.2026" in _says(form), timeout=20_000)
    assert "Gelöscht" in _says(form)
    form.reject()
    assert form.isVisible()
    assert "nicht gespeichert" in edges.notices.told[-1]
    edges.notices.told.clear()
    form.save(closes=True)
    qtbot.waitUntil(lambda: bool(kept) and not (isValid(form) and form.isVisible()), timeout=20_000)
    assert others.opened("bamf-dortmund") == replace(before, short_name="Neu")
    assert [done.deed for done in others.history("bamf-dortmund")] == [Deed.ADD, Deed.DELETE]
    assert edges.notices.told == []


def test_the_draft_of_a_record_that_is_gone_puts_it_back_under_its_id(
    forms: RecordForms, others: Editing, drafts: Drafts, qtbot: QtBot
) -> None:
    kept: list[object] = []
    forms.kept.connect(kept.append)
    form = _form(forms, qtbot)
    before = others.opened("bamf-dortmund")
    others.delete("bamf-dortmund")
    _rename(form, "Neu")
    form.save()
    qtbot.waitUntil(lambda: "B. Becker" in _says(form), timeout=20_000)
    draft = drafts.keep("absturz-1", "BAMF Dortmund", form.state())
    form.done(0)
    clear_away()
    forms.resume(draft)
    again = _opened_form(forms, qtbot)
    assert again.is_changed
    again.save(closes=True)
    qtbot.waitUntil(lambda: bool(kept), timeout=20_000)
    assert others.opened("bamf-dortmund") == replace(before, short_name="Neu")


def test_of_two_who_put_a_deleted_record_back_the_later_one_compares(
    forms: RecordForms, others: Editing, qtbot: QtBot
) -> None:
    form = _form(forms, qtbot)
    before = others.opened("bamf-dortmund")
    others.delete("bamf-dortmund")
    _rename(form, "Neu")
    form.save()
    qtbot.waitUntil(lambda: "B. Becker" in _says(form), timeout=20_000)
    others.save(None, replace(before, short_name="Von ihr"))
    form.save()
    qtbot.waitUntil(lambda: "Von ihr" in _says(form), timeout=20_000)
    assert "Neu" in _says(form)
    assert others.opened("bamf-dortmund").short_name == "Von ihr"
    form.done(0)


def test_a_draft_is_kept_twice_a_minute(forms: RecordForms, drafts: Drafts, qtbot: QtBot) -> None:
    assert DRAFT_EVERY_MS == 30_000
    form = _form(forms, qtbot)
    _rename(form, "Neu")
    qtbot.waitUntil(lambda: bool(drafts.all()), timeout=20_000)
    assert "Neu" in str(drafts.all()[0].state)
    form.done(0)
    qtbot.waitUntil(lambda: not drafts.all(), timeout=20_000)


def test_who_only_looks_leaves_no_draft(
    forms: RecordForms, drafts: Drafts, background: Background, qtbot: QtBot
) -> None:
    form = _form(forms, qtbot)
    form.reject()
    qtbot.waitUntil(lambda: background.is_idle, timeout=20_000)
    assert drafts.all() == ()


def test_who_closes_a_form_that_is_being_saved_waits_for_the_answer(forms: RecordForms, qtbot: QtBot) -> None:
    kept: list[object] = []
    forms.kept.connect(kept.append)
    form = _form(forms, qtbot)
    _rename(form, "Neu")
    form.save()
    form.reject()
    assert form.isVisible()
    qtbot.waitUntil(lambda: bool(kept) and not (isValid(form) and form.isVisible()), timeout=20_000)


def test_a_form_that_is_gone_before_the_answer_still_tells_that_it_was_saved(
    forms: RecordForms, drafts: Drafts, background: Background, qtbot: QtBot
) -> None:
    kept: list[object] = []
    forms.kept.connect(kept.append)
    form = _form(forms, qtbot)
    _rename(form, "Neu")
    form.save()
    form.done(0)
    clear_away()
    qtbot.waitUntil(lambda: bool(kept) and background.is_idle, timeout=20_000)
    assert drafts.all() == ()


def test_what_is_typed_while_something_is_saved_is_drafted_too(
    forms: RecordForms, drafts: Drafts, qtbot: QtBot
) -> None:
    kept: list[object] = []
    forms.kept.connect(kept.append)
    form = _form(forms, qtbot)
    line = _rename(form, "Neu")
    form.save()
    line.setText("Noch neuer")
    line.textEdited.emit("Noch neuer")
    qtbot.waitUntil(lambda: bool(kept) and "Noch neuer" in str(drafts.all()), timeout=20_000)
    form.done(0)
    qtbot.waitUntil(lambda: not drafts.all(), timeout=20_000)


def test_two_forms_of_one_record_have_a_draft_each(forms: RecordForms, drafts: Drafts, qtbot: QtBot) -> None:
    one = _form(forms, qtbot)
    _rename(one, "Eins")
    qtbot.waitUntil(lambda: len(drafts.all()) == 1, timeout=20_000)
    forms.open("bamf-dortmund")
    window = forms.parent()
    assert window is not None
    qtbot.waitUntil(lambda: len(window.findChildren(EditDialog)) > 1, timeout=20_000)
    two = next(form for form in window.findChildren(EditDialog) if form is not one)
    _rename(two, "Zwei")
    qtbot.waitUntil(lambda: len(drafts.all()) > 1, timeout=20_000)
    for form in (one, two):
        form.done(0)
    qtbot.waitUntil(lambda: not drafts.all(), timeout=20_000)


@pytest.mark.parametrize(
    "state",
    [
        {},
        {"opened": 5, "values": []},
        {"opened": None, "kind": "weather", "values": {}},
        {"opened": None, "kind": "location", "values": None},
        {"opened": None, "kind": "location", "values": {"phones": ["x"], "subject_ids": [{"a": 1}]}, "page": "x"},
        {"opened": None, "kind": "location", "values": {"name": 5, "phones": 7}, "page": 99},
    ],
)
def test_a_draft_that_cannot_be_read_is_told_and_kept(
    forms: RecordForms, drafts: Drafts, edges: FakeEdges, qtbot: QtBot, state: dict[str, object]
) -> None:
    drafts.keep("alt", "Alt", state)
    forms.resume(drafts.all()[0])
    qtbot.waitUntil(lambda: bool(edges.notices.told), timeout=20_000)
    assert "lässt sich nicht lesen" in edges.notices.told[0] or "cannot be read" in edges.notices.told[0]
    assert [draft.key for draft in drafts.all()] == ["alt"]
    clear_away()
