"""Every line of the source went into a record, or was dropped for a reason.

The source's text is not part of this repository. With `WEGWEISER_SOURCE` set to its path, the blank lines are checked
against it too.
"""

import os
import tomllib
from collections import defaultdict
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.catalogue import Catalogue
from desktop.domain.provenance import lines_in
from tests.support.places import SHIPPED

LAST_LINE = 793


@pytest.fixture(scope="module")
def ledger() -> dict[str, Any]:
    return tomllib.loads((SHIPPED / "ledger.toml").read_text(encoding="utf-8"))


def _blank(ledger: dict[str, Any]) -> set[int]:
    return set(lines_in(ledger["blank"]))


def test_every_line_is_accounted_for_exactly_once(ledger: dict[str, Any]) -> None:
    blank = _blank(ledger)
    told = [line for entry in ledger["entry"] for line in lines_in([entry["lines"]]) if line not in blank]
    assert sorted([*told, *blank]) == list(range(1, LAST_LINE + 1))


def test_every_entry_names_records_or_a_reason(ledger: dict[str, Any]) -> None:
    for entry in ledger["entry"]:
        assert bool(entry.get("records")) != bool(entry.get("dropped", "").strip()), entry


def test_the_ledger_and_the_records_tell_the_same(ledger: dict[str, Any], catalogue: Catalogue) -> None:
    by_ledger: dict[str, set[int]] = defaultdict(set)
    for entry in ledger["entry"]:
        for record_id in entry.get("records", ()):
            by_ledger[record_id] |= set(lines_in([entry["lines"]]))
    silent = _silent_lines(ledger)
    by_record = {record.id: set(lines_in(record.provenance.lines)) for record in catalogue.records}
    assert by_ledger.keys() == by_record.keys()
    for record_id, lines in by_record.items():
        assert lines - silent == by_ledger[record_id] - silent, record_id


def test_no_statement_claims_a_line_that_its_record_does_not(catalogue: Catalogue) -> None:
    for record in catalogue.records:
        claimed = set(lines_in(record.provenance.lines))
        for _, statements in record.sections():
            for statement in statements:
                assert set(lines_in(statement.lines)) <= claimed, (record.id, statement.text)
        for fact in record.dates:
            assert set(lines_in(fact.lines)) <= claimed, (record.id, fact.text)


def test_every_statement_says_which_lines_it_comes_from(catalogue: Catalogue) -> None:
    for record in catalogue.records:
        for section, statements in record.sections():
            assert all(statement.lines for statement in statements), (record.id, section)


def test_blank_lines_are_blank_in_the_source(ledger: dict[str, Any]) -> None:
    source = os.environ.get("WEGWEISER_SOURCE")
    if not source:
        pytest.skip("WEGWEISER_SOURCE does not name the text of the source")
    lines = Path(source).read_text(encoding="utf-8").splitlines()
    assert len(lines) == LAST_LINE
    blank = {number for number, line in enumerate(lines, 1) if not line.replace("\xa0", " ").strip()}
    assert blank == _blank(ledger)


def _silent_lines(ledger: dict[str, Any]) -> set[int]:
    """Blank and dropped lines, which may lie within a span that a record claims."""
    dropped = (lines_in([entry["lines"]]) for entry in ledger["entry"] if entry.get("dropped"))
    return _blank(ledger) | set(chain(*dropped))
