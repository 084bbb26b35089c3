"""`wegweiser import`: a file of another program, with decisions that overwrite nothing unless that is asked for."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from typing import TYPE_CHECKING, NamedTuple

from desktop.cli.columns import columns_told, mapped, refuse_missing_sheet
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
    from desktop.services.importing.opening import Opened
    from desktop.services.importing.outcome import Outcome
    from desktop.services.importing.plan import Plan

_NO_WAY = N_("Only a table can be read in another way; this file is none.")
_OVER_ITSELF = N_("The report would be written over the file that is imported. Please choose another name.")
_NO_TABLE = N_("Only the columns of a table can be given a meaning; this file is none.")


_WORTH_A_LOOK = frozenset({Found.CHANGED, Found.DOUBTFUL, Found.UNREADABLE})
_NAMES = frozenset({"name", "organization", "person", "given_name", "family_name"})


class _Told(NamedTuple):
    """The columns of a table with what they mean, and what nobody sees in its sheet, for programs."""

    header: Sequence[str]
    mapping: Sequence[str | None]
    hidden: Mapping[str, object]


class ImportNeeds(NamedTuple):
    """What imports without a window are made of."""

    importing: Importing
    mappings: Mappings
    stamp: Stamp


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
        mapping = self._mapping(found, arguments.mapping, wanted)
        plan = self._plan(found, mapping)
        header = found.table.header if isinstance(found, TableFile) else ()
        told = _Told(header, mapping, _hidden(found.table.detected if isinstance(found, TableFile) else None))
        try:
            _decide(plan, is_new_only=arguments.new_only, is_update=arguments.update)
            is_told = True
            if arguments.dry_run or not plan.changes:
                self._leave(plan, arguments, told)
            else:
                is_told = self._carry_out(plan, arguments, told)
            return self._judged(plan) if is_told else FAULTY
        finally:
            plan.close()

    def _mapping(self, found: Opened, pairs: Sequence[str], wanted: Wanted) -> list[str | None]:
        """What the columns mean; of a file that is no table nothing may be asked about them."""
        from desktop.services.importing.opening import TableFile, hidden_words

        if not isinstance(found, TableFile):
            if pairs or any(one is not None for one in wanted):
                raise WrongWordsError(_NO_TABLE if pairs else _NO_WAY)
            return []
        refuse_missing_sheet(found.table.detected, wanted.sheet)
        self._tell_other_sheets(found.table.detected, wanted.sheet)
        if hidden := hidden_words(found.table.detected, self._tr):
            self._terminal.complain(hidden)
        usual = self._needs.mappings.find(found.table.header) or found.proposed
        return mapped(found, usual, pairs, self._tr.language)

    def _plan(self, found: Opened, mapping: Sequence[str | None]) -> Plan:
        from desktop.services.importing.opening import TableFile

        if isinstance(found, TableFile):
            return self._needs.importing.plan(found.entries(mapping, self._needs.stamp))
        return self._needs.importing.plan(found.entries(self._needs.stamp), piece=found.piece)

    def _tell_other_sheets(self, found: Detected, wanted: str | None) -> None:
        """Tell of the sheets that are passed over where none was asked for."""
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

    def _leave(self, plan: Plan, arguments: argparse.Namespace, told: _Told) -> None:
        """Say what would happen, or that nothing would."""
        if arguments.report is not None:
            from desktop.services.importing.outcome import untouched
            from desktop.services.importing.report import write_report

            with closing(untouched(plan, is_trial=arguments.dry_run)) as outcome:
                write_report(arguments.report, outcome, self._tr)
        if arguments.json:
            self._say_plan_json(plan, told)
        else:
            self._tell_plan(plan, told)

    def _carry_out(self, plan: Plan, arguments: argparse.Namespace, told: _Told) -> bool:
        """Import, and whether the report is where it was wanted; what is not in a file is said."""
        from desktop.services.importing.report import as_lines, counted, values_of

        with closing(self._needs.importing.carry_out(plan)) as outcome:
            is_kept = arguments.report is not None and self._keep_report(arguments.report, outcome)
            if arguments.json:
                self._say_json({**told.hidden, **values_of(outcome, self._tr)})
            elif is_kept:
                self._terminal.say("\n".join(counted(outcome, self._tr)))
            else:
                self._terminal.say("\n".join(as_lines(outcome, self._tr)))
            if not arguments.json:
                self._say_what_is_open(plan)
            return is_kept or arguments.report is None

    def _keep_report(self, path: Path, outcome: Outcome) -> bool:
        """Whether there was still room for it; what was imported stays imported."""
        from desktop.services.importing.report import write_report

        try:
            write_report(path, outcome, self._tr)
        except FileWriteError as error:
            self._terminal.complain(error.message.in_words(self._tr))
            self._terminal.complain(self._tr("The import is done all the same; only its report is missing."))
            return False
        return True

    def _say_plan_json(self, plan: Plan, told: _Told) -> None:
        from desktop.services.importing.pieces import speaking_of

        tr = speaking_of(plan.piece, self._tr)
        rows = [_row_values(plan, at, tr) for at in range(len(plan))]
        numbers = {found.value: count for found, count in plan.counts().items()}
        columns = dict(zip(told.header, told.mapping, strict=False))
        self._say_json({**told.hidden, "columns": columns, "found": numbers, "rows": rows})

    def _tell_plan(self, plan: Plan, told: _Told) -> None:
        for line in columns_told(told.header, told.mapping, self._tr):
            self._terminal.say(line)
        for found, count in plan.counts().items():
            self._terminal.say(f"{self._tr(FOUND_LABELS[found]):<34}{count:>7}")
        for at in range(len(plan)):
            lost = plan.row(at).lost_words
            if lost or plan.found(at) in _WORTH_A_LOOK:
                self._terminal.say(self._row_words(plan, at))
            for note in lost:
                self._terminal.say("    " + note.in_words(self._tr))
        if plan.counts()[Found.UNREADABLE] and told.header and not _NAMES.intersection(told.mapping):
            self._terminal.say(self._tr("No column means a name; say which one does with --mapping COLUMN=name."))
        self._say_what_is_open(plan)
        self._terminal.say(self._tr("Nothing was changed."))

    def _say_what_is_open(self, plan: Plan) -> None:
        """Where a person decides about what waits, and what a word on the command line would do."""
        if not (rows := plan.rows(only_open=True)):
            return
        self._terminal.say(self._tr("What is to be decided is decided in the window: File → Import …"))
        if any(plan.found(at) is Found.CHANGED for at in rows):
            self._terminal.say(self._tr("With --update what is here with other details gets those of the file."))

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
    from desktop.cli.endings import demand_ending
    from desktop.whole_file import demand_place

    demand_ending(report, ".csv", ".json", ".txt")
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


def _row_values(plan: Plan, at: int, tr: Translate) -> dict[str, object]:
    row = plan.row(at)
    alike = [{"id": one.record_id, "row": one.place or None, "name": one.name} for one in row.alike]
    return {
        "row": row.place,
        "found": plan.found(at).value,
        "decision": plan.decision(at).value,
        "name": row.record.name if row.record else row.text,
        "id": row.target,
        "alike": alike,
        "notes": [one.in_words(tr) for one in (row.reason_words, *row.lost_words) if one is not None],
    }
