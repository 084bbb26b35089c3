"""The manual as it lies on the disk: a text a chapter, and a list that says in which order they stand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop.i18n import DATA_LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from desktop.pages.blocks import Drawn
    from desktop.pages.manual.chapter import Chapter

CONTENTS = "contents.txt"
PICTURES = "pictures"


class Manual:
    """Reads the chapters once; in a language that has no manual it is the German one."""

    def __init__(self, folder: Path, language: str) -> None:
        own = folder / language
        self._texts_folder = own if own.is_dir() else folder / DATA_LANGUAGE
        self._pictures = folder / PICTURES

    def chapters(self, spelled: Callable[[str], str], made: Mapping[str, Sequence[Drawn]]) -> tuple[Chapter, ...]:
        """All chapters in their order; `spelled` writes keys as the system does, `made` are parts by their names."""
        from desktop.pages.manual.reading import Hand, chapter, title_of

        texts = {key: self._file(key).read_text(encoding="utf-8") for key in self._keys()}
        titles = {key: title_of(text) for key, text in texts.items()}
        hand = Hand(self._pictures, spelled, titles, made)
        return tuple(chapter(key, text, hand) for key, text in texts.items())

    def _file(self, key: str) -> Path:
        """The text of a chapter; one that is read without the program too is Markdown, and its name says so."""
        markdown = self._texts_folder / f"{key}.md"
        return markdown if markdown.is_file() else self._texts_folder / f"{key}.txt"

    def _keys(self) -> list[str]:
        return (self._texts_folder / CONTENTS).read_text(encoding="utf-8").split()
