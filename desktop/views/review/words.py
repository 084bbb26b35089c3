"""Labels for texts of records: plain, wrapped, and never wider than the room there is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop.views.widgets.plain_label import plain_label
from desktop.views.widgets.roomy_rows import margins

_LONG = 20
"""Words up to this length fit into the narrowest column."""


def words(text: str = "", *, is_bold: bool = False) -> QLabel:
    """A label that shows a text as it was written."""
    label = plain_label()
    label.setContentsMargins(margins())
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    policy = label.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
    label.setSizePolicy(policy)
    if is_bold:
        font = label.font()
        font.setBold(True)
        label.setFont(font)
    say(label, text)
    return label


def say(label: QLabel, text: str) -> None:
    """Show another text; long words may be broken anywhere."""
    label.setText("\n".join(" ".join(map(_breakable, line.split(" "))) for line in text.split("\n")))
    label.setAccessibleName(text)


def _breakable(word: str) -> str:
    return "\N{ZERO WIDTH SPACE}".join(word) if len(word) > _LONG else word
