"""The shipped translations reach the database whole, and a slip in them is told with file, entry and field."""

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from desktop.domain.catalogue import Catalogue
from desktop.domain.errors import DataFileError
from desktop.domain.vocabulary import Kind
from desktop.i18n import DATA_LANGUAGE, PAPER_LANGUAGES
from desktop.store.opening import make_ready
from desktop.store.shipped import read_shipped
from desktop.store.unit_of_work import Store
from tests.support.dossiers import dossier_of
from tests.support.older import age
from tests.support.places import SHIPPED

LANGUAGES = sorted(PAPER_LANGUAGES.keys() - {DATA_LANGUAGE})


def test_every_contact_point_and_practice_has_its_sentence_in_every_language(catalogue: Catalogue) -> None:
    told = [record for record in catalogue.records if record.KIND in (Kind.LOCATION, Kind.PRACTICE)]
    assert len(told) == 24
    for record in told:
        assert [translation.language for translation in record.translations] == LANGUAGES, record.id


def test_every_topic_and_target_group_has_a_name_in_every_language(catalogue: Catalogue) -> None:
    for term in (*catalogue.subjects, *catalogue.target_groups):
        assert [translation.language for translation in term.translations] == LANGUAGES, term.id


def test_what_nobody_has_checked_is_not_called_checked(catalogue: Catalogue) -> None:
    assert not any(one.is_checked for record in catalogue.records for one in record.translations)


def test_the_database_gives_a_record_with_its_translated_terms(database: Path, catalogue: Catalogue) -> None:
    wanted = [record for record in catalogue.records if record.KIND is Kind.LOCATION]
    store = Store(database)
    with store.reading() as unit:
        found = unit.dossiers.find(record.id for record in wanted)
    store.close()
    for dossier, record in zip(found, wanted, strict=True):
        shipped = dossier_of(record)
        assert dossier.record.translations == record.translations
        for terms, others in ((dossier.subjects, shipped.subjects), (dossier.target_groups, shipped.target_groups)):
            assert [(term.name, term.translations) for term in terms] == [
                (term.name, term.translations) for term in others
            ]


def test_a_database_from_before_gets_the_translations(database: Path, catalogue: Catalogue) -> None:
    age(database, "0003")
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("UPDATE shipped SET body = json_remove(body, '$.translations')")
        connection.execute("UPDATE state SET value = '1' WHERE key = 'shipped_version'")
        connection.commit()
    make_ready(database, SHIPPED)
    store = Store(database)
    with store.reading() as unit:
        found = unit.records.find("bamf-koeln")
    store.close()
    assert found == next(record for record in catalogue.records if record.id == "bamf-koeln")


def test_a_person_who_checked_is_named(tmp_path: Path) -> None:
    folder = _with(tmp_path, 'language = "ar"\n[[translations]]\nid = "bamf"\ntext = "x"\n' + _CHECK)
    record = next(record for record in read_shipped(folder).records if record.id == "bamf")
    (translation,) = [one for one in record.translations if one.language == "ar"]
    assert (translation.checked_on, translation.checked_by) == (date(2026, 11, 1), "N. Haddad")


_CHECK = 'checked_on = 2026-11-01\nchecked_by = "N. Haddad"\n'
_ENTRY = '[[translations]]\nid = "bamf"\ntext = "x"\n'
_TERM = '[[terms]]\nid = "asyl"\nname = "x"\n'


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('language = "ku"\n' + _ENTRY, r"summaries/ar\.toml.*language"),
        ('language = "de"\n' + _ENTRY, r"summaries/ar\.toml.*language"),
        ('language = "fa"\n' + _ENTRY, r"summaries/ar\.toml.*language"),
        (_ENTRY, r"summaries/ar\.toml.*language"),
        ('language = "ar"\n[[translations]]\nid = "bamfi"\ntext = "x"\n', r"ar\.toml.*bamfi.*id"),
        ('language = "ar"\n[[terms]]\nid = "asil"\nname = "x"\n', r"ar\.toml.*asil.*id"),
        ('language = "ar"\n' + _ENTRY * 2, r"ar\.toml.*bamf.*id.*twice"),
        ('language = "ar"\n' + _TERM * 2, r"ar\.toml.*asyl.*id.*twice"),
        ('language = "ar"\n[[translations]]\nid = "bamf"\ntext = ""\n', r"ar\.toml.*bamf.*text"),
        (f'language = "ar"\n[[translations]]\nid = "bamf"\ntext = "{"x" * 1001}"\n', r"ar\.toml.*bamf.*text"),
        ('language = "ar"\n' + _ENTRY + "checked_on = 2026-11-01\n", r"ar\.toml.*bamf.*day and the person"),
        ('language = "ar"\n' + _TERM + 'text = "x"\n', r"ar\.toml.*asyl.*text"),
        ('language = "ar"\nsentences = 1\n', r"ar\.toml.*sentences"),
    ],
)
def test_a_slip_in_a_translation_is_refused(tmp_path: Path, content: str, told: str) -> None:
    with pytest.raises(DataFileError, match=told):
        read_shipped(_with(tmp_path, content))


def _with(tmp_path: Path, content: str) -> Path:
    """The shipped data with another file of Arabic translations."""
    folder = Path(shutil.copytree(SHIPPED, tmp_path / "data"))
    (folder / "summaries" / "ar.toml").write_text(content, encoding="utf-8")
    return folder
