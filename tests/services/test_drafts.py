"""Drafts outlive the program, and broken ones hurt nobody."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

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
