"""The pages of a PDF on the screen."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Signal
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.i18n import Translate

_STEP = 1.25
_NARROWEST, _WIDEST = 0.25, 5.0


class PagesView(QWidget):
    """Pages one below the other, as wide as the window or as large as a person wants them."""

    page_changed = Signal(int, int)

    def __init__(self, tr: Translate) -> None:
        super().__init__()
        self._buffer = QBuffer(self)
        self._document = QPdfDocument(self)
        self._view = QPdfView(self)
        self._view.setDocument(self._document)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setAccessibleName(tr("Pages"))
        description = tr("Preview of the sheet; saved as a PDF, it can be read by a screen reader.")
        self._view.setAccessibleDescription(description)
        self._view.pageNavigator().currentPageChanged.connect(self._tell_page)
        self.fit_width()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view)
        self.setFocusProxy(self._view)

    def show_pdf(self, pdf: bytes) -> bool:
        """Show these pages instead of those before; whether they can be shown."""
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        return self._document.error() == QPdfDocument.Error.None_ and self.page_count() > 0

    def page_count(self) -> int:
        """How many pages there are."""
        return self._document.pageCount()

    def fit_width(self) -> None:
        """As wide as the room allows."""
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def zoom_in(self) -> None:
        """A step larger."""
        self._zoom(_STEP)

    def zoom_out(self) -> None:
        """A step smaller."""
        self._zoom(1 / _STEP)

    def _tell_page(self, page: int) -> None:
        if self._view.isVisible():  # on its way out, Qt has already taken the document away
            self.page_changed.emit(page, self.page_count())

    def _zoom(self, factor: float) -> None:
        now = self._view.zoomFactor()
        if self._view.zoomMode() == QPdfView.ZoomMode.FitToWidth and self.page_count():
            points = self._document.pagePointSize(0).width() or 1
            now = self._view.viewport().width() / (points * self.logicalDpiX() / 72)
        self._view.setZoomMode(QPdfView.ZoomMode.Custom)
        self._view.setZoomFactor(min(max(now * factor, _NARROWEST), _WIDEST))
