"""The notes from the counter as files for spreadsheets and for programs."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from io import StringIO
from typing import TYPE_CHECKING

from desktop.exchange.tables.harmless import harmless
from desktop.services.moments import moment_text

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain.note import CounterNote
    from desktop.i18n import Translate

_BOM = b"\xef\xbb\xbf"


def as_csv(notes: Iterable[CounterNote], tr: Translate) -> bytes:
    """A table that Excel and LibreOffice open with a double click; no cell of it is ever calculated."""
    table = StringIO()
    writer = csv.writer(table, delimiter=";", lineterminator="\r\n")
    writer.writerow(
        [tr("Record"), tr("Identifier"), tr("Note"), tr("Written on"), tr("Written by"), tr("Settled on"), tr("By")]
    )
    for note in notes:
        cells = (note.record_name, note.record_id, note.text, _told(note.made_at, tr), note.made_by)
        settled = (_told(note.settled_at, tr), note.settled_by or "")
        writer.writerow([harmless(cell) for cell in (*cells, *settled)])
    return _BOM + table.getvalue().encode()


def as_json(notes: Iterable[CounterNote]) -> str:
    """The notes with everything that is known of them; times are UTC."""
    import msgspec

    return json.dumps(msgspec.to_builtins(list(notes)), ensure_ascii=False, indent=2)


def as_lines(notes: Iterable[CounterNote], tr: Translate) -> Iterator[str]:
    """A note a line, as a terminal shows it."""
    for note in notes:
        settled = tr(" (settled)") if note.settled_at else ""
        text = " ".join(note.text.split())
        yield f"{_told(note.made_at, tr)}  {note.record_id}  {note.made_by}: {text}{settled}"


def write_notes(path: Path, notes: Iterable[CounterNote], tr: Translate, *, is_json: bool = False) -> None:
    """Write notes to a file, for programs where it ends in `.json`; raises `FileWriteError`."""
    from desktop.whole_file import write_whole

    is_for_programs = is_json or path.suffix.lower() == ".json"
    write_whole(path, as_json(notes).encode() if is_for_programs else as_csv(notes, tr))


def _told(moment: datetime | None, tr: Translate) -> str:
    return moment_text(moment, tr) if moment else ""
