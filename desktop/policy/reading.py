"""Reads a policy strictly: each key by itself, so that one fault takes no other key with it, and none is passed over.

Whatever might have asked for a PIN and cannot be understood seals the records.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from desktop.domain.errors import N_, ExpectedError, Message
from desktop.domain.halves import printable
from desktop.i18n import LANGUAGES, PAPER_LANGUAGES
from desktop.policy.policy import Fault, Policy
from desktop.policy.rules import SECTIONS, Rules, demand

MOST_BYTES = 64_000
_GONE = N_("There is no such file.")
_NO_RIGHT = N_("This account has no right to read the file.")
_RING = N_("The file is a link that leads in a circle.")
_UNREADABLE = N_("The file cannot be read: its drive does not give it.")
_NO_FILE = N_("It is a folder or a device, not a file.")
_TOO_LARGE = N_("The file is larger than 64 kB.")
_NO_UTF8 = N_("The file is not written in UTF-8.")
_NO_TOML = N_("TOML does not allow what stands here.")
_TOO_DEEP = N_("It is nested too deeply.")
_NO_SECTION = N_("There is no section “{name}”. Possible: {names}.")
_NO_KEY = N_("There is no key “{name}” in “{section}”. Possible: {names}.")
_WRONG = N_("“{name}” has a value that is not possible. {demand}")
_PLACE = re.compile(r"at line (\d+), column \d+")
_LONGEST_NAME = 60
Problem = tuple[tuple[str, ...], Message]
"""The keys that something is wrong with, and what that is."""


def read_policy(file: Path) -> Policy:
    """The policy in a file that is there; what cannot be followed is among its faults."""
    try:
        text = _text(file)
        return _understood(file, text, _values(text))
    except _UnreadableError as error:
        return Policy(file=file, faults=(error.fault,), is_sealed=True)


class _UnreadableError(ExpectedError):
    """Nothing of the file can be followed."""

    def __init__(self, msgid: str, line: int | None = None, **params: object) -> None:
        super().__init__(msgid, **params)
        self.fault = Fault(line, self.message)


def _text(file: Path) -> str:
    """What the file holds; a pipe would keep the start waiting."""
    try:
        if file.exists() and not file.is_file():
            raise _UnreadableError(_NO_FILE)
        with file.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise _UnreadableError(_GONE) from error
    except (OSError, RuntimeError) as error:  # Python before 3.13 raises the latter for links in a ring
        raise _UnreadableError(_why(error)) from error
    if len(content) > MOST_BYTES:
        raise _UnreadableError(_TOO_LARGE)
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise _UnreadableError(_NO_UTF8, content.count(b"\n", 0, error.start) + 1) from error


def _why(error: Exception) -> str:
    if isinstance(error, PermissionError):
        return _NO_RIGHT
    is_ring = isinstance(error, RuntimeError) or getattr(error, "errno", None) == errno.ELOOP
    return _RING if is_ring else _UNREADABLE


def _values(text: str) -> Mapping[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        raise _UnreadableError(_NO_TOML, int(place[1]) if place else text.count("\n") + 1) from error
    except (RecursionError, ValueError) as error:
        raise _UnreadableError(_TOO_DEEP) from error


def _understood(file: Path, text: str, values: Mapping[str, Any]) -> Policy:
    rules, problems = Rules(), list[Problem]()
    for section, content in values.items():
        if section not in SECTIONS or not isinstance(content, dict):
            names = ", ".join(SECTIONS)
            problems.append(((section,), Message(_NO_SECTION, name=printable(section, _LONGEST_NAME), names=names)))
            continue
        rules, found = _section(rules, section, content)
        problems += found
    if not problems:
        return Policy(file=file, rules=rules)
    from desktop.policy.lines import lines_of

    lines = lines_of(text)
    faults = sorted((Fault(lines.get(keys), reason) for keys, reason in problems), key=lambda fault: fault.line or 0)
    is_sealed = any(keys[0] == "pin" or keys[0] not in SECTIONS for keys, _ in problems)
    return Policy(file=file, rules=rules, faults=tuple(faults), is_sealed=is_sealed)


def _section(rules: Rules, section: str, content: Mapping[str, Any]) -> tuple[Rules, list[Problem]]:
    """The rules with all of a section that can be followed, and what cannot, by its keys."""
    kind, found = SECTIONS[section], getattr(rules, section)
    problems: list[Problem] = []
    for key, value in content.items():
        if key not in kind.__struct_fields__:
            names = ", ".join(kind.__struct_fields__)
            reason = Message(_NO_KEY, name=printable(key, _LONGEST_NAME), section=section, names=names)
            problems.append(((section, key), reason))
        elif _is_possible(kind, section, key, value):
            found = replace(found, **{key: value})
        else:
            reason = Message(_WRONG, name=key, demand=demand(f"{section}.{key}"))
            problems.append(((section, key), reason))
    return replace(rules, **{section: found}), problems


def _is_possible(kind: type[msgspec.Struct], section: str, key: str, value: object) -> bool:
    try:
        msgspec.convert({key: value}, kind, strict=True)
    except (ValueError, RecursionError):
        return False
    return all(_rules_beyond_types(f"{section}.{key}", value))


def _rules_beyond_types(key: str, value: object) -> Iterator[bool]:
    """Whether each rule holds that no type can tell."""
    if isinstance(value, str):
        yield "\0" not in value
    match key, value:
        case "window.language", str():
            yield value in LANGUAGES
        case "printing.language", str():
            yield value in PAPER_LANGUAGES
        case (("packages.folder" | "backups.folder"), str()):
            yield Path(value).is_absolute()
        case "pin.hash", str():
            from desktop.domain.pin import is_readable

            yield is_readable(value)
