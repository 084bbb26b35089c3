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
            if is_wanted := self._wants_it(error.deed):
                editing.allow(error.deed)
            return is_wanted
        if isinstance(error, HinderedError):
            if is_wanted := self._goes_past(error):
                editing.pass_over(error.deed)
            return is_wanted
        return None

    def _wants_it(self, deed: ChangeSet) -> bool:
        """Whether somebody else's deed is meant."""
        tr, told = self.tr, self._told(deed)
        if deed.is_undone:
            text = tr("This was taken back elsewhere, not in this window: {told}. Shall it be done again?", told=told)
            return self.notices.offers(self.window, tr("Redo"), text, tr("&Do it again"))
        text = tr("This was done elsewhere, not in this window: {told}. Shall it be taken back?", told=told)
        return self.notices.offers(self.window, tr("Undo"), text, tr("&Take it back"))

    def _goes_past(self, error: HinderedError) -> bool:
        """Whether a deed that something is in the way of may stay as it is."""
        tr, told = self.tr, self._told(error.deed)
        reason = error.message.in_words(tr)
        if error.deed.is_undone:
            text = tr("This cannot be done again: {told}.", told=told)
            return self.notices.offers(self.window, tr("Redo"), f"{text}\n\n{reason}", tr("Do the &next one again"))
        text = tr("This cannot be taken back: {told}.", told=told)
        return self.notices.offers(self.window, tr("Undo"), f"{text}\n\n{reason}", tr("Take back the one &before"))

    def _told(self, deed: ChangeSet) -> str:
        """Who did what, or took it back, and when; a deed that cannot be read has no names."""
        from desktop.domain.change import DEED_LABELS

        who, when = (deed.undone_by, deed.undone_at) if deed.undone_at else (deed.made_by, deed.made_at)
        what = self.words(deed) if deed.changes else self.tr(DEED_LABELS[deed.deed])
        assert when is not None
        return self.tr("{what} ({who}, {when})", what=what, who=who, when=moment_text(when, self.tr))
