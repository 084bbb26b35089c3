"""What the program says of itself is complete."""

import re
import tomllib
from email.message import Message
from pathlib import Path

import pytest

from desktop.i18n import Translate
from desktop.services.about import SHIPPED, AboutDesk, licence_of, pieces
from desktop.services.catalogue import Catalogue
from tests.support.places import ROOT
from tests.support.places import SHIPPED as DATA


def test_everything_that_the_program_needs_is_named() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.split(r"[<>=~! ]", line)[0] for line in project["dependencies"]}
    assert set(SHIPPED) == needed


def test_every_part_names_version_and_licence() -> None:
    found = pieces()
    assert {"PySide6", "SQLAlchemy", "fontpkg-fira-sans", "fontpkg-ibm-plex-sans-arabic"} <= {one.name for one in found}
    assert all(one.version and one.licence for one in found), [one for one in found if not one.licence]
    assert len({one.name for one in found}) == len(found)


def test_what_parts_need_in_turn_is_named_too_but_not_what_they_only_may_use() -> None:
    names = {one.name for one in pieces()}
    assert {"Mako", "shiboken6"} <= names
    assert "pytest" not in names


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"License-Expression": "MIT", "License": "old"}, "MIT"),
        ({"License": "BSD\nCopyright, and the whole text"}, "BSD"),
        ({"License": "x" * 500, "Classifier": "License :: OSI Approved :: BSD License"}, "BSD License"),
        ({}, ""),
    ],
)
def test_a_licence_is_told_in_a_word_wherever_a_part_names_it(fields: dict[str, str], told: str) -> None:
    metadata = Message()
    for name, value in fields.items():
        metadata[name] = value
    assert licence_of(metadata) == told  # type: ignore[arg-type]


def test_it_tells_what_the_database_holds_and_where_it_lies(database: Path, tr: Translate) -> None:
    catalogue = Catalogue(database, DATA, tr)
    about = AboutDesk(catalogue, database.parent, database.parent / "logs" / "wegweiser.log").about()
    catalogue.close()
    assert sum(about.holdings.counts.values()) == 91
    assert str(about.holdings.oldest) == str(about.holdings.youngest) == "2022-10-19"
    assert about.holdings.shipped_version.isdigit()
    assert about.data == database.parent
    assert re.match(r"3\.\d+", about.sqlite)
