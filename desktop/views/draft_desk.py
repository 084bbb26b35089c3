"""Drafts of forms that the program did not end properly: found, gone on with, thrown away."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.views.keeping_parts import KeepingParts

if TYPE_CHECKING:
    from desktop.services.drafts import Draft, Drafts

_IN_USE_FOR_S = 90
"""So long after it was written a draft may belong to an open form, which writes it twice a minute."""


class DraftDesk(QObject):
    """`found` tells of drafts that nobody works on, `resumed` of one that a person wants to go on with.

    `decided` tells that one need not be offered any more: somebody goes on with it, or it is gone.
    """

    said = Signal(str)
    found = Signal(object)
    resumed = Signal(object)
    decided = Signal(object)

    def __init__(self, parts: KeepingParts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._tr = parts.tr
        self._background = parts.background
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_IN_USE_FOR_S * 1000)
        self._again.timeout.connect(self.look)

    def look(self) -> None:
        """Tell with `found` if forms were left open when the program ended."""
        self._background.run(lambda: self._drafts.all(), self._offer, lambda _: None)

    def stop(self) -> None:
        """Look no more."""
        self._again.stop()

    def resume(self, draft: Draft) -> None:
        """Go on with a draft, unless somebody else does."""
        self._parts.mode.unlock(lambda: self._with_unused(draft, lambda: self.resumed.emit(draft)))

    def discard(self, draft: Draft) -> None:
        """Give up a draft once a person has said so who may change records."""
        self._parts.mode.unlock(lambda: self._ask(draft))

    @property
    def _drafts(self) -> Drafts:
        """Made when it is first needed."""
        return self._parts.services().drafts

    def _ask(self, draft: Draft) -> None:
        tr, parts = self._tr, self._parts
        text = tr("“{name}” will be thrown away. This cannot be undone.", name=draft.name)
        if parts.edges.notices.may_lose(parts.window, tr("Throw the draft away"), text, tr("&Throw away")):
            self._with_unused(draft, lambda: self._throw_away(draft))

    def _throw_away(self, draft: Draft) -> None:
        discard, words = self._drafts.discard, self._tr("The draft was thrown away.")
        self._background.run(lambda: discard(draft.key), lambda _: self.said.emit(words), self._parts.warn)

    def _with_unused(self, draft: Draft, deed: Callable[[], object]) -> None:
        """Do something with a draft that is still as it was found."""

        def go_on(found: tuple[Draft, ...]) -> None:
            self.decided.emit(draft)
            if draft in found:
                deed()
            else:
                self.said.emit(self._tr("Somebody is working on this draft in another window, or it is gone."))

        self._background.run(self._drafts.all, go_on, self._parts.warn)

    def _offer(self, drafts: tuple[Draft, ...]) -> None:
        """A draft that was written a moment ago may belong to a form that is open: look again later."""
        now = self._parts.services().now()
        young = [draft for draft in drafts if abs((now - draft.kept_at).total_seconds()) < _IN_USE_FOR_S]
        if left := tuple(draft for draft in drafts if draft not in young):
            self.found.emit(left)
        elif young:
            self._again.start()
