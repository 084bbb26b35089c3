"""The shapes that pages are written in: blocks, lists, columns, frames."""

from PySide6.QtGui import (
    QBrush,
    QColor,
    QTextBlockFormat,
    QTextFrameFormat,
    QTextLength,
    QTextListFormat,
    QTextTableFormat,
)

CELL_PADDING = 3
_LINE_PERCENT = 118


def block(above: float, below: float, level: int) -> QTextBlockFormat:
    """A block with room around it; the level makes it a heading for screen readers."""
    form = QTextBlockFormat()
    form.setTopMargin(above)
    form.setBottomMargin(below)
    form.setHeadingLevel(level)
    form.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return form


def gap(height: int) -> QTextBlockFormat:
    """An empty block that is no higher than this: Qt begins each box behind a block of its own."""
    form = QTextBlockFormat()
    form.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return form


def rule(form: QTextBlockFormat, ink: QColor) -> QTextBlockFormat:
    """The block with a line below it; the background is the colour of the line, not of the block."""
    form.setBackground(QBrush(ink))
    form.setProperty(QTextBlockFormat.Property.BlockTrailingHorizontalRulerWidth.value, _percent(100))
    return form


def picture_line(form: QTextBlockFormat) -> QTextBlockFormat:
    """The block as high as the picture in it: a share of it would leave a gap."""
    form.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
    return form


def bullets() -> QTextListFormat:
    """A list with dots."""
    form = QTextListFormat()
    form.setStyle(QTextListFormat.Style.ListDisc)
    form.setIndent(1)
    return form


def numbers() -> QTextListFormat:
    """A list with numbers."""
    form = bullets()
    form.setStyle(QTextListFormat.Style.ListDecimal)
    form.setNumberSuffix(".")
    return form


def columns(label_percent: int) -> QTextTableFormat:
    """Labels and values side by side."""
    form = QTextTableFormat()
    form.setBorder(0)
    form.setCellPadding(CELL_PADDING)
    form.setCellSpacing(0)
    form.setWidth(_percent(100))
    form.setColumnWidthConstraints([_percent(label_percent), _percent(100 - label_percent)])
    form.setBottomMargin(10)
    return form


def frame(ground: QColor, edge: QColor) -> QTextFrameFormat:
    """A box round a remark."""
    form = QTextFrameFormat()
    form.setBackground(QBrush(ground))
    form.setBorder(1)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(QBrush(edge))
    form.setPadding(8)
    form.setBottomMargin(8)
    return form


def _percent(share: int) -> QTextLength:
    return QTextLength(QTextLength.Type.PercentageLength, share)
