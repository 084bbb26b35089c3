"""What the manual of the administration says of policies is true."""

import re
from pathlib import Path

import pytest

from desktop.cli.arguments import parser
from desktop.cli.terminal import Terminal
from desktop.i18n import load
from desktop.pages.blocks import Code, Fields
from desktop.pages.manual.chapter import CHAPTER, Chapter
from desktop.pages.manual.finding import texts_of
from desktop.policy.rules import SECTIONS
from desktop.services.manual import Manual
from tests.support.places import ROOT, TRANSLATIONS
from tests.support.policies import policy_of

KEYS = {f"{section}.{key}" for section, kind in SECTIONS.items() for key in kind.__struct_fields__}


@pytest.fixture(scope="module")
def chapters() -> dict[str, Chapter]:
    found = Manual(ROOT / "resources" / "manual", "de").chapters(lambda keys: keys, {})
    return {chapter.key: chapter for chapter in found}


def labels(chapter: Chapter) -> list[str]:
    tables = [block for block in chapter.blocks if isinstance(block, Fields)]
    return [field.label.strip("„“") for table in tables for field in table.fields]


def test_every_key_of_a_policy_stands_in_the_table_once_and_no_other(chapters: dict[str, Chapter]) -> None:
    named = [label for label in labels(chapters["administration-policy"]) if label.partition(".")[0] in SECTIONS]
    assert sorted(named) == sorted(KEYS)


def test_the_example_is_followed_in_all_its_lines(chapters: dict[str, Chapter], tmp_path: Path) -> None:
    (example,) = (block for block in chapters["administration-policy"].blocks if isinstance(block, Code))
    policy = policy_of(tmp_path, example.text)
    assert policy.faults == ()
    assert {key for key, _ in policy.rules.set_keys()} == KEYS - {"pin.hash"}


def test_every_command_of_the_table_is_understood(chapters: dict[str, Chapter]) -> None:
    tr = load(TRANSLATIONS, "de")
    understands = parser(tr, Terminal(tr))
    commands = [label for label in labels(chapters["administration-check"]) if label.startswith("wegweiser ")]
    assert len(commands) >= 8
    for command in commands:
        understands.parse_args(command.split()[1:])


def test_every_file_of_the_data_folder_that_is_named_is_one_of_the_program(chapters: dict[str, Chapter]) -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "desktop").rglob("*.py"))
    named = labels(chapters["administration"])
    for name in ("wegweiser.sqlite", "settings.json", "backups", "drafts", "signing-key.pem"):
        assert name in named
        assert f'"{name}"' in sources


def test_no_head_of_a_table_stands_among_its_rows(chapters: dict[str, Chapter]) -> None:
    for key in ("administration", "administration-check", "administration-policy"):
        assert not [label for label in labels(chapters[key]) if label == "---"]


def test_the_folder_of_the_chapters_is_the_one_that_goes_into_the_program(chapters: dict[str, Chapter]) -> None:
    spec = (ROOT / "packaging" / "wegweiser.spec").read_text(encoding="utf-8")
    (carried,) = re.findall(r'"carried"\), "([\w/]+)"\)', spec)
    told = " ".join(text for _, text in texts_of(chapters["administration"].blocks))
    assert f"„_internal/{carried}/resources/manual/de“" in told
    assert f" „{carried}/resources/manual/de“" in told


def test_a_link_that_markdown_shows_has_the_title_of_its_chapter(chapters: dict[str, Chapter]) -> None:
    folder = ROOT / "resources" / "manual" / "de"
    for file in folder.glob("administration*.md"):
        links = re.findall(r"\[([^]]+)\]\(([^)]+)\)", file.read_text(encoding="utf-8"))
        assert len(links) >= 2
        for title, name in links:
            assert (folder / name).is_file()
            assert chapters[Path(name).stem].title == title
        shown = chapters[file.stem].blocks[-1]
        assert isinstance(shown, Fields)
        assert [value.target for value in shown.fields[0].values] == [
            f"{CHAPTER}{Path(name).stem}" for _, name in links
        ]


def test_the_chapters_are_markdown_that_is_read_without_the_program() -> None:
    folder = ROOT / "resources" / "manual" / "de"
    for file in sorted(folder.glob("administration*.md")):
        lines = file.read_text(encoding="utf-8").splitlines()
        assert lines[0].startswith("# ")
        assert lines.count("```") == sum(line.startswith("```") and line != "```" for line in lines)
        assert not [line for line in lines if line.startswith(("= ", "! ", "@", "words:"))]
        heads = [number for number, line in enumerate(lines) if line == "| --- | --- |"]
        assert heads
        assert all(lines[number - 1].startswith("| ") and lines[number - 2] == "" for number in heads)
