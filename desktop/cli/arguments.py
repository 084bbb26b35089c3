"""What may stand on the command line."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import cast

from desktop.cli.opening import named
from desktop.cli.packages import add_package
from desktop.cli.parsing import Parser, positive
from desktop.cli.terminal import Terminal
from desktop.domain.vocabulary import Kind
from desktop.exchange.tables.encodings import ENCODING_NAMES
from desktop.exchange.tables.headings import HEAD_ROWS
from desktop.i18n import LANGUAGES, PAPER_LANGUAGES, Translate

LISTS = {
    "municipalities": Kind.MUNICIPALITY,
    "contacts": Kind.LOCATION,
    "practices": Kind.PRACTICE,
    "partners": Kind.PARTNER,
    "topics": Kind.TOPIC,
}
"""The kinds of record that can be listed."""
SHEET_KEYS = (
    "contact",
    "municipality",
    "practice",
    "programme",
    "partners",
    "handout",
    "comparison",
    "timeline",
    "matrix",
    "directory",
    "list",
)
"""The sheets by name; told here, because the window's start reads the command line before it imports any sheet."""
FORMAT_KEYS = ("csv", "csv-plain", "xlsx", "vcard3", "vcard4", "hsds", "json")
"""The formats by name, told here for the same reason."""


def parser(tr: Translate, terminal: Terminal) -> Parser:
    """The command line; without a command the window opens."""
    whole = Parser(tr, terminal, "wegweiser", tr("Who is responsible, found in seconds."))
    _add_whole(whole, tr)
    made = cast("type[Parser]", partial(Parser, tr, terminal))
    told = tr(
        "Without a command the window opens. A file in place of the command (a package, a table, …) is opened in it."
    )
    commands = whole.add_subparsers(
        dest="command", metavar=tr("COMMAND"), title=tr("Commands"), description=told, parser_class=made
    )
    listing = whole.command(commands, "list", tr("list records of a kind"))
    listing.words.add_argument("kind", choices=LISTS, metavar=tr("KIND"), help=", ".join(LISTS))
    show = whole.command(commands, "show", tr("show one record"))
    show.words.add_argument("id", metavar="ID", help=tr("id of the record"))
    search = whole.command(commands, "search", tr("find records by what they are about"))
    search.words.add_argument("text", nargs="+", metavar=tr("TEXT"), help=tr("what is looked for"))
    search.options.add_argument("--limit", type=positive, default=50, metavar="N", help=tr("at most so many hits"))
    for command in (listing, show, search):
        command.options.add_argument("--json", action="store_true", help=tr("for programs"))
    _add_printing(whole.command(commands, "print", tr("write a sheet as PDF")), tr)
    importing = whole.command(commands, "import", tr("take over contacts from a file of another program"))
    _add_importing(importing, tr)
    _add_check(whole.command(commands, "check", tr("report whether everything is sound here")), tr)
    notes = whole.command(commands, "notes", tr("list the notes from the counter, or write them to a file"))
    notes.options.add_argument("--json", action="store_true", help=tr("for programs"))
    notes_help = tr("file to write: a table for spreadsheets, or for programs where it ends in .json")
    notes.options.add_argument("-o", "--output", type=named, metavar=tr("FILE"), help=notes_help)
    _add_export(whole.command(commands, "export", tr("write records to a file for other programs")), tr)
    add_package(whole.command(commands, "package", tr("make a data package, look at one, or take it")), tr, named, made)
    return whole


def _add_whole(whole: Parser, tr: Translate) -> None:
    add = whole.options.add_argument
    language_help = _listed(tr("language of messages and sheets"), LANGUAGES)
    add("--data-dir", type=named, metavar=tr("FOLDER"), help=tr("folder of the database"))
    add("--policy", type=named, metavar=tr("FILE"), help=tr("policy to follow instead of that of this computer"))
    add("--language", choices=LANGUAGES, metavar=tr("LANGUAGE"), help=language_help)
    add("--version", action="store_true", dest="is_version", help=tr("say which version this is"))


def _add_check(check: Parser, tr: Translate) -> None:
    add = check.options.add_argument
    add("--repair", action="store_true", help=tr("make the search index anew first"))
    add("--json", action="store_true", help=tr("for programs"))
    add("--window", action="store_true", help=tr("also open the window for a moment"))


def _add_export(export: Parser, tr: Translate) -> None:
    add = export.options.add_argument
    add("--format", choices=FORMAT_KEYS, required=True, metavar=tr("FORMAT"), help=", ".join(FORMAT_KEYS))
    kind_help = _listed(tr("only records of this kind; may be given several times"), LISTS)
    add("--kind", choices=LISTS, action="append", default=[], metavar=tr("KIND"), help=kind_help)
    add("--search", metavar=tr("TEXT"), help=tr("only what is found with this text"))
    add("--archived", action="store_true", help=tr("archived records too"))
    add("--internal-notes", action="store_true", help=tr("internal notes and notes from the counter too"))
    add("-o", "--output", type=named, metavar=tr("FILE"), help=tr("file to write; without it to standard output"))
    add("--json", action="store_true", help=tr("report for programs"))


def _add_printing(sheet: Parser, tr: Translate) -> None:
    sheet.words.add_argument("sheet", choices=SHEET_KEYS, metavar=tr("SHEET"), help=", ".join(SHEET_KEYS))
    ids_help = tr("records; of a list the kind; partners, timeline, matrix and directory: all, when none is named")
    sheet.words.add_argument("ids", nargs="*", default=(), metavar="ID", help=ids_help)
    add = sheet.options.add_argument
    language_help = _listed(tr("language of the sheet"), PAPER_LANGUAGES)
    add(
        "--language",
        dest="sheet_language",
        choices=PAPER_LANGUAGES,
        default="",
        metavar=tr("LANGUAGE"),
        help=language_help,
    )
    add("--large-print", action="store_true", help=tr("in large print"))
    add("--compact", action="store_true", help=tr("contact sheet: several contacts to a page"))
    add("-o", "--output", type=named, required=True, metavar=tr("FILE.pdf"), help=tr("file to write"))


def _add_importing(command: Parser, tr: Translate) -> None:
    command.words.add_argument("file", type=named, metavar=tr("FILE"), help=tr("CSV, XLSX, vCard or JSON"))
    add = command.options.add_argument
    add("--dry-run", action="store_true", help=tr("only say what would happen"))
    help_text = tr("what a column means, as often as needed; the meanings are those of the export")
    add("--mapping", action="append", default=[], metavar=tr("COLUMN=MEANING"), help=help_text)
    add("--sheet", metavar=tr("NAME"), help=tr("the sheet of a workbook, instead of its first with a table"))
    add(
        "--header-row",
        type=int,
        choices=range(HEAD_ROWS + 1),
        metavar=tr("NUMBER"),
        help=tr("the line of the header of a table, 0 for none"),
    )
    encodings = list(ENCODING_NAMES)
    encoding_help = _listed(tr("what a table of text is written in"), encodings)
    add("--encoding", choices=encodings, metavar=tr("NAME"), help=encoding_help)
    add("--delimiter", metavar=tr("SIGN"), type=_sign, help=tr("what parts its cells"))
    ways = command.options.add_mutually_exclusive_group()
    ways.add_argument("--new-only", action="store_true", help=tr("leave everything that is here as it is"))
    ways.add_argument(
        "--update", action="store_true", help=tr("overwrite entries with the same id with what the file says")
    )
    add("--json", action="store_true", help=tr("for programs"))
    add("--report", type=named, metavar=tr("FILE"), help=tr("file for the report: .csv, .json or .txt"))


def _listed(told: str, choices: Iterable[str]) -> str:
    return f"{told}: {', '.join(choices)}"


def _sign(text: str) -> str:
    if len(text) != 1:
        raise ValueError(text)
    return text
