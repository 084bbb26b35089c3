"""Pictures in a page."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QTextDocument, QTextImageFormat

from desktop.pages.blocks import Picture


def picture_form(picture: Picture, document: QTextDocument, room: int) -> QTextImageFormat:
    """The picture as wide as it is, or as there is room in pixels; the document holds it from now on.

    It is made smaller here: Qt leaves out rows and columns, and letters in pictures could not be read.
    """
    image, url, form = QImage(str(picture.path)), QUrl.fromLocalFile(str(picture.path)), QTextImageFormat()
    width = min(room, image.width())
    form.setName(url.toString())
    form.setWidth(width)
    form.setHeight(image.height() * width / max(image.width(), 1))
    form.setProperty(QTextImageFormat.Property.ImageAltText.value, picture.text)
    if image.width() > width * (dots := _dots()):
        image = image.scaledToWidth(round(width * dots), Qt.TransformationMode.SmoothTransformation)
    document.addResource(QTextDocument.ResourceType.ImageResource.value, url, image)
    return form


def _dots() -> float:
    """How many dots a pixel has on the finest screen."""
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
