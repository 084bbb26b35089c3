"""The first look at the command line, which is all that is needed where the window is to be opened.

A file may stand in the place of a command: `wegweiser FILE`, as file managers say it.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from desktop.i18n import LANGUAGES


class FirstLook(NamedTuple):
    """What must be known before anything can be said in a language.

    `words` is the command line without the file; `surplus` is what stands behind the file and is no option, `unknown`
    the options before a command that are none. One that `is_plain` asks for the window and for nothing else.
    """

    data_dir: Path | None = None
    language: str | None = None
    words: Sequence[str] = ()
    file: Path | None = None
    surplus: Sequence[str] = ()
    policy: Path | None = None
    is_plain: bool = False
    unknown: Sequence[str] = ()


def first_look(argv: Sequence[str] | None) -> FirstLook:
    """Where the data lie, which language and which file are wanted, before anything can be said in that language."""
    words = sys.argv[1:] if argv is None else list(argv)
    found = _looked_at(words)
    words, file = without_file(words, found.surplus)
    if file is None:
        return found
    return _looked_at(words)._replace(file=file)  # options may stand behind the file as well


def _looked_at(words: Sequence[str]) -> FirstLook:
    look = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    look.add_argument("--data-dir", type=named)
    look.add_argument("--policy", type=named)
    look.add_argument("--language", choices=LANGUAGES)
    for known in (("--version",), ("-h", "--help")):
        look.add_argument(*known, action="store_true", dest="is_question")
    look.add_argument("rest", nargs=argparse.REMAINDER)  # a command may have a language of its own
    try:
        found, others = look.parse_known_args(words)
    except argparse.ArgumentError:
        return FirstLook(words=words)  # the real parser says what is wrong
    is_plain = not (found.rest or others or found.is_question)
    return FirstLook(found.data_dir, found.language, words, None, found.rest, found.policy, is_plain, others)


def named(text: str) -> Path:
    """A place that has a name."""
    if not text:
        raise ValueError(text)
    return Path(text)


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
