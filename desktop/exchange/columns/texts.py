"""Values as texts of one cell each, and back: what a person can read, as long as nothing is lost by it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from msgspec import ValidationError, convert

YES, NO = (
    frozenset({"ja", "j", "yes", "y", "wahr", "true", "1", "x"}),
    frozenset({"nein", "n", "no", "falsch", "false", "0"}),
)
_BETWEEN = ";"
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_GERMAN_DAY = re.compile(r"([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?([0-9]{4})")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:[. \u00a0][0-9]{3})+")


def json_of(value: Any) -> str:
    """JSON with letters as they are, unless there are signs that a table cannot hold."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return json.dumps(value, separators=(",", ":")) if _UNSEEN.search(text) else text


def is_plain(text: str) -> bool:
    """Whether a text holds no signs that steer machines, which a table could not hold as they are."""
    return text.isprintable() or _CONTROLS.search(text) is None


def text_cell(text: str) -> str:
    """A text as it is, in quotes where its beginning or its end would not be seen."""
    is_seen = text and text == text.strip() and not text.startswith('"')
    return text if is_seen and is_plain(text) else json_of(text)


def text_in(cell: str) -> str:
    """The text that a cell holds."""
    if cell.startswith('"') and cell.endswith('"'):
        try:
            found = json.loads(cell)
        except ValueError:
            return cell
        return found if isinstance(found, str) else cell
    return cell.strip()


def list_cell(texts: Sequence[str]) -> str:
    """Short texts side by side."""
    joined = f"{_BETWEEN} ".join(texts)
    return joined if is_plain(joined) and list_in(joined) == list(texts) else json_of(list(texts))


def list_in(cell: str) -> list[str]:
    """The short texts of a cell, apart by semicolons or by lines."""
    if cell.startswith("[") and (listed := _json_list(cell)) is not None:
        return listed
    parts = cell.replace("\n", _BETWEEN).split(_BETWEEN)
    return [found for part in parts if (found := part.strip())]


def _json_list(cell: str) -> list[str] | None:
    try:
        found: list[str] = convert(json.loads(cell), list[str])
    except (ValueError, ValidationError, RecursionError):
        return None
    return found


def day_in(cell: str) -> date:
    """A day as ISO 8601 or people write it; raises `ValueError`."""
    text = cell.strip()
    if found := _GERMAN_DAY.fullmatch(text):
        day, month, year = map(int, found.groups())
        return date(year, month, day)
    return date.fromisoformat(text[:10])


def whole_number_in(cell: str) -> int:
    """A whole number, also one with marks between its thousands; raises `ValueError`."""
    text = cell.strip()
    return int(re.sub(r"\D", "", text)) if _THOUSANDS.fullmatch(text) else int(text)


def number_in(cell: str) -> float:
    """A number with a point or a comma; raises `ValueError`."""
    return float(cell.strip().replace(",", "."))


def yes_or_no_in(cell: str) -> bool:
    """What a cell says; raises `ValueError`."""
    word = cell.strip().casefold()
    if word not in YES and word not in NO:
        raise ValueError(cell)
    return word in YES
