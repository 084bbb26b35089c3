"""The QApplication as Wegweiser wants it."""

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.views.text_size import UNDRESSED, dress


def application(language: str, *, is_dressed: bool = True) -> QApplication:
    """The one application: it looks alike on every system, and Qt's own words speak the reader's language.

    One that is not dressed yet has Fusion without our edges; the window dresses it behind its first picture, which
    needs none of what takes long to import for that.
    """
    app = QApplication(["wegweiser", "-style", "fusion"])
    app.setProperty(UNDRESSED, True)
    if is_dressed:
        dress(app)
    app.setApplicationName("Wegweiser")
    app.setDesktopFileName("wegweiser")
    _let_speak(app, language)
    return app


def speak(app: QApplication, language: str) -> None:
    """Let Qt's own words be in another language from now on."""
    for former in app.findChildren(QTranslator):
        app.removeTranslator(former)
        former.deleteLater()
    _let_speak(app, language)


def _let_speak(app: QApplication, language: str) -> None:
    translator = QTranslator(app)
    if translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
