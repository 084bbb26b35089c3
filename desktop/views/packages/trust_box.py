"""Who a package comes from and whether that can be believed, with what a person has to say to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.package import Cargo
from desktop.domain.trust import Trust, fingerprint
from desktop.services.applying.applying import Consent
from desktop.services.moments import moment_text
from desktop.views.review.words import say, words
from desktop.views.widgets.edged_buttons import EdgedCheckBox

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.domain.applying import Look
    from desktop.domain.package import Package
    from desktop.i18n import Translate

_ROWS = 8
"""Groups of the fingerprint that stand in one line."""


class TrustBox(QWidget):
    """Shows the words for it, and a box to tick where a person has to agree."""

    def __init__(self, tr: Translate) -> None:
        super().__init__()
        self._tr = tr
        self._look: Look | None = None
        self._title, self._note, self._reason = words(is_bold=True), words(), words()
        self._digits = words()
        self._digits.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._is_compared = EdgedCheckBox(tr("The office has read out the &same digits"))
        self._is_wanted = EdgedCheckBox(tr("Take it &all the same"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        parts = (self._title, self._note, self._reason, self._digits, self._is_compared, self._is_wanted)
        for part in parts:
            column.addWidget(part)
            part.hide()

    @override
    def minimumSizeHint(self) -> QSize:
        """As high as the words are in the width there is: what labels ask for by themselves is far higher."""
        layout = self.layout()
        assert layout is not None
        return QSize(super().minimumSizeHint().width(), layout.totalHeightForWidth(self.width()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    @property
    def may_apply(self) -> bool:
        """Whether everything was said that has to be said."""
        if self._look is None or self._look.verdict is None:
            return True
        verdict = self._look.verdict
        if verdict.is_refused:
            return verdict.may_insist and self._is_wanted.isChecked()
        return verdict.trust is not Trust.NEW or self._is_compared.isChecked()

    @property
    def consent(self) -> Consent:
        """What a person said."""
        package = self._look.package if self._look else None
        digits = fingerprint(package.signer.public_key) if package and self._is_compared.isChecked() else ""
        return Consent(digits, self._is_wanted.isChecked())

    def take_focus(self) -> None:
        """Put the keyboard on what has to be said."""
        box = next((one for one in (self._is_compared, self._is_wanted) if one.isVisible()), None)
        if box is not None:
            box.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_look(self, look: Look) -> None:
        """Say who a package comes from."""
        self._look = look
        package, verdict = look.package, look.verdict
        if package is None or verdict is None:
            return
        self._say(self._title, self._title_of(package))
        self._say(self._note, package.manifest.change_note or "")
        self._say(self._reason, verdict.reason.in_words(self._tr))
        is_to_compare = verdict.trust in {Trust.NEW, Trust.CHANGED_KEY}
        self._say(self._digits, _in_lines(fingerprint(package.signer.public_key)) if is_to_compare else "")
        self._digits.setAccessibleName(self._tr("Fingerprint: {digits}", digits=fingerprint(package.signer.public_key)))
        self._is_compared.setVisible(verdict.trust is Trust.NEW)
        self._is_wanted.setVisible(verdict.is_refused and verdict.may_insist)

    def _title_of(self, package: Package) -> str:
        manifest, tr = package.manifest, self._tr
        told = {
            "number": manifest.number,
            "office": package.signer.office,
            "moment": moment_text(manifest.made_at, tr),
        }
        if manifest.cargo is Cargo.NOTES:
            return tr("Notes {number} from {office}, {moment}", **told)
        return tr("Package {number} from {office}, {moment}", **told)

    @staticmethod
    def _say(label: QLabel, text: str) -> None:
        say(label, text)
        label.setVisible(bool(text))


def _in_lines(digits: str) -> str:
    groups = digits.split(" ")
    return "\n".join(" ".join(groups[at : at + _ROWS]) for at in range(0, len(groups), _ROWS))
