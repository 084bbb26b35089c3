"""Telephone numbers of cells: several in one, and with words beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from desktop.domain.cleaning import clean_phone
from desktop.domain.errors import N_, InvalidRecordError
from desktop.domain.phone import Phone, completed, ordinary
from desktop.domain.vocabulary import PhoneKind

_BETWEEN = re.compile(r"\s*(?:[;,\n|]|:::|\b(?:oder|und|or|and)\b)\s*", re.IGNORECASE)
_SLASH = re.compile(r"\s*/\s*")
_ORDINARY = re.compile(r"0[1-9][0-9]*(?:[ /-][0-9]+)*", re.ASCII)
_WITH_WORDS = re.compile(
    r"(?P<before>[^\d+(]*)(?P<number>[+(]?[\d][\d\s()/.–-]*\d)\s*[(\[,–-]*\s*(?P<after>[^\d]*?)[)\]\s]*"
)
_CUT = re.compile(r"[0-9][.,][0-9]+E\+?[0-9]+", re.IGNORECASE)
_LABELS = re.compile(r"^(?:tel(?:efon)?|fon|fax|telefax|mobil|handy|phone|durchwahl)?[\s.:]*$", re.IGNORECASE)
_DIGIT = re.compile("[0-9]")
_FEWEST = 3
_MOST = 20
"""So many numbers may stand in one cell."""
_WHOLE = 6
"""More digits than these before a slash are a number of their own, not an area code."""


class Numbers(NamedTuple):
    """The numbers of a cell, and what in it is none, with the reason."""

    phones: list[Phone]
    refused: list[tuple[str, InvalidRecordError]]


def numbers_in(text: str, kind: PhoneKind) -> Numbers:
    """The numbers of a cell in their order."""
    text = text.strip()
    if "/" not in text and (phone := ordinary(text, kind)) is not None:  # most are, and this takes half the time
        return Numbers([phone], [])
    found = Numbers([], [])
    for count, piece in enumerate(_pieces(text)):
        if count == _MOST:
            found.refused.append((piece, InvalidRecordError(N_("There are too many numbers in this cell."))))
            break
        try:
            found.phones.append(_number(piece, kind))
        except InvalidRecordError as error:
            found.refused.append((piece, error))
    return found


def _number(piece: str, kind: PhoneKind) -> Phone:
    if _CUT.fullmatch(piece):
        raise InvalidRecordError(N_("Excel has shortened this number. Set the column to “Text” and type it anew."))
    raw, label = piece, None
    if _ORDINARY.fullmatch(piece) is None:
        if len(_DIGIT.findall(piece)) < _FEWEST:
            raise InvalidRecordError(N_("This is not a telephone number."))
        raw = clean_phone(piece)
        if (beside := _WITH_WORDS.fullmatch(raw)) is not None:
            raw = beside["number"]
            words = " ".join(word for word in (beside["before"], beside["after"]) if not _LABELS.match(word))
            label = words.strip(" .:,()[]–-")[:100] or None
    return completed(Phone(raw=raw, kind=kind, label=label))


def _pieces(text: str) -> Iterator[str]:
    if _CUT.fullmatch(text):
        yield text
        return
    for piece in _BETWEEN.split(text):
        first, *others = _SLASH.split(piece)
        if others and len(_DIGIT.findall(first)) > _WHOLE:
            yield from filter(None, (first, *others))
        elif piece:
            yield piece
