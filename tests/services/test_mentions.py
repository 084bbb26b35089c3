"""Who reads a record learns which others speak of the same body, and gets there."""

from pathlib import Path

import pytest

from desktop.domain.body import Body
from desktop.i18n import load
from desktop.services.catalogue import Catalogue
from desktop.services.mentions import Mentions
from desktop.services.search import Search
from tests.support.places import SHIPPED, TRANSLATIONS


@pytest.fixture
def mentions(database: Path) -> Mentions:
    catalogue = Catalogue(database, SHIPPED, load(TRANSLATIONS, "de"))
    return Mentions(catalogue, Search(catalogue), SHIPPED)


def mentioned(mentions: Mentions, record_id: str) -> dict[str, set[str]]:
    found = mentions.dossier(record_id).mentions
    return {mention.body: {one.id for one in mention.records} for mention in found}


def test_the_job_centres_lead_from_one_record_to_all_others(mentions: Mentions) -> None:
    others = mentioned(mentions, "wuppertal")["Jobcenter"]
    assert {"rheine", "muelheim-an-der-ruhr", "jobcenter-duisburg", "einwanderung-gestalten-nrw"} <= others
    assert "wuppertal" not in others
    for other in others:
        assert "wuppertal" in mentioned(mentions, other)["Jobcenter"]


def test_the_municipal_integration_centres_lead_to_each_other(mentions: Mentions) -> None:
    found = mentioned(mentions, "hamm")["Kommunale Integrationszentren"]
    assert {"bielefeld", "rheine", "einwanderung-gestalten-nrw"} <= found


def test_what_only_one_record_speaks_of_leads_nowhere(mentions: Mentions) -> None:
    assert "Integration Points" not in mentioned(mentions, "basissprachkurse")


def test_a_record_that_is_linked_anyway_is_not_named_twice(mentions: Mentions) -> None:
    dossier = mentions.dossier("dortmund")
    linked = {one.id for one in dossier.related}
    assert not linked & {one.id for mention in dossier.mentions for one in mention.records}


@pytest.mark.parametrize(
    ("text", "is_named"),
    [
        ("Die Integration Points vor Ort", True),
        ("ein Integration-Point", True),
        ("Integration, Pointe", False),
        ("Desintegration Points", False),
    ],
)
def test_only_whole_words_count(text: str, is_named: bool) -> None:
    assert Body("Integration Points", ("Integration Point*",)).is_named_in(text) is (is_named)


def test_every_shipped_body_is_spoken_of_in_the_data(mentions: Mentions) -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in SHIPPED.rglob("*.toml") if path.name != "bodies.toml")
    assert [body.name for body in mentions.bodies if not body.is_named_in(text)] == []
