"""The form of a record and what is kept of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

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
    found: list[EditDialog] = []

    def is_open() -> bool:
        window = forms.parent()
        found[:] = window.findChildren(EditDialog) if window else []
        return bool(found)

    forms.open("bamf-dortmund")
    qtbot.waitUntil(is_open, timeout=20_000)
    return found[0]


def _rename(form: EditDialog, name: str) -> None:
    line = next(line for line in form.findChildren(QLineEdit) if line.text() == "BAMF Dortmund")
    line.setText(name)
    line.textEdited.emit(name)


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
