"""Whatever the library for catalogues reads in a compiled one is read here too, only later."""

import gettext
from pathlib import Path

import pytest

from desktop.domain.errors import Message
from desktop.i18n import PAPER_LANGUAGES, load
from tests.support.catalogues import extracted
from tests.support.places import TRANSLATIONS


@pytest.mark.parametrize("language", [language for language in PAPER_LANGUAGES if language != "en"])
def test_every_message_is_said_as_the_library_says_it(language: str) -> None:
    tr, library = load(TRANSLATIONS, language), gettext.translation("wegweiser", TRANSLATIONS, [language])
    for message in extracted():
        if isinstance(message.id, str):
            assert tr(message.id) == library.gettext(message.id) or not message.id
            continue
        one, many = message.id
        assert tr(one) == library.gettext(one)
        for count in (0, 1, 2, 3, 5, 11, 21, 100, 111):
            said = library.ngettext(one, many, count)
            assert tr.plural(one, many, count, **dict.fromkeys(_gaps(said), "x")) == said.format_map(
                {**dict.fromkeys(_gaps(said), "x"), "count": count}
            )


def test_what_no_catalogue_knows_is_said_as_it_was_written() -> None:
    tr = load(TRANSLATIONS, "de")
    assert tr("Nobody ever said this {count}.", count=3) == "Nobody ever said this 3."
    assert tr.plural("{count} thing unheard of", "{count} things unheard of", 2) == "2 things unheard of"


@pytest.mark.parametrize(
    ("language", "written"), [("de", "25.000"), ("en", "25,000"), ("fr", "25\u00a0000"), ("uk", "25\u00a0000")]
)
def test_a_count_is_written_as_the_language_writes_numbers(language: str, written: str) -> None:
    tr = load(TRANSLATIONS, language)
    assert tr.number(25_000) == written
    assert tr.plural("{count} thing unheard of", "{count} things unheard of", 25_000).startswith(written)
    assert tr("Nobody ever said this {count} in {year}.", count=25_000, year=2026).endswith(f"{written} in 2026.")


def test_the_desk_reads_how_many_rows_an_import_has_with_the_mark() -> None:
    tr = load(TRANSLATIONS, "de")
    said = tr.plural("{count} row is added", "{count} rows are added", 25_000)
    assert said == "25.000 Zeilen werden neu aufgenommen"
    assert tr.plural("{count} row is added", "{count} rows are added", 999).startswith("999 Zeilen")


def test_a_count_in_an_error_is_written_like_any_other_and_for_programs_as_it_is() -> None:
    told = Message("There are more than {count} cards in this file. Please divide it into several files.", count=50_000)
    assert "mehr als 50.000 Karten" in told.in_words(load(TRANSLATIONS, "de"))
    assert "more than 50000 cards" in told.in_words(str)


def test_a_language_without_a_catalogue_speaks_english() -> None:
    assert load(TRANSLATIONS, "xx")("Search") == "Search"


def test_a_file_that_is_no_catalogue_is_named_and_not_read(tmp_path: Path) -> None:
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "wegweiser.mo").write_bytes(b"no catalogue, but long enough to be read as one")
    with pytest.raises(ValueError, match=r"wegweiser\.mo is no compiled catalogue"):
        load(tmp_path, "de")


def _gaps(text: str) -> list[str]:
    from string import Formatter

    return [name for _, name, _, _ in Formatter().parse(text) if name and name != "count"]
