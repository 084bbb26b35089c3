"""Values of cells as texts: what a workbook holds as a number or a day, and signs that no text may hold."""

import re
from datetime import date, datetime, time

from desktop.domain.halves import without_controls

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_HALF = range(0xD800, 0xE000)
_EXACT = 1e15
"""Up to here every whole number has a value of its own."""
_ERRORS = frozenset({"#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#DIV/0!", "#GETTING_DATA", "#NV"})


def clean(cell: str) -> str:
    """A text with line ends of one kind and without signs that steer machines."""
    if cell.isprintable():
        return cell
    return without_controls(cell.replace("\r\n", "\n").replace("\r", "\n"))


def is_error(value: object) -> bool:
    """Whether a spreadsheet could not work out the value."""
    return isinstance(value, str) and value in _ERRORS


def text_of(value: object) -> str:
    """The value of a cell as a person would type it, numbers without loss and days as ISO 8601 has them."""
    match value:
        case None:
            return ""
        case str():
            return clean(_ESCAPED.sub(_sign, value) if "_x" in value else value)
        case bool():
            return "ja" if value else "nein"
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < _EXACT else repr(value)
        case datetime():
            is_day = value.time() == time()
            return value.date().isoformat() if is_day else value.isoformat(" ", "minutes")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat("minutes")
    return str(value)


def _sign(found: re.Match[str]) -> str:
    """Excel writes signs that XML cannot hold, and underscores before such a spelling, by their numbers."""
    code = int(found[1], 16)
    return found[0] if code in _HALF else chr(code)
