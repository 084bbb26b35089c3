"""What a person decides about a package: what travels, what is said about it, whether internal notes go with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.pages.words import number_text
from desktop.views.packages.wording import in_lines
from desktop.views.preferences.few_lines import FewLines
from desktop.views.review.words import say, words
from desktop.views.widgets.edged_buttons import EdgedCheckBox, EdgedRadioButton
from desktop.views.widgets.plain_label import plain_label

if TYPE_CHECKING:
    from desktop.domain.packing import Packed, Proposal
    from desktop.i18n import Translate

_MOST = 2_000


class Wish(NamedTuple):
    """What travels and how."""

    is_notes: bool
    change_note: str
    has_internal_notes: bool


class CreatePage(QWidget):
    """The fields; empty until it is known what there is."""

    def __init__(self, tr: Translate) -> None:
        super().__init__()
        self._tr = tr
        self._title = words(is_bold=True)
        self._records, self._notes = (EdgedRadioButton(name) for name in self._names())
        self._caption = QLabel(tr("&What is new:"))
        self._change_note = FewLines("", _MOST)
        self._internal = EdgedCheckBox(tr("With the &internal notes of the records"))
        self._fingerprint, self._key_hint = plain_label(), plain_label()
        self._proposal: Proposal | None = None
        self._lay_out()

    def show_proposal(self, proposal: Proposal) -> None:
        """Fill the fields with what is proposed."""
        self._proposal = proposal
        self._change_note.setPlainText(proposal.change_note)
        self._notes.setEnabled(proposal.notes > 0)
        for button, name, count in zip(
            (self._records, self._notes), self._names(), (proposal.total, proposal.notes), strict=True
        ):
            button.setText(self._tr("{choice} ({count})", choice=name, count=number_text(count, self._tr)))
        self.show_fingerprint(proposal.fingerprint)
        self._follow()

    def show_made(self, packed: Packed) -> None:
        """A package was made, and with the first one a key."""
        self.show_fingerprint(packed.fingerprint)
        self._proposal = None

    def take_focus(self) -> None:
        """Put the keyboard on what is most likely changed."""
        self._change_note.setFocus(Qt.FocusReason.OtherFocusReason)
        self._change_note.selectAll()

    def fields(self) -> tuple[QWidget, ...]:
        """The fields in the order of reading."""
        return self._records, self._notes, self._change_note, self._internal

    def order(self) -> Wish:
        """What was decided."""
        return Wish(self._notes.isChecked(), self._change_note.toPlainText(), self._internal.isChecked())

    @property
    def is_written(self) -> bool:
        """Whether a person wrote something else than was proposed, for a package that is not made yet."""
        return self._proposal is not None and self._change_note.toPlainText() != self._proposal.change_note

    def _names(self) -> tuple[str, str]:
        tr = self._tr
        return tr("&Records, for the laptops of the office"), tr("&Notes from the counter, for the office")

    def _follow(self) -> None:
        """Notes travel as they are."""
        is_records = self._records.isChecked()
        for part in (self._caption, self._change_note, self._internal):
            part.setEnabled(is_records)
        if (found := self._proposal) is None:
            return
        tr = self._tr
        if is_records:
            records = tr.plural("{count} record", "{count} records", found.total)
            number = found.number
        else:
            records = tr.plural("{count} note", "{count} notes", found.notes)
            number = found.notes_number
        package = tr("Package {number} of {office}", number=number, office=found.office)
        say(self._title, tr("{package}: {content}", package=package, content=records))

    def show_fingerprint(self, fingerprint: str) -> None:
        """Show what others know this office by, and where its key lies once there is one."""
        tr = self._tr
        self._key_hint.setVisible(bool(fingerprint))
        if not fingerprint:
            self._fingerprint.setText(tr("The key of this office is made with the first package or its fingerprint."))
            return
        self._fingerprint.setText(tr("Fingerprint of this office:\n{lines}", lines=in_lines(fingerprint)))

    def _lay_out(self) -> None:
        tr = self._tr
        self._records.setChecked(True)
        self._records.toggled.connect(self._follow)
        self._caption.setBuddy(self._change_note)
        self._change_note.setAccessibleName(tr("What is new"))
        self._fingerprint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._key_hint.setText(
            tr(
                "The key lies in the data folder, in the file signing-key.pem. Keep a copy of it in a safe place:"
                " without it nobody believes your packages any more."
            )
        )
        hint = tr("Whoever gets the package reads this first. No details about clients, please.")
        self._change_note.setAccessibleDescription(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (
            self._title,
            self._records,
            self._notes,
            self._caption,
            self._change_note,
            plain_label(hint),
            self._internal,
            self._fingerprint,
            self._key_hint,
        ):
            column.addWidget(part)
        column.addStretch(1)
