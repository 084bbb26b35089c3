"""Nobody loses decisions by a key that was pressed too early: who has decided something is asked before it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.i18n import Translate
    from desktop.views.edges import Edges


def may_throw_away(window: QWidget, edges: Edges, tr: Translate) -> bool:
    """Whether a person lets go of what was decided in a window and not carried out yet."""
    question = tr("What you decided has not been carried out yet. Throw it away?")
    return edges.notices.may_lose(window, window.windowTitle(), question, tr("&Throw away"))
