"""Nothing in the manual is untrue that a machine can check."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from PIL import Image
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from desktop.i18n import Translate
from desktop.pages.blocks import Fields, Paragraph, Picture, Steps
from desktop.pages.manual.chapter import CHAPTER, Chapter
from desktop.pages.manual.reading import KEY
from desktop.services.manual import CONTENTS, PICTURES, Manual
from desktop.views.help.dialog_keys import EVERYWHERE, PLACES
from desktop.views.help.places import DIALOGS, PARTS, START
from desktop.views.manual.window import HELP, KEYS
from tests.support.person import Person
from tests.support.places import ROOT, TRANSLATIONS

FOLDER = ROOT / "resources" / "manual"
FILES = (path for path in sorted((FOLDER / "de").iterdir()) if path.suffix in (".txt", ".md"))
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in FILES}
CHAPTERS = {key: text for key, text in TEXTS.items() if f"{key}.txt" != CONTENTS}
MOST_BYTES = 1_000_000
SHORTEST_WORDS = 30


@pytest.fixture(scope="module")
def chapters() -> tuple[Chapter, ...]:
    return Manual(FOLDER, "de").chapters(lambda keys: keys, {KEYS: ()})


def pictures(chapters: tuple[Chapter, ...]) -> list[Picture]:
    return [block for chapter in chapters for block in chapter.blocks if isinstance(block, Picture)]


def plain(text: str) -> str:
    """A label as it is read."""
    return text.replace("&", "").removesuffix(" …").strip()


def quoted(text: str) -> list[str]:
    """What a chapter quotes of the program."""
    return re.findall(r"„([^“]+)“", " ".join(text.split()))


def test_every_chapter_is_in_the_contents_once(chapters: tuple[Chapter, ...]) -> None:
    assert sorted(chapter.key for chapter in chapters) == sorted(CHAPTERS)


def test_every_picture_is_there_has_words_for_it_and_is_shown() -> None:
    named = re.findall(r"!\[([^]]*)\]\(([^)]+)\)", "\n".join(CHAPTERS.values()))
    assert {file for _, file in named} == {path.name for path in (FOLDER / PICTURES).iterdir()}
    assert 6 <= len(named) <= 10
    assert all(len(words) >= SHORTEST_WORDS for words, _ in named)


def test_pictures_are_small(chapters: tuple[Chapter, ...]) -> None:
    assert sum(one.path.stat().st_size for one in pictures(chapters)) < MOST_BYTES
    for one in pictures(chapters):
        with Image.open(one.path) as picture:
            assert picture.width <= 1200


def test_every_link_leads_to_another_chapter(chapters: tuple[Chapter, ...]) -> None:
    keys = {chapter.key for chapter in chapters}
    for chapter in chapters:
        targets = {
            str(value.target).removeprefix(CHAPTER)
            for block in chapter.blocks
            if isinstance(block, Fields)
            for field in block.fields
            for value in field.values
            if value.target
        }
        assert targets <= keys - {chapter.key}


def test_every_chapter_says_something_and_has_everyday_words(chapters: tuple[Chapter, ...]) -> None:
    for chapter in chapters:
        assert chapter.title
        assert chapter.words
        assert any(isinstance(block, Paragraph | Steps) for block in chapter.blocks)


def test_every_place_that_f1_is_pressed_at_has_its_chapter() -> None:
    assert {START, KEYS, HELP, *DIALOGS.values(), *PARTS.values()} <= set(CHAPTERS)


def test_every_dialog_of_the_program_has_its_chapter() -> None:
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "desktop" / "views").rglob("*.py")]
    pairs = [pair for source in sources for pair in re.findall(r"^class (\w+)\((\w*Dialog)\)", source, re.MULTILINE)]
    only_to_build_upon = {base for _, base in pairs}
    assert {name for name, _ in pairs} - only_to_build_upon == set(DIALOGS)


def keys_of_the_program(person: Person) -> set[str]:
    shortcuts = [keys for action in person.window.findChildren(QAction) for keys in action.shortcuts()]
    places = [key for place in (EVERYWHERE, *PLACES) for keys, _ in place.keys for key in keys]
    return {keys.toString() for keys in shortcuts} | {QKeySequence(key).toString() for key in places}


def test_every_key_that_is_named_is_a_key_of_the_program(person: Person) -> None:
    known = keys_of_the_program(person)
    for key, text in CHAPTERS.items():
        named = {QKeySequence(found).toString() for found in KEY.findall(text)}
        assert named <= known, key


def test_every_command_that_is_named_stands_in_that_menu(person: Person) -> None:
    menus = {
        (plain(menu.title()), plain(action.text()))
        for menu in person.window.menuBar().findChildren(QMenu)
        for action in menu.actions()
    }
    named = [words for text in CHAPTERS.values() for words in quoted(text) if " → " in words]
    assert named
    for words in named:
        menu, _, command = words.partition(" → ")
        assert (menu, plain(command)) in menus


def test_every_label_that_is_quoted_is_one_of_the_program(tr: Translate) -> None:
    with (TRANSLATIONS / "de" / "LC_MESSAGES" / "wegweiser.po").open("rb") as file:
        said = {plain(str(message.string)) for message in read_po(file)}
    for key, text in CHAPTERS.items():
        labels = {plain(words) for words in quoted(text) if " → " not in words}
        assert labels <= said, key


def test_german_is_set_with_care() -> None:
    for key, text in CHAPTERS.items():
        words = text.partition("words:")[2] or text
        assert '"' not in words, key
        assert "..." not in words, key
        assert " - " not in re.sub(r"^- ", "", words, flags=re.MULTILINE), key
        said = re.sub(r"`[^`]*`", "", words)  # an option may be called --data-dir
        assert not re.search(r"\b(du|dein|dir|dich)\b", said), key


def test_the_manual_travels_with_the_program() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert '"resources" = "desktop/carried/resources"' in project
    assert (FOLDER / "de" / CONTENTS).is_file()


def test_another_language_without_a_manual_gets_the_german_one() -> None:
    assert Manual(FOLDER, "en").chapters(lambda keys: keys, {})[0].title == "Erste Schritte"


def test_a_chapter_more_is_one_file_and_one_line(tmp_path: Path) -> None:
    folder = tmp_path / "de"
    folder.mkdir()
    (folder / CONTENTS).write_text("map\n", encoding="utf-8")
    (folder / "map.txt").write_text("# Die Karte\n\nZwölf Kommunen.\n", encoding="utf-8")
    (chapter,) = Manual(tmp_path, "de").chapters(lambda keys: keys, {})
    assert (chapter.key, chapter.title) == ("map", "Die Karte")
