"""What a person is asked before a deed is taken back or done again, where that is not a matter of course."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain.past import ElsewhereError, HinderedError
from desktop.services.moments import moment_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.domain.change import ChangeSet
    from desktop.domain.errors import ExpectedError
    from desktop.i18n import Translate
    from desktop.services.editing import Editing
    from desktop.views.edges import Tells


class PastQuestions(NamedTuple):
    """Asks in front of a window; `words` tells a deed in a few words."""

    notices: Tells
    window: QWidget
    words: Callable[[ChangeSet], str]
    tr: Translate

    def settle(self, error: ExpectedError, editing: Editing) -> bool | None:
        """Whether a person wants to go on, which works then; `None` where there is nothing to decide."""
        if isinstance(error, ElsewhereError):
            return self._decide_about_others(error.deed, editing)
        if isinstance(error, HinderedError):
            if goes_past := self._goes_past(error):
                editing.pass_over(error.deed)
            return goes_past
        return None

    def _decide_about_others(self, deed: ChangeSet, editing: Editing) -> bool:
        """Whether somebody else's deed is meant, or the one before it."""
        tr, told = self.tr, self._told(deed)
        take, past, cancel = tr("&Take it back"), tr("Take back the one &before"), tr("Cancel")
        text = tr("This was done elsewhere, not in this window: {told}. Shall it be taken back?", told=told)
        if deed.is_of_program:
            text = tr("This came with newer data of Wegweiser: {told}. Shall it be taken back?", told=told)
        if deed.is_undone:
            take, past = tr("&Do it again"), tr("Do the &next one again")
            text = tr("This was taken back elsewhere, not in this window: {told}. Shall it be done again?", told=told)
        answer = self.notices.asks(self.window, self._title(deed), text, (take, past, cancel))
        if answer == take:
            editing.allow(deed)
        elif answer == past:
            editing.pass_over(deed)
        return answer in (take, past)

    def _goes_past(self, error: HinderedError) -> bool:
        """Whether a deed that something is in the way of may stay as it is."""
        tr, deed, told = self.tr, error.deed, self._told(error.deed)
        text, past = tr("This cannot be taken back: {told}.", told=told), tr("Take back the one &before")
        if deed.is_undone:
            text, past = tr("This cannot be done again: {told}.", told=told), tr("Do the &next one again")
        reason = error.message.in_words(tr)
        return self.notices.offers(self.window, self._title(deed), f"{text}\n\n{reason}", past)

    def _title(self, deed: ChangeSet) -> str:
        return self.tr("Redo") if deed.is_undone else self.tr("Undo")

    def _told(self, deed: ChangeSet) -> str:
        """Who did what, or took it back, and when; a deed that cannot be read has no names."""
        from desktop.domain.change import DEED_LABELS

        who, when = (deed.undone_by, deed.undone_at) if deed.undone_at else (deed.made_by, deed.made_at)
        what = self.words(deed) if deed.changes else self.tr(DEED_LABELS[deed.deed])
        assert when is not None
        return self.tr("{what} ({who}, {when})", what=what, who=who, when=moment_text(when, self.tr))
