"""One record over the whole screen, for the person across the desk; Esc ends it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QKeySequence, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.i18n import PAPER_LANGUAGES, Translate, is_right_to_left
from desktop.views.announcing import announce
from desktop.views.showing.card_writer import CardWriter, Hand
from desktop.views.showing.code_view import CodeView
from desktop.views.widgets.ink import Inks
from desktop.views.widgets.quiet_button import quiet_button
from desktop.views.widgets.ringed_text import RingedText

if TYPE_CHECKING:
    from desktop.domain.errors import ExpectedError
    from desktop.services.showing import Shown

_SIZES = (3.0, 2.5, 2.0, 1.5, 1.25, 1.0)
"""As multiples of the type of the window; the largest that shows everything at once."""
_LEAST_POINTS = 18
"""Twice the usual type of a screen; what does not fit in this size is scrolled."""
_TEXT_SHARE, _CODE_SHARE = 5, 3
_AROUND = 10
"""Pixels between the text and the ring that tells where the keyboard is."""


class ShowWindow(QDialog):
    """Shows what it is given; `language_chosen` tells in which language a person wants to read."""

    language_chosen = Signal(str)

    def __init__(self, tr: Translate, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._tr = tr
        self._shown: Shown | None = None
        self._languages = QComboBox()
        self._text = RingedText()
        self._code = CodeView()
        self._caption = QLabel()
        self._body = QWidget()
        self._side = QWidget()
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.timeout.connect(self._draw)
        self.setWindowTitle(tr("Show across the desk"))
        self.setWindowFlag(Qt.WindowType.Window)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self._fill_languages(language)
        self._lay_out()
        QShortcut(QKeySequence("F11"), self, self.reject)
        self._text.setFocus()

    def show_record(self, shown: Shown) -> None:
        """Show a record from its beginning."""
        self._shown = shown
        is_mirrored = is_right_to_left(shown.tr.language)
        self._body.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_mirrored else Qt.LayoutDirection.LeftToRight)
        self._side.setVisible(shown.symbol is not None)
        if shown.code and shown.symbol:
            self._code.show_symbol(shown.symbol, shown.code.said)
            self._caption.setText(shown.code.caption)
        self._draw()
        announce(self._text, shown.page.title)

    def show_trouble(self, error: ExpectedError) -> None:
        """Say why there is nothing to be shown."""
        self._shown = None
        self._side.hide()
        self._text.setPlainText(error.message.in_words(self._tr))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fitting.start()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._fitting.start()

    def _draw(self) -> None:
        """Write the record in the largest type in which everything is seen at once."""
        if self._shown is None:
            return
        font, language = _font(self.font(), self._shown.tr.language), self._shown.tr.language
        document, room = self._text.document(), self._text.viewport().size()
        for points in _sizes(font):
            CardWriter(document, Hand(Inks(self.palette()), font, points, language)).write(self._shown.page)
            document.setTextWidth(room.width())
            if document.size().height() <= room.height():
                break
        self._text.verticalScrollBar().setValue(0)
        font.setPointSizeF(_LEAST_POINTS)
        self._caption.setFont(font)

    def _fill_languages(self, language: str) -> None:
        for code, (own_name, message) in PAPER_LANGUAGES.items():
            name = self._tr(message)
            self._languages.addItem(name if name == own_name else f"{name} – {own_name}", code)
        self._languages.setCurrentIndex(max(self._languages.findData(language), 0))
        self._languages.setObjectName("shown-language")
        self._languages.setAccessibleName(self._tr("Language"))
        self._languages.currentIndexChanged.connect(lambda _: self.language_chosen.emit(self._languages.currentData()))

    def _lay_out(self) -> None:
        self._text.setViewportMargins(_AROUND, _AROUND, _AROUND, _AROUND)
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text.setOpenLinks(False)
        self._text.setAccessibleName(self._tr("Record"))
        self._text.setObjectName("shown-record")
        self._caption.setTextFormat(Qt.TextFormat.PlainText)
        self._caption.setWordWrap(True)
        self._caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self._code)
        side.addWidget(self._caption)
        side.addStretch(1)
        body = QHBoxLayout(self._body)
        body.setSpacing(32)
        body.addWidget(self._text, _TEXT_SHARE)
        body.addWidget(self._side, _CODE_SHARE)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 12, 32, 24)
        column.addLayout(self._above())
        column.addWidget(self._body, 1)

    def _above(self) -> QHBoxLayout:
        label = QLabel(self._tr("&Language"))
        label.setBuddy(self._languages)
        close = quiet_button(self._tr("End showing (Esc)"), self.reject)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self._languages)
        row.addStretch(1)
        row.addWidget(close)
        return row


def _sizes(font: QFont) -> list[float]:
    """The sizes in points that are tried, the largest first."""
    return [points for size in _SIZES if (points := font.pointSizeF() * size) > _LEAST_POINTS] + [_LEAST_POINTS]


def _font(font: QFont, language: str) -> QFont:
    """The font of the window; for Arabic and Persian with one behind it that surely has their letters."""
    mixed = QFont(font)
    if not is_right_to_left(language):
        return mixed
    mixed.setFamilies([QFontInfo(font).family(), *_arabic_families()])
    return mixed


@cache
def _arabic_families() -> tuple[str, ...]:
    import fontpkg_ibm_plex_sans_arabic

    files = fontpkg_ibm_plex_sans_arabic.ROOT / "files"
    numbers = [QFontDatabase.addApplicationFont(str(path)) for path in sorted(files.glob("*-Regular.ttf"))]
    numbers += [QFontDatabase.addApplicationFont(str(path)) for path in sorted(files.glob("*-Bold.ttf"))]
    return tuple(dict.fromkeys(family for n in numbers for family in QFontDatabase.applicationFontFamilies(n)))
