"""The command that writes records for other programs."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from desktop.cli.arguments import LISTS
from desktop.cli.endings import demand_ending
from desktop.cli.terminal import OK, Terminal
from desktop.cli.wanted import CONTACTS, WrongWordsError, as_text
from desktop.domain.errors import N_, ExpectedError
from desktop.domain.search import Question
from desktop.domain.vocabulary import Kind
from desktop.services.exporting import Order, Selection

if TYPE_CHECKING:
    from desktop.i18n import Translate
    from desktop.services.exporting import Counted, Exporting

_NO_TEXT = N_("This format is no text. Please name a file: -o FILE{suffix}")
_NO_FILE = N_("--json tells about a file. Please name one: -o FILE{suffix}")


def export(arguments: argparse.Namespace, exporting: Exporting, tr: Translate, terminal: Terminal) -> int:
    """The exit code of the command `export`; raises `WrongWordsError`.

    A file that cannot be written is told of for programs too, with the reason.
    """
    from desktop.exchange.formats import format_of

    chosen = format_of(arguments.format)
    order = Order(_selection(arguments), chosen, with_notes=arguments.internal_notes)
    if arguments.output is None:
        if arguments.json or not chosen.is_text:
            raise WrongWordsError(_NO_FILE if arguments.json else _NO_TEXT, suffix=chosen.suffix)
        terminal.pour(lambda file: exporting.pour(order, file))
        return OK
    demand_ending(arguments.output, chosen.suffix, is_poured=chosen.is_text)
    try:
        counted = exporting.write(order, arguments.output)
    except ExpectedError as error:
        if not arguments.json:
            raise
        return terminal.say_refused(arguments.output, error.message, format=arguments.format, records=None)
    terminal.say(_report(arguments, counted) if arguments.json else _told(arguments, counted, tr))
    return OK


def _selection(arguments: argparse.Namespace) -> Selection:
    kinds = frozenset().union(*map(_kinds, arguments.kind)) if arguments.kind else frozenset(Kind)
    wanted = None if arguments.search is None else Question(text=as_text(arguments.search))
    return Selection(wanted, with_archived=arguments.archived, kinds=kinds)


def _kinds(word: str) -> frozenset[Kind]:
    """As in the window, contacts are contact points, organisations and persons."""
    return frozenset().union(*CONTACTS) if word == "contacts" else frozenset({LISTS[word]})


def _report(arguments: argparse.Namespace, counted: Counted) -> str:
    told = {"file": str(arguments.output), "format": arguments.format, "records": counted.held}
    return json.dumps({**told, "left_out": counted.total - counted.held}, ensure_ascii=False, indent=2)


def _told(arguments: argparse.Namespace, counted: Counted, tr: Translate) -> str:
    records = tr.plural("{count} record", "{count} records", counted.held)
    told = tr("{file}: {records}", file=arguments.output, records=records)
    if (missing := counted.total - counted.held) == 0:
        return told
    words = tr.plural(
        "{count} record has no place in this format.", "{count} records have no place in this format.", missing
    )
    return f"{told}\n{words}"
