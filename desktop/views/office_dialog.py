"""The dialog in which an office writes what stands at the head and foot of its handouts."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QPixmap, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from desktop.domain.office import Office
from desktop.i18n import Translate
from desktop.views.widgets.low_area import LowArea
from desktop.views.widgets.sizes import fit

if TYPE_CHECKING:
    from desktop.views.background import Job
    from desktop.views.edges import Edges

_LINE, _TEXT = 200, 1000
_LOGO_SIZE = (240, 80)
_WIDTH_IN_EMS = 40


class OfficeDialog(QDialog):
    """Takes the office as it is; `keep_requested` gives it as a person wants it, with the PNG of a new logo or nothing.

    It stays open until it is accepted, so that nothing is lost where the office cannot be kept.
    """

    keep_requested = Signal(object, object)
    logo_wanted = Signal(object)

    def __init__(self, office: Office, edges: Edges, tr: Translate, parent: QWidget) -> None:
        super().__init__(parent)
        self._tr = tr
        self._edges = edges
        self._logo = office.logo
        self._new_logo: bytes | None = None
        self._awaited: list[Job] = []
        self.is_over = False
        self._lines = {name: self._line(getattr(office, name)) for name in ("name", "phone", "email", "website")}
        self._texts = {name: self._text(getattr(office, name)) for name in ("address", "hours", "footer")}
        self._picture = QLabel()
        self._picture.setTextFormat(Qt.TextFormat.PlainText)
        self._remove = QPushButton(tr("Remove"))
        self.setWindowTitle(tr("Own office"))
        self._lay_out()
        self._picture_none()

    @property
    def office(self) -> Office:
        """The office as it stands in the fields."""
        lines = {name: line.text().strip() for name, line in self._lines.items()}
        texts = {name: text.toPlainText().strip()[:_TEXT] for name, text in self._texts.items()}
        return Office(**lines, **texts, logo=self._logo)

    def show_kept_logo(self, content: bytes | None) -> None:
        """Show the logo that is printed now; one that cannot be read today may be there again tomorrow."""
        if self._new_logo is None and content is not None:
            self._show(content)

    def show_logo(self, content: bytes) -> None:
        """Show the logo that is printed once the person agrees."""
        self._new_logo = content
        self._show(content)

    def wait_for(self, job: Job) -> None:
        """Take part in a job until the dialog closes; then nobody is left to show what came of it."""
        self._awaited.append(job)

    @override
    def done(self, result: int) -> None:
        self.is_over = True
        for job in self._awaited:
            job.cancel()
        super().done(result)

    def _show(self, content: bytes) -> None:
        room, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        self._picture.setPixmap(QPixmap.fromImage(QImage.fromData(content)).scaled(*_LOGO_SIZE, room, smooth))
        self._picture.setAccessibleName(self._tr("Logo"))
        self._remove.setEnabled(True)

    def _picture_none(self) -> None:
        self._picture.setText(self._tr("no logo"))
        self._picture.setAccessibleName(self._tr("no logo"))
        self._remove.setEnabled(False)

    def _remove_logo(self) -> None:
        self._logo, self._new_logo = "", None
        self._picture_none()

    def _keep(self) -> None:
        self.keep_requested.emit(self.office, self._new_logo)

    def _choose_logo(self) -> None:
        path: Path | None = self._edges.files.image(self)
        if path is not None:
            self.logo_wanted.emit(path)

    def _lay_out(self) -> None:
        tr, form = self._tr, QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for name, field in (
            (tr("&Name of the office"), self._lines["name"]),
            (tr("&Address"), self._texts["address"]),
            (tr("&Telephone"), self._lines["phone"]),
            (tr("&E-mail"), self._lines["email"]),
            (tr("&Website"), self._lines["website"]),
            (tr("Opening &hours"), self._texts["hours"]),
            (tr("&Line at the foot"), self._texts["footer"]),
        ):
            field.setAccessibleName(name.replace("&", ""))
            form.addRow(name, field)
        form.addRow(tr("Logo"), self._logo_row())
        hint = QLabel(tr("This stands on every handout. Empty fields are not printed."))
        hint.setWordWrap(True)
        buttons = QDialogButtonBox()
        buttons.addButton(tr("&Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._keep)
        buttons.rejected.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._keep)
        column = QVBoxLayout(self)
        column.addWidget(hint)
        column.addWidget(_scrolling(form), 1)
        column.addWidget(buttons)
        fit(self, _WIDTH_IN_EMS)

    def _logo_row(self) -> QHBoxLayout:
        choose = QPushButton(self._tr("Choose …"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose_logo)
        self._remove.setAutoDefault(False)
        self._remove.clicked.connect(self._remove_logo)
        row = QHBoxLayout()
        row.addWidget(self._picture, 1)
        row.addWidget(choose)
        row.addWidget(self._remove)
        return row

    def _line(self, value: str) -> QLineEdit:
        line = QLineEdit(value)
        line.setMaxLength(_LINE)
        return line

    def _text(self, value: str) -> QPlainTextEdit:
        text = QPlainTextEdit(value)
        text.setTabChangesFocus(True)
        text.textChanged.connect(partial(_shorten, text))
        text.setFixedHeight(4 * text.fontMetrics().lineSpacing())
        return text


def _scrolling(form: QFormLayout) -> LowArea:
    """Fields that scroll where the screen is too low for all of them."""
    inside = QWidget()
    form.setContentsMargins(0, 0, 0, 0)
    inside.setLayout(form)
    return LowArea(inside)


def _shorten(text: QPlainTextEdit) -> None:
    """Take no more than is kept, so that nobody believes in what would be cut off."""
    if len(text.toPlainText()) > _TEXT:
        text.setPlainText(text.toPlainText()[:_TEXT])
        text.moveCursor(QTextCursor.MoveOperation.End)
