"""A table read as records, by what a person says that its columns mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from desktop.domain.errors import N_, InvalidRecordError, Message
from desktop.domain.incoming import Entries, Entry, Stamp, Unreadable
from desktop.exchange.columns.draft import Draft
from desktop.exchange.columns.making import Maker
from desktop.exchange.columns.takers import TAKERS, Taker
from desktop.exchange.tables.table import Row, Table

Mapping = Sequence[str | None]
"""For each column what it means, one of the keys of `targets`, or nothing."""
_PART = re.compile(r"(?P<field>addresses|phones|emails|links)\.(?P<number>[0-9]{1,3})\.(?P<part>[a-z_]+)")
_PIECE = re.compile(r"(?P<key>.+)#(?P<number>[0-9]{1,4})")
_ORIGIN = "provenance."
_LONGEST = 2_000
"""Characters of a cell with names, numbers or addresses; the longest that make sense have some hundred."""
_UNREAD = "\ufffd"
_NO_VALUE = N_("The formula has no value. Save the workbook in Excel anew.")
_Take = Callable[[Draft, str], None]


def entries(table: Table, mapping: Mapping, stamp: Stamp) -> Entries:
    """Each row as a record, or why there is none; raises `ForeignFileError` where the table cannot be read on."""
    names: dict[str, str] = {}
    for target, name in zip(mapping, table.header, strict=False):
        if target:
            names.setdefault(target, name)
    plan = _plan(table.header, mapping)
    maker = Maker(stamp, frozenset(names))
    for row in table.rows():
        draft = _draft(row, plan, names)
        if row.refused or len(row.cells) > len(table.header):
            _tell_strange(draft, row, table.header)
        made = maker.made(draft, row.place)
        yield from map(_for_want_of_values, made) if row.refused else made


def _for_want_of_values(one: Entry | Unreadable) -> Entry | Unreadable:
    """What cannot be read where formulas say nothing, is so because of them."""
    return one._replace(reason=Message(_NO_VALUE)) if isinstance(one, Unreadable) else one


def _draft(row: Row, plan: Sequence[tuple[int, str, _Take]], names: dict[str, str]) -> Draft:
    draft = Draft(names)
    cells = row.cells
    width = len(cells)
    for at, name, take in plan:
        if at < width and (text := cells[at]):
            if _UNREAD in text:
                draft.doubt(name, text)
            try:
                take(draft, text)
            except ValueError as error:
                draft.lose(name, text, error)
    return draft


def _plan(header: Sequence[str], mapping: Mapping) -> list[tuple[int, str, _Take]]:
    """What to do with each cell of a row; a box for letters comes behind the street, a text before its pieces."""
    wanted = [(at, target) for at, target in enumerate(mapping[: len(header)]) if target]
    wanted.sort(key=lambda one: (_late(one[1]), one[0]))
    return [(at, header[at], _take(target, header[at])) for at, target in wanted]


def _late(target: str) -> int:
    piece = _PIECE.fullmatch(target)
    return int(piece["number"]) if piece else int(target == "po_box")


def _take(target: str, name: str) -> _Take:
    if (taker := TAKERS.get(target)) is not None:
        return _foreign(taker, name)
    if part := _PART.fullmatch(target):
        return partial(_part, (part["field"], int(part["number"])), part["part"])
    if piece := _PIECE.fullmatch(target):
        return partial(_piece, piece["key"])
    if target.startswith(_ORIGIN):
        return partial(_origin, target.removeprefix(_ORIGIN))
    return partial(_own, target)


def _foreign(taker: Taker, name: str) -> _Take:
    def take(draft: Draft, text: str) -> None:
        if len(text) > _LONGEST:
            raise InvalidRecordError(N_("The cell is too long for what it should hold."))
        if not text.isspace():
            for piece, refusal in taker(draft, text):
                draft.lose(name, piece, refusal)

    return take


def _origin(name: str, draft: Draft, text: str) -> None:
    if not text.isspace():
        draft.origin[name] = text


def _own(key: str, draft: Draft, text: str) -> None:
    if not text.isspace():
        draft.simple[key] = f"{draft.simple[key]}\n{text}" if key in draft.simple else text


def _part(place: tuple[str, int], part: str, draft: Draft, text: str) -> None:
    if not text.isspace():
        draft.parts.setdefault(place, {})[part] = text


def _piece(key: str, draft: Draft, text: str) -> None:
    draft.simple[key] = draft.simple.get(key, "") + text


def _tell_strange(draft: Draft, row: Row, header: Sequence[str]) -> None:
    """Cells beyond the last column, and formulas that nobody has worked out."""
    for at, text in enumerate(row.cells[len(header) :], len(header) + 1):
        if text.strip():
            draft.lose(str(at), text, InvalidRecordError(N_("The row has more cells than the table has columns.")))
    for at in row.refused:
        name = header[at] if at < len(header) else str(at + 1)
        draft.lose(name, "", InvalidRecordError(_NO_VALUE))
