"""A command line that is explained, and refused, in the program's language."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from functools import partial
from typing import Any, NoReturn

from typing_extensions import override

from desktop.cli.terminal import OK, WRONG_USE, Terminal
from desktop.domain.errors import N_
from desktop.i18n import Translate

_REASONS = (
    (r"the following arguments are required: (?P<names>.+)", N_("{names} is missing.")),
    (
        r"argument (?P<name>.+?): not allowed with argument (?P<other>.+)",
        N_("{name} and {other} do not go together. Please give only one of them."),
    ),
    (r"unrecognized arguments: (?P<words>.+)", N_("This is too much or unknown: {words}.")),
    (
        r"argument (?P<name>.+?): invalid choice: (?P<value>.+) \(choose from (?P<first>\d+)(, \d+)+, (?P<last>\d+)\)",
        N_("{name} cannot be {value}. Possible: {first} to {last}."),
    ),
    (
        r"argument (?P<name>.+?): invalid choice: (?P<value>.+) \(choose from (?P<choices>.+)\)",
        N_("{name} cannot be {value}. Possible: {choices}."),
    ),
    (
        r"argument (?P<name>.+?): invalid positive value: (?P<value>.+)",
        N_("{name} cannot be {value}. Possible: whole numbers from 1."),
    ),
    (r"argument (?P<name>.+?): invalid \S+ value: (?P<value>.+)", N_("{name} cannot be {value}.")),
    (r"argument (?P<name>.+?): expected .+", N_("A value is missing after {name}.")),
    (r"argument (?P<name>.+?): ignored explicit argument (?P<value>.+)", N_("{name} takes no value.")),
    (r"ambiguous option: (?P<name>.+) could match (?P<choices>.+)", N_("{name} may mean several: {choices}.")),
)
"""What argparse says, and how it is said here; it takes its own words from catalogues that are nobody's.

A word that is no `positive` is one to it as that function is called.
"""
_OTHERWISE = N_("The command line cannot be understood: {words}")


def too_much(words: Iterable[str]) -> str:
    """That some words are too much, as argparse says it."""
    return f"unrecognized arguments: {' '.join(words)}"


def positive(text: str) -> int:
    """A whole number from 1; raises `ValueError`."""
    if (number := int(text)) < 1:
        raise ValueError(text)
    return number


class Parser(argparse.ArgumentParser):
    """An `ArgumentParser` that takes its words from a `Translate`; parsers of commands are made by `commands`."""

    def __init__(self, tr: Translate, terminal: Terminal, prog: str, description: str | None = None) -> None:
        super().__init__(
            prog=prog, description=description, add_help=False, formatter_class=partial(_Formatter, tr("Usage: "))
        )
        self._tr = tr
        self._terminal = terminal
        self.words = self.add_argument_group(tr("Arguments"))
        self.options = self.add_argument_group(tr("Options"))
        self.options.add_argument("-h", "--help", action="help", help=tr("show this help"))

    def command(self, among: argparse._SubParsersAction[Parser], name: str, told: str) -> Parser:
        """A parser for one of the commands."""
        return among.add_parser(name, help=told, description=told)

    @override
    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """Refuse what is too much where the help of the command that it stands behind can be named."""
        found, surplus = super().parse_known_args(args, namespace)
        if surplus:
            self.error(too_much(surplus))
        return found, surplus

    @override
    def print_help(self, file: object = None) -> None:
        if code := self._terminal.carry_out(self._explain):
            raise SystemExit(code)

    @override
    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        raise SystemExit(self._terminal.carry_out(lambda: status))

    @override
    def error(self, message: str) -> NoReturn:
        """Refuse in one line, with the place where more is told."""
        self._terminal.complain(f"{self._in_words(message)} {self._more()}")
        self.exit(WRONG_USE)

    def _explain(self) -> int:
        self._terminal.say(self.format_help().rstrip())
        return OK

    def _more(self) -> str:
        return self._tr("“{command}” explains more.", command=f"{self.prog} --help")

    def _in_words(self, message: str) -> str:
        for pattern, msgid in _REASONS:
            if found := re.fullmatch(pattern, message, re.DOTALL):
                return self._tr(msgid, **{name: _plain(value) for name, value in found.groupdict().items()})
        return self._tr(_OTHERWISE, words=message)


class _Formatter(argparse.HelpFormatter):
    def __init__(self, usage_word: str, prog: str) -> None:
        super().__init__(prog)
        self._usage_word = usage_word

    @override
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, self._usage_word if prefix is None else prefix)


def _plain(value: str) -> str:
    """Words as a person reads them, without Python's quotes."""
    return re.sub(r"'([^']*)'", r"\1", value) or "''"
