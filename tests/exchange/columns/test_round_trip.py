"""Records go into a table and come back the very same, whatever they hold."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.domain.catalogue import RECORD_TYPES, Catalogue
from desktop.domain.incoming import Entry, Stamp
from desktop.domain.outgoing import Outgoing
from desktop.domain.record import Record
from desktop.exchange.columns.codecs import fields_of, part_fields
from desktop.exchange.columns.entries import entries
from desktop.exchange.columns.names import COLUMNS, header, key_of
from desktop.exchange.columns.proposing import propose
from desktop.exchange.columns.writing import write_excel_csv, write_plain_csv, write_xlsx
from desktop.exchange.tables.opening import open_table
from desktop.i18n import Translate, load
from tests.support.any_records import records
from tests.support.places import TRANSLATIONS

Writer = Callable[[Outgoing, BinaryIO, Translate], None]
WRITERS: tuple[Writer, ...] = (write_excel_csv, write_plain_csv, write_xlsx)
EXAMPLES = int(os.environ.get("WEGWEISER_FUZZ", "40"))
SEEN = st.one_of(*map(records, RECORD_TYPES)).map(lambda record: replace(record, name=f"Amt {record.name}"))
"""Names that show nothing are refused at every door."""
GERMAN, ENGLISH = load(TRANSLATIONS, "de"), load(TRANSLATIONS, "en")


def _again(found: Sequence[Record], write: Writer, tr: Translate) -> list[Entry]:
    """What is read of a file that these records were written to."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "datei"
        with path.open("wb") as file:
            write(Outgoing(found, {record.id: record for record in found}, (), (), ()), file, tr)
        table = open_table(path)
        read = list(entries(table, propose(table.header), Stamp(None)))
    assert all(isinstance(entry, Entry) for entry in read), (table.detected, table.header, read)
    return [entry for entry in read if isinstance(entry, Entry)]


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("tr", [GERMAN, ENGLISH])
def test_the_whole_catalogue_comes_back_from_a_table(write: Writer, tr: Translate, catalogue: Catalogue) -> None:
    read = _again(catalogue.records, write, tr)
    assert [entry.record for entry in read] == list(catalogue.records)
    assert all(entry.has_id and not entry.lost and not entry.needs for entry in read)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(SEEN, min_size=1, max_size=4),
    st.sampled_from(WRITERS),
    st.sampled_from([GERMAN, ENGLISH]),
)
def test_any_record_comes_back_the_very_same(found: list[Record], write: Writer, tr: Translate) -> None:
    read = _again(found, write, tr)
    assert [entry.record for entry in read] == found
    assert all(entry.has_id and not entry.lost for entry in read)


def test_every_field_of_every_kind_has_a_column_with_a_name_of_its_own() -> None:
    for kind, record_type in RECORD_TYPES.items():
        told = {field.name for field in fields_of(kind).values()} | {*part_fields(record_type), "provenance"}
        assert told == set(record_type.__struct_fields__)
        assert fields_of(kind).keys() <= COLUMNS.keys()
    for language in ("de", "en"):
        names = [header(key.replace("{n}", "3"), language) for key in COLUMNS]
        assert len(set(names)) == len(names)
        assert [key_of(name) for name in names] == [key.replace("{n}", "3") for key in COLUMNS]
    assert key_of("Ziele (2)") == "aims#2"
