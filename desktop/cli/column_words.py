"""What the columns of a table are taken for: proposed, said on the command line, and told."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from desktop.cli.wanted import WrongWordsError
from desktop.domain.errors import N_
from desktop.i18n import LANGUAGES

if TYPE_CHECKING:
    from desktop.i18n import Translate
    from desktop.services.importing.opening import TableFile

_NO_COLUMN = N_("The table has no column “{name}”. Its columns: {columns}.")
_NO_TARGET = N_(
    "“{name}” is nothing that a column can mean. Nearest to it: {targets}. All meanings are the headings of"
    " “wegweiser export --format csv”."
)
_NO_PAIR = N_("“{text}” does not say what a column means: write COLUMN=MEANING, or COLUMN= to pass it over.")
_NEAREST = 5
_NAMING = frozenset({"name", "organization", "person", "given_name", "family_name"})


def mapped(found: TableFile, usual: Sequence[str | None], pairs: Sequence[str], language: str) -> list[str | None]:
    """The meanings of the columns, with those that were asked for."""
    mapping = list(usual)
    for pair in pairs:
        name, sign, target = pair.rpartition("=")
        if not sign:
            raise WrongWordsError(_NO_PAIR, text=pair)
        if name not in found.table.header:
            raise WrongWordsError(_NO_COLUMN, name=name, columns=", ".join(found.table.header))
        mapping[found.table.header.index(name)] = _meant(target, language) if target else None
    return mapping


def _meant(word: str, language: str) -> str:
    """The meaning that a word or a heading names; raises `WrongWordsError` with the nearest ones."""
    from desktop.services.importing.opening import targets

    keys = dict(targets(language))
    labels = {label.casefold(): key for one in LANGUAGES for key, label in reversed(targets(one))}
    if word in keys or word.casefold() in labels:
        return word if word in keys else labels[word.casefold()]
    own = {name.casefold(): name for name in (*keys, *keys.values())}
    near = difflib.get_close_matches(word.casefold(), own, _NEAREST, cutoff=0)
    raise WrongWordsError(_NO_TARGET, name=word, targets=", ".join(own[name] for name in near))


def column_lines(found: TableFile, mapping: Sequence[str | None], tr: Translate) -> Iterator[str]:
    """Each column with what it is taken for."""
    from desktop.services.importing.opening import target_name

    for name, target in zip(found.table.header, mapping, strict=False):
        meaning = target_name(target, tr.language) if target else tr("not taken over")
        yield tr("Column “{name}”: {meaning}", name=name, meaning=meaning)


def has_name(mapping: Sequence[str | None]) -> bool:
    """Whether any column tells what the records are called."""
    return not _NAMING.isdisjoint(mapping)
