"""What people type for days, times and numbers, read as records keep it; `None` for what cannot be read."""

import re
from datetime import date

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_GERMAN = re.compile(r"(?:(?:(\d{1,2})\.\s*)?(\d{1,2})\.\s*)?(\d{4})")
_TIME = re.compile(r"(\d{1,2})(?:\s*[:.,]?\s*(\d{2}))?\s*(?:uhr|h)?", re.IGNORECASE)


def day(text: str, *, is_partial: bool = False) -> str | None:
    """A date written `23.11.2026` or `2026-11-23`; in part `11.2026` or `2026`."""
    if found := _ISO.fullmatch(text.strip()):
        year, month, at = found.groups()
    elif found := _GERMAN.fullmatch(text.strip()):
        at, month, year = found.groups()
    else:
        return None
    if at is None and not is_partial:
        return None
    try:
        date(int(year), int(month or 1), int(at or 1))
    except ValueError:
        return None
    return "-".join((year, *(f"{int(part):02}" for part in (month, at) if part)))


def time(text: str) -> str | None:
    """A time of day written `8`, `8.30`, `0830` or `8:30 Uhr`."""
    if (found := _TIME.fullmatch(text.strip())) is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if minute > 59 or hour > 24 or (hour == 24 and minute):
        return None
    return f"{hour:02}:{minute:02}"


def number(text: str, *, is_whole: bool) -> float | int | None:
    """A number with a comma or a point before its decimals; a whole one may have marks between thousands."""
    bare = "".join(text.split())
    if is_whole:
        bare = re.sub(r"(?<=\d)[.,](?=\d{3}(?:\D|$))", "", bare)
        return int(bare) if re.fullmatch(r"[0-9]{1,12}", bare) else None
    return float(bare.replace(",", ".")) if re.fullmatch(r"-?[0-9]{1,9}([.,][0-9]{1,12})?", bare) else None
