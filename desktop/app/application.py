"""The QApplication as Wegweiser wants it."""

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.views.style import Style


def application(language: str) -> QApplication:
    """The one application: it looks alike on every system, and Qt's own words speak the reader's language."""
    app = QApplication(["wegweiser"])
    app.setStyle(Style())
    app.setApplicationName("Wegweiser")
    app.setDesktopFileName("wegweiser")
    speak(app, language)
    return app


def speak(app: QApplication, language: str) -> None:
    """Let Qt's own words be in this language from now on."""
    for former in app.findChildren(QTranslator):
        app.removeTranslator(former)
        former.deleteLater()
    translator = QTranslator(app)
    if translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
