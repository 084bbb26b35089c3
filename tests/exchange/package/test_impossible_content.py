"""A signature only says who made a package: what cannot be is refused all the same, with the place where it stands."""

import json
import os
from pathlib import Path

import pytest

from desktop.domain.catalogue import Catalogue
from desktop.domain.errors import ForeignFileError
from desktop.exchange.package import LIMITS, read_package
from tests.support.packages import MADE_AT, Parts, parts_of, put_zip, refused, resealed


def _with_line(parts: Parts, line: bytes, part: str = "records.jsonl") -> Parts:
    return resealed({**parts, part: parts[part] + line + b"\n"})


@pytest.mark.parametrize(
    "line",
    [
        b'{"record_kind":"location","id":"\xff"}',
        b'{"record_kind":"location","name":"\\ud800"}',
        b"{",
        b"",
        b"null",
        b"[]",
        b'{"id":"a"}',
        b'{"record_kind":"spaceship","id":"a"}',
        b'{"record_kind":"organization","id":"a","name":"A"}',
        b'{"record_kind":"organization",' + b'"x":[' * 100_000,
        b'{"record_kind":"organization","id":"A B","name":"A","level":"federal","provenance":{"source":"x"}}',
        b'{"record_kind":"organization","id":"a","name":"A","level":"county","provenance":{"source":"x"},"x":1}',
    ],
)
def test_a_line_that_is_no_record_is_refused_with_its_number(sound: Path, catalogue: Catalogue, line: bytes) -> None:
    told = refused(put_zip(sound, _with_line(parts_of(sound), line)))
    assert f"records.jsonl, line {len(catalogue.records) + 1}: What stands there is no valid value" in told


def test_a_record_against_the_rules_of_its_kind_is_refused_in_the_words_of_the_rule(sound: Path) -> None:
    parts = parts_of(sound)
    first = parts["records.jsonl"].splitlines()[0]
    values = json.loads(first)
    values["provenance"]["checked_on"] = "2026-01-01"
    line = json.dumps(values, separators=(",", ":")).encode() + b"\n"
    told = refused(put_zip(sound, resealed({**parts, "records.jsonl": line})))
    assert "A check needs both a day and the person who checked" in told


@pytest.mark.parametrize(
    ("summary", "is_refused"),
    [
        ("Beratung\0", True),
        ("Bera\x1b[31mtung", True),
        ("Bera\x9ftung", True),
        ("Zeile\r\nZeile", True),
        ("Zeile\nZeile\tmit Tabulator", False),
        (r"C:\users\u0000 und \b", False),
    ],
)
def test_signs_that_steer_machines_are_refused_and_nothing_that_only_looks_like_them(
    sound: Path, summary: str, is_refused: bool
) -> None:
    parts = parts_of(sound)
    first, *others = parts["records.jsonl"].splitlines(keepends=True)
    line = json.dumps({**json.loads(first), "summary": summary}, separators=(",", ":")).encode() + b"\n"
    path = put_zip(sound, resealed({**parts, "records.jsonl": b"".join((line, *others))}))
    if is_refused:
        assert "records.jsonl, line 1: A text has signs in it that cannot be seen" in refused(path)
    else:
        assert read_package(path).catalogue.records[0].summary == summary


def test_a_name_that_shows_nothing_is_refused(sound: Path) -> None:
    parts = parts_of(sound)
    first, *others = parts["records.jsonl"].splitlines(keepends=True)
    line = json.dumps({**json.loads(first), "name": "\u200b"}, separators=(",", ":")).encode() + b"\n"
    told = refused(put_zip(sound, resealed({**parts, "records.jsonl": b"".join((line, *others))})))
    assert "records.jsonl, line 1: This name shows nothing" in told


def test_a_record_that_names_one_that_is_not_there_isrefused(sound: Path) -> None:
    parts = parts_of(sound)
    lines = [line for line in parts["records.jsonl"].splitlines(keepends=True) if b'"id":"bamf"' not in line]
    counts = json.loads(parts["manifest.json"])["counts"]
    counts["organization"] -= 1
    told = refused(put_zip(sound, resealed({**parts, "records.jsonl": b"".join(lines)}, counts=counts)))
    assert "There is no such record: “bamf”" in told


def test_a_record_that_stands_twice_isrefused(sound: Path) -> None:
    parts = parts_of(sound)
    first = parts["records.jsonl"].splitlines()[0]
    counts = json.loads(parts["manifest.json"])["counts"]
    counts["programme"] += 1
    again = resealed({**parts, "records.jsonl": parts["records.jsonl"] + first + b"\n"}, counts=counts)
    assert "stands twice" in refused(put_zip(sound, again))


@pytest.mark.parametrize("part", ["sources.jsonl", "subjects.jsonl", "target_groups.jsonl"])
def test_other_ids_that_stand_twice_arerefused(sound: Path, part: str) -> None:
    parts = parts_of(sound)
    assert "stands there twice" in refused(put_zip(sound, _with_line(parts, parts[part].splitlines()[0], part)))


@pytest.mark.parametrize("counts", [{}, {"location": 1}, {"spaceship": 3}])
def test_wrong_counts_arerefused(sound: Path, counts: dict[str, int]) -> None:
    told = refused(put_zip(sound, resealed(parts_of(sound), counts=counts)))
    assert "other numbers of records than there are" in told


def test_more_records_than_any_office_has_arerefused(sound: Path) -> None:
    with pytest.raises(ForeignFileError, match="more than any office has"):
        read_package(sound, LIMITS._replace(lines=20))


def test_a_record_longer_than_any_isrefused(sound: Path) -> None:
    line = b'{"record_kind":"organization","name":"' + os.urandom(1_600_000).hex().encode() + b'"}'
    assert "longer than any record" in refused(put_zip(sound, _with_line(parts_of(sound), line)))


def test_a_part_that_does_not_end_isrefused(sound: Path) -> None:
    parts = parts_of(sound)
    assert "has no end" in refused(put_zip(sound, resealed({**parts, "records.jsonl": parts["records.jsonl"][:-1]})))


@pytest.mark.parametrize(
    "made_at", ["1999-01-01T00:00:00Z", "2199-01-01T00:00:00Z", "2026-11-23T09:00:00", "2026-11-23T09:00:00+14:00"]
)
def test_a_day_that_cannot_be_isrefused(sound: Path, made_at: str) -> None:
    told = refused(put_zip(sound, resealed(parts_of(sound), made_at=made_at)))
    assert "The day on which it was made cannot be" in told


@pytest.mark.parametrize("made_at", ["gestern", "2026-13-45T00:00:00Z", 5, None])
def test_a_day_that_is_none_isrefused(sound: Path, made_at: object) -> None:
    assert "no valid value" in refused(put_zip(sound, resealed(parts_of(sound), made_at=made_at)))


def test_a_stand_of_tomorrow_isrefused(sound: Path) -> None:
    told = refused(put_zip(sound, resealed(parts_of(sound), as_of="2027-01-01")))
    assert "later than the day on which it was made" in told


def test_a_stand_that_no_record_has_isrefused(sound: Path) -> None:
    assert "not that of the newest record" in refused(put_zip(sound, resealed(parts_of(sound), as_of="2026-01-01")))


@pytest.mark.parametrize("office", ["Stadt\nMoers", " Stadt Moers", "Stadt \u202eMoers", "Stadt\0Moers"])
def test_a_name_of_an_office_that_hides_something_isrefused(sound: Path, office: str) -> None:
    assert "cannot be seen" in refused(put_zip(sound, resealed(parts_of(sound), office=office)))


def test_words_about_a_package_that_steer_machines_are_refused(sound: Path) -> None:
    told = refused(put_zip(sound, resealed(parts_of(sound), change_note="Neu\x1b[2J")))
    assert "A text has signs in it that cannot be seen" in told


def test_a_note_without_time_zone_isrefused(tmp_path: Path) -> None:
    note = {"id": "0" * 32, "record_id": "a", "record_name": "A", "text": "x", "made_by": "y"}
    lines = json.dumps({**note, "made_at": "2026-11-23T09:00:00"}).encode() + b"\n"
    manifest = {"format": 1, "cargo": "notes", "office": "A", "number": 1, "made_at": MADE_AT.isoformat()}
    parts = resealed({"manifest.json": json.dumps(manifest).encode(), "notes.jsonl": lines}, counts={"notes": 1})
    assert "without its time zone" in refused(put_zip(tmp_path / "n.wegweiser", parts))


@pytest.mark.parametrize("number", [0, -1, 10**10, 10**30, 1e999, 1.5])
def test_a_number_that_nobody_counts_to_is_refused(sound: Path, number: float) -> None:
    assert "no valid value" in refused(put_zip(sound, resealed(parts_of(sound), number=number)))


@pytest.mark.parametrize("inhabitants", [-1, 10**30])
def test_more_people_than_live_anywhere_are_refused(sound: Path, inhabitants: int) -> None:
    parts = parts_of(sound)
    lines = parts["records.jsonl"].splitlines(keepends=True)
    at = next(at for at, line in enumerate(lines) if line.startswith(b'{"record_kind":"municipality"'))
    values = {**json.loads(lines[at]), "inhabitants": inhabitants}
    lines[at] = json.dumps(values, separators=(",", ":")).encode() + b"\n"
    path = put_zip(sound, resealed({**parts, "records.jsonl": b"".join(lines)}))
    assert f"records.jsonl, line {at + 1}: What stands there is no valid value" in refused(path)
