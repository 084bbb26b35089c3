"""How vCards spell texts, names, numbers and addresses; the same for the code on paper and for files."""

import re
from itertools import takewhile

from desktop.domain.address import Address
from desktop.domain.phone import Phone

_LINE_BREAK = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_SPECIAL = re.compile(r"[\\,;]")


def escaped(text: str) -> str:
    """A value in which nothing has a meaning of its own, on one line."""
    visible = _CONTROL.sub("", text)
    return _LINE_BREAK.sub(r"\\n", _SPECIAL.sub(r"\\\g<0>", visible).strip())


def joined(*parts: str) -> str:
    """The parts of a value that has several."""
    return ";".join(map(escaped, parts))


def name_parts(name: str) -> tuple[str, str, str]:
    """Family name, given names and title: titles end with a full stop, what is part of a family name begins small."""
    words = name.split()
    titles = list(takewhile(lambda word: word.endswith("."), words[:-1]))
    rest = words[len(titles) :]
    at = len(rest) - 1
    while at > 1 and rest[at - 1][0].islower():
        at -= 1
    return " ".join(rest[at:]), " ".join(rest[:at]), " ".join(titles)


def dialled(phone: Phone) -> str:
    """The number as a telephone dials it; 110 or 116117 have no form with a country code."""
    return phone.e164 if phone.e164 and phone.text.startswith(("0", "+")) else phone.text


def street_of(address: Address) -> str:
    """What stands above the town."""
    *before, _ = address.lines()
    return ", ".join(before)


def town_of(address: Address) -> str:
    """The town with its district."""
    return f"{address.town}-{address.district}" if address.district else address.town
