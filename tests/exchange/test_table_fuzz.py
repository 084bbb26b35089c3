"""Whatever bytes stand in a table, it is read or refused in plain words; nothing crashes, nothing hangs.

A longer run: `WEGWEISER_FUZZ=20000 python -m pytest tests/exchange/test_table_fuzz.py`.
"""

import os
import time
import zipfile
from io import BytesIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.errors import ForeignFileError
from desktop.domain.incoming import Entry, Stamp, Unreadable
from desktop.exchange.columns.entries import entries
from desktop.exchange.columns.programs import OFFICE_LISTS
from desktop.exchange.columns.proposing import propose
from desktop.exchange.columns.targets import targets
from desktop.exchange.tables.opening import open_table
from desktop.exchange.tables.table import Wanted
from tests.support.processor_time import patience_s

EXAMPLES = int(os.environ.get("WEGWEISER_FUZZ", "100"))
BOUNDED = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
NAMES = [name for names in OFFICE_LISTS.values() for name in names] + [target.label for target in targets("de")]
CELLS = st.one_of(
    st.text(max_size=30),
    st.text("0123456789 +-/().,;|\"'\n\t=@äx", max_size=40),
    st.sampled_from(
        [
            *("0231 9058-0", "2,31905E+09", "a@b.de", "www.x.de", "50667 Köln", "Mo-Fr 8-12", "\u202eabc", "\x00", '"'),
            *("=1+1", "'=1", "[1,", '["a"]', '"a', "ja", "Kontaktstelle", "1.1.2026", "99999999999999999999", "\ufeff"),
        ]
    ),
)


def _read(content: bytes, wanted: Wanted | None = None) -> list[Entry | Unreadable]:
    """What is read of a file, nothing where it is refused."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "tabelle"
        path.write_bytes(content)
        try:
            table = open_table(path, wanted)
            found = list(entries(table, propose(table.header), Stamp(None)))
        except ForeignFileError:
            return []
    for one in found:
        for message in one.lost if isinstance(one, Entry) else (one.reason,):
            assert message.in_words(str)
    return found


@BOUNDED
@given(st.binary(max_size=3000))
def test_any_bytes(content: bytes) -> None:
    _read(content)


@BOUNDED
@given(
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=12),
    st.lists(st.lists(CELLS, max_size=13), max_size=6),
    st.sampled_from([";", ",", "\t", "|"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_any_cells_below_names_that_are_known(
    names: list[str], rows: list[list[str]], delimiter: str, encoding: str, end: str
) -> None:
    text = end.join(delimiter.join(row) for row in [names, *rows])
    _read(text.encode(encoding, "ignore"), Wanted(delimiter=delimiter, header_row=1))


def _workbook() -> bytes:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    for row in (["Firma", "Tel.", "Ort"], ["JMD", 2319050000.0, "=1+1"], ["AWO", "0231 1", None]):
        sheet.append(row)
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


WORKBOOK = _workbook()


@BOUNDED
@given(st.lists(st.tuples(st.integers(0, len(WORKBOOK) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_any_damage_to_a_workbook(changes: list[tuple[int, int]]) -> None:
    content = bytearray(WORKBOOK)
    for at, value in changes:
        content[at] = value
    _read(bytes(content))


PARTS = ("xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels")
XML = st.sampled_from(
    [
        *("<", ">", "&", '"', "/", "c", "r", "t", "s", "v", "f", "0", "9", "-1", "e99", "A", "ZZZZ", "\u202e", ""),
        "1" * 30,
    ]
)


@BOUNDED
@given(st.sampled_from(PARTS), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 4), XML), min_size=1, max_size=4))
def test_any_change_within_a_workbook(part: str, changes: list[tuple[float, int, str]]) -> None:
    with zipfile.ZipFile(BytesIO(WORKBOOK)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    for where, length, new in changes:
        at = int(where * len(parts[part]))
        parts[part] = parts[part][:at] + new + parts[part][at + length :]
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    _read(file.getvalue())


PIECES = (
    *('"', '""', '";', '"\n', '"a\n', ";", "\n", "\r", "\0", "a", "'=", "0231 1/", "(0)", "[", "a@", "/ ", "Mo-", "| "),
)
NOISE = "0123456789 /-+()@.,;äx\"'\n"
HEADER = "Firma;Tel.;E-Mail;Öffnungszeiten;Internet;Anschrift\n"


@pytest.mark.parametrize("piece", PIECES)
def test_nothing_hangs_over_a_megabyte_of_the_same(piece: str) -> None:
    size = 100_000 if "\n" in piece else 1_000_000
    _read_in_time(HEADER + piece * (size // len(piece)))


@pytest.mark.parametrize("piece", PIECES)
def test_nothing_hangs_over_long_cells_of_the_same(piece: str) -> None:
    cell = piece.replace("\n", " ").replace('"', '""') * (90_000 // len(piece))
    _read_in_time(HEADER + ";".join(f'"{cell}"' for _ in range(6)))


def test_nothing_hangs_over_a_megabyte_of_noise() -> None:
    random = Random(7)
    rows = (";".join("".join(random.choices(NOISE, k=30)) for _ in range(6)) for _ in range(5000))
    _read_in_time(HEADER + "\n".join(rows))


def _read_in_time(text: str) -> None:
    """Two seconds for a megabyte, more where it holds very many rows; the time of others does not count."""
    most_s = patience_s(2 + text.count("\n") / 5000)
    started = time.process_time()
    _read(text.encode())
    assert time.process_time() - started < most_s
