"""Whatever a file holds: a plain reason or entries, in little time, and never a crash."""

import time
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.catalogue import Catalogue
from desktop.domain.errors import ForeignFileError
from desktop.domain.incoming import Entry, Unreadable
from desktop.domain.plain import builtins, record_from
from desktop.exchange.vcards import entries
from desktop.exchange.vcards.reading import LARGEST_FILE
from tests.support import vcard_samples
from tests.support.fuzzing import tried
from tests.support.processor_time import patience_s
from tests.support.vcards import STAMP, card, read, written

MEGABYTE = 1_000_000
LONGEST_S = 2.0
SAMPLES = tuple(sample for name, sample in vars(vcard_samples).items() if name.isupper())


def _filled(unit: str, size: int = MEGABYTE) -> str:
    return (unit * (size // len(unit) + 1))[:size]


def _lines(form: str, count: int) -> list[str]:
    return [form.replace("#", str(number)) for number in range(count)]


LARGE = {
    "one line": "BEGIN:VCARD\n" + _filled("a"),
    "one value": card("ORG:A", "NOTE:" + _filled("a")),
    "quotation marks": card("ORG:A", "TEL;" + _filled('"') + ":1"),
    "parameters": card("ORG:A", "TEL;" + _filled("a=b;") + ":0221 1"),
    "types": card("ORG:A", "TEL;TYPE=" + _filled("a,") + ":0221 1"),
    "carets": card("ORG:A", "TEL;X=" + _filled("^^") + ":0221 1"),
    "folds": card("ORG:A", "NOTE:" + _filled("\n a")),
    "empty folds": card("ORG:A", "NOTE:" + _filled("\n ")),
    "soft breaks": card("ORG:A", "NOTE;QUOTED-PRINTABLE:" + _filled("=\n"), version="2.1"),
    "quoted letters": card("ORG:A", "NOTE;QUOTED-PRINTABLE:" + _filled("=C3=BC"), version="2.1"),
    "escapes": card("ORG:A", "ADR:" + _filled("\\;")),
    "components": card("ORG:" + _filled("a;"), "FN:a", "ADR:" + _filled(";")),
    "a list": card("ORG:A", "NICKNAME:" + ",".join(_lines("#", 140_000)), "CATEGORIES:" + _filled("a,")),
    "numbers": card("ORG:A", *_lines("TEL:0221#", 70_000)),
    "as many numbers as are read": card("ORG:A", *_lines("TEL:0221#", 4_900)),
    "mails": card("ORG:A", *_lines("EMAIL:a#@b#.de", 4_900)),
    "addresses": card("ORG:A", *_lines("ADR:;;c/o #, " + "c/o " * 20 + ";Bonn;;53113;", 4_900)),
    "unknown": card("ORG:A", *_lines("X-#:a", 4_900)),
    "names": card("FN:a", *_lines("N:" + ";" * 200, 4_900)),
    "beginnings": _filled("BEGIN:VCARD\n"),
    "cards in cards": _filled("BEGIN:VCARD\nAGENT:\n"),
    "empty cards": _filled("BEGIN:VCARD\nEND:VCARD\n"),
    "a long name": card("ORG:A", "FN:" + _filled("dienst a ")),
    "marks on letters": card("ORG:A", "FN:" + _filled("a\u0301\u0327", MEGABYTE // 3)),
    "a long number": card("ORG:A", "TEL:" + _filled("1 x "), "TEL:1" + " " * MEGABYTE + "x"),
    "a long web number": card("ORG:A", "TEL:tel:1" + _filled(";ext=1"), "TEL:tel:" + _filled("%20") + "1"),
    "a long mail": card("ORG:A", "EMAIL:" + _filled("a.") + "@b.de", "EMAIL:" + _filled(" at ")),
    "brackets": card("ORG:A", "EMAIL:" + _filled("( "), "TEL:" + _filled("( 0 ")),
    "a long link": card("ORG:A", "URL:" + _filled("a."), "URL:" + _filled("w")),
    "a picture": card("ORG:A", "PHOTO;BASE64:", _filled("A" * 60 + "\n"), version="2.1"),
    "deep JSON": card("ORG:A", "X-WEGWEISER-RECORD:" + _filled("[")),
    "deep objects": card("ORG:A", "X-WEGWEISER-RECORD:" + _filled('{"a":')),
    "between cards": _filled("BEGIN:VCARD\nORG:A\nEND:VCARD\n" + "\0" * 300 + ":\n"),
    "usual cards": _filled(vcard_samples.GOOGLE.decode()),
}


@pytest.mark.parametrize("shape", LARGE)
def test_nobody_waits_longer_than_two_seconds_for_anything_in_a_megabyte(shape: str, tmp_path: Path) -> None:
    path = tmp_path / "gross.vcf"
    path.write_text(LARGE[shape], "utf-8")
    count, longest, began = 0, 0.0, time.process_time()
    for _ in entries(path, STAMP):
        count += 1
        longest, began = max(longest, time.process_time() - began), time.process_time()
    assert count
    assert max(longest, time.process_time() - began) < patience_s(LONGEST_S)


@pytest.mark.parametrize(
    "data", [b"", b"\0" * 1000, b"Name;Vorname\nWeber;Anna\n", b"BEGIN:VCALENDAR\nEND:VCALENDAR\n"]
)
def test_a_file_without_cards_is_refused_with_what_to_do(data: bytes) -> None:
    with pytest.raises(ForeignFileError, match=r"vCard \(\.vcf\)"):
        read(data)


def test_a_file_that_is_not_there_or_too_large_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ForeignFileError, match="cannot be read"):
        list(entries(tmp_path / "weg.vcf", STAMP))
    with pytest.raises(ForeignFileError, match="cannot be read"):
        list(entries(tmp_path, STAMP))
    large = tmp_path / "gross.vcf"
    with large.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    with pytest.raises(ForeignFileError, match="256 MB"):
        list(entries(large, STAMP))


def test_cards_come_one_after_the_other_before_the_file_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "viele.vcf"
    path.write_text(card("ORG:A") * 50_000)
    found = entries(path, STAMP)
    assert isinstance(next(found), Entry)
    found.close()  # type: ignore[attr-defined]  # it is a generator


def _is_sound(found: Entry | Unreadable) -> None:
    """What comes out can be kept: it obeys the rules of its kind, and everything said can be said in words."""
    if isinstance(found, Unreadable):
        assert found.reason.in_words(str)
        return
    for record in (found.record, *found.needs):
        assert record_from(msgspec.json.decode(msgspec.json.encode(builtins(record)))) == record
    assert found.given <= set(found.record.__struct_fields__)
    assert all(one.in_words(str) for one in found.lost)
    if not found.has_id:
        owner = getattr(found.record, "organization_id", None) or getattr(found.record, "belongs_to", None)
        assert owner in {need.id for need in found.needs}


def _tried(data: bytes) -> None:
    try:
        found = read(data)
    except ForeignFileError:
        return
    for one in found:
        _is_sound(one)


_NAMES = st.sampled_from(
    ["N", "FN", "ORG", "TEL", "EMAIL", "ADR", "URL", "NOTE", "TITLE", "LANG", "NICKNAME", "CATEGORIES", "AGENT", "UID"]
)
_PARAMS = st.sampled_from(
    ["", ";WORK", ";TYPE=home", ";ENCODING=QUOTED-PRINTABLE", ";CHARSET=iso-8859-1", ";PREF=1", ';X="', ";B", ";="]
)
_VALUES = st.one_of(
    st.text(max_size=30),
    st.text('=\\;,:\n\r \t"+0123456789@.aäß\0\u200b\u2028', max_size=40),
    st.sampled_from(
        ["0221 1234", "tel:+49221;ext=5", "a@b.de", "www.a.de", ";;Weg 1;Bonn;;53113;", "Weber;Anna", "de"]
    ),
)
_LINES = st.builds("{}{}{}:{}".format, st.sampled_from(["", "item1."]), _NAMES, _PARAMS, _VALUES) | st.sampled_from(
    ["BEGIN:VCARD", "END:VCARD", "VERSION:2.1", "item1.X-ABLabel:Büro", "KIND:org", "X-ABShowAs:COMPANY", ""]
)


@tried(150)
@given(st.lists(_LINES, max_size=15), st.sampled_from(["2.1", "3.0", "4.0"]), st.sampled_from(["utf-8", "utf-16"]))
def test_made_up_cards(lines: list[str], version: str, codec: str) -> None:
    _tried(card("ORG:Amt", *lines, version=version).encode(codec, "replace"))


@tried(150)
@given(st.sampled_from(SAMPLES), st.data())
def test_broken_cards_of_other_programs(sample: bytes, data: st.DataObject) -> None:
    broken = bytearray(sample)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(broken)))
        length = data.draw(st.integers(0, 40))
        broken[at : at + length] = data.draw(
            st.binary(max_size=8) | st.sampled_from([b"\r\n", b"=\r\n", b"\\", b'"', b";"])
        )
    _tried(bytes(broken))


@tried(80)
@given(st.data())
def test_broken_cards_of_ours(catalogue: Catalogue, data: st.DataObject) -> None:
    record = data.draw(
        st.sampled_from([record for record in catalogue.records if record.KIND in ("location", "person")])
    )
    broken = bytearray(written(record, beside=catalogue.records))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(broken)))
        broken[at : at + data.draw(st.integers(0, 10))] = data.draw(st.binary(max_size=4))
    _tried(bytes(broken))


@tried(80)
@given(st.binary(max_size=400))
def test_bytes(data: bytes) -> None:
    _tried(data)
    _tried(b"BEGIN:VCARD\r\nORG:" + data + b"\r\nEND:VCARD\r\n")
