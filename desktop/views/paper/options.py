"""How a sheet is wanted: for which readers, in how large a type."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.domain.search import Question
from desktop.domain.vocabulary import Kind
from desktop.i18n import PAPER_LANGUAGES, Translate
from desktop.printing.variant import TypeSize
from desktop.views.paper.columns_button import ChoiceButton
from desktop.views.widgets.box_name import name_box
from desktop.views.widgets.edged_buttons import EdgedCheckBox
from desktop.views.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from desktop.printing.order import Order

_GAP = 10


class Manner(NamedTuple):
    """What was chosen; it holds for all sheets of one client."""

    language: str = ""
    is_large: bool = False
    is_compact: bool = False
    columns: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()

    def applied_to(self, order: Order) -> Order:
        """The order as it is wanted."""
        size = TypeSize.LARGE if self.is_large else TypeSize.NORMAL
        variant = replace(order.variant, type_size=size, is_compact=self.is_compact and may_be_compact(order))
        return replace(order, language=self.language, variant=variant, columns=self.columns, sections=self.sections)


def may_be_compact(order: Order) -> bool:
    """Whether several records of the sheet may stand on a page: of contacts, where there are several."""
    return order.sheet == "contact" and not isinstance(order.wanted, Question) and len(order.wanted) > 1


class Options(QWidget):
    """Choices above the pages."""

    changed = Signal()

    def __init__(self, manner: Manner, tr: Translate) -> None:
        super().__init__()
        self._languages = QComboBox()
        self._languages.setObjectName("language")
        self._languages.setToolTip(tr("Language of the sheet"))
        for code, (own_name, message) in PAPER_LANGUAGES.items():
            name = tr(message)
            self._languages.addItem(name if name == own_name else f"{name} – {own_name}", code)
        self._languages.setCurrentIndex(max(self._languages.findData(manner.language or tr.language), 0))
        self._large = EdgedCheckBox(tr("&Large print"))
        self._large.setObjectName("large-print")
        self._large.setToolTip(tr("Type of 16 points, for people with low vision"))
        self._large.setChecked(manner.is_large)
        self._compact = EdgedCheckBox(tr("Se&veral on a page"))
        self._compact.setObjectName("compact")
        self._compact.setChecked(manner.is_compact)
        self._tr = tr
        columns, sections = (
            (tr("Columns"), tr("Choose the columns of the list")),
            (tr("Sections"), tr("Choose the sections that are compared")),
        )
        self._columns = ChoiceButton("columns", columns, manner.columns, ("name",))
        self._sections = ChoiceButton("sections", sections, manner.sections)
        row = FlowLayout(self, gap=_GAP)
        row.addWidget(self._languages)
        name_box(self._languages, tr("Language of the sheet"))
        for widget in (self._large, self._compact, self._columns, self._sections):
            row.addWidget(widget)
        self._languages.currentIndexChanged.connect(self.changed)
        self._large.toggled.connect(self.changed)
        self._compact.toggled.connect(self.changed)
        self._columns.changed.connect(self.changed)
        self._sections.changed.connect(self.changed)

    def fit(self, order: Order) -> None:
        """Offer what can be chosen: columns for lists, sections for comparisons, several on a page for contacts."""
        from desktop.pages import columns, comparing

        tr = self._tr
        self._columns.setVisible(order.sheet == "list")
        self._columns.propose(
            [(each.key, tr(each.title)) for each in columns.COLUMNS[1:]], columns.usual(_kinds(order))
        )
        self._sections.setVisible(order.sheet == "comparison")
        self._sections.propose(comparing.sections(tr), comparing.USUAL)
        self._compact.setVisible(may_be_compact(order))

    @property
    def manner(self) -> Manner:
        """What is chosen now."""
        return Manner(
            self._languages.currentData(),
            self._large.isChecked(),
            self._compact.isChecked(),
            self._columns.chosen,
            self._sections.chosen,
        )


def _kinds(order: Order) -> frozenset[Kind]:
    groups = order.wanted.groups if isinstance(order.wanted, Question) else ()
    return frozenset(kind for group in groups for kind in group)
