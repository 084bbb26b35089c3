"""What a person wants printed, from the words of the command line; words that would be passed over are refused."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.cli.arguments import LISTS
from desktop.domain.errors import N_, ExpectedError
from desktop.domain.search import Question
from desktop.domain.vocabulary import Kind

if TYPE_CHECKING:
    from desktop.printing.order import Order

CONTACTS = (frozenset({Kind.LOCATION}), frozenset({Kind.PERSON}), frozenset({Kind.ORGANIZATION}))
"""The groups of the tab with the contacts: a list of them has the same records in the window and here."""
_WHOLE = {
    "partners": (frozenset({Kind.PARTNER}),),
    "matrix": (frozenset({Kind.MUNICIPALITY}),),
    "timeline": (frozenset({Kind.PROGRAMME}), frozenset({Kind.MUNICIPALITY}), frozenset({Kind.TOPIC})),
}
"""What stands on a sheet for which no record is named."""

_LISTS = {
    "municipality": "municipalities",
    "comparison": "municipalities",
    "practice": "practices",
    "programme": "topics",
}
"""Where the ids of the records stand that a sheet prints, of all others among the contacts."""


class WrongWordsError(ExpectedError):
    """The words of the command line do not go together."""


def order_for(arguments: argparse.Namespace) -> Order:
    """The order of the command `print`; raises `WrongWordsError`."""
    from desktop.printing.order import Order
    from desktop.printing.variant import TypeSize, Variant

    sheet = arguments.sheet
    if arguments.compact and sheet != "contact":
        raise WrongWordsError(N_("--compact is only for contact sheets: wegweiser print contact … --compact"))
    wanted = _wanted(sheet, [readable(word) for word in arguments.ids])
    size = TypeSize.LARGE if arguments.large_print else TypeSize.NORMAL
    variant = Variant(type_size=size, is_compact=arguments.compact)
    return Order(sheet=sheet, wanted=wanted, language=arguments.sheet_language, variant=variant)


def _wanted(sheet: str, words: Sequence[str]) -> tuple[str, ...] | Question:
    """The records that are named; for a list those of a kind, for some sheets without names all that belong there."""
    if sheet == "list":
        return _listed(words)
    if sheet in _WHOLE and not words:
        return Question(groups=_WHOLE[sheet])
    if not words and sheet != "directory":
        kind = _LISTS.get(sheet, "contacts")
        raise WrongWordsError(
            N_("Please name at least one record. “{command}” shows the ids."), command=f"wegweiser list {kind}"
        )
    return tuple(words)


def _listed(words: Sequence[str]) -> tuple[str, ...] | Question:
    kinds = ", ".join(LISTS)
    if not words:
        raise WrongWordsError(N_("Please name a kind of record ({kinds}) or the ids of records."), kinds=kinds)
    if len(words) == 1 and words[0] in LISTS:
        return all_of(words[0])
    if any(word in LISTS for word in words):
        raise WrongWordsError(
            N_("A list is either of one kind of record ({kinds}) or of records by their ids, not of both."),
            kinds=kinds,
        )
    return tuple(words)


def all_of(word: str) -> Question:
    """All records of a list; of the contacts those that the window lists as well."""
    return Question(groups=CONTACTS if word == "contacts" else (frozenset({LISTS[word]}),))


def readable(word: str) -> str:
    """An id of the command line; bytes in it that are no text would reach no database."""
    if not word.strip():
        raise WrongWordsError(N_("An id is empty. “wegweiser list contacts” shows the ids of the contact points."))
    return as_text(word)


def as_text(word: str) -> str:
    """A word without bytes that are no text."""
    return word.encode(errors="replace").decode()
