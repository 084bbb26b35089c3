"""A file that goes, or becomes another one, while it is read; a drive without room for what is read."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.domain.errors import ForeignFileError
from desktop.domain.incoming import Stamp
from desktop.services.importing.opening import TableFile, about_how_many, open_file
from tests.support.lists import fifty_rows
from tests.support.places import ROOT

_TABLE = "Name;Telefon\n" + "".join(f"Stelle {at};02841 {1000 + at}\n" for at in range(50))
_CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Beratung\r\nORG:Beratung\r\nEND:VCARD\r\n"
_FULL_DRIVE = """
import resource, signal
from desktop.domain.errors import FileWriteError
from desktop.services.importing.spool import Spool
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
spool = Spool()
try:
    for at in range(1_000):
        spool.append(bytes(1_000))
except FileWriteError as error:
    print(error)
spool.close()
"""


def _read(path: Path) -> TableFile:
    found = open_file(path)
    assert isinstance(found, TableFile)
    return found


def _table(folder: Path) -> Path:
    path = folder / "liste.csv"
    path.write_text(_TABLE, encoding="utf-8")
    return path


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_table_whose_stick_was_pulled_out_is_told_in_words(tmp_path: Path, kind: str) -> None:
    path = _table(tmp_path) if kind == "csv" else fifty_rows(tmp_path / "liste.xlsx", [])
    found = _read(path)
    path.unlink()
    assert len(found.first) == 5, "what a person looks at was read with the beginning"
    for deed in (lambda: list(found.entries(found.proposed, Stamp(None))), lambda: about_how_many(found)):
        with pytest.raises(ForeignFileError, match="cannot be read"):
            deed()


def test_cards_whose_stick_was_pulled_out_are_told_in_words(tmp_path: Path) -> None:
    path = tmp_path / "karten.vcf"
    path.write_text(_CARD, encoding="utf-8")
    found = open_file(path)
    path.unlink()
    assert not isinstance(found, TableFile)
    with pytest.raises(ForeignFileError, match="cannot be read"):
        list(found.entries(Stamp(None)))


def test_a_table_saved_anew_meanwhile_is_not_read_by_the_old_columns(tmp_path: Path) -> None:
    path = _table(tmp_path)
    found = _read(path)
    path.write_text(_TABLE.replace("Name;Telefon", "Telefon;Name;Ort"), encoding="utf-8")
    with pytest.raises(ForeignFileError, match="choose it once more"):
        list(found.entries(found.proposed, Stamp(None)))


def test_a_table_that_grows_while_it_is_read_is_told(tmp_path: Path) -> None:
    path = _table(tmp_path)
    found = _read(path)
    entries = found.entries(found.proposed, Stamp(None))
    next(iter(entries))
    with path.open("a", encoding="utf-8") as file:
        file.write("Noch eine;02841 1\n")
    with pytest.raises(ForeignFileError, match="choose it once more"):
        list(entries)


def test_a_file_that_is_not_there_is_asked_for(tmp_path: Path) -> None:
    with pytest.raises(ForeignFileError, match="Is it there"):
        open_file(tmp_path / "fehlt.csv")


@pytest.mark.skipif(os.name != "posix", reason="limits of POSIX")
def test_a_full_drive_for_temporary_files_is_told_in_words() -> None:
    done = subprocess.run([sys.executable, "-c", _FULL_DRIVE], capture_output=True, text=True, cwd=ROOT, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Free some space on its drive" in done.stdout
