"""The command that reports whether everything is sound on this computer."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Mapping

from msgspec.structs import replace

from desktop.cli.terminal import FAULTY, OK, Terminal
from desktop.domain.backup import REASON_LABELS
from desktop.domain.data_folder import Origin
from desktop.domain.errors import N_
from desktop.domain.health import (
    BackupsHealth,
    DatabaseHealth,
    Health,
    PackagesHealth,
    PlaceHealth,
    PolicyHealth,
    ProgramHealth,
    WindowHealth,
)
from desktop.domain.vocabulary import label
from desktop.i18n import Translate

_ORIGINS: Mapping[Origin, str] = {
    Origin.ASKED: N_("chosen with --data-dir"),
    Origin.PORTABLE: N_("beside the program"),
    Origin.MOVED: N_("chosen in the settings"),
    Origin.USUAL: N_("that of this account"),
}


class CheckCommand:
    """Says what stands in a report; any fault in it makes the exit code 1."""

    def __init__(
        self,
        report: Callable[[], Health],
        values: Callable[[Health], Mapping[str, object]],
        repair: Callable[[], object],
        tr: Translate,
        terminal: Terminal,
    ) -> None:
        self._report = report
        self._values = values
        self._repair = repair
        self._tr = tr
        self._terminal = terminal
        self._say = terminal.say

    def run(self, arguments: argparse.Namespace, window: Callable[[], WindowHealth]) -> int:
        """The exit code: 0 where nothing need be done; the window is tried last, where that was asked for."""
        if arguments.repair:
            self._repair()
        health = self._report()
        if not arguments.json:
            self._tell(health)
        if arguments.window:
            health = replace(health, window=window())
        if arguments.json:
            self._say(json.dumps(self._values(health), ensure_ascii=False, indent=2))
        elif health.window is not None:
            self._tell_window(health.window)
        if health.database.trouble and not health.database.is_damaged:  # of damage every command tells
            self._terminal.complain(health.database.trouble)
        return OK if health.is_sound else FAULTY

    def _tell(self, health: Health) -> None:
        self._tell_program(health.program)
        self._tell_data(health.data)
        self._tell_database(health.database)
        self._tell_backups(health.backups)
        self._tell_policy(health.policy)
        self._tell_packages(health.packages)
        if not health.database.trouble:
            self._tell_counts(health.database)

    def _tell_program(self, program: ProgramHealth) -> None:
        tr = self._tr
        self._say(f"Wegweiser {program.version}, Python {program.python}, Qt {program.qt}, SQLite {program.sqlite}")
        self._say(tr("System: {system}", system=program.system))
        fonts = ", ".join(f"{name} {version}" for name, version in program.fonts.items())
        self._say(tr("Fonts that come with it: {fonts}", fonts=fonts or "–"))
        for name in program.missing_fonts:
            self._say(
                tr("Fault: {fault}", fault=tr("The font {name} is missing: install the program anew.", name=name))
            )

    def _tell_data(self, data: PlaceHealth) -> None:
        tr = self._tr
        self._say(tr("Data folder: {folder} ({origin})", folder=data.folder, origin=tr(_ORIGINS[data.origin])))
        if data.is_there:
            self._say(tr("Data folder: may be written") if data.is_writable else tr("Data folder: read-only"))
        else:
            self._say(tr("Data folder: not there"))
        if data.free_bytes is not None:
            self._say(tr("Free space: {size} MB", size=data.free_bytes // 1_000_000))
        log = tr("{kilobytes} kB", kilobytes=-(-data.log_bytes // 1000)) if data.log_bytes else tr("empty")
        self._say(tr("Log of unexpected errors: {file} ({size})", file=data.log, size=log))

    def _tell_database(self, found: DatabaseHealth) -> None:
        tr = self._tr
        if found.trouble:
            self._say(tr("Database: {state}", state=tr("not there yet") if found.is_missing else tr("cannot be used")))
            return
        for fault in found.faults:
            self._say(tr("Fault: {fault}", fault=fault))
        self._say(tr("Database: {state}", state=tr("damaged") if found.faults else tr("sound")))
        self._say(tr("Search index: {state}", state=tr("sound") if found.is_index_sound else tr("damaged")))
        if not found.is_index_sound:
            self._say(tr("“wegweiser check --repair” makes the search index anew."))
        self._say(tr("Shipped data: version {version}", version=found.shipped_version))
        if found.oldest is not None and found.youngest is not None:
            oldest, youngest = f"{found.oldest:%d.%m.%Y}", f"{found.youngest:%d.%m.%Y}"
            if oldest == youngest:
                self._say(tr("Stand of the records: {day}", day=youngest))
            else:
                self._say(tr("Stand of the records: {oldest} to {youngest}", oldest=oldest, youngest=youngest))

    def _tell_backups(self, backups: BackupsHealth) -> None:
        tr = self._tr
        if backups.newest is None or backups.reason is None:
            self._say(tr("Backups: none"))
        else:
            moment, reason = f"{backups.newest:%d.%m.%Y, %H:%M}", tr(REASON_LABELS[backups.reason])
            words = {"count": backups.count, "moment": moment, "reason": reason}
            self._say(tr("Backups: {count}, the last one of {moment}, {reason}", **words))
            self._say(
                tr.plural(
                    "The last backup is {count} day old", "The last backup is {count} days old", backups.age_days or 0
                )
            )
        self._say(tr("Folder for backups: {folder}", folder=backups.folder))
        if backups.trouble:
            self._say(tr("Fault: {fault}", fault=backups.trouble))

    def _tell_policy(self, policy: PolicyHealth) -> None:
        tr = self._tr
        if policy.file is None:
            self._say(tr("Policy: none; looked for at {places}", places=", ".join(map(str, policy.places))))
            return
        self._say(tr("Policy: {file}", file=policy.file))
        for key, value in policy.sets.items():
            self._say(f"  {key} = {' / '.join(value.splitlines())}")
        if policy.needs_pin:
            self._say(tr("Editing needs a PIN"))
        if policy.is_locked:
            self._say(tr("Editing is locked until the policy can be followed"))
        for fault in policy.faults:
            self._say(tr("Fault: {fault}", fault=fault))

    def _tell_packages(self, packages: PackagesHealth | None) -> None:
        tr = self._tr
        if packages is None:
            return
        self._say(tr("Folder for packages: {folder}", folder=packages.folder))
        if packages.trouble:
            self._say(tr("Hint: {hint}", hint=packages.trouble))
            return
        self._say(tr.plural("{count} package lies there", "{count} packages lie there", packages.count))
        if packages.newer is not None:
            self._say(tr("Not taken yet: {file}", file=packages.newer.name))

    def _tell_window(self, window: WindowHealth) -> None:
        tr = self._tr
        if not window.opens:
            self._say(tr("Window: does not open"))
        else:
            self._say(tr("Window: opens") if window.on_screen else tr("Window: opens (tried without a screen)"))
        self._say(tr("Font of the window: {font}", font=window.font or tr("none is installed")))

    def _tell_counts(self, found: DatabaseHealth) -> None:
        tr = self._tr
        counts = [(tr(label(kind)), count) for kind, count in found.counts.items()]
        counts += [(tr("E-mail addresses"), found.emails), (tr("Dead numbers"), found.dead_numbers)]
        self._say_counts(counts)
        self._say(tr("To be checked"))
        self._say_counts([(f"  {tr(label(flag))}", count) for flag, count in found.flags.items()])

    def _say_counts(self, counts: Iterable[tuple[str, int]]) -> None:
        for name, count in counts:
            self._say(f"{name:<34}{count:>5}")
