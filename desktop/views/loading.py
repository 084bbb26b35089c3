"""What happens after the window is on the screen: lists first, then everything that later pages need."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import ExpectedError
from desktop.views.background import Background

if TYPE_CHECKING:
    from desktop.domain.search import Choices


class Lists(Protocol):
    """Where the rows come from."""

    def choices(self) -> Choices:
        """What the lists can be filtered by; the first call makes the database ready."""


class Warmth(Protocol):
    """What is imported and opened ahead of time."""

    def warm_up(self) -> None:
        """Import what later calls need."""


class Loading(QObject):
    """Gets the lists ready in the background and tells how that went.

    `failed` means that there are no lists, `hindered` that they are there, but something behind them is not;
    `settled` comes in the end, whatever that is. `refreshed` answers `refresh`.
    """

    loaded = Signal(object)
    failed = Signal(object)
    hindered = Signal(object)
    refreshed = Signal(object)
    settled = Signal()

    def __init__(self, lists: Lists, warmth: Warmth, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lists = lists
        self._warmth = warmth
        self._background = background

    def start(self) -> None:
        """Fetch everything, anew if need be."""
        self._background.run(self._lists.choices, self._loaded, self._failed)

    def refresh(self) -> None:
        """Fetch what there is to filter by once more; what cannot be had now is told when rows are asked for."""
        self._background.run(self._lists.choices, self.refreshed.emit, lambda _: None)

    def _loaded(self, choices: Choices) -> None:
        self.loaded.emit(choices)
        self._background.run(self._warmth.warm_up, lambda _: self._settle(), self._hindered)

    def _settle(self) -> None:
        """What is here now stays: the garbage collector need not look at it again."""
        gc.freeze()
        self.settled.emit()

    def _failed(self, error: ExpectedError) -> None:
        self.failed.emit(error)
        self.settled.emit()

    def _hindered(self, error: ExpectedError) -> None:
        self.hindered.emit(error)
        self.settled.emit()
