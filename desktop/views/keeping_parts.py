"""What everything works with that looks after the records."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

from desktop.domain.errors import ExpectedError
from desktop.i18n import Translate
from desktop.views.background import Background
from desktop.views.edges import Edges
from desktop.views.editing_mode import EditingMode

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.services.applying.applying import Applying
    from desktop.services.applying.news import ShippedData
    from desktop.services.backups import Backups
    from desktop.services.drafts import Drafts
    from desktop.services.editing import Editing
    from desktop.services.review import Review
    from desktop.views.editing.lookups import Lookups
    from desktop.views.importing.parts import ImportServices


class KeepingServices(NamedTuple):
    """What changes the records, and what knows about them."""

    editing: Editing
    review: Review
    drafts: Drafts
    backups: Backups
    lookups: Lookups
    imports: ImportServices
    now: Callable[[], datetime]
    account: Callable[[], str]
    packages: Callable[[], Applying]
    shipped: ShippedData


class KeepingParts(NamedTuple):
    """The services, made when they are first asked for, and what a deed needs beside them."""

    services: Callable[[], KeepingServices]
    mode: EditingMode
    background: Background
    edges: Edges
    tr: Translate
    window: QWidget

    def warn(self, error: ExpectedError) -> None:
        """Tell what did not work."""
        self.edges.warn(self.window, error, self.tr)
