"""What a form needs: the closed lists, and records to look up."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.catalogue import Catalogue
from desktop.domain.change import PlacedTerm
from desktop.domain.contact import Location
from desktop.domain.dossier import Reference, reference_to
from desktop.domain.record import Record
from desktop.domain.vocabulary import Kind, Taxonomy
from desktop.i18n import load
from desktop.views.editing.dialog import EditDialog
from desktop.views.editing.form import Fresh
from desktop.views.editing.lookups import Supplies
from tests.support.edges import FakeEdges
from tests.support.leftovers import clear_away
from tests.support.places import TRANSLATIONS

Opens = Callable[[Record | Fresh], EditDialog]


class Shelf:
    """Looks records up at once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._records = {record.id: record for record in catalogue.records}

    def find(self, text: str, kinds: frozenset[Kind], done: Callable[[Sequence[Reference]], object]) -> None:
        found = [one for one in self._records.values() if text in one.name.casefold() and one.KIND in kinds]
        done([reference_to(record) for record in found[:12]])

    def named(self, ids: Collection[str], done: Callable[[Mapping[str, Reference]], object]) -> None:
        done({one: reference_to(self._records[one]) for one in ids if one in self._records})


@pytest.fixture
def koeln(catalogue: Catalogue) -> Location:
    return next(one for one in catalogue.records if isinstance(one, Location) and one.id == "bamf-koeln")


@pytest.fixture
def supplies(catalogue: Catalogue, edges: FakeEdges) -> Supplies:
    lists = {Taxonomy.SUBJECT: catalogue.subjects, Taxonomy.TARGET_GROUP: catalogue.target_groups}
    terms = [PlacedTerm(at, which, term) for which, found in lists.items() for at, term in enumerate(found)]
    sources = {source.id: source.title for source in catalogue.sources}
    return Supplies(terms, Shelf(catalogue), edges.notices, load(TRANSLATIONS, "en"), sources)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    window.resize(1366, 738)
    window.show()
    yield window
    window.close()
    window.deleteLater()
    clear_away()


@pytest.fixture
def edit(window: QWidget, supplies: Supplies, qtbot: QtBot) -> Opens:
    """Opens a form; whatever is left in it at the end of a test is thrown away."""

    def open_form(opened: Record | Fresh) -> EditDialog:
        dialog = EditDialog(opened, supplies, window)
        dialog.open()
        dialog.activateWindow()
        QApplication.processEvents()
        return dialog

    return open_form
