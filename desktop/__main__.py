"""`python -m desktop` and the command `wegweiser`: a window, or one command without a display."""

import sys
from collections.abc import Sequence


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

        return run_command(arguments, paths, tr)
    from desktop.app.run import run

    return run(paths, remembered, tr, notice)


if __name__ == "__main__":
    sys.exit(main())
