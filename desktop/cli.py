"""The commands that work without a window: list, show, search, print, check."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.domain.errors import ExpectedError, UnknownRecordError, WrongSheetError
from desktop.domain.filing import facets_of
from desktop.domain.search import Question
from desktop.domain.vocabulary import Kind, label
from desktop.i18n import LANGUAGES, PAPER_LANGUAGES, Translate

if TYPE_CHECKING:
    from desktop.domain.dossier import Dossier
    from desktop.domain.search import Answer, Hit
    from desktop.services.catalogue import Catalogue
    from desktop.services.paper import PaperDesk
    from desktop.services.search import Search

_LISTS = {
    "municipalities": Kind.MUNICIPALITY,
    "contacts": Kind.LOCATION,
    "practices": Kind.PRACTICE,
    "partners": Kind.PARTNER,
    "topics": Kind.TOPIC,
}
_CONTACTS = (frozenset({Kind.LOCATION}), frozenset({Kind.PERSON}), frozenset({Kind.ORGANIZATION}))
"""The groups of the tab with the contacts: a list of them has the same records in the window and here."""
SHEET_KEYS = (
    "contact",
    "municipality",
    "practice",
    "programme",
    "partners",
    "handout",
    "comparison",
    "directory",
    "list",
)
"""The sheets by name; told here, because the window's start reads the command line before it imports any sheet."""
OK, FAULTY, WRONG_USE = 0, 1, 2
_MOST_HITS = 1_000_000
_BATCH = 500


def first_look(argv: Sequence[str] | None) -> argparse.Namespace:
    """Where the data lie and which language is wanted, before anything can be said in that language."""
    look = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    look.add_argument("--data-dir", type=Path)
    look.add_argument("--language", choices=LANGUAGES)
    look.add_argument("rest", nargs=argparse.REMAINDER)  # a command may have a language of its own
    try:
        return look.parse_known_args(argv)[0]
    except argparse.ArgumentError:
        return argparse.Namespace(data_dir=None, language=None)  # the real parser says what is wrong


def parser(tr: Translate) -> argparse.ArgumentParser:
    """The command line; without a command the window opens."""
    whole = argparse.ArgumentParser(
        prog="wegweiser", description=tr("Who is responsible, found in seconds."), add_help=False
    )
    options = whole.add_argument_group(tr("Options"))
    options.add_argument("-h", "--help", action="help", help=tr("show this help"))
    options.add_argument("--data-dir", type=Path, metavar=tr("FOLDER"), help=tr("folder of the database"))
    options.add_argument("--language", choices=LANGUAGES, help=tr("language of messages and sheets"))
    commands = whole.add_subparsers(dest="command", metavar=tr("COMMAND"), title=tr("Commands"))
    listing = commands.add_parser("list", help=tr("list records of a kind"))
    listing.add_argument("kind", choices=_LISTS)
    listing.add_argument("--json", action="store_true", help=tr("for programs"))
    show = commands.add_parser("show", help=tr("show one record"))
    show.add_argument("id")
    show.add_argument("--json", action="store_true", help=tr("for programs"))
    search = commands.add_parser("search", help=tr("find records by what they are about"))
    search.add_argument("text", nargs="+", metavar=tr("TEXT"))
    search.add_argument("--limit", type=_positive, default=50, metavar="N", help=tr("at most so many hits"))
    search.add_argument("--json", action="store_true", help=tr("for programs"))
    sheet = commands.add_parser("print", help=tr("write a sheet as PDF"))
    sheet.add_argument("sheet", choices=SHEET_KEYS)
    sheet.add_argument(
        "ids",
        nargs="*",
        metavar="ID",
        help=tr("records; of a list the kind; partners and directory: all, when none is named"),
    )
    language_help = tr("language of the sheet")
    sheet.add_argument("--language", dest="sheet_language", choices=PAPER_LANGUAGES, default="", help=language_help)
    sheet.add_argument("--large-print", action="store_true", help=tr("in large print"))
    sheet.add_argument("--compact", action="store_true", help=tr("contact sheet: several contacts to a page"))
    sheet.add_argument("-o", "--output", type=Path, required=True, metavar=tr("FILE.pdf"), help=tr("file to write"))
    check = commands.add_parser("check", help=tr("check the database and count what it holds"))
    check.add_argument("--repair", action="store_true", help=tr("make the search index anew first"))
    return whole


def _positive(text: str) -> int:
    if (number := int(text)) < 1:
        raise ValueError(text)
    return min(number, _MOST_HITS)


class Commands:
    """Carries out one command; each method returns the exit code."""

    def __init__(self, catalogue: Catalogue, search: Search, paper: PaperDesk, tr: Translate) -> None:
        self._catalogue = catalogue
        self._search = search
        self._paper = paper
        self._tr = tr

    def run(self, arguments: argparse.Namespace) -> int:
        """The command of the arguments; what a person can mend is told in one line on standard error."""
        try:
            match arguments.command:
                case "list":
                    return self._list(_LISTS[arguments.kind], arguments.json)
                case "show":
                    return self._show(_readable(arguments.id), arguments.json)
                case "search":
                    return self._find(_readable(" ".join(arguments.text)), arguments.limit, arguments.json)
                case "print":
                    return self._print(arguments)
                case _:
                    return self._check(arguments.repair)
        except ExpectedError as error:
            print(error.message.in_words(self._tr), file=sys.stderr)
            return WRONG_USE if isinstance(error, UnknownRecordError | WrongSheetError) else FAULTY

    def _list(self, kind: Kind, as_json: bool) -> int:
        hits = self._search.ask(_all_of(kind), limit=None).hits
        if as_json:
            _print_json([_row_values(hit, dossier) for hit, dossier in self._with_dossiers(hits)])
            return OK
        _print_rows(hits)
        print(self._tr.plural("{count} record", "{count} records", len(hits)))
        return OK

    def _with_dossiers(self, hits: Sequence[Hit]) -> Iterator[tuple[Hit, Dossier]]:
        """The hits with their dossiers, read a batch at a time."""
        for start in range(0, len(hits), _BATCH):
            some = hits[start : start + _BATCH]
            yield from zip(some, self._catalogue.dossiers(hit.id for hit in some), strict=True)

    def _show(self, record_id: str, as_json: bool) -> int:
        if as_json:
            from desktop.domain.plain import builtins

            _print_json(builtins(self._catalogue.dossier(record_id).record))
            return OK
        from desktop.pages.text import as_text

        print(as_text(self._catalogue.page(record_id)))
        return OK

    def _find(self, text: str, limit: int, as_json: bool) -> int:
        answer = self._search.ask(Question(text=text), limit)
        if as_json:
            _print_json([_hit_values(hit, answer.corrected) for hit in answer.hits])
            return OK
        if answer.corrected:
            asked = {"text": answer.text, "corrected": answer.corrected}
            print(self._tr("No hits for “{text}”. Meant: “{corrected}”", **asked))
        _print_rows(answer.hits)
        print(self._count(answer))
        return OK

    def _count(self, answer: Answer) -> str:
        """How many hits are shown of how many; counting ends where nobody would read on."""
        if answer.is_more:
            return self._tr("{shown} of more than {total} hits", shown=len(answer.hits), total=answer.total)
        return self._tr("{shown} of {total} hits", shown=len(answer.hits), total=answer.total)

    def _print(self, arguments: argparse.Namespace) -> int:
        from desktop.printing.order import Order
        from desktop.printing.variant import TypeSize, Variant

        sheet, output = arguments.sheet, arguments.output
        wanted = _wanted(sheet, [_readable(word) for word in arguments.ids])
        if not wanted and sheet != "directory":
            print(self._tr("Please name at least one record."), file=sys.stderr)
            return WRONG_USE
        size = TypeSize.LARGE if arguments.large_print else TypeSize.NORMAL
        variant = Variant(type_size=size, is_compact=arguments.compact)
        order = Order(sheet=sheet, wanted=wanted, language=arguments.sheet_language, variant=variant)
        paper = self._paper.make(order)
        self._paper.save(paper, output)
        pages = self._tr.plural("{count} page", "{count} pages", paper.page_count)
        print(self._tr("{file}: {pages}", file=output, pages=pages))
        return OK

    def _check(self, is_repair: bool) -> int:
        tr = self._tr
        if is_repair:
            self._catalogue.repair()
        found = self._catalogue.check_up()
        for fault in found.faults:
            print(tr("Fault: {fault}", fault=fault))
        print(tr("Database: {state}", state=tr("damaged") if found.faults else tr("sound")))
        print(tr("Search index: {state}", state=tr("sound") if found.is_index_sound else tr("damaged")))
        if not found.is_index_sound:
            print(tr("“wegweiser check --repair” makes the search index anew."))
        print(tr("Shipped data: version {version}", version=found.shipped_version))
        counts = [(tr(label(kind)), count) for kind, count in found.counts.items()]
        counts += [(tr("E-mail addresses"), found.emails), (tr("Dead numbers"), found.dead_numbers)]
        _print_counts(counts)
        print(tr("To be checked"))
        _print_counts([(f"  {tr(label(flag))}", count) for flag, count in found.flags.items()])
        return OK if found.is_index_sound and not found.faults else FAULTY


def _wanted(sheet: str, words: Sequence[str]) -> tuple[str, ...] | Question:
    """The records that are named; for a list those of a kind, for the partner list without names all partners."""
    if sheet == "partners" and not words:
        return _all_of(Kind.PARTNER)
    if sheet == "list" and words == ["contacts"]:
        return Question(groups=_CONTACTS)
    return _all_of(_LISTS[words[0]]) if sheet == "list" and words and words[0] in _LISTS else tuple(words)


def _readable(word: str) -> str:
    """A word of the command line; bytes in it that are no text would reach no database."""
    return word.encode(errors="replace").decode()


def _print_counts(counts: Iterable[tuple[str, int]]) -> None:
    for name, count in counts:
        print(f"{name:<34}{count:>5}")


def _all_of(kind: Kind) -> Question:
    return Question(groups=(frozenset({kind}),))


def _print_rows(hits: Sequence[Hit]) -> None:
    width = max((len(hit.id) for hit in hits), default=0)
    for hit in hits:
        print(f"{hit.id:<{width}}  {hit.title}")


def _row_values(hit: Hit, dossier: Dossier) -> dict[str, Any]:
    shown = {"id": hit.id, "kind": hit.kind.value, "title": hit.title, "summary": hit.subtitle, "place": hit.place}
    facets = {facet: list(values) for facet, values in facets_of(dossier.record, dossier.organization).items()}
    return {**shown, "status": hit.status.value, "facets": {"record_kind": [hit.kind.value], **facets}}


def _hit_values(hit: Hit, corrected: str | None) -> dict[str, Any]:
    return {
        "id": hit.id,
        "kind": hit.kind.value,
        "title": hit.title,
        "organisation": hit.organisation,
        "field": hit.field,
        "snippet": hit.snippet.text,
        "corrected": corrected,
    }


def _print_json(values: object) -> None:
    print(json.dumps(values, ensure_ascii=False, indent=2))
