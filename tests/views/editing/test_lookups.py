"""Records are looked up by what a person types, behind the form."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.domain.dossier import Reference
from desktop.domain.vocabulary import Kind
from desktop.i18n import load
from desktop.services.catalogue import Catalogue
from desktop.services.search import Search
from desktop.views.background import Background
from desktop.views.editing.lookups import RecordLookups
from tests.support.places import SHIPPED, TRANSLATIONS


def test_organisations_are_found_by_a_beginning_and_known_by_their_ids(database: Path, qtbot: QtBot) -> None:
    catalogue = Catalogue(database, SHIPPED, load(TRANSLATIONS, "en"))
    search, background = Search(catalogue), Background()
    lookups = RecordLookups(search, catalogue, background)
    found: list[Sequence[Reference]] = []
    known: list[Mapping[str, Reference]] = []
    lookups.find("bamf", frozenset({Kind.ORGANIZATION}), found.append)
    lookups.named(["moers", "gibt-es-nicht"], known.append)
    qtbot.waitUntil(lambda: background.is_idle, timeout=20_000)
    assert found[0][0].id == "bamf"
    assert {one.kind for one in found[0]} == {Kind.ORGANIZATION}
    assert {one: reference.name for one, reference in known[0].items()} == {"moers": "Moers"}
    for part in (background, search, catalogue):
        part.close()
