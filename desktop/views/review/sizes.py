"""How large a dialog begins: as large as it likes, but never larger than the window it belongs to."""

from PySide6.QtWidgets import QDialog


def fit(dialog: QDialog, width_in_ems: int, height_in_ems: int) -> None:
    """Give a dialog its first size."""
    em, parent = dialog.fontMetrics().height(), dialog.parentWidget()
    width, height = width_in_ems * em, height_in_ems * em
    if parent is not None:
        width, height = min(width, parent.window().width()), min(height, parent.window().height())
    dialog.resize(width, height)
