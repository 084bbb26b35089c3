"""JSON of any length read value by value, so that little of it is in memory at a time."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple, NoReturn

from desktop.domain.errors import N_, ForeignFileError

MOST_PIECES = 2_000_000
MOST_SIGNS = 4 * 1024 * 1024
"""So long may a single value be, the largest record being some 50,000 signs."""
_CHUNK = 256 * 1024
_LONGEST_WORD = 16
_BLANK = re.compile(r"[ \t\r\n]*")
_NO_TEXT = re.compile(r"\\u(?:[dD][89a-fA-F]|0000)")
"""Halves of signs, and the sign that ends texts elsewhere: what might hold one is looked at closely."""
_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")
"""The sign itself; behind a backslash that stands for one, the letters are a text like any other."""
_DAMAGED = N_("The file is damaged or ends too early (near character {at}). Please have it written once more.")
_NO_UTF_8 = N_("The file is not written in UTF-8, as JSON must be. Please have it saved as UTF-8.")
_TOO_LONG = N_("The file holds a single value of more than {most} characters. That is no list of records.")
_TOO_DEEP = N_("The file is nested too deeply. That is no list of records.")
_TOO_MANY = N_("The file holds more than {most} values. Please have it divided into several files.")
_NO_LIST = N_("The file holds no list of records. Please choose another file.")


class Piece(NamedTuple):
    """A value with the name it stands under at the top, if any, and its place among those of that name, from 1."""

    key: str
    place: int
    value: Any


def pieces(file: BinaryIO) -> Iterator[Piece]:
    """Every element of the lists at the top of a JSON text, and every other value there as one piece.

    Raises `ForeignFileError` where the text is damaged or goes beyond a limit.
    """
    text = _Text(file)
    opening = text.next_sign()
    if opening == "[":
        yield from text.elements("")
    elif opening == "{":
        yield from text.members()
    else:
        raise ForeignFileError(_NO_LIST)
    if text.next_sign():
        text.fail()


class _Text:
    """What is held of the file: the signs from `_at` on are not read yet."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._decode = codecs.getincrementaldecoder("utf-8-sig")()
        self._json = json.JSONDecoder(parse_constant=self.fail)
        self._held = ""
        self._at = 0
        self._before = 0
        self._is_over = False
        self._count = 0

    def next_sign(self) -> str:
        """The next sign that is not blank, taken; nothing at the end."""
        while True:
            end = self._blanks_end()
            if end < len(self._held):
                self._at = end + 1
                return self._held[end]
            self._at = end
            if not self._read_on():
                return ""

    def members(self) -> Iterator[Piece]:
        """What stands in the object that has just been opened."""
        sign = self.next_sign()
        while sign != "}":
            self._at -= 1
            key = self._value()
            if sign != '"' or self.next_sign() != ":":
                self.fail()
            if self.next_sign() == "[":
                yield from self.elements(key)
            else:
                self._at -= 1
                yield self._piece(key, 1)
            sign = self._after_value("}")

    def elements(self, key: str) -> Iterator[Piece]:
        """What stands in the list that has just been opened."""
        sign, place = self.next_sign(), 0
        while sign != "]":
            self._at -= 1
            place += 1
            yield self._piece(key, place)
            sign = self._after_value("]")

    def fail(self, *_: object) -> NoReturn:
        """Refuse the file as damaged."""
        raise ForeignFileError(_DAMAGED, at=self._before + self._at)

    def _after_value(self, closing: str) -> str:
        """The sign that begins the next value, or the one that closes."""
        sign = self.next_sign()
        if sign == closing:
            return sign
        following = self.next_sign() if sign == "," else ""
        if not following or following in "]}":
            self.fail()
        return following

    def _piece(self, key: str, place: int) -> Piece:
        self._count += 1
        if self._count > MOST_PIECES:
            raise ForeignFileError(_TOO_MANY, most=MOST_PIECES)
        return Piece(key, place, self._value())

    def _value(self) -> Any:
        """The value at the next sign; more is read until it is there as a whole and something follows it."""
        while True:
            try:
                value, end = self._json.raw_decode(self._held, self._blanks_end())
            except RecursionError as error:
                raise ForeignFileError(_TOO_DEEP) from error
            except ValueError as error:
                self._refuse_damage(error)
                end, value = len(self._held), None
            if end - self._at > MOST_SIGNS:
                raise ForeignFileError(_TOO_LONG, most=MOST_SIGNS)
            if end < len(self._held):
                self._refuse_half_signs(value, end)
                self._at = end
                return value
            if not self._read_on():
                self.fail()

    def _refuse_damage(self, error: ValueError) -> None:
        """What cannot be read may only be cut off: then it ends where what is held of the file does."""
        if not isinstance(error, json.JSONDecodeError):
            self.fail()
        is_cut_off = error.msg.startswith("Unterminated") or error.pos > len(self._held) - _LONGEST_WORD
        if not is_cut_off:
            self._at = error.pos
            self.fail()

    def _refuse_half_signs(self, value: Any, end: int) -> None:
        if _NO_TEXT.search(self._held, self._at, end):
            shown = json.dumps(value, ensure_ascii=False)
            if _NUL.search(shown) or any("\ud800" <= sign <= "\udfff" for sign in shown):
                self.fail()

    def _blanks_end(self) -> int:
        found = _BLANK.match(self._held, self._at)
        assert found is not None
        return found.end()

    def _read_on(self) -> bool:
        """Hold more of the file, twice as much where a long value is waited for; whether there was any."""
        if self._is_over:
            return False
        left = self._held[self._at :]
        read = self._file.read(max(_CHUNK, len(left)))
        try:
            more = self._decode.decode(read, final=not read)
        except UnicodeDecodeError as error:
            raise ForeignFileError(_NO_UTF_8) from error
        self._is_over = not read
        self._before += self._at
        self._held, self._at = left + more, 0
        return True
