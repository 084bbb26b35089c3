"""Nothing in the README is untrue that a machine can check."""

import re
from pathlib import Path

import pytest

from desktop.cli.arguments import parser
from desktop.cli.opening import first_look
from desktop.cli.terminal import Terminal
from desktop.i18n import load
from tests.support.places import ROOT, TRANSLATIONS


@pytest.fixture(scope="module")
def readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


def _tree(readme: str) -> list[Path]:
    """The paths that the tree names; lines of the package are indented below it."""
    block = readme.split("```")[1]
    found = []
    for line in block.strip().splitlines():
        name = line.removeprefix("├─ ").removeprefix("└─ ").split()[0]
        found.append(ROOT / "desktop" / name if line.startswith(("├─", "└─")) else ROOT / name)
    return found


def test_everything_in_the_tree_exists(readme: str) -> None:
    assert len(_tree(readme)) > 10
    for path in _tree(readme):
        assert path.exists(), path


def test_every_file_and_picture_that_it_names_exists(readme: str) -> None:
    named = set(re.findall(r"`((?:desktop|data|resources|packaging|tests)/[^`<>*]*)`", readme))
    named |= set(re.findall(r"!\[[^]]*\]\(([^)]+)\)", readme))
    assert named
    for name in named:
        assert (ROOT / name).exists(), name


def test_every_command_is_understood(readme: str) -> None:
    tr = load(TRANSLATIONS, "de")
    understands = parser(tr, Terminal(tr))
    commands = re.findall(r"^\| `wegweiser ?([^`]*)`", readme, re.MULTILINE)
    assert len(commands) >= 8
    for command in commands:
        understands.parse_args(first_look(command.split()).words)


def test_the_gate_runs_the_command_for_the_tests(readme: str) -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "sed -n 's/^    \\(.*python -m tests\\)$/\\1/p' README.md" in script
    assert len(re.findall(r"^    .*python -m tests$", readme, re.MULTILINE)) == 1
