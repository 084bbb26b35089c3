"""`python -m desktop` and the command `wegweiser`: a window, or one command without a display."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.app.start import Start
    from desktop.cli.terminal import Terminal


def main(argv: Sequence[str] | None = None) -> int:
    """The exit code; Qt is imported only for the window, and nothing of the window for a command."""
    try:
        return _carried_out(argv)
    except KeyboardInterrupt:
        return 130  # before there was a language to say so in


def _carried_out(argv: Sequence[str] | None) -> int:
    from desktop.app.start import start_with
    from desktop.cli.opening import first_look

    first = first_look(argv)
    start = start_with(first.data_dir, first.policy, first.language)
    if first.is_plain:
        return _opened(start, first.file)
    from desktop.cli.arguments import parser
    from desktop.cli.parsing import too_much
    from desktop.cli.terminal import Terminal

    terminal = Terminal(start.tr)
    whole = parser(start.tr, terminal)
    if surplus := first.unknown or (first.file is not None and first.surplus):
        whole.error(too_much(surplus))
    arguments = whole.parse_args(first.words)
    if arguments.is_version:
        return terminal.carry_out(lambda: _tell_version(terminal))
    if arguments.command is None:
        return _opened(start, first.file)
    from desktop.app.headless import carried_out

    return terminal.carry_out(lambda: carried_out(arguments, start, terminal))


def _opened(start: "Start", file: "Path | None") -> int:
    from desktop.app.run import run

    return run(start, file)


def _tell_version(terminal: "Terminal") -> int:
    from desktop.services.about import program_version

    terminal.say(f"Wegweiser {program_version()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
