"""Everything the program says is said in German, and what stands on paper in every language of clients."""

import gettext
import string
from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from desktop.i18n import PAPER_LANGUAGES
from tests.support.catalogues import extracted
from tests.support.places import ROOT, TRANSLATIONS

LANGUAGES = pytest.mark.parametrize("language", sorted(PAPER_LANGUAGES.keys() - {"en"}))
FORMS = {"ar": 6, "bg": 2, "de": 2, "fa": 2, "fr": 2, "pl": 3, "ro": 3, "ru": 3, "tr": 2, "uk": 3}
COUNTS = {  # which form stands for which count (CLDR)
    "ar": {0: 0, 1: 1, 2: 2, 3: 3, 10: 3, 11: 4, 99: 4, 100: 5, 102: 5, 103: 3},
    "bg": {0: 1, 1: 0, 2: 1},
    "de": {0: 1, 1: 0, 2: 1},
    "fa": {0: 0, 1: 0, 2: 1},
    "fr": {0: 0, 1: 0, 2: 1},
    "pl": {0: 2, 1: 0, 2: 1, 5: 2, 12: 2, 22: 1, 25: 2},
    "ro": {0: 1, 1: 0, 2: 1, 19: 1, 20: 2, 101: 1},
    "ru": {0: 2, 1: 0, 2: 1, 5: 2, 11: 2, 21: 0, 22: 1},
    "tr": {1: 0, 2: 1},
    "uk": {0: 2, 1: 0, 2: 1, 5: 2, 11: 2, 21: 0, 22: 1},
}


def _catalogue(language: str) -> Catalog:
    with (TRANSLATIONS / language / "LC_MESSAGES" / "wegweiser.po").open("rb") as file:
        return read_po(file)


def _singular(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _forms(message: Message) -> list[tuple[str, str]]:
    """Pairs of what the code says and what the catalogue says."""
    if isinstance(message.id, str):
        return [(message.id, str(message.string))]
    return [(message.id[min(at, 1)], form) for at, form in enumerate(message.string or ())]


def _gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def _typography(original: str, translated: str) -> None:
    assert '"' not in translated, original
    assert "..." not in translated, original
    assert " - " not in translated, original


def test_every_language_of_paper_has_a_catalogue() -> None:
    assert {path.name for path in TRANSLATIONS.iterdir()} == PAPER_LANGUAGES.keys() - {"en"}


@LANGUAGES
def test_every_message_is_translated_and_none_is_left_over(language: str) -> None:
    said = {_singular(message) for message in extracted(language) if message.id}
    known = {_singular(message) for message in _catalogue(language) if message.id}
    assert said - known == set()
    assert known - said == set()


@LANGUAGES
def test_every_message_is_finished_and_fills_the_same_gaps(language: str) -> None:
    for message in _catalogue(language):
        if not message.id:
            continue
        assert not message.fuzzy, message.id
        for original, translated in _forms(message):
            assert translated, original
            wanted = _gaps(original)
            assert wanted - {"count"} <= _gaps(translated) <= wanted | {"count"}, original


@LANGUAGES
def test_every_plural_has_the_forms_of_its_language(language: str) -> None:
    catalogue = _catalogue(language)
    assert catalogue.num_plurals == FORMS[language]
    chosen: Callable[[int], int] = gettext.c2py(catalogue.plural_expr)
    assert {count: chosen(count) for count in COUNTS[language]} == COUNTS[language]
    plurals = [message for message in catalogue if message.id and not isinstance(message.id, str)]
    assert plurals
    assert {len(message.string or ()) for message in plurals} == {FORMS[language]}


@LANGUAGES
def test_every_language_uses_typographic_signs(language: str) -> None:
    for message in _catalogue(language):
        for original, translated in _forms(message) if message.id else []:
            _typography(original, translated)


def test_no_compiled_catalogue_is_committed() -> None:
    ignored = Path(ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert "*.mo" in ignored
