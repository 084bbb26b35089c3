"""The words of a language come from its compiled catalogue, or else are those of the code."""

from pathlib import Path

import pytest

from desktop.i18n import load


def test_a_language_without_a_catalogue_speaks_as_the_code_does(tmp_path: Path) -> None:
    tr = load(tmp_path, "de")
    assert tr("Copy address") == "Copy address"
    assert tr.plural("{count} record", "{count} records", 2) == "2 records"


def test_a_file_that_is_no_catalogue_is_named_and_not_read(tmp_path: Path) -> None:
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "wegweiser.mo").write_bytes(b"no catalogue, but long enough to be read as one")
    with pytest.raises(ValueError, match=r"wegweiser\.mo is no compiled catalogue"):
        load(tmp_path, "de")
