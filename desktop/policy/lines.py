"""In which line of a TOML file a key stands: tomllib does not tell."""

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

Keys = tuple[str, ...]
_ENDS = frozenset("'\"]}")
"""A statement of several lines ends in one that has any of these."""


def lines_of(text: str) -> dict[Keys, int]:
    """The lines of all sections and keys, from 1, of a text that is TOML."""
    found: dict[Keys, int] = {}
    section: Keys = ()
    for line, statement in _statements(text):
        values = tomllib.loads(statement)
        if statement.lstrip().startswith("["):
            section = _deepest(values)
            found.setdefault(section, line)
        else:
            for keys in _paths(values):
                found.setdefault(section + keys, line)
    return found


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Each statement with the line that it begins in: as many lines as it takes to be TOML by itself."""
    held: list[str] = []
    for number, line in enumerate(text.splitlines(keepends=True), start=1):
        held.append(line)
        if len(held) > 1 and not _ENDS.intersection(line):
            continue
        statement = "".join(held)
        try:
            is_something = bool(tomllib.loads(statement))
        except tomllib.TOMLDecodeError:
            continue
        if is_something:
            yield number - len(held) + 1, statement
        held = []


def _deepest(values: Mapping[str, Any]) -> Keys:
    """The keys of a head like `[a.b]` or `[[a.b]]`."""
    keys: Keys = ()
    inner: Any = values
    while isinstance(inner, dict) and inner:
        (key, inner), *_ = inner.items()
        keys += (key,)
    return keys


def _paths(values: Mapping[str, Any]) -> Iterator[Keys]:
    """The keys of a statement and of what stands within it."""
    for key, value in values.items():
        yield (key,)
        if isinstance(value, dict):
            yield from ((key, *keys) for keys in _paths(value))
