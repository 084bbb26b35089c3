"""The shipped records: a folder of TOML files read into a catalogue, or refused with file, record and field."""

import re
import tomllib
from pathlib import Path
from typing import Any, NoReturn

import msgspec

from desktop.domain.catalogue import Catalogue, problems
from desktop.domain.contact import Location, Organization, Person
from desktop.domain.errors import N_, DataFileError, InvalidRecordError, Message
from desktop.domain.municipality import Municipality
from desktop.domain.partner import Network, Partner
from desktop.domain.phone import completed
from desktop.domain.practice import Practice
from desktop.domain.programme import Programme, Topic
from desktop.domain.provenance import Source
from desktop.domain.record import Record, Term
from desktop.domain.synonym import Synonym

Table = dict[str, Any]

_MAX_FILE_BYTES = 4 * 1024 * 1024
_REASONS = (
    (r"Object missing required field `(?P<value>.+?)`", N_("The field “{value}” is missing.")),
    (r"Object contains unknown field `(?P<value>.+?)`", N_("There is no field “{value}” here; is it a slip?")),
    (r"Invalid enum value (?P<value>.+?)(?: - at|$)", N_("{value} is not one of the allowed words.")),
    (r"Expected `str` matching regex", N_("The value does not have the expected form.")),
    (r"Expected `(?P<value>.+?)`, got", N_("A value of the type “{value}” is expected here.")),
    (r"Expected `(?P<value>.+?)`", N_("A value of the type “{value}” is expected here.")),
)


def read_shipped(folder: Path) -> Catalogue:
    """The catalogue in `folder`; raises `DataFileError` naming file, record and field at the first mistake."""
    head = _table(folder, "catalogue.toml")
    lists = _table(folder, "taxonomy.toml")
    files = _Reader(folder)
    records: list[Record] = []
    records += files.one("programme.toml", Programme, persons=True)
    records += files.folder("municipalities", Municipality)
    records += files.several("topics.toml", "topics", Topic)
    records += files.folder("contacts", Organization)
    records += files.folder("practices", Practice, persons=True)
    records += files.one("network.toml", Network)
    records += files.several("partners.toml", "partners", Partner)
    catalogue = Catalogue(
        version=_converted(head.get("version"), int, "catalogue.toml", "version"),
        sources=_converted(head.get("sources"), tuple[Source, ...], "catalogue.toml", "sources"),
        subjects=_converted(lists.get("subjects"), tuple[Term, ...], "taxonomy.toml", "subjects"),
        target_groups=_converted(lists.get("target_groups"), tuple[Term, ...], "taxonomy.toml", "target_groups"),
        records=tuple(records),
        synonyms=_synonyms(folder, files.origin),
    )
    for problem in problems(catalogue):
        _refuse(
            files.origin.get(problem.record_id, "?"), problem.record_id, problem.field, problem.msgid, problem.value
        )
    return catalogue


def _synonyms(folder: Path, origin: dict[str, str]) -> tuple[Synonym, ...]:
    """The everyday words; each entry is named by the first of its words."""
    file, found = "synonyms.toml", []
    for table in _tables(_table(folder, file), "synonyms", file):
        words = table.get("words")
        name = str(words[0]) if isinstance(words, list) and words else "?"
        synonym: Synonym = _converted(table, Synonym, file, name)
        found.append(synonym)
        origin[name] = file
    return tuple(found)


def shipped_version(folder: Path) -> int:
    """The version of the data in `folder`, without reading them."""
    version: int = _converted(_table(folder, "catalogue.toml").get("version"), int, "catalogue.toml", "version")
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
        return [self._record(table, kind, file) for table in _tables(_table(self._folder, file), key, file)]

    def one(self, file: str, kind: type[Record], *, persons: bool = False) -> list[Record]:
        """The main record of a file with the locations or persons that stand below it."""
        table = _table(self._folder, file)
        nested: list[Record] = []
        main_id = table.get("id")
        if kind is Organization:
            for part in _tables(table, "locations", file):
                nested.append(self._record({**part, "organization_id": main_id}, Location, file))
        if persons:
            for part in _tables(table, "persons", file):
                nested.append(self._record({**part, "belongs_to": main_id}, Person, file))
        rest = {key: value for key, value in table.items() if key not in {"locations", "persons"}}
        return [self._record(rest, kind, file), *nested]

    def _record(self, table: Table, kind: type[Record], file: str) -> Record:
        record_id = str(table.get("id", "?"))
        record: Record = _converted(table, kind, file, record_id)
        self.origin[record.id] = file
        return _with_numbers(record, file)


def _with_numbers(record: Record, file: str) -> Record:
    """The record with each phone completed by `phonenumbers`."""
    if not isinstance(record, Location | Person):
        return record
    phones = []
    for place, phone in enumerate(record.phones):
        try:
            phones.append(completed(phone))
        except InvalidRecordError as error:
            _refuse(file, record.id, f"phones[{place}].raw", error.message.msgid, phone.raw)
    return msgspec.structs.replace(record, phones=tuple(phones))


def _table(folder: Path, file: str) -> Table:
    path = folder / file
    try:
        if path.stat().st_size > _MAX_FILE_BYTES:
            _refuse(file, "", "", N_("The file is too large."), "")
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        _refuse(file, "", "", N_("The file is missing."), "")
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        _refuse(file, "", "", N_("The file is not valid TOML: {value}"), str(error))
    except OSError as error:
        _refuse(file, "", "", N_("The file cannot be read: {value}"), str(error.strerror))


def _tables(table: Table, key: str, file: str) -> list[Table]:
    found: list[Table] = _converted(table.get(key, []), list[Table], file, key)
    return found


def _converted(value: object, kind: Any, file: str, record_id: str) -> Any:
    """`value` as `kind`; what msgspec says against it is told in the words of the catalogues."""
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        said, _, path = str(error).partition(" - at ")
        field = path.strip("`").removeprefix("$").lstrip(".")
        if isinstance(error.__cause__, InvalidRecordError):
            _refuse(file, record_id, field, error.__cause__.message.msgid, "")
        for pattern, msgid in _REASONS:
            if match := re.match(pattern, said):
                _refuse(file, record_id, field, msgid, match.groupdict().get("value", ""))
        _refuse(file, record_id, field, N_("The value does not fit: {value}"), said)


def _refuse(file: str, record_id: str, field: str, reason: str, value: str) -> NoReturn:
    raise DataFileError(
        N_("The file {file} cannot be used. Record “{record}”, field “{field}”: {reason}"),
        file=file,
        record=record_id or "–",
        field=field or "–",
        reason=Message(reason, value=value),
    )
