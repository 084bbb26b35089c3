"""What the steps of an import work with."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.domain.errors import ExpectedError
    from desktop.domain.incoming import Stamp
    from desktop.i18n import Translate
    from desktop.services.editing import Editing
    from desktop.services.importing.desk import Importing
    from desktop.services.importing.mappings import Mappings
    from desktop.views.background import Background
    from desktop.views.edges import Edges


class ImportServices(NamedTuple):
    """What plans and carries out imports, what remembers columns, and what new records are stamped with."""

    importing: Importing
    mappings: Mappings
    stamp: Callable[[], Stamp]


class ImportParts(NamedTuple):
    """The services and the edges of one dialog."""

    services: ImportServices
    editing: Editing
    background: Background
    edges: Edges
    tr: Translate

    def warn(self, window: QWidget, error: ExpectedError) -> None:
        """Tell what did not work."""
        self.edges.warn(window, error, self.tr)
