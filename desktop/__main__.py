"""`python -m desktop` and the command `wegweiser`: a window, or one command without a display."""

import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper


def main(argv: Sequence[str] | None = None) -> int:
    """The exit code; Qt is imported only for the window, and nothing of the window for a command."""
    from desktop import cli, i18n, settings
    from desktop.app.paths import paths_for

    first = cli.first_look(argv)
    paths = paths_for(first.data_dir)
    remembered, notice = settings.load(paths.settings)
    tr = i18n.load(paths.translations, first.language or remembered.language)
    arguments = cli.parser(tr).parse_args(argv)
    if arguments.command is not None:
        from desktop.app.headless import run_command

        return _piped(lambda: run_command(arguments, paths, tr))
    from desktop.app.run import run

    return run(paths, remembered, tr, notice)


def _piped(command: Callable[[], int]) -> int:
    """Run a command whose reader may have gone, or may not know every letter."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = command()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing is left to say at exit
        return 1
    return code


if __name__ == "__main__":
    sys.exit(main())
