"""Writes the page of the manual for `man` from the command line itself: `python man_page.py en|de`."""

import argparse
import sys
from collections.abc import Iterator
from datetime import UTC, datetime

from desktop.app.paths import paths_for
from desktop.cli.arguments import parser
from desktop.cli.terminal import Terminal
from desktop.i18n import Translate, load

_WORDS = {
    "en": ("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "COMMANDS", "FILES", "EXIT STATUS"),
    "de": ("BEZEICHNUNG", "ÜBERSICHT", "BESCHREIBUNG", "OPTIONEN", "BEFEHLE", "DATEIEN", "EXIT-STATUS"),
}
_TEXTS = {
    "en": (
        "directory for the service desks of municipalities in North Rhine-Westphalia",
        "Without a command the window opens; with the name of a file in its place it opens with that file: a package "
        "to be applied, or one to be imported, as by a double click. It needs no network and stores nothing about "
        "those who are advised.",
        (
            (
                "~/.local/share/wegweiser",
                "database, backups, settings and log of this user; kept when the program goes",
            ),
            ("wegweiser-data", "a folder of this name beside the program is used instead, as on a stick"),
            ("/etc/wegweiser/policy.toml", "what the administration lays down for all users"),
        ),
        (
            ("0", "all is well"),
            ("1", "a fault"),
            ("2", "wrong use, unknown record"),
            ("3", "a package was not applied: both sides changed the same"),
            ("130", "interrupted"),
        ),
    ),
    "de": (
        "Verzeichnis für die Servicestellen der Kommunen in Nordrhein-Westfalen",
        "Ohne Befehl öffnet sich das Fenster; steht an seiner Stelle der Name einer Datei, öffnet es sich mit ihr, ein "
        "Paket zum Einspielen, jede andere zum Importieren, wie bei einem Doppelklick. Es braucht kein Netz und "
        "speichert nichts über die, die beraten werden.",
        (
            ("~/.local/share/wegweiser", "Datenbank, Sicherungen, Einstellungen und Protokoll; bleibt beim Entfernen"),
            ("wegweiser-data", "ein Ordner dieses Namens neben dem Programm gilt stattdessen, wie auf einem Stick"),
            ("/etc/wegweiser/policy.toml", "was die Verwaltung für alle festlegt"),
        ),
        (
            ("0", "alles gut"),
            ("1", "ein Fehler"),
            ("2", "falsche Angaben, unbekannter Eintrag"),
            ("3", "ein Paket wurde nicht eingespielt: beide Seiten haben dasselbe geändert"),
            ("130", "abgebrochen"),
        ),
    ),
}


def man_page(language: str, version: str, moment: datetime, tr: Translate) -> str:
    """The page in roff."""
    name, synopsis, description, options, commands, files, status = _WORDS[language]
    summary, text, places, codes = _TEXTS[language]
    whole = parser(tr, Terminal(tr))
    lines = [f'.TH WEGWEISER 1 "{moment:%Y-%m-%d}" "Wegweiser {version}"']
    lines += [f".SH {name}", f"wegweiser \\- {_plain(summary)}"]
    lines += [f".SH {synopsis}", ".B wegweiser", _plain(_usage(whole))]
    lines += [f".SH {description}", _plain(whole.description or ""), _plain(text)]
    lines += [f".SH {options}", *_options(whole), f".SH {commands}"]
    for command, told, made in _commands(whole):
        lines += [f".SS wegweiser {_plain(command)}", _plain(told), ".PP", _plain(_usage(made)), *_options(made)]
    lines += [f".SH {files}", *_listed(places), f".SH {status}", *_listed(codes)]
    return "\n".join(lines) + "\n"


def _commands(of: argparse.ArgumentParser, before: str = "") -> Iterator[tuple[str, str, argparse.ArgumentParser]]:
    """Every command, and those below it, with its words and its parser."""
    for action in of._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, made in action.choices.items():
                yield f"{before}{name}", made.description or "", made
                yield from _commands(made, f"{before}{name} ")


def _usage(of: argparse.ArgumentParser) -> str:
    return " ".join(of.format_usage().split(":", 1)[1].split()[1:]).removeprefix("wegweiser ")


def _options(of: argparse.ArgumentParser) -> Iterator[str]:
    for action in of._actions:
        if isinstance(action, argparse._SubParsersAction):
            continue
        names = ", ".join(action.option_strings) or str(action.metavar or action.dest)
        shown = names if action.nargs == 0 or not action.option_strings else f"{names} {action.metavar or ''}"
        yield from (".TP", f".B {_plain(shown.strip())}", _plain(action.help or ""))


def _listed(pairs: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for name, told in pairs:
        yield from (".TP", f".I {_plain(name)}", _plain(told))


def _plain(text: str) -> str:
    """Text that roff takes as it stands."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped


def main(language: str, version: str, epoch: str) -> int:
    tr = load(paths_for().translations, language)
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(man_page(language, version, datetime.fromtimestamp(int(epoch), UTC), tr))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
