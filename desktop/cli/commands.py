"""What each command does, and with which exit code it ends."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from desktop.cli.arguments import LISTS
from desktop.cli.endings import demand_ending
from desktop.cli.terminal import FAULTY, OK, WRONG_USE, Terminal
from desktop.cli.wanted import WrongWordsError, all_of, as_text, order_for, readable
from desktop.domain.errors import N_, ExpectedError, UnknownRecordError, WrongSheetError
from desktop.domain.filing import facets_of
from desktop.domain.search import Question
from desktop.i18n import Translate
from desktop.services.counting import counted

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain.dossier import Dossier
    from desktop.domain.search import Answer, Hit
    from desktop.printing.order import Order
    from desktop.services.catalogue import Catalogue
    from desktop.services.paper import PaperDesk
    from desktop.services.search import Search

_BATCH = 500
_MOST_HITS = 1_000_000
_SAYING_WHERE = ("check", "import", "package")
"""What a person asks or does of which it counts that it is a copy of a folder on a network drive."""
_OF_A_KIND = frozenset({"contact", "municipality", "practice", "programme"})
"""The sheets that print one record a page."""
_OR_KIND = N_("{told} A list may also be of a kind of record: {kinds}.")


class Commands:
    """Carries out one command; each method returns the exit code. `families` are commands that others carry out."""

    def __init__(
        self,
        catalogue: Catalogue,
        search: Search,
        paper: PaperDesk,
        tr: Translate,
        terminal: Terminal,
        families: Mapping[str, Callable[[argparse.Namespace], int]],
    ) -> None:
        self._catalogue = catalogue
        self._search = search
        self._paper = paper
        self._tr = tr
        self._terminal = terminal
        self._families = families
        self._say = terminal.say

    def run(self, arguments: argparse.Namespace) -> int:
        """The command of the arguments; what a person can mend is told in one line on standard error."""
        try:
            code = self._carried_out(arguments)
        except ExpectedError as error:
            self._terminal.complain(error.message.in_words(self._tr))
            is_misused = isinstance(error, UnknownRecordError | WrongSheetError | WrongWordsError)
            return WRONG_USE if is_misused else FAULTY
        if self._catalogue.is_damaged and (why := self._catalogue.why_read_only):
            self._terminal.complain(why.in_words(self._tr))
        if arguments.command in _SAYING_WHERE and (shared := self._catalogue.shared_folder):
            self._terminal.complain(shared.message.in_words(self._tr))
        return code

    def _carried_out(self, arguments: argparse.Namespace) -> int:
        match arguments.command:
            case "list":
                return self._list(arguments.kind, arguments.json)
            case "show":
                return self._show(readable(arguments.id), arguments.json)
            case "search":
                return self._find(as_text(" ".join(arguments.text)), arguments.limit, arguments.json)
            case "print":
                return self._print(arguments)
            case "notes":
                return self._notes(arguments.output, arguments.json)
            case command:
                return self._families[command](arguments)

    def _list(self, word: str, as_json: bool) -> int:
        hits = self._search.ask(all_of(word), limit=None).hits
        if as_json:
            self._say_json([_row_values(hit, dossier) for hit, dossier in self._with_dossiers(hits)])
            return OK
        self._say_rows(hits)
        counts = Counter(hit.kind for hit in hits)
        self._say(", ".join(counted(kind, count, self._tr) for kind, count in counts.items()) or self._tr("No records"))
        return OK

    def _with_dossiers(self, hits: Sequence[Hit]) -> Iterator[tuple[Hit, Dossier]]:
        """The hits with their dossiers, read a batch at a time."""
        for start in range(0, len(hits), _BATCH):
            some = hits[start : start + _BATCH]
            yield from zip(some, self._catalogue.dossiers(hit.id for hit in some), strict=True)

    def _show(self, record_id: str, as_json: bool) -> int:
        if as_json:
            from desktop.domain.plain import builtins

            self._say_json(builtins(self._catalogue.dossier(record_id).record))
            return OK
        from desktop.pages.text import as_text

        self._say(as_text(self._catalogue.page(record_id)))
        return OK

    def _find(self, text: str, limit: int, as_json: bool) -> int:
        answer = self._search.ask(Question(text=text), min(limit, _MOST_HITS))
        if as_json:
            self._say_json([_hit_values(hit, answer.corrected) for hit in answer.hits])
            return OK
        if answer.corrected:
            asked = {"text": answer.text, "corrected": answer.corrected}
            self._say(self._tr("No hits for “{text}”. Meant: “{corrected}”", **asked))
        if not answer.hits:
            self._say(self._tr("No hits for “{text}”", text=text))
            self._say(self._way_on(answer))
            return OK
        self._say_rows(answer.hits)
        self._say(self._count(answer))
        return OK

    def _way_on(self, answer: Answer) -> str:
        """What to look for where nothing was found."""
        if (shorter := answer.shorter) is None:
            return self._tr("All fields of all records were searched. Try fewer or shorter words.")
        return self._tr("Without “{dropped}” there are hits: {text}", dropped=shorter.dropped, text=shorter.text)

    def _count(self, answer: Answer) -> str:
        """How many hits are shown of how many; counting ends where nobody would read on."""
        if answer.is_more:
            return self._tr("{shown} of more than {total} hits", shown=len(answer.hits), total=answer.total)
        return self._tr("{shown} of {total} hits", shown=len(answer.hits), total=answer.total)

    def _print(self, arguments: argparse.Namespace) -> int:
        order = order_for(arguments)
        demand_ending(arguments.output, ".pdf")
        try:
            paper = self._paper.make(order)
        except WrongSheetError as error:
            raise self._with_sheet(error, order) from error
        except UnknownRecordError as error:
            if order.sheet != "list":
                raise
            raise UnknownRecordError(_OR_KIND, told=error.message, kinds=", ".join(LISTS)) from error
        self._paper.save(paper, arguments.output)
        pages = self._tr.plural("{count} page", "{count} pages", paper.page_count)
        self._say(self._tr("{file}: {pages}", file=arguments.output, pages=pages))
        return OK

    def _with_sheet(self, error: WrongSheetError, order: Order) -> WrongSheetError:
        """The refusal with the sheet that does print these records, where they have one of their own."""
        from desktop.printing.sheets import sheets_for

        if order.sheet not in _OF_A_KIND or isinstance(order.wanted, Question):
            return error
        kinds = {self._catalogue.dossier(one).record.KIND for one in order.wanted}
        keys = {next((sheet.key for sheet in sheets_for(kind)), "") for kind in kinds}
        if len(keys) != 1 or not keys.issubset(_OF_A_KIND):
            return error
        typed = f"wegweiser print {keys.pop()} {' '.join(order.wanted)}"
        return WrongSheetError(N_("{told} Try: {command}"), told=error.message, command=typed)

    def _notes(self, output: Path | None, is_json: bool) -> int:
        from desktop.services.note_files import as_json, as_lines, write_notes

        with self._catalogue.reading() as unit:
            notes = unit.notes.all()
        told = self._tr.plural("{count} note", "{count} notes", len(notes))
        if output is not None:
            demand_ending(output, ".csv", ".json")
            write_notes(output, notes, self._tr, is_json=is_json)
            self._say(self._tr("{file}: {notes}", file=output, notes=told))
        elif is_json:
            self._say(as_json(notes))
        else:
            self._say("\n".join([*as_lines(notes, self._tr), told]))
        return OK

    def _say_rows(self, hits: Sequence[Hit]) -> None:
        width = max((len(hit.id) for hit in hits), default=0)
        for hit in hits:
            self._say(f"{hit.id:<{width}}  {hit.title}")

    def _say_json(self, values: object) -> None:
        self._say(json.dumps(values, ensure_ascii=False, indent=2))


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
