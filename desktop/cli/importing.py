"""`wegweiser import`: a file of another program, with decisions that overwrite nothing unless that is asked for."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from typing import TYPE_CHECKING, NamedTuple

from desktop.cli.terminal import FAULTY, OK
from desktop.cli.wanted import WrongWordsError
from desktop.domain.errors import N_, ExpectedError, FileWriteError
from desktop.domain.importing import NOTHING_READABLE, Decision, Found

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
    from desktop.services.wording import Wording

_DECIDE = N_(
    "What is to decide is decided in the window (File → Import …); --update overwrites what is known by its id."
)
_NAMELESS = N_("No column was taken for the name. Say which one tells it: --mapping COLUMN=name")
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
        from desktop.cli.column_words import column_lines, has_name
        from desktop.cli.plan_words import hidden_values
        from desktop.services.importing.opening import TableFile, Wanted, open_file

        _demand_place(arguments.report, arguments.file)
        wanted = Wanted(arguments.encoding, arguments.delimiter, arguments.header_row, arguments.sheet)
        found = open_file(arguments.file, wanted)
        mapping = self._mapping(found, arguments.mapping, wanted)
        plan = self._plan(found, mapping)
        hidden = hidden_values(found.table.detected if isinstance(found, TableFile) else None)
        try:
            _decide(plan, is_new_only=arguments.new_only, is_update=arguments.update)
            is_told = True
            if arguments.dry_run and not arguments.json and isinstance(found, TableFile):
                self._terminal.say("\n".join(column_lines(found, mapping, self._tr)))
            if arguments.dry_run or not plan.changes:
                self._leave(plan, arguments, hidden)
            else:
                is_told = self._carry_out(plan, arguments, hidden)
            if plan.decided()[Decision.OPEN] and not arguments.json:
                self._terminal.say(self._tr(_DECIDE))
            is_nameless = isinstance(found, TableFile) and not has_name(mapping)
            return self._judged(plan, is_nameless=is_nameless) if is_told else FAULTY
        finally:
            plan.close()

    def _mapping(self, found: Opened, pairs: Sequence[str], wanted: Wanted) -> Sequence[str | None]:
        """What the columns of a table mean; nothing for another file, which is read in one way only."""
        from desktop.cli.column_words import mapped
        from desktop.services.importing.opening import TableFile, hidden_words

        if isinstance(found, TableFile):
            self._look_at_sheets(found.table.detected, wanted.sheet)
            if hidden := hidden_words(found.table.detected, self._tr):
                self._terminal.complain(hidden)
            usual = self._needs.mappings.find(found.table.header) or found.proposed
            return mapped(found, usual, pairs, self._tr.language)
        if pairs or any(one is not None for one in wanted):
            raise WrongWordsError(_NO_TABLE if pairs else _NO_WAY)
        return ()

    def _plan(self, found: Opened, mapping: Sequence[str | None]) -> Plan:
        from desktop.services.importing.opening import TableFile

        if isinstance(found, TableFile):
            return self._needs.importing.plan(found.entries(mapping, self._needs.stamp))
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

    def _judged(self, plan: Plan, *, is_nameless: bool) -> int:
        """A file of which nothing could be read is most likely not the one that was meant."""
        words = [] if plan.is_readable else [NOTHING_READABLE]
        if is_nameless and plan.counts()[Found.UNREADABLE]:
            words.append(_NAMELESS)
        if words:
            self._terminal.complain(" ".join(map(self._tr, words)))
        return OK if plan.is_readable else FAULTY

    def _leave(self, plan: Plan, arguments: argparse.Namespace, hidden: Mapping[str, object]) -> None:
        """Say what would happen, or that nothing would."""
        from desktop.cli.plan_words import plan_lines, plan_values

        if arguments.report is not None:
            from desktop.services.importing.outcome import untouched
            from desktop.services.importing.report import write_report

            with closing(untouched(plan, is_trial=arguments.dry_run)) as outcome:
                write_report(arguments.report, outcome, self._needs.wording(self._tr), self._tr)
        if arguments.json:
            self._say_json({**hidden, **plan_values(plan, self._tr)})
            return
        for line in plan_lines(plan, self._tr):
            self._terminal.say(line)
        trial, nothing = self._tr("Dry run. Nothing was changed."), self._tr("Nothing was changed.")
        self._terminal.say(trial if arguments.dry_run else nothing)

    def _carry_out(self, plan: Plan, arguments: argparse.Namespace, hidden: Mapping[str, object]) -> bool:
        """Import, and whether the report is where it was wanted; what is not in a file is said."""
        from desktop.services.importing.report import as_lines, counted, values_of

        with closing(self._needs.importing.carry_out(plan)) as outcome:
            wording = self._needs.wording(self._tr)
            is_kept = arguments.report is not None and self._keep_report(arguments.report, outcome, wording)
            if arguments.json:
                self._say_json({**hidden, **values_of(outcome, self._tr)})
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

    def _say_json(self, values: object) -> None:
        self._terminal.say(json.dumps(values, ensure_ascii=False, indent=2))


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
