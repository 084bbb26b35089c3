"""What stands above a list: filters that fold away, how much of the whole is shown, and the order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop.i18n import Translate
from desktop.views.records.filter_bar import FilterBar
from desktop.views.records.shape import Shape, ValueNames

if TYPE_CHECKING:
    from desktop.domain.listing import ListingRow


class Controls(QWidget):
    """Filters, count and order of one list."""

    filtered = Signal()
    sorted = Signal(str)

    def __init__(self, shape: Shape, tr: Translate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._is_folded_by_hand = False
        self.filters = FilterBar(shape.facets, tr)
        self._toggle = self._toggle_button()
        self._reset = QPushButton(tr("Reset filters"))
        self._reset.setEnabled(False)
        self._count = QLabel(tr("Loading …"))
        self._count.setObjectName("count")
        self._sort = self._sort_box(shape)
        self._lay_out()
        self.filters.changed.connect(self.filtered)
        self._reset.clicked.connect(lambda: self.filters.choose({}))
        self._toggle.toggled.connect(self._show_filters)
        self._toggle.clicked.connect(self._remember_folding)

    def fill(self, rows: Sequence[ListingRow], names: Mapping[str, ValueNames]) -> None:
        """Offer the values that the rows have."""
        self.filters.fill(rows, names)

    def say(self, shown: int, total: int, unstated: int) -> None:
        """Tell how many rows are shown, how many may fit as well, and whether filters have a part in that."""
        tr, active = self._tr, len(self.filters.chosen)
        count = tr("{shown} of {total}", shown=shown, total=total)
        more = tr("+ {count} without a statement", count=unstated) if unstated else ""
        self._count.setText(f"{count} {more}".rstrip())
        self._reset.setEnabled(active > 0)
        self._toggle.setText(tr("Filters ({count})", count=active) if active else tr("Filters"))

    def fold(self, is_low: bool) -> None:
        """Fold the filters away where the window is low, unless a person has decided otherwise."""
        if not self._is_folded_by_hand:
            self._toggle.setChecked(not is_low)

    def focus_filters(self) -> None:
        """Show the filters and put the keyboard on the first."""
        self._remember_folding()
        self._toggle.setChecked(True)
        self.filters.focus_first()

    def _remember_folding(self) -> None:
        self._is_folded_by_hand = True

    def _show_filters(self, is_wanted: bool) -> None:
        self.filters.setVisible(is_wanted)
        self._toggle.setArrowType(Qt.ArrowType.DownArrow if is_wanted else Qt.ArrowType.RightArrow)

    def _sort_box(self, shape: Shape) -> QComboBox:
        box = QComboBox()
        box.setObjectName("sort")
        box.setAccessibleName(self._tr("Order"))
        box.setToolTip(self._tr("Order of the list"))
        for sort in shape.sorts:
            box.addItem(self._tr(sort.name), sort.key)
        box.currentIndexChanged.connect(lambda: self.sorted.emit(box.currentData()))
        return box

    def _toggle_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("filters")
        button.setText(self._tr("Filters"))
        button.setToolTip(self._tr("Show or hide the filters"))
        button.setCheckable(True)
        button.setChecked(True)
        button.setArrowType(Qt.ArrowType.DownArrow)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.addWidget(self._toggle)
        above.addWidget(self._reset)
        above.addStretch(1)
        below = QHBoxLayout()
        below.addWidget(self._count)
        below.addStretch(1)
        below.addWidget(self._sort)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(above)
        column.addWidget(self.filters)
        column.addLayout(below)
