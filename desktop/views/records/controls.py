"""What stands above a list: filters that fold away, how much of the whole is shown, and the order."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop.domain.search import ARCHIVE, Answer, Order
from desktop.i18n import Translate
from desktop.pages.words import number_text
from desktop.views.records.chips import Chips
from desktop.views.records.filter_bar import FilterBar
from desktop.views.records.shape import ARCHIVED, ARCHIVED_RECORDS, Shape, Words
from desktop.views.tab import Narrowing
from desktop.views.widgets.box_name import name_box
from desktop.views.widgets.low_area import LowArea

_LEAST_SORT_IN_EMS = 7
_LEAST_FILTERS_IN_EMS = 2.2
"""One filter; in a low window the chips below and the list need the room more."""


class Controls(QWidget):
    """Filters, chips, count and order of one list."""

    changed = Signal()

    def __init__(self, shape: Shape, tr: Translate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._is_folded_by_hand = False
        self._takes_unstated = False
        self._filters = FilterBar((*shape.facets, ARCHIVED_RECORDS), tr)
        self._area = LowArea(self._filters, _LEAST_FILTERS_IN_EMS)
        self._chips = Chips(tr)
        self._toggle = self._toggle_button()
        self._reset = QPushButton(tr("Reset filters"))
        self._reset.setEnabled(False)
        self._count = QLabel(tr("Loading …"))
        self._count.setObjectName("count")
        self._by_name = tr(shape.sorts[0].name)
        self._sort = self._sort_box(shape)
        self._lay_out()
        self._filters.changed.connect(self._filter)
        self._chips.dropped.connect(self._filters.drop)
        self._chips.unstated_wanted.connect(self._take_unstated)
        self._reset.clicked.connect(lambda: self.narrow(Narrowing()))
        self._toggle.toggled.connect(self._show_filters)
        self._toggle.clicked.connect(self._remember_folding)

    @property
    def narrowing(self) -> Narrowing:
        """What the list is filtered by."""
        return Narrowing(self._filters.chosen, self._takes_unstated)

    @property
    def words(self) -> tuple[str, ...]:
        """The filters as a person reads them."""
        return tuple(chip.words for chip in self._filters.chips)

    @property
    def order(self) -> Order:
        """The order that was chosen."""
        return Order(self._sort.currentData())

    @property
    def is_archive(self) -> bool:
        """Whether the archived records are shown in the place of those in use."""
        return ARCHIVE in self._filters.chosen

    def switch_archive(self) -> None:
        """Show the archived records, or those in use again; other filters stay."""
        values = {facet: value for facet, value in self._filters.chosen.items() if facet != ARCHIVE}
        archive = {} if self.is_archive else {ARCHIVE: ARCHIVED}
        self.narrow(Narrowing({**values, **archive}, self._takes_unstated))

    def fill(self, words: Words) -> None:
        """Offer the values that the records have."""
        self._filters.fill(words)

    def narrow(self, narrowing: Narrowing) -> None:
        """Filter by this and by nothing else."""
        if narrowing != self.narrowing:
            self._takes_unstated = narrowing.takes_unstated
            self._filters.blockSignals(True)
            self._filters.choose(narrowing.values)
            self._filters.blockSignals(False)
            self._filter()

    def say(self, answer: Answer, total: int) -> None:
        """Tell how many records are shown, and offer those that may fit as well."""
        tr = self._tr
        found = number_text(answer.total, tr)
        shown = tr("more than {count}", count=found) if answer.is_more else found
        if self.is_archive:
            self._count.setText(tr("{shown} archived", shown=shown))
        else:
            self._count.setText(tr("{shown} of {total}", shown=shown, total=number_text(max(total, answer.total), tr)))
        self._sort.setItemText(0, tr("Best hits first") if answer.text else self._by_name)
        unstated = tr("+ {count} without a statement", count=number_text(answer.unstated, tr))
        taken = tr("with those that do not say")
        words = taken if self._takes_unstated else unstated if answer.unstated else ""
        self._chips.show_unstated(words, is_taken=self._takes_unstated)

    def forget(self) -> None:
        """The order that a list begins with, no filters, and they fold by themselves again."""
        self._sort.setCurrentIndex(0)
        self.narrow(Narrowing())
        self._is_folded_by_hand = False

    def say_nothing(self) -> None:
        """Tell no count: there is no answer."""
        self._count.setText("")

    def fold(self, is_low: bool) -> None:
        """Fold the filters away where the window is low, unless a person has decided otherwise."""
        if not self._is_folded_by_hand:
            self._toggle.setChecked(not is_low)

    def focus_filters(self) -> None:
        """Show the filters and put the keyboard on the first."""
        self._remember_folding()
        self._toggle.setChecked(True)
        self._filters.focus_first()

    def _filter(self) -> None:
        chips = self._filters.chips
        self._takes_unstated = self._takes_unstated and bool(chips)
        self._chips.show_filters(chips)
        self._reset.setEnabled(bool(chips))
        self._toggle.setText(self._tr("Filters ({count})", count=len(chips)) if chips else self._tr("Filters"))
        self.changed.emit()

    def _take_unstated(self, is_wanted: bool) -> None:
        self._takes_unstated = is_wanted
        self.changed.emit()

    def _remember_folding(self) -> None:
        self._is_folded_by_hand = True

    def _show_filters(self, is_wanted: bool) -> None:
        self._area.setVisible(is_wanted)
        self._toggle.setArrowType(Qt.ArrowType.DownArrow if is_wanted else Qt.ArrowType.RightArrow)

    def _sort_box(self, shape: Shape) -> QComboBox:
        box = QComboBox()
        box.setObjectName("sort")
        box.setToolTip(self._tr("Order of the list"))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.setMinimumWidth(_LEAST_SORT_IN_EMS * box.fontMetrics().height())
        for sort in shape.sorts:
            box.addItem(self._tr(sort.name), sort.order.value)
        box.currentIndexChanged.connect(self.changed)
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
        column.addWidget(self._area)
        column.addWidget(self._chips)
        column.addLayout(below)
        name_box(self._sort, self._tr("Order"))
