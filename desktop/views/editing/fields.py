"""What a form can ask for: small descriptions of fields that know nothing of widgets."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any

from msgspec import Struct

from desktop.domain.errors import Message
from desktop.domain.vocabulary import Kind, Taxonomy

Path = tuple[str | int, ...]
"""The way to a field: `("name",)`, `("phones", 0, "raw")`."""
Values = Mapping[str, Any]
Check = Callable[[str], Message | None]
"""What is wrong with a text that is not empty."""


class Problem(Struct, frozen=True):
    """What is wrong with a field."""

    path: Path
    message: Message


class Field(Struct, frozen=True, kw_only=True):
    """A field by its name in the record; `label` is a message where the name says too little, `hint` another one."""

    name: str
    label: str = ""
    hint: str = ""
    is_required: bool = False


class Line(Field, frozen=True, kw_only=True):
    """One line of text; `clean` takes off what people paste along."""

    longest: int = 300
    check: Check | None = None
    clean: Callable[[str], str] | None = None


class Prose(Field, frozen=True, kw_only=True):
    """Text of several lines."""

    longest: int = 10_000


class Choice(Field, frozen=True, kw_only=True):
    """A value of a closed list; one with a `default` always has a value."""

    options: type[StrEnum]
    default: str | None = None


class YesNo(Field, frozen=True, kw_only=True):
    """Yes, no or unknown."""


class Day(Field, frozen=True, kw_only=True):
    """A full date; one that is `is_partial` may be a month or a year."""

    is_partial: bool = False


class Time(Field, frozen=True, kw_only=True):
    """Hours and minutes."""


class Number(Field, frozen=True, kw_only=True):
    """A number between two others."""

    lowest: float
    highest: float
    is_whole: bool = True


class Names(Field, frozen=True, kw_only=True):
    """Several short texts, one a line."""

    longest: int = 300
    check: Check | None = None


class Terms(Field, frozen=True, kw_only=True):
    """Entries of one of the two closed lists."""

    taxonomy: Taxonomy


class Records(Field, frozen=True, kw_only=True):
    """Other records, of some kinds or of any; `is_one` allows a single one."""

    kinds: frozenset[Kind] = frozenset(Kind)
    is_one: bool = False


class Place(Field, frozen=True, kw_only=True):
    """A field of the record itself, or a part of one; `kind` and `names` say which fields there are."""

    kind: Kind
    names: tuple[str, ...]


class Shown(Field, frozen=True, kw_only=True):
    """What a form shows and does not change."""


class Parts(Field, frozen=True, kw_only=True):
    """Several small things, each with fields of its own; `one` is the message for what one of them is.

    `check` looks at one part, `check_all` at all of them together.
    """

    one: str
    fields: tuple[Field, ...]
    shape: type[Struct]
    check: Callable[[Values], Iterator[tuple[str, Message]]] | None = None
    check_all: Callable[[Sequence[Values]], Iterator[tuple[int, str, Message]]] | None = None


class Section(Struct, frozen=True):
    """A page of a form; `title` is a message."""

    title: str
    fields: tuple[Field, ...]
