"""The step in which a person says what the columns of a table mean, and sees at once what comes of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from desktop.services.importing.opening import TableFile, Wanted, open_file, target_name, targets
from desktop.views.importing.column_list import ColumnList
from desktop.views.importing.preview import Preview, previewed
from desktop.views.importing.reading_line import ReadingLine
from desktop.views.review.words import words

if TYPE_CHECKING:
    from desktop.domain.errors import ExpectedError
    from desktop.domain.incoming import Entries
    from desktop.services.importing.opening import Opened
    from desktop.views.background import Job
    from desktop.views.importing.parts import ImportParts

_AFTER_MS = 150
_NAME_IN_EMS = 20
"""So much of a column's name stands before its meaning: a longer one would make the window wider than the screen."""


class ColumnsPage(QWidget):
    """Begins with what these columns meant the last time, or else with what their names suggest.

    `settled` tells that the table was read in another way, or could not be; until then it `is_reading`.
    """

    settled = Signal()

    def __init__(self, file: TableFile, parts: ImportParts) -> None:
        super().__init__()
        self._file = file
        self._parts = parts
        self._tr = parts.tr
        self._targets = self._usual()
        self._way = ReadingLine(file.table.detected, parts.tr)
        self._opening: Job | None = None
        self._label = QLabel()
        self._meaning = QComboBox()
        self._list = ColumnList(parts.tr)
        self._preview = Preview(parts.tr)
        self._reading: Job | None = None
        self._planned_as: tuple[object, ...] = ()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_AFTER_MS)
        self._wait.timeout.connect(self._look)
        self._lay_out()
        self._fill()
        self._list.currentItemChanged.connect(lambda *_: self._show_meaning())
        self._list.taken.connect(lambda: self._meaning.setFocus(Qt.FocusReason.OtherFocusReason))
        self._meaning.currentIndexChanged.connect(self._take)
        self._way.changed.connect(self._read_as)
        self._list.choose(0)

    @property
    def file(self) -> TableFile:
        """The table as it is read now."""
        return self._file

    @property
    def is_reading(self) -> bool:
        """Whether the table is being read in another way."""
        return self._opening is not None

    @property
    def is_decided(self) -> bool:
        """Whether the columns mean something else than what was proposed."""
        return self._targets != self._usual()

    @property
    def is_as_read(self) -> bool:
        """Whether the rows were read as the columns are meant now."""
        return self._planned_as == (self._file, self.targets)

    @property
    def targets(self) -> Sequence[str | None]:
        """What the columns mean."""
        return tuple(self._targets)

    def entries(self) -> Entries:
        """All rows as the columns are meant now."""
        return self._file.entries(self.targets, self._parts.services.stamp())

    def remember(self) -> None:
        """Let the next file with these columns begin with what they mean now."""
        self._parts.services.mappings.remember(self._file.table.header, self.targets)

    def mark_read(self) -> None:
        """The rows were read as the columns are meant now."""
        self._planned_as = self._file, self.targets

    def begin(self) -> None:
        """Put the keyboard on the first column that means nothing yet, best one that holds something."""
        open_ones = [at for at, target in enumerate(self._targets) if target is None]
        self._list.choose(next((at for at in open_ones if self._examples(at)), open_ones[0] if open_ones else 0))
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._way.announce_hidden()
        self._look()

    def order(self) -> list[QWidget]:
        """The order in which Tab goes through the page."""
        return [*self._way.order(), self._meaning, self._list, *self._preview.findChildren(QWidget)]

    def end(self) -> None:
        """Nobody looks at the first rows any more."""
        self._wait.stop()
        for job in (self._reading, self._opening):
            if job is not None:
                job.cancel()

    def _read_as(self, wanted: object) -> None:
        """Read the table as a person wants it; what its columns mean is proposed anew."""
        assert isinstance(wanted, Wanted)
        path = self._file.path
        self.end()
        self._opening = self._parts.background.run(lambda: open_file(path, wanted), self._take_file, self._refuse)
        self.settled.emit()

    def _take_file(self, file: Opened) -> None:
        self._opening = None
        if isinstance(file, TableFile):
            self._list.clear()
            self._file = file
            self._targets = self._usual()
            self._meaning.blockSignals(True)
            self._meaning.clear()
            self._fill()
            self._meaning.blockSignals(False)
            self._list.choose(0)
            self._look()
        self._way.show_found(self._file.table.detected)
        self._way.announce_hidden()
        self.settled.emit()

    def _refuse(self, error: ExpectedError) -> None:
        self._opening = None
        self._way.show_found(self._file.table.detected)
        self._parts.warn(self, error)
        self.settled.emit()

    def _usual(self) -> list[str | None]:
        file = self._file
        return list(self._parts.services.mappings.find(file.table.header) or file.proposed)

    def _fill(self) -> None:
        tr = self._tr
        for at, name in enumerate(self._file.table.header):
            self._list.add(name, self._examples(at), self._name(self._targets[at]))
        self._meaning.addItem(tr("passed over"), None)
        known = dict(targets(tr.language))
        for target in dict.fromkeys([*known, *filter(None, self._targets)]):
            self._meaning.addItem(known.get(target) or self._name(target), target)

    def _examples(self, at: int) -> list[str]:
        """What stands in a column in the first rows."""
        return [row.cells[at] for row in self._file.first if at < len(row.cells) and row.cells[at].strip()]

    def _name(self, target: str | None) -> str:
        return target_name(target, self._tr.language) if target else self._tr("passed over")

    def _at(self) -> int:
        return self._list.currentIndex().row()

    def _show_meaning(self) -> None:
        if (at := self._at()) < 0:
            return
        metrics, name = self._label.fontMetrics(), self._file.table.header[at]
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, _NAME_IN_EMS * metrics.height())
        self._label.setText(self._tr("&Meaning of “{column}”", column=shown.replace("&", "&&")))
        self._meaning.blockSignals(True)
        self._meaning.setCurrentIndex(max(self._meaning.findData(self._targets[at]), 0))
        self._meaning.blockSignals(False)

    def _take(self) -> None:
        if (at := self._at()) < 0:
            return
        self._targets[at] = self._meaning.currentData()
        self._list.say(at, self._name(self._targets[at]))
        self._wait.start()

    def _look(self) -> None:
        """Read the first rows anew as they are meant now."""
        if self._reading is not None:
            self._reading.cancel()
        entries = self.entries()

        def read() -> list[str]:
            return previewed(entries, self._tr)

        self._reading = self._parts.background.run(read, self._preview.show_entries, self._preview.show_error)

    def _lay_out(self) -> None:
        tr, line = self._tr, QHBoxLayout()
        self._label.setBuddy(self._meaning)
        self._meaning.setAccessibleName(tr("Meaning of the column"))
        self._meaning.setMaxVisibleItems(20)
        line.addWidget(self._label)
        line.addWidget(self._meaning, 1)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self._list)
        halves.addWidget(self._preview)
        halves.setSizes([300, 200])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(words(self._file.path.name))
        column.addWidget(self._way)
        column.addLayout(line)
        column.addWidget(halves, 1)
