"""The logo of the office: shown, chosen, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.domain.errors import ExpectedError

if TYPE_CHECKING:
    from desktop.views.preferences.page import Page

_SIZE = (240, 60)


class LogoField(QWidget):
    """`name` is that of the kept logo, `new` the PNG of one to be kept, `content` what is printed."""

    changed = Signal()

    def __init__(self, name: str, page: Page) -> None:
        super().__init__()
        self.name = name
        self.new: bytes | None = None
        self.content: bytes | None = None
        self._page = page
        self._tr = page.around.tr
        self._around = page.around
        self._picture = QLabel()
        self._picture.setTextFormat(Qt.TextFormat.PlainText)
        self._choose_one = QPushButton(page.around.tr("Choose …"))
        self._remove = QPushButton(page.around.tr("Remove"))
        self._lay_out()
        self._show_none()

    def hold(self) -> None:
        """Let nobody choose another one."""
        for button in (self._choose_one, self._remove):
            button.hide()

    def fetch(self) -> None:
        """Show the logo that is printed now; one that cannot be read today may be there again tomorrow."""
        if self.name:
            self._page.run(lambda: self._around.parts.logos.logo(self.name), self._show_kept, self._warn)

    def _show_kept(self, content: bytes | None) -> None:
        if self.new is None and self.name and content is not None:
            self._show(content)

    def _choose(self) -> None:
        path = self._around.edges.files.image(self)
        if path is not None:
            self._page.run(lambda: self._around.parts.logos.read_image(path), self._take, self._warn)

    def _take(self, content: bytes) -> None:
        self.new = content
        self._show(content)

    def _show(self, content: bytes) -> None:
        room, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        self.content = content
        self._picture.setPixmap(QPixmap.fromImage(QImage.fromData(content)).scaled(*_SIZE, room, smooth))
        self._picture.setAccessibleName(self._tr("Logo"))
        self._remove.setEnabled(True)
        self.changed.emit()

    def _take_off(self) -> None:
        self.name, self.new, self.content = "", None, None
        self._show_none()
        self.changed.emit()

    def _show_none(self) -> None:
        self._picture.setText(self._tr("no logo"))
        self._picture.setAccessibleName(self._tr("no logo"))
        self._remove.setEnabled(False)

    def _warn(self, error: ExpectedError) -> None:
        tr = self._tr
        self._around.edges.notices.warn(self, tr("That did not work"), error.message.in_words(tr))

    def _lay_out(self) -> None:
        self._choose_one.clicked.connect(self._choose)
        self._remove.clicked.connect(self._take_off)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._picture, 1)
        for button in (self._choose_one, self._remove):
            button.setAutoDefault(False)
            row.addWidget(button)
