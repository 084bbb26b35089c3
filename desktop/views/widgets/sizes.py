"""How large a dialog begins: as large as it likes, but never larger than the window it belongs to."""

from PySide6.QtWidgets import QDialog


def fit(dialog: QDialog, width_in_ems: int, height_in_ems: int | None = None) -> None:
    """Give a dialog its first size; without a height it is as high as it must be for that width."""
    em, parent = dialog.fontMetrics().height(), dialog.parentWidget()
    width = width_in_ems * em
    height = height_in_ems * em if height_in_ems is not None else _height_for(dialog, width)
    if parent is not None:
        width, height = min(width, parent.window().width()), min(height, parent.window().height())
    dialog.resize(width, height)


def _height_for(dialog: QDialog, width: int) -> int:
    layout = dialog.layout()
    if layout is not None and layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    return dialog.sizeHint().height()
