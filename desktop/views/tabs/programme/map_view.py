"""The map with what its signs mean."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.errors import ExpectedError
from desktop.domain.geography import Outline, Place
from desktop.domain.vocabulary import MunicipalityKind, label
from desktop.i18n import Translate
from desktop.views.tabs.programme.asking import Asking, Sources
from desktop.views.tabs.programme.state_map import StateMap
from desktop.views.tabs.programme.view import View

_ROOM_FOR_LEGEND_IN_EMS = 20
_SIGNS = {
    MunicipalityKind.INDEPENDENT_CITY: "●",
    MunicipalityKind.COUNTY_TOWN: "■",
    MunicipalityKind.COUNTY: "◆",
}


class MapView(View):
    """Asks for the places when it is first shown, and again when the records have changed."""

    def __init__(self, sources: Sources, tr: Translate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources = sources
        self._tr = tr
        self._asking = Asking(sources.background)
        self._map = StateMap(tr)
        self._map.chosen.connect(self.record_chosen)
        self._map.opened.connect(self.record_opened)
        self._map.left.connect(self.left)
        self._legend = QLabel(self._signs())
        self._legend.setObjectName("map-legend")
        self._legend.setWordWrap(True)
        self._legend.setTextFormat(Qt.TextFormat.PlainText)
        self._legend.setContentsMargins(4, 0, 4, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.addWidget(self._map, 1)
        column.addWidget(self._legend)

    @override
    def enter(self) -> None:
        self._map.enter()

    @override
    def choose(self, record_id: str | None) -> None:
        self._map.choose(record_id)

    @override
    def refresh(self) -> None:
        overviews = self._sources.overviews
        self._asking.ask(lambda: (overviews.outline(), overviews.places()), self._show, self._tell)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the map needs the room; what the signs mean is told at every marker as well."""
        super().resizeEvent(event)
        self._legend.setVisible(self.height() >= _ROOM_FOR_LEGEND_IN_EMS * self.fontMetrics().height())

    def _show(self, found: tuple[Outline, tuple[Place, ...]]) -> None:
        outline, places = found
        self._map.show_outline(outline)
        self._map.show_places(places)
        self.furnished.emit()
        source = self._tr("Border: {source}, public domain", source=outline.source)
        self._legend.setText(f"{self._signs()}\n{source}")

    def _tell(self, error: ExpectedError) -> None:
        self._legend.setText(error.message.in_words(self._tr))

    def _signs(self) -> str:
        named = "   ".join(f"{sign} {self._tr(label(kind))}" for kind, sign in _SIGNS.items())
        return self._tr("{signs} – each at its seat", signs=named)
