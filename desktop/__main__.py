"""`python -m desktop` and the command `wegweiser`: a window, or one command without a display."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.cli.terminal import Terminal


def main(argv: Sequence[str] | None = None) -> int:
    """The exit code; Qt is imported only for the window, and nothing of the window for a command."""
    try:
        return _carried_out(argv)
    except KeyboardInterrupt:
        return 130  # before there was a language to say so in


def _carried_out(argv: Sequence[str] | None) -> int:
    from desktop import i18n, settings
    from desktop.app.paths import paths_for
    from desktop.app.policy_place import policy_for
    from desktop.cli.arguments import first_look, parser
    from desktop.cli.terminal import Terminal

    first = first_look(argv)
    paths = paths_for(first.data_dir)
    paths.take_along()
    policy = policy_for(paths, first.policy)
    remembered, notice = settings.load(paths.settings)
    settled = settings.under(policy, remembered)
    tr = i18n.load(paths.translations, first.language or settled.language)
    terminal = Terminal(tr)
    whole = parser(tr, terminal)
    if first.file is not None and first.surplus:
        whole.error(f"unrecognized arguments: {' '.join(first.surplus)}")
    arguments = whole.parse_args(first.words)
    if arguments.is_version:
        return terminal.carry_out(lambda: _tell_version(terminal))
    if arguments.command is None:
        from desktop.app.run import run

        return run(paths, remembered, tr, policy.notice() or notice, policy, first.file)
    for told in (policy.notice() if arguments.command != "check" else None, notice):
        if told is not None:
            terminal.complain(told.in_words(tr))

    def command() -> int:
        from desktop.app.headless import Here, run_command

        code = run_command(arguments, Here(paths, settled, policy, tr), terminal)
        if code or not getattr(arguments, "window", False):
            return code
        from desktop.app.trial import window_opens

        return window_opens(paths, remembered, tr, terminal, policy)

    return terminal.carry_out(command)


def _tell_version(terminal: "Terminal") -> int:
    from desktop.services.about import program_version

    terminal.say(f"Wegweiser {program_version()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
