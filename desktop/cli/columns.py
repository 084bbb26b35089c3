"""What `import` takes the columns of a table for, and what `--mapping` says about them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from desktop.cli.wanted import WrongWordsError
from desktop.domain.errors import N_

if TYPE_CHECKING:
    from desktop.exchange.tables.table import Detected
    from desktop.i18n import Translate
    from desktop.services.importing.opening import TableFile

_NO_COLUMN = N_("The table has no column “{name}”. Its columns: {columns}.")
_NO_TARGET = N_("“{name}” is nothing that a column can mean. Most alike: {targets}.")
_NO_PAIR = N_("“{text}” does not say what a column means: write COLUMN=MEANING, or COLUMN= to pass it over.")
_NO_SHEET = N_("The workbook has no sheet “{name}”. Its sheets: {sheets}.")
_NO_WORKBOOK = N_("--sheet is for workbooks (.xlsx) only; this table has no sheets.")


def mapped(found: TableFile, usual: Sequence[str | None], pairs: Sequence[str], language: str) -> list[str | None]:
    """The meanings of the columns, with those that were asked for; raises `WrongWordsError`."""
    mapping = list(usual)
    for pair in pairs:
        name, sign, target = pair.rpartition("=")
        if not sign:
            raise WrongWordsError(_NO_PAIR, text=pair)
        if name not in found.table.header:
            raise WrongWordsError(_NO_COLUMN, name=name, columns=", ".join(found.table.header))
        mapping[found.table.header.index(name)] = _meaning(target, language) if target else None
    return mapping


def refuse_missing_sheet(found: Detected, wanted: str | None) -> None:
    """Raise `WrongWordsError` for a sheet that is not there."""
    if wanted is not None and not found.sheets:
        raise WrongWordsError(_NO_WORKBOOK)
    if wanted is not None and wanted not in found.sheets:
        raise WrongWordsError(_NO_SHEET, name=wanted, sheets=", ".join(found.sheets))


def columns_told(header: Sequence[str], mapping: Sequence[str | None], tr: Translate) -> Iterator[str]:
    """What the columns were taken for, in a line, and those that are passed over in another one."""
    from desktop.services.importing.opening import target_name

    pairs = list(zip(header, mapping, strict=False))
    if taken := [f"{name} = {target_name(target, tr.language)}" for name, target in pairs if target]:
        yield tr("Columns: {columns}.", columns=", ".join(taken))
    if left := [name for name, target in pairs if not target]:
        yield tr("Passed over: {columns}.", columns=", ".join(left))


def _meaning(text: str, language: str) -> str:
    from desktop.exchange.columns.meaning import meaning_of, most_alike

    if (found := meaning_of(text)) is None:
        raise WrongWordsError(_NO_TARGET, name=text, targets=", ".join(most_alike(text, language)))
    return found
