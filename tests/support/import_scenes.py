"""Scenes with the steps of an import."""

from collections.abc import Callable

from openpyxl import load_workbook

from desktop.views.importing.dialog import ImportDialog
from tests.support.lists import fifty_rows
from tests.support.visiting import Scene, Visit

_HERE = ("bamf-dortmund", "bamf-koeln", "bva-bonn", "jmd-zentrale")


def _import(*steps: str) -> Callable[[Visit], object]:
    def enter(visit: Visit) -> None:
        here = [visit.office.editing.opened(one) for one in _HERE]
        visit.edges.files.chosen_import = fifty_rows(visit.office.paths.data / "Liste 2026.xlsx", here)
        visit.does("F2", ":&Import …")
        visit.person.waits(until=lambda: isinstance(visit.top, ImportDialog))
        visit.does(*steps)

    return enter


_STEPS = {
    "import-columns": ("Down",),
    "import-rows": ("Ctrl+Return", "Down"),
    "import-all-rows": ("Ctrl+Return", "Shift+S", "Alt+S", "Home"),
    "import-end": ("Ctrl+Return", "L", "U", "Ctrl+Return"),
    "import-done": ("Ctrl+Return", "N", "Ctrl+Return", "Ctrl+Return"),
}


def _table_of_text(visit: Visit) -> None:
    path = visit.office.paths.data / "Liste.csv"
    path.write_text("Adressen;;\nEinrichtung;Telefon;Ort\nHafenberatung;02841 4711;Moers\n", encoding="cp850")
    visit.edges.files.chosen_import = path
    visit.does("F2", ":&Import …")
    visit.person.waits(until=lambda: isinstance(visit.top, ImportDialog))


def _hidden_rows(visit: Visit) -> None:
    path = fifty_rows(visit.office.paths.data / "Gefilterte Liste.xlsx", [])
    book = load_workbook(path)
    for place in range(10, 22):
        book.worksheets[0].row_dimensions[place].hidden = True
    book.worksheets[0].column_dimensions["C"].hidden = True
    book.create_sheet("Archiv")
    book.save(path)
    visit.edges.files.chosen_import = path
    visit.does("F2", ":&Import …")
    visit.person.waits(until=lambda: isinstance(visit.top, ImportDialog))


IMPORT_SCENES = (
    Scene("import-hidden", _hidden_rows, dialog="ImportDialog"),
    Scene("import-text", _table_of_text, dialog="ImportDialog"),
    *(Scene(name, _import(*steps), dialog="ImportDialog") for name, steps in _STEPS.items()),
)
