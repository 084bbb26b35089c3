"""The shipped translations: a file a language with the one-sentence summaries and the names of the closed lists."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct

from desktop.domain.catalogue import Catalogue
from desktop.domain.errors import N_
from desktop.domain.record import RecordId
from desktop.domain.translation import Sentence, Translation
from desktop.i18n import DATA_LANGUAGE, PAPER_LANGUAGES
from desktop.store.data_file import converted, read_table, refuse, tables_in

_FOLDER = "summaries"
_KEYS = {"language", "translations", "terms"}
_NOT_THERE = N_("There is no such record: “{value}”.")
_NOT_LISTED = N_("“{value}” is not in the list.")


class _Summary(Struct, forbid_unknown_fields=True):
    """An entry of `translations`."""

    id: RecordId
    text: Sentence
    checked_on: date | None = None
    checked_by: str | None = None


class _Name(Struct, forbid_unknown_fields=True):
    """An entry of `terms`."""

    id: RecordId
    name: Sentence
    checked_on: date | None = None
    checked_by: str | None = None


_Found = Mapping[str, Mapping[RecordId, Translation]]


class Translations:
    """What the files say, by file and id."""

    def __init__(self, summaries: _Found, terms: _Found) -> None:
        self._summaries = summaries
        self._terms = terms

    def of_record(self, record_id: RecordId) -> tuple[Translation, ...]:
        """The summary of a record in each language."""
        return _of(record_id, self._summaries)

    def of_term(self, term_id: RecordId) -> tuple[Translation, ...]:
        """The name of a term in each language."""
        return _of(term_id, self._terms)

    def refuse_unknown(self, catalogue: Catalogue) -> None:
        """Refuse a file that translates what is not there; raises `DataFileError`."""
        records = {record.id for record in catalogue.records}
        terms = {term.id for term in (*catalogue.subjects, *catalogue.target_groups)}
        for found, known, reason in ((self._summaries, records, _NOT_THERE), (self._terms, terms, _NOT_LISTED)):
            for file, entries in found.items():
                for unknown in sorted(entries.keys() - known):
                    refuse(file, unknown, "id", reason, unknown)


def read_translations(folder: Path) -> Translations:
    """The translations in `folder`; raises `DataFileError` naming file, entry and field at the first mistake."""
    summaries: dict[str, dict[RecordId, Translation]] = defaultdict(dict)
    terms: dict[str, dict[RecordId, Translation]] = defaultdict(dict)
    for path in sorted((folder / _FOLDER).glob("*.toml")):
        file = f"{_FOLDER}/{path.name}"
        content = read_table(folder, file)
        language = _language(content.get("language"), path.stem, file)
        for key in sorted(content.keys() - _KEYS):
            refuse(file, "", key, N_("There is no field “{value}” here; is it a slip?"), key)
        for table in tables_in(content, "translations", file):
            summary: _Summary = converted(table, _Summary, file, str(table.get("id", "?")))
            _put(summaries[file], summary, summary.text, language, file)
        for table in tables_in(content, "terms", file):
            name: _Name = converted(table, _Name, file, str(table.get("id", "?")))
            _put(terms[file], name, name.name, language, file)
    return Translations(summaries, terms)


def _language(value: object, stem: str, file: str) -> str:
    """The language of a file, which is also its name; German is what is translated."""
    if value not in PAPER_LANGUAGES.keys() - {DATA_LANGUAGE} or value != stem:
        refuse(file, "", "language", N_("{value} is not one of the allowed words."), repr(value))
    return stem


def _put(entries: dict[RecordId, Translation], entry: _Summary | _Name, text: str, language: str, file: str) -> None:
    if entry.id in entries:
        refuse(file, entry.id, "id", N_("This id stands twice."), entry.id)
    values = {"language": language, "text": text, "checked_on": entry.checked_on, "checked_by": entry.checked_by}
    entries[entry.id] = converted(values, Translation, file, entry.id)


def _of(wanted: RecordId, found: _Found) -> tuple[Translation, ...]:
    entries: Iterable[Mapping[RecordId, Translation]] = found.values()
    return tuple(each[wanted] for each in entries if wanted in each)
