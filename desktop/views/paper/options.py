"""How a sheet is wanted: for which readers, in how large a type."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from desktop.domain.errors import N_
from desktop.i18n import PAPER_LANGUAGES, Translate
from desktop.printing.variant import TypeSize

if TYPE_CHECKING:
    from desktop.printing.order import Order

_NAMES = {
    "de": N_("German"),
    "en": N_("English"),
    "ar": N_("Arabic"),
    "bg": N_("Bulgarian"),
    "fa": N_("Persian"),
    "fr": N_("French"),
    "pl": N_("Polish"),
    "ro": N_("Romanian"),
    "ru": N_("Russian"),
    "tr": N_("Turkish"),
    "uk": N_("Ukrainian"),
}


class Manner(NamedTuple):
    """What was chosen; it holds for all sheets of one client."""

    language: str = ""
    is_large: bool = False

    def applied_to(self, order: Order) -> Order:
        """The order as it is wanted."""
        size = TypeSize.LARGE if self.is_large else TypeSize.NORMAL
        return replace(order, language=self.language, variant=replace(order.variant, type_size=size))


class Options(QWidget):
    """Choices above the pages."""

    changed = Signal()

    def __init__(self, manner: Manner, tr: Translate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._languages = QComboBox()
        self._languages.setObjectName("language")
        self._languages.setAccessibleName(tr("Language of the sheet"))
        self._languages.setToolTip(tr("Language of the sheet"))
        for code, own_name in PAPER_LANGUAGES.items():
            name = tr(_NAMES[code])
            self._languages.addItem(name if name == own_name else f"{name} – {own_name}", code)
        self._languages.setCurrentIndex(max(self._languages.findData(manner.language or tr.language), 0))
        self._large = QCheckBox(tr("&Large print"))
        self._large.setObjectName("large-print")
        self._large.setToolTip(tr("Type of 16 points, for people with low vision"))
        self._large.setChecked(manner.is_large)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._languages)
        row.addWidget(self._large)
        self._languages.currentIndexChanged.connect(self.changed)
        self._large.toggled.connect(self.changed)

    @property
    def manner(self) -> Manner:
        """What is chosen now."""
        return Manner(self._languages.currentData(), self._large.isChecked())
