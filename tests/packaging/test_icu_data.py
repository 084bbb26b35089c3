"""ICU's library of data, made small: what is kept is kept byte by byte."""

import shutil
import struct
import subprocess
from pathlib import Path

import pytest
from icu_data import Item, begins_at, is_kept, items_of, shrink, table_of

HEADER = struct.pack("<HBB", 32, 0xDA, 0x27) + struct.pack("<HHBBBB", 20, 0, 0, 0, 2, 0) + b"CmnD" + bytes(16)
GERMAN = Item("icudt73l/coll/de.res", b"order of German" + bytes(1))
ZULU = Item("icudt73l/zone/zu.res", b"zones of the world in Zulu" + bytes(6))
RULES = Item("icudt73l/nfc.nrm", b"composed letters")


def test_the_pieces_of_a_table_are_read_as_they_were_written() -> None:
    assert items_of(table_of(HEADER, [GERMAN, RULES, ZULU])) == [GERMAN, RULES, ZULU]


def test_order_and_rules_are_kept_and_names_of_the_world_are_not() -> None:
    assert [is_kept(item.name) for item in (GERMAN, RULES, ZULU)] == [True, True, False]
    assert is_kept("icudt73l/ibm-5348_P100-1997.cnv")
    assert not is_kept("icudt73l/gb18030.cnv")


def test_a_library_that_is_none_of_icu_stays_as_it_is(tmp_path: Path) -> None:
    library = tmp_path / "libicudata.so.73"
    library.write_bytes(b"\x7fELF something else")
    assert shrink(library) == 0
    assert library.read_bytes() == b"\x7fELF something else"


@pytest.mark.skipif(not (shutil.which("as") and shutil.which("nm")), reason="needs binutils")
def test_the_library_has_its_symbol_and_only_what_is_kept(tmp_path: Path) -> None:
    library = tmp_path / "libicudata.so.73"
    library.write_bytes(b"\x7fELF" + bytes(4092) + table_of(HEADER, [GERMAN, RULES, ZULU]) + bytes(20_000))
    assert shrink(library) > 0
    told = subprocess.run(["nm", "-D", str(library)], capture_output=True, text=True, check=True).stdout
    assert "icudt73_dat" in told
    content = library.read_bytes()
    names = [item.name for item in items_of(content[begins_at(content) :])]
    assert names == [GERMAN.name, RULES.name]
