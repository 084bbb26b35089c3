"""What an import did as a file: for people, for spreadsheets and for programs, a line or several a row."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from io import StringIO
from typing import TYPE_CHECKING, Any

from desktop.domain.difference import Difference, differences
from desktop.domain.importing import DECISION_LABELS, FOUND_LABELS, Decision, Found
from desktop.exchange.tables.harmless import harmless
from desktop.services.importing.pieces import speaking_of
from desktop.services.wording import field_name, field_text

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain.vocabulary import Kind
    from desktop.i18n import Translate
    from desktop.services.importing.outcome import Line, Outcome

_BOM = b"\xef\xbb\xbf"


def write_report(path: Path, outcome: Outcome, tr: Translate) -> None:
    """Write the report to a file: JSON, a table, or text, as its name ends; raises `FileWriteError`."""
    from desktop.whole_file import write_whole

    match path.suffix.lower():
        case ".json":
            content = as_json(outcome, tr).encode()
        case ".csv":
            content = as_csv(outcome, tr)
        case _:
            content = ("\n".join(as_lines(outcome, tr)) + "\n").encode()
    write_whole(path, content)


def as_json(outcome: Outcome, tr: Translate) -> str:
    """The report for programs."""
    return json.dumps(values_of(outcome, tr), ensure_ascii=False, indent=2)


def values_of(outcome: Outcome, tr: Translate, *, with_rows: bool = True) -> dict[str, Any]:
    """The report as plain values; its notes are for people, in their language."""
    tr, deed = speaking_of(outcome.piece, tr), outcome.deed
    counts = {
        "added": outcome.added,
        "added_with_them": outcome.beside,
        "updated": outcome.updated,
        "unchanged": outcome.left,
        "undecided": outcome.is_open,
        "unreadable": outcome.unreadable,
    }
    rows = {"rows": [_values(line, tr) for line in outcome]} if with_rows else {}
    return {"deed": deed.number if deed else None, "dry_run": outcome.is_trial, **counts, **rows}


def as_csv(outcome: Outcome, tr: Translate) -> bytes:
    """A table that Excel and LibreOffice open with a double click; a field a line."""
    tr = speaking_of(outcome.piece, tr)
    table = StringIO()
    writer = csv.writer(table, delimiter=";", lineterminator="\r\n")
    what = tr("What (dry run)") if outcome.is_trial else tr("What")
    heads = (tr("Row"), what, tr("Record"), tr("Identifier"), tr("Field"), tr("Before"), tr("Afterwards"))
    writer.writerow((*heads, tr("Note")))
    for line in outcome:
        begin = (str(line.place), word_for(line, tr), line.name, line.record_id or "")
        rows = [(*begin, *cells, "") for cells in _fields(line, tr)] or [(*begin, "", "", "", "")]
        rows += [(*begin, "", "", "", note.in_words(tr)) for note in line.notes]
        writer.writerows([harmless(cell) for cell in row] for row in rows if any(row[4:]) or len(rows) == 1)
    return _BOM + table.getvalue().encode()


def as_lines(outcome: Outcome, tr: Translate) -> Iterator[str]:
    """The report as a person reads it: the counts first, then what became of each row."""
    tr = speaking_of(outcome.piece, tr)
    if outcome.is_trial:
        yield tr("Dry run: nothing was changed.")
    yield from counted(outcome, tr)
    yield ""
    for line in outcome:
        yield tr("Row {place}: {what} – {name}", place=line.place, what=word_for(line, tr), name=line.name)
        for field, before, after in _fields(line, tr):
            yield "    " + tr("{field}: {before} → {after}", field=field, before=before, after=after)
        yield from ("    " + note.in_words(tr) for note in line.notes)


def counted(outcome: Outcome, tr: Translate) -> Iterator[str]:
    """How many rows were added, updated, left out and unreadable."""
    tr = speaking_of(outcome.piece, tr)
    yield tr.plural("{count} record added", "{count} records added", outcome.added)
    if outcome.beside:
        yield tr.plural(
            "{count} record added that is named by them", "{count} records added that are named by them", outcome.beside
        )
    yield tr.plural("{count} record updated", "{count} records updated", outcome.updated)
    yield tr.plural("{count} row left out or the same", "{count} rows left out or the same", outcome.left)
    if outcome.is_open:
        yield tr.plural("{count} of them was not decided", "{count} of them were not decided", outcome.is_open)
    if outcome.unreadable:
        yield tr.plural("{count} row cannot be read", "{count} rows cannot be read", outcome.unreadable)


def word_for(line: Line, tr: Translate) -> str:
    """What became of a row, in a word or two."""
    if line.found is Found.UNREADABLE:
        return tr(FOUND_LABELS[line.found])
    if line.after:
        return tr("updated") if line.before else tr("added")
    if line.decision in (Decision.UPDATE, Decision.FILL):
        return tr("nothing to change")
    return tr(DECISION_LABELS[line.decision])


def _fields(line: Line, tr: Translate) -> Iterator[tuple[str, str, str]]:
    """The fields that were changed, with their values before and afterwards, a line for several parts."""
    for kind, one in _differences(line):
        before, after = ("; ".join(field_text(one.field, side, tr).splitlines()) for side in (one.before, one.after))
        yield field_name(kind, one.field, tr), before, after


def _differences(line: Line) -> Iterator[tuple[Kind, Difference]]:
    before, after = line.records
    if before is not None and after is not None:
        yield from ((after.KIND, one) for one in differences(before, after))


def _values(line: Line, words: Callable[[str], str]) -> dict[str, Any]:
    import msgspec

    changed = {
        one.field: {"before": msgspec.to_builtins(one.before), "after": msgspec.to_builtins(one.after)}
        for _, one in _differences(line)
    }
    found = {
        "row": line.place,
        "found": line.found.value,
        "decision": line.decision.value,
        "done": ("updated" if line.before else "added") if line.after else None,
        "name": line.name,
        "id": line.record_id,
    }
    return {**found, "fields": changed, "notes": [note.in_words(words) for note in line.notes]}
