"""Tables of text are read as their programs meant them, and as a person says."""

from pathlib import Path
from time import process_time

import pytest

from desktop.domain.errors import ForeignFileError
from desktop.exchange.tables import limits
from desktop.exchange.tables.opening import open_table
from desktop.exchange.tables.table import Table, Wanted

TEXT = "Firma;Straße;PLZ\nJMD Köln;Am Römerturm 3;50667\nCafé „Süd“;Weg 1;01067\n"


def _table(folder: Path, content: bytes | str, wanted: Wanted | None = None) -> Table:
    path = folder / "tabelle.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return open_table(path, wanted)


def _cells(table: Table) -> list[list[str]]:
    return [row.cells for row in table.rows()]


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8-sig"),
        ("utf-8-sig", "utf-8-sig"),
        ("cp1252", "cp1252"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_the_encoding_is_found(tmp_path: Path, encoding: str, found: str) -> None:
    table = _table(tmp_path, TEXT.encode(encoding))
    assert table.detected.encoding == found
    assert table.header == ("Firma", "Straße", "PLZ")
    assert _cells(table) == [["JMD Köln", "Am Römerturm 3", "50667"], ["Café „Süd“", "Weg 1", "01067"]]


def test_an_umlaut_far_behind_tells_the_encoding_too(tmp_path: Path) -> None:
    content = "Firma;Ort\n" + "Amt;Moers\n" * 200_000 + "Büro;Köln\n"
    table = _table(tmp_path, content.encode("cp1252"))
    *_, last = table.rows()
    assert last.cells == ["Büro", "Köln"]


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    rows = [["Firma", "Ort", "Tel."], ["JMD", "Köln", "0221 1"], ["AWO", "Moers", "02841 1"]]
    table = _table(tmp_path, "\n".join(delimiter.join(row) for row in rows))
    assert table.detected.delimiter == delimiter
    assert [list(table.header), *_cells(table)] == rows


def test_commas_within_cells_do_not_part_them(tmp_path: Path) -> None:
    table = _table(tmp_path, "Firma;Adresse\nJMD, Köln, Süd;Weg 1, 50667 Köln, links\nAWO, Moers, Nord;a, b, c\n")
    assert table.detected.delimiter == ";"


def test_excel_may_name_the_delimiter_itself(tmp_path: Path) -> None:
    table = _table(tmp_path, "sep=|\nFirma|Ort\nJMD|Köln\n")
    assert (table.header, _cells(table)) == (("Firma", "Ort"), [["JMD", "Köln"]])


def test_title_lines_above_the_header_are_passed_over(tmp_path: Path) -> None:
    table = _table(tmp_path, "Beratungsstellen im Kreis\nStand 1.3.2026\n\nFirma;Ort;Telefon\nJMD;Köln;0221 1\n")
    assert table.header == ("Firma", "Ort", "Telefon")
    assert table.detected.header_row == 4
    assert [(row.place, row.cells) for row in table.rows()] == [(5, ["JMD", "Köln", "0221 1"])]


def test_a_table_without_a_header_has_letters_for_names(tmp_path: Path) -> None:
    table = _table(tmp_path, "JMD;50667;Köln\nAWO;47441;Moers\n")
    assert table.header == ("A", "B", "C")
    assert len(_cells(table)) == 2


def test_one_column_that_explains_itself_at_length_leaves_the_header_a_header(tmp_path: Path) -> None:
    person = "Ansprechperson (Vorname und Nachname, gern mit Titel, Funktion und Zimmernummer, soweit bekannt)"
    heads = ("Einrichtung", person, "PLZ", "Ort", "Telefon")
    table = _table(tmp_path, ";".join(heads) + "\nHafenberatung;Ayşe Yılmaz;47441;Moers;02841 4711\n")
    assert table.header == heads


def test_a_person_knows_better(tmp_path: Path) -> None:
    wanted = Wanted(encoding="cp850", delimiter=",", header_row=2)
    table = _table(tmp_path, "x;y;z\nFirma,Ort\nJMD,Köln\n".encode("cp850"), wanted)
    assert (table.header, _cells(table)) == (("Firma", "Ort", "C")[:2], [["JMD", "Köln"]])


def test_cells_in_quotes_may_hold_anything(tmp_path: Path) -> None:
    table = _table(tmp_path, 'Firma;Zeiten\r\n"JMD ""Süd""; Köln";"Mo 8–12\r\nDi 9–12"\r\nAWO;Fr\r\n')
    assert _cells(table) == [['JMD "Süd"; Köln', "Mo 8–12\nDi 9–12"], ["AWO", "Fr"]]


def test_lines_with_and_without_quotes_stand_beside_each_other(tmp_path: Path) -> None:
    table = _table(tmp_path, 'Firma;Ort\r\nJMD;Köln\r\n\r\n"AWO; Nord";Moers\r\nDRK;"Bad\r\nEms"\r\n;\r\nDRK;Hamm')
    assert _cells(table) == [["JMD", "Köln"], ["AWO; Nord", "Moers"], ["DRK", "Bad\nEms"], ["DRK", "Hamm"]]
    assert [row.place for row in table.rows()] == [2, 4, 5, 7]


def test_a_lone_quote_costs_no_further_row(tmp_path: Path) -> None:
    table = _table(tmp_path, 'Firma;Ort\n"JMD;Köln\nAWO;Moers\nDRK;Hamm 5"\n"Ende;Unna')
    assert _cells(table)[-1] == ['"Ende', "Unna"]
    long = 'Firma;Ort\n"JMD;Köln\n' + "AWO;Moers\n" * 3000
    assert len(_cells(_table(tmp_path, long))) == 3001


def test_rows_may_be_ragged_and_line_ends_mixed(tmp_path: Path) -> None:
    table = _table(tmp_path, "Firma;Ort;Tel\rJMD\n\nAWO;Moers;1;2;3\r\nDRK;;\n")
    assert [(row.place, row.cells) for row in table.rows()] == [
        (2, ["JMD"]),
        (4, ["AWO", "Moers", "1", "2", "3"]),
        (5, ["DRK", "", ""]),
    ]


def test_signs_that_steer_machines_are_taken_out(tmp_path: Path) -> None:
    table = _table(tmp_path, "Firma;Ort\nJ\x00M\x07D;K\x1bö\x85ln\n")
    assert _cells(table) == [["JMD", "Köln"]]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\r\n \r\n", "empty"),
        (b"\x00\x01\x02" * 3000, "no text"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old Excel"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04 nothing", "damaged"),
    ],
)
def test_what_is_no_table_is_refused_in_plain_words(tmp_path: Path, content: bytes, words: str) -> None:
    with pytest.raises(ForeignFileError, match=words):
        _table(tmp_path, content)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    for path in (tmp_path / "fehlt.csv", tmp_path):
        with pytest.raises(ForeignFileError):
            open_table(path)


def test_a_line_of_a_gigabyte_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "riesig.csv"
    with path.open("wb") as file:
        file.write(b"Firma;Ort\n")
        file.truncate(1024**3)
    with pytest.raises(ForeignFileError, match="larger than"):
        open_table(path)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("Firma;Ort\n" + "x" * (limits.LINE + 5) + "\n", "longer than any row"),
        ("Firma;Ort\nJMD;" + "x" * (limits.CELL + 5) + "\n", "more than"),
        ("Firma;Ort\nJMD" + ";" * (limits.COLUMNS + 5) + "\n", "columns"),
        ("Firma;Ort\n" + "a;b\n" * (limits.ROWS + 1), "rows"),
    ],
    ids=["line", "cell", "columns", "rows"],
)
def test_what_no_table_has_is_refused(tmp_path: Path, content: str, words: str) -> None:
    with pytest.raises(ForeignFileError, match=words):
        for _ in _table(tmp_path, content).rows():
            pass


def test_a_hundred_thousand_rows_are_read_in_bounded_memory(tmp_path: Path) -> None:
    import tracemalloc

    table = _table(tmp_path, "Firma;Ort;Telefon\n" + "JMD Köln;Köln;0221 12345\n" * 100_000)
    tracemalloc.start()
    assert sum(1 for _ in table.rows()) == 100_000
    assert tracemalloc.get_traced_memory()[1] < 4_000_000
    tracemalloc.stop()


@pytest.mark.parametrize("is_mostly", [True, False])
def test_of_two_lists_put_together_the_longer_one_is_readable(tmp_path: Path, is_mostly: bool) -> None:
    most, few = ("utf-8", "cp1252") if is_mostly else ("cp1252", "utf-8")
    content = "Firma;Ort\nBüro;Köln\nHütte;Mörs\n".encode(most) + "Büro;Düren\n".encode(few)
    rows = _cells(_table(tmp_path, content))
    assert rows[:2] == [["Büro", "Köln"], ["Hütte", "Mörs"]]
    assert rows[2] == (["B\ufffdro", "D\ufffdren"] if is_mostly else ["BÃ¼ro", "DÃ¼ren"])


def test_a_table_that_begins_like_a_workbook_by_chance_is_a_table(tmp_path: Path) -> None:
    assert _table(tmp_path, "PK;Name\n4711;JMD\n").header == ("PK", "Name")


@pytest.mark.parametrize("line", ['"a";"b\n', 'a;"b;c\n', '"a\nb;c\n'])
def test_a_file_whose_every_line_leaves_a_quote_open_is_read_in_bounded_time(tmp_path: Path, line: str) -> None:
    table = _table(tmp_path, "Name;Ort\n" + line * (1_000_000 // len(line)))
    before = process_time()
    rows = list(table.rows())
    assert process_time() - before < 5
    assert len(rows) > 50_000


def test_a_few_quotes_that_nothing_closes_cost_no_quoted_cell_behind_them(tmp_path: Path) -> None:
    content = "Name;Ort\n" + '5" Rohr;"Moers\n' + 'Amt;"Köln;\nSüd"\n' * 3
    rows = _cells(_table(tmp_path, content + "JMD;Bonn\n" * 2_000))
    assert ["Amt", "Köln;\nSüd"] in rows
    assert rows[-1] == ["JMD", "Bonn"]
