"""Catalogues of messages are the same bytes whenever they are compiled."""

import shutil
from pathlib import Path

import pytest
from build_hook import compile_catalogues

from tests.support.places import TRANSLATIONS


def test_a_catalogue_bears_the_time_of_the_commit_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    shutil.copy(TRANSLATIONS / "fr" / "LC_MESSAGES" / "wegweiser.po", folder)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    compile_catalogues(tmp_path)
    content = (folder / "wegweiser.mo").read_bytes()
    assert b"POT-Creation-Date: 2001-09-09 01:46+0000" in content
    dates = [line for line in content.splitlines() if b"-Date:" in line]
    assert all(b"2001-09-09" in line for line in dates), dates
