"""A file in the place of a command: `wegweiser FILE`, as file managers say it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class FirstLook(NamedTuple):
    """What must be known before anything can be said in a language.

    `words` is the command line without the file; `surplus` is what stands behind the file and is no option.
    """

    data_dir: Path | None = None
    language: str | None = None
    words: Sequence[str] = ()
    file: Path | None = None
    surplus: Sequence[str] = ()
    policy: Path | None = None


def without_file(words: Sequence[str], rest: Sequence[str]) -> tuple[list[str], Path | None]:
    """The command line without the file that it names, and the file; `rest` is its end from the first plain word on.

    A name has a dot or a separator in it, which no command has; behind `--` any name is one, be it `--help`.
    """
    at = len(words) - len(rest)
    is_plain = list(rest[:1]) == ["--"]
    name = next(iter(rest[is_plain:]), "")
    if not (name and (is_plain or _is_name(name))):
        return list(words), None
    return [*words[:at], *words[at + is_plain + 1 :]], Path(name).absolute()


def _is_name(word: str) -> bool:
    return any(mark in word for mark in (".", os.sep, os.altsep or os.sep))
