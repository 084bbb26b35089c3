"""Drafts outlive the program, and broken ones hurt nobody."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.domain.errors import ExpectedError
from desktop.services.drafts import Drafts

NOW = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)


def test_a_draft_is_there_after_a_crash_with_what_was_typed(tmp_path: Path) -> None:
    Drafts(tmp_path / "drafts", lambda: NOW).keep("moers", "Moers", {"name": "", "phones": [{"raw": "x"}]})
    (draft,) = Drafts(tmp_path / "drafts", lambda: NOW).all()
    assert draft.state == {"name": "", "phones": [{"raw": "x"}]}
    assert (draft.name, draft.kept_at) == ("Moers", NOW)


def test_a_draft_that_was_saved_or_given_up_is_gone(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path, lambda: NOW)
    drafts.keep("neu-1", "", {"name": "Neu"})
    drafts.discard("neu-1")
    drafts.discard("neu-1")
    assert drafts.all() == ()


def test_the_last_draft_comes_first_and_a_newer_one_takes_its_place(tmp_path: Path) -> None:
    times = iter([NOW, NOW + timedelta(minutes=1), NOW + timedelta(minutes=2)])
    drafts = Drafts(tmp_path, lambda: next(times))
    for key in ("a", "b", "a"):
        drafts.keep(key, key, {})
    assert [draft.key for draft in drafts.all()] == ["a", "b"]


def test_what_is_no_draft_is_passed_over(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path, lambda: NOW)
    drafts.keep("echt", "Echt", {})
    whole = (tmp_path / "echt.json").read_bytes()
    (tmp_path / "leer.json").write_bytes(b"")
    (tmp_path / "halb.json").write_bytes(whole[:20])
    (tmp_path / "tief.json").write_bytes(b"[" * 100_000)
    (tmp_path / "falsch.json").write_bytes(whole)
    assert [draft.key for draft in drafts.all()] == ["echt"]


def test_a_folder_that_is_not_there_holds_none(tmp_path: Path) -> None:
    assert Drafts(tmp_path / "nichts", lambda: NOW).all() == ()


def test_a_draft_without_a_time_zone_hides_no_other(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path, lambda: NOW)
    drafts.keep("echt", "Echt", {})
    drafts.keep("alt", "Alt", {})
    old = tmp_path / "alt.json"
    old.write_text(old.read_text().replace("2026-11-23T10:42:00Z", "2025-01-01T00:00:00"))
    assert [draft.key for draft in drafts.all()] == ["echt", "alt"]


@pytest.mark.parametrize(
    ("key", "typed"), [("../fort", ""), ("gross", "x" * 5_000_000), ("halb", "\ud800")], ids=["key", "large", "half"]
)
def test_what_could_not_be_read_again_is_refused(tmp_path: Path, key: str, typed: str) -> None:
    folder = tmp_path / "drafts"
    with pytest.raises(ExpectedError):
        Drafts(folder, lambda: NOW).keep(key, "Neu", {"name": typed})
    assert list(tmp_path.rglob("*.json")) == []


def test_of_very_many_drafts_the_newest_are_offered(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path, lambda: NOW)
    for number in range(60):
        drafts.keep(f"a-{number}", "Alt", {})
        os.utime(tmp_path / f"a-{number}.json", (number, number))
    drafts.keep("zuletzt", "Neu", {})
    found = {draft.key for draft in drafts.all()}
    assert len(found) == 50
    assert "zuletzt" in found
