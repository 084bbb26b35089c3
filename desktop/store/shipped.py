"""The shipped records: a folder of TOML files read into a catalogue, or refused with file, record and field."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from desktop.domain.catalogue import Catalogue
from desktop.domain.contact import Location, Organization, Person
from desktop.domain.errors import InvalidRecordError
from desktop.domain.municipality import Municipality
from desktop.domain.partner import Network, Partner
from desktop.domain.phone import completed
from desktop.domain.practice import Practice
from desktop.domain.programme import Programme, Topic
from desktop.domain.provenance import Source
from desktop.domain.reach import Reachable
from desktop.domain.record import Record, Term
from desktop.domain.soundness import problems
from desktop.domain.synonym import Synonym
from desktop.store.data_file import Table, converted, read_table, refuse, tables_in
from desktop.store.summaries import Translations, read_translations


def read_shipped(folder: Path) -> Catalogue:
    """The catalogue in `folder`; raises `DataFileError` naming file, record and field at the first mistake."""
    head = read_table(folder, "catalogue.toml")
    lists = read_table(folder, "taxonomy.toml")
    files = _Reader(folder)
    records: list[Record] = []
    records += files.one("programme.toml", Programme, persons=True)
    records += files.folder("municipalities", Municipality)
    records += files.several("topics.toml", "topics", Topic)
    records += files.folder("contacts", Organization)
    records += files.folder("practices", Practice, persons=True)
    records += files.one("network.toml", Network)
    records += files.several("partners.toml", "partners", Partner)
    translations = read_translations(folder)
    catalogue = Catalogue(
        version=converted(head.get("version"), int, "catalogue.toml", "version"),
        sources=converted(head.get("sources"), tuple[Source, ...], "catalogue.toml", "sources"),
        subjects=_terms(lists, "subjects", translations),
        target_groups=_terms(lists, "target_groups", translations),
        records=_translated(records, translations),
        synonyms=_synonyms(folder, files.origin),
    )
    translations.refuse_unknown(catalogue)
    for problem in problems(catalogue):
        refuse(files.origin.get(problem.record_id, "?"), problem.record_id, problem.field, problem.msgid, problem.value)
    return catalogue


def _terms(lists: Table, key: str, translations: Translations) -> tuple[Term, ...]:
    terms: tuple[Term, ...] = converted(lists.get(key), tuple[Term, ...], "taxonomy.toml", key)
    return tuple(msgspec.structs.replace(term, translations=translations.of_term(term.id)) for term in terms)


def _translated(records: Iterable[Record], translations: Translations) -> tuple[Record, ...]:
    return tuple(msgspec.structs.replace(record, translations=translations.of_record(record.id)) for record in records)


def _synonyms(folder: Path, origin: dict[str, str]) -> tuple[Synonym, ...]:
    """The everyday words; each entry is named by the first of its words."""
    file, found = "synonyms.toml", []
    for table in tables_in(read_table(folder, file), "synonyms", file):
        words = table.get("words")
        name = str(words[0]) if isinstance(words, list) and words else "?"
        synonym: Synonym = converted(table, Synonym, file, name)
        found.append(synonym)
        origin[name] = file
    return tuple(found)


def shipped_version(folder: Path) -> int:
    """The version of the data in `folder`, without reading them."""
    version: int = converted(read_table(folder, "catalogue.toml").get("version"), int, "catalogue.toml", "version")
    return version


class _Reader:
    """Reads record files below one folder and remembers which file each record came from."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.origin: dict[str, str] = {}

    def folder(self, name: str, kind: type[Record], *, persons: bool = False) -> list[Record]:
        """All files of a sub-folder, one main record each."""
        paths = sorted((self._folder / name).glob("*.toml"))
        return [record for path in paths for record in self.one(f"{name}/{path.name}", kind, persons=persons)]

    def several(self, file: str, key: str, kind: type[Record]) -> list[Record]:
        """The records of a file that lists many of one kind."""
        return [self._record(table, kind, file) for table in tables_in(read_table(self._folder, file), key, file)]

    def one(self, file: str, kind: type[Record], *, persons: bool = False) -> list[Record]:
        """The main record of a file with the locations or persons that stand below it."""
        table = read_table(self._folder, file)
        nested: list[Record] = []
        main_id = table.get("id")
        if kind is Organization:
            for part in tables_in(table, "locations", file):
                nested.append(self._record({**part, "organization_id": main_id}, Location, file))
        if persons:
            for part in tables_in(table, "persons", file):
                nested.append(self._record({**part, "belongs_to": main_id}, Person, file))
        rest = {key: value for key, value in table.items() if key not in {"locations", "persons"}}
        return [self._record(rest, kind, file), *nested]

    def _record(self, table: Table, kind: type[Record], file: str) -> Record:
        record_id = str(table.get("id", "?"))
        record: Record = converted(table, kind, file, record_id)
        self.origin[record.id] = file
        return _with_numbers(record, file)


def _with_numbers(record: Record, file: str) -> Record:
    """The record with each phone completed by `phonenumbers`."""
    if not isinstance(record, Reachable):
        return record
    phones = []
    for place, phone in enumerate(record.phones):
        try:
            phones.append(completed(phone))
        except InvalidRecordError as error:
            refuse(file, record.id, f"phones[{place}].raw", error.message.msgid, phone.raw)
    return msgspec.structs.replace(record, phones=tuple(phones))
