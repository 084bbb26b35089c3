"""Everything the program says is said in German, with the same gaps to fill, and nothing is left over."""

import string
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from tests.support.catalogues import extracted
from tests.support.places import ROOT, TRANSLATIONS


@pytest.fixture(scope="module")
def said() -> set[str]:
    """The messages in the code; of a plural the singular."""
    return {_singular(message) for message in extracted() if message.id}


@pytest.fixture(scope="module")
def german() -> Catalog:
    path = TRANSLATIONS / "de" / "LC_MESSAGES" / "wegweiser.po"
    with path.open("rb") as file:
        return read_po(file)


def _singular(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _forms(message: Message) -> list[tuple[str, str]]:
    """Pairs of what the code says and what German says."""
    if isinstance(message.id, str):
        return [(message.id, str(message.string))]
    return [(message.id[min(at, 1)], form) for at, form in enumerate(message.string or ())]


def _gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_message_has_a_german_one_and_none_is_left_over(said: set[str], german: Catalog) -> None:
    known = {_singular(message) for message in german if message.id}
    assert said - known == set()
    assert known - said == set()


def test_every_german_message_is_finished_and_fills_the_same_gaps(german: Catalog) -> None:
    for message in german:
        if not message.id:
            continue
        assert not message.fuzzy, message.id
        for original, translated in _forms(message):
            assert translated, original
            assert _gaps(translated) <= _gaps(original) | {"count"}, original


def test_german_uses_german_typography(german: Catalog) -> None:
    for message in german:
        for original, translated in _forms(message) if message.id else []:
            assert '"' not in translated, original
            assert "..." not in translated, original
            assert " - " not in translated, original


def test_no_compiled_catalogue_is_committed() -> None:
    ignored = Path(ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert "*.mo" in ignored
