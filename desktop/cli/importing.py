"""`wegweiser import`: a file of another program, with decisions that overwrite nothing unless that is asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from typing import TYPE_CHECKING, NamedTuple

from desktop.cli.terminal import FAULTY, OK
from desktop.cli.wanted import WrongWordsError
from desktop.domain.errors import N_, ExpectedError, FileWriteError
from desktop.domain.importing import DECISION_LABELS, FOUND_LABELS, NOTHING_READABLE, Decision, Found

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from desktop.cli.terminal import Terminal
    from desktop.domain.incoming import Stamp
    from desktop.exchange.tables.table import Detected, Wanted
    from desktop.i18n import Translate
    from desktop.services.importing.desk import Importing
    from desktop.services.importing.mappings import Mappings
    from desktop.services.importing.opening import Opened, TableFile
    from desktop.services.importing.outcome import Outcome
    from desktop.services.importing.plan import Plan
    from desktop.services.wording import Wording

_NO_COLUMN = N_("The table has no column “{name}”. Its columns: {columns}.")
_NO_TARGET = N_("“{name}” is nothing that a column can mean. Possible: {targets}.")
_NO_PAIR = N_("“{text}” does not say what a column means: write COLUMN=MEANING, or COLUMN= to pass it over.")
_NO_SHEET = N_("The workbook has no sheet “{name}”. Its sheets: {sheets}.")
_NO_WAY = N_("Only a table can be read in another way; this file is none.")
_OVER_ITSELF = N_("The report would be written over the file that is imported. Please choose another name.")
_NO_TABLE = N_("Only the columns of a table can be given a meaning; this file is none.")


class ImportNeeds(NamedTuple):
    """What imports without a window are made of."""

    importing: Importing
    mappings: Mappings
    stamp: Stamp
    wording: Callable[[Translate], Wording]


class ImportCommand:
    """Carries one import out."""

    def __init__(self, needs: ImportNeeds, tr: Translate, terminal: Terminal) -> None:
        self._needs = needs
        self._tr = tr
        self._terminal = terminal

    def run(self, arguments: argparse.Namespace) -> int:
        """The exit code; raises `ExpectedError`, and then nothing was changed.

        What hinders the import is told of for programs too, with the reason.
        """
        try:
            return self._run(arguments)
        except WrongWordsError:
            raise
        except ExpectedError as error:
            if not arguments.json:
                raise
            return self._terminal.say_refused(arguments.file, error.message, deed=None)

    def _run(self, arguments: argparse.Namespace) -> int:
        from desktop.services.importing.opening import TableFile, Wanted, open_file

        _demand_place(arguments.report, arguments.file)
        wanted = Wanted(arguments.encoding, arguments.delimiter, arguments.header_row, arguments.sheet)
        found = open_file(arguments.file, wanted)
        plan = self._plan(found, arguments.mapping, wanted)
        hidden = _hidden(found.table.detected if isinstance(found, TableFile) else None)
        try:
            _decide(plan, is_new_only=arguments.new_only, is_update=arguments.update)
            is_told = True
            if arguments.dry_run or not plan.changes:
                self._leave(plan, arguments, hidden)
            else:
                is_told = self._carry_out(plan, arguments, hidden)
            return self._judged(plan) if is_told else FAULTY
        finally:
            plan.close()

    def _plan(self, found: Opened, pairs: Sequence[str], wanted: Wanted) -> Plan:
        from desktop.services.importing.opening import TableFile, hidden_words

        if isinstance(found, TableFile):
            self._look_at_sheets(found.table.detected, wanted.sheet)
            if hidden := hidden_words(found.table.detected, self._tr):
                self._terminal.complain(hidden)
            mapping = _mapped(found, self._needs.mappings.find(found.table.header) or found.proposed, pairs)
            return self._needs.importing.plan(found.entries(mapping, self._needs.stamp))
        if pairs or any(one is not None for one in wanted):
            raise WrongWordsError(_NO_TABLE if pairs else _NO_WAY)
        return self._needs.importing.plan(found.entries(self._needs.stamp), piece=found.piece)

    def _look_at_sheets(self, found: Detected, wanted: str | None) -> None:
        """Refuse a sheet that is not there, and tell of those that are passed over."""
        if wanted is not None and wanted not in found.sheets:
            raise WrongWordsError(_NO_SHEET, name=wanted, sheets=", ".join(found.sheets))
        others = [sheet for sheet in found.sheets if sheet != found.sheet]
        if wanted is None and others:
            words = self._tr(
                "Only the sheet “{name}” is read; --sheet chooses another one: {others}.",
                name=found.sheet,
                others=", ".join(others),
            )
            self._terminal.complain(words)

    def _judged(self, plan: Plan) -> int:
        """A file of which nothing could be read is most likely not the one that was meant."""
        if plan.is_readable:
            return OK
        self._terminal.complain(self._tr(NOTHING_READABLE))
        return FAULTY

    def _leave(self, plan: Plan, arguments: argparse.Namespace, hidden: Mapping[str, object]) -> None:
        """Say what would happen, or that nothing would."""
        if arguments.report is not None:
            from desktop.services.importing.outcome import untouched
            from desktop.services.importing.report import write_report

            with closing(untouched(plan)) as outcome:
                write_report(arguments.report, outcome, self._needs.wording(self._tr), self._tr)
        self._tell_plan(plan, hidden, is_json=arguments.json)

    def _carry_out(self, plan: Plan, arguments: argparse.Namespace, hidden: Mapping[str, object]) -> bool:
        """Import, and whether the report is where it was wanted; what is not in a file is said."""
        from desktop.services.importing.report import as_lines, counted, values_of

        with closing(self._needs.importing.carry_out(plan)) as outcome:
            wording = self._needs.wording(self._tr)
            is_kept = arguments.report is not None and self._keep_report(arguments.report, outcome, wording)
            if arguments.json:
                self._say_json({**hidden, **values_of(outcome)})
            elif is_kept:
                self._terminal.say("\n".join(counted(outcome, self._tr)))
            else:
                self._terminal.say("\n".join(as_lines(outcome, wording, self._tr)))
            return is_kept or arguments.report is None

    def _keep_report(self, path: Path, outcome: Outcome, wording: Wording) -> bool:
        """Whether there was still room for it; what was imported stays imported."""
        from desktop.services.importing.report import write_report

        try:
            write_report(path, outcome, wording, self._tr)
        except FileWriteError as error:
            self._terminal.complain(error.message.in_words(self._tr))
            self._terminal.complain(self._tr("The import is done all the same; only its report is missing."))
            return False
        return True

    def _tell_plan(self, plan: Plan, hidden: Mapping[str, object], *, is_json: bool) -> None:
        counts = plan.counts()
        if is_json:
            rows = [_row_values(plan, at) for at in range(len(plan))]
            numbers = {found.value: count for found, count in counts.items()}
            self._say_json({**hidden, "found": numbers, "rows": rows})
            return
        for found, count in counts.items():
            self._terminal.say(f"{self._tr(FOUND_LABELS[found]):<34}{count:>7}")
        for at in plan.rows((Found.CHANGED, Found.DOUBTFUL, Found.UNREADABLE)):
            self._terminal.say(self._row_words(plan, at))

    def _row_words(self, plan: Plan, at: int) -> str:
        from desktop.services.importing.pieces import speaking_of

        row, tr = plan.row(at), speaking_of(plan.piece, self._tr)
        words = [tr(FOUND_LABELS[plan.found(at)]), tr(DECISION_LABELS[plan.decision(at)])]
        words += [reason.in_words(tr) for one in row.alike for reason in one.reasons()]
        words += [row.reason_words.in_words(tr)] if row.reason_words else []
        name = row.record.name if row.record else row.text
        return tr("Row {place}: {what} – {name}", place=row.place, what="; ".join(words), name=name)

    def _say_json(self, values: object) -> None:
        self._terminal.say(json.dumps(values, ensure_ascii=False, indent=2))


def _hidden(found: Detected | None) -> dict[str, object]:
    """What nobody sees in a sheet, for programs."""
    rows, columns = (found.hidden, found.hidden_columns) if found else (0, ())
    return {"hidden_rows": rows, "hidden_columns": list(columns)}


def _demand_place(report: Path | None, file: Path) -> None:
    """Raise before anything is done where the report cannot go; what is imported is not written over."""
    if report is None:
        return
    from desktop.whole_file import demand_place

    with suppress(OSError):
        if report.samefile(file):
            raise WrongWordsError(_OVER_ITSELF)
    demand_place(report)


def _decide(plan: Plan, *, is_new_only: bool, is_update: bool) -> None:
    """What is only perhaps here already always waits for a person."""
    changed = plan.rows((Found.CHANGED,))
    if is_update:
        plan.decide_all(changed, Decision.UPDATE)
    if is_new_only:
        plan.decide_all(changed, Decision.SKIP)


def _mapped(found: TableFile, usual: Sequence[str | None], pairs: Sequence[str]) -> list[str | None]:
    """The meanings of the columns, with those that were asked for."""
    from desktop.services.importing.opening import targets

    mapping = list(usual)
    for pair in pairs:
        name, sign, target = pair.rpartition("=")
        if not sign:
            raise WrongWordsError(_NO_PAIR, text=pair)
        if name not in found.table.header:
            raise WrongWordsError(_NO_COLUMN, name=name, columns=", ".join(found.table.header))
        if target and target not in (known := dict(targets("en"))):
            raise WrongWordsError(_NO_TARGET, name=target, targets=", ".join(known))
        mapping[found.table.header.index(name)] = target or None
    return mapping


def _row_values(plan: Plan, at: int) -> dict[str, object]:
    from desktop.services.importing.pieces import english_of

    row, words = plan.row(at), english_of(plan.piece)
    alike = [{"id": one.record_id, "row": one.place or None, "name": one.name} for one in row.alike]
    return {
        "row": row.place,
        "found": plan.found(at).value,
        "decision": plan.decision(at).value,
        "name": row.record.name if row.record else row.text,
        "id": row.target,
        "alike": alike,
        "notes": [one.in_words(words) for one in (row.reason_words, *row.lost_words) if one is not None],
    }
