"""The window of the benchmarks: the real one over a given index, where every record reads the same."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.app.application import application
from desktop.app.ground import Ground
from desktop.app.paths import paths_for
from desktop.app.tabs import tabs
from desktop.domain.dossier import Dossier
from desktop.domain.errors import Message
from desktop.domain.progress import Progress
from desktop.domain.search import Answer, Choices, Question
from desktop.domain.shared_folder import SharedFolder
from desktop.domain.vocabulary import Kind
from desktop.i18n import load
from desktop.printing.order import Order
from desktop.printing.paper import Paper
from desktop.printing.sheets import Sheet
from desktop.services.overview import Overview
from desktop.settings import Settings, SettingsKeeper
from desktop.store.search.engine import SearchEngine
from desktop.views.background import Background
from desktop.views.edges import real_edges
from desktop.views.interior import Parts
from desktop.views.loading import Loading
from desktop.views.main_window import MainWindow, Stock
from desktop.views.paper.desk import PrintDesk
from desktop.views.records.reader import Reader
from desktop.views.records.record_list import RecordList
from desktop.views.records.records_tab import Supplies
from desktop.views.search import SearchDesk
from desktop.views.tab_names import TAB_NAMES
from desktop.views.tabs.programme.asking import Sources
from desktop.views.widgets.icons import Icons
from tests.support.dossiers import dossier

PATIENCE_S = 60.0
SIZE = (1366, 738)
_LOOK_AGAIN_MS = 10


class Memory:
    """An engine that remembers its answers, and may be told to give them without asking again."""

    def __init__(self, engine: SearchEngine) -> None:
        self._engine = engine
        self._known: dict[tuple[str, int | None], Answer] = {}
        self.is_replaying = False

    def choices(self) -> Choices:
        """What can be filtered by."""
        return self._engine.choices()

    def ask(self, question: Question, limit: int | None = None) -> Answer:
        """An answer, remembered or found."""
        key = (repr(question), limit)
        if not self.is_replaying or key not in self._known:
            self._known[key] = self._engine.ask(question, limit)
        return self._known[key]

    def cancel(self) -> None:
        """Nobody types faster than the answers come here."""


class OneRecord:
    """A store in which every record is the same: what stands beside the list is not what is measured."""

    def __init__(self, found: Dossier) -> None:
        self._found = found

    def dossier(self, _record_id: str) -> Dossier:
        """The one record."""
        return self._found

    def warm_up(self) -> None:
        """Nothing is cold."""


class NoPaper:
    """Nothing is printed here."""

    def sheets_for(self, _kind: Kind) -> tuple[Sheet, ...]:
        """None."""
        return ()

    def title_of(self, sheet: str) -> str:
        """Never called."""
        raise NotImplementedError

    def make(self, order: Order, progress: Progress) -> Paper:
        """Never called."""
        raise NotImplementedError

    def save(self, paper: Paper, path: Path) -> None:
        """Never called."""
        raise NotImplementedError


class Still:
    """A database that nobody changes and that nothing is wrong with."""

    why_read_only: Message | None = None
    shared_folder: SharedFolder | None = None
    is_damaged = False

    def state(self) -> tuple[int, int]:
        """Always the same."""
        return 0, 0

    def look_for_damage(self) -> bool:
        """There is none."""
        return False


@contextmanager
def opened(database: Path) -> Iterator[tuple[MainWindow, Memory]]:
    """The window with the tab of the contacts in front, everything loaded."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or application("de")
    paths = paths_for(database.parent)
    tr, record = load(paths.translations, "de"), OneRecord(dossier("bamf-dortmund"))
    reading, searching = Background(), Background()
    with closing(SearchEngine(database)) as engine:
        memory = Memory(engine)
        desk = SearchDesk(memory, searching)
        keeper = SettingsKeeper(Settings(current_tab="contacts"), lambda _: None)
        edges = real_edges(tr)
        ground = Ground(paths, tr, edges, keeper, lambda: datetime.now().astimezone())
        unused = ground.desk_parts()
        sources = Sources(Overview(ground.catalogue, ground.search, paths.outline, tr), reading)
        parts = Parts(
            tabs=tabs(lambda: Supplies(Reader(record, reading, tr), desk, lambda: date(2026, 11, 22), tr), sources),
            edges=edges,
            loading=Loading(memory, record, reading),
            background=reading,
            search=desk,
            desks=unused._replace(
                printing=lambda: PrintDesk(NoPaper(), reading, edges, tr),
                upkeep=lambda: unused.upkeep()._replace(changes=Still(), patient=Still()),
            ),
        )
        window = MainWindow(Stock(TAB_NAMES, Icons(paths.icons), lambda: parts), tr, keeper)
        window.resize(*SIZE)
        settled: list[bool] = []
        window.settled.connect(lambda: settled.append(True))
        window.show()
        until(lambda: bool(settled) and window.is_idle)
        yield window, memory
        window.close()
        window.deleteLater()
        searching.close()
        reading.close()
        ground.close()
        app.processEvents()


def box_of(window: MainWindow) -> QLineEdit:
    """The search box."""
    return next(box for box in window.findChildren(QLineEdit) if box.objectName() == "search")


def list_of(window: MainWindow) -> RecordList:
    """The list of the tab in front."""
    return next(view for view in window.findChildren(RecordList) if view.isVisible())


def until(is_so: Callable[[], bool]) -> None:
    """Let the window work until something is so; it rests while there is nothing to do, as it does for a person."""
    end, alarm = time.monotonic() + PATIENCE_S, QTimer()
    alarm.start(_LOOK_AGAIN_MS)
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
