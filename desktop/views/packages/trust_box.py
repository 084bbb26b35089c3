"""Who a package comes from and whether that can be believed, with what a person has to say to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.package import Cargo
from desktop.domain.trust import NEW_KEY_MEANS, Trust, begins_so, fingerprint, is_long_enough
from desktop.services.applying.applying import Consent
from desktop.services.moments import moment_text
from desktop.views.packages.wording import in_lines
from desktop.views.review.words import say, words
from desktop.views.widgets.edged_buttons import EdgedCheckBox

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.domain.applying import Look
    from desktop.domain.package import Package
    from desktop.i18n import Translate

_LONGEST = 200


class TrustBox(QWidget):
    """Shows the words for it, and a box to tick where a person has to agree.

    The digits of a new key are not shown where they have to be typed: they must come from the office.
    """

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
        self._new_key, self._typed, self._answer = words(), QLineEdit(), words()
        self._typed.setAccessibleName(tr("Fingerprint of the new key, first four groups"))
        self._typed.setPlaceholderText(tr("Fingerprint of the new key, first four groups"))
        self._typed.setMaxLength(_LONGEST)
        self._typed.textChanged.connect(self._compare)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        told = (self._title, self._note, self._reason, self._digits, self._new_key)
        for part in (*told, self._typed, self._answer, self._is_compared, self._is_wanted):
            column.addWidget(part)
            part.hide()

    @override
    def minimumSizeHint(self) -> QSize:
        """As high as the words are in the width there is: what labels ask for by themselves is far higher."""
        layout = self.layout()
        assert layout is not None
        return QSize(super().minimumSizeHint().width(), layout.totalHeightForWidth(self.width()))

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

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
            return self._is_new_key or (verdict.may_insist and self._is_wanted.isChecked())
        return verdict.trust is not Trust.NEW or self._is_compared.isChecked()

    @property
    def missing(self) -> str:
        """What a person has to do before the package can be taken."""
        tr, verdict = self._tr, self._look.verdict if self._look else None
        if verdict is not None and verdict.trust is Trust.NEW:
            return tr("Please compare the fingerprint first, and tick the box above once it is the same.")
        if verdict is not None and verdict.may_insist:
            return tr("Please read above why this package is not taken just so. To take it, tick the box there.")
        if verdict is not None and verdict.may_replace:
            return tr("Please type the beginning of the new fingerprint above first, as the office reads it out.")
        return tr("Please read above why this package cannot be taken.")

    @property
    def consent(self) -> Consent:
        """What a person said."""
        package = self._look.package if self._look else None
        is_compared = self._is_compared.isChecked() or self._is_new_key
        digits = fingerprint(package.signer.public_key) if package and is_compared else ""
        return Consent(digits, self._is_wanted.isChecked(), self._is_new_key)

    @property
    def _is_new_key(self) -> bool:
        """Whether the office has a new key, and it is this one."""
        look = self._look
        if look is None or look.package is None or look.verdict is None or not look.verdict.may_replace:
            return False
        return begins_so(self._typed.text(), look.package.signer.public_key)

    def _compare(self, typed: str) -> None:
        """Say whether the digits are those of the package, once there are enough of them."""
        if self._is_new_key:
            self._say(self._answer, self._tr("These are the digits of this package. Ctrl+Enter takes it."))
        elif is_long_enough(typed):
            self._say(self._answer, self._tr("These are not the digits of this package. Do not take it."))
        else:
            self._say(self._answer, "")

    def take_focus(self) -> None:
        """Put the keyboard on what has to be said."""
        boxes = (self._is_compared, self._is_wanted, self._typed)
        box = next((one for one in boxes if one.isVisible()), None)
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
        digits = fingerprint(package.signer.public_key) if verdict.trust is Trust.NEW else ""
        self._say(self._digits, in_lines(digits))
        self._digits.setAccessibleName(self._tr("Fingerprint: {digits}", digits=digits) if digits else "")
        means = self._tr(NEW_KEY_MEANS, office=package.signer.office) if verdict.may_replace else ""
        self._say(self._new_key, means)
        self._typed.setVisible(verdict.may_replace)
        self._compare(self._typed.text())
        self._is_compared.setVisible(verdict.trust is Trust.NEW)
        self._is_wanted.setVisible(verdict.may_insist and not look.is_done)

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
