"""Every dated fact of the programme, and honestly where nothing is dated."""

import pytest

from desktop.domain.catalogue import Catalogue
from desktop.domain.dossier import Dossier
from desktop.domain.vocabulary import Kind
from desktop.i18n import pseudo
from tests.support.accessibility import faults
from tests.support.dossiers import dossier_of
from tests.support.paper import GERMAN, drawn
from tests.support.sheet import Printed
from tests.support.tagged import Tagged


@pytest.fixture
def programme(catalogue: Catalogue) -> list[Dossier]:
    kinds = (Kind.PROGRAMME, Kind.MUNICIPALITY, Kind.TOPIC)
    return [dossier_of(record) for kind in kinds for record in catalogue.records if record.KIND is kind]


def test_every_dated_fact_stands_once_with_the_record_that_tells_it(programme: list[Dossier]) -> None:
    made = drawn("timeline", programme, GERMAN)
    (table,) = Tagged(made.pdf).find("Table")
    told = [(row.nodes[1].text.strip(), row.nodes[2].text.strip()) for row in table.nodes[1:]]
    for found in programme:
        for fact in found.record.dates:
            assert told.count((fact.text, found.record.name)) == sum(
                other.text == fact.text for other in found.record.dates
            )
    assert made.page_count == 1
    assert faults(made.pdf) == []


def test_the_earliest_comes_first_and_an_end_of_a_year_after_its_months(programme: list[Dossier]) -> None:
    (table,) = Tagged(drawn("timeline", programme, GERMAN).pdf).find("Table")
    when = [row.nodes[0].text.strip() for row in table.nodes[1:]]
    assert when == [
        "2015",
        "ab 2015",
        "ab 2015",
        "2016",
        "01.06.2017",
        "ab März 2018",
        "01.06.2018",
        "keine Angabe",
        "bis Ende 2019",
        "bis Ende 2019",
        "bis Ende 2019",
        "keine Angabe",
    ]


def test_what_is_not_known_is_said(programme: list[Dossier]) -> None:
    text = " ".join(Printed(drawn("timeline", programme, GERMAN).pdf).text.split())
    assert "zwischen 01.06.2018 und Ende 2019" in text
    assert "nach Ende 2019; Stand der Angaben: 19.10.2022" in text
    assert "8 von 12 Kommunen ohne Datum Bielefeld, Dortmund, Hamm, Köln, Kreis Lippe, " in text
    assert "danach folgte das Kommunale Integrationsmanagement (KIM)" in text


def test_without_any_date_nothing_is_invented(programme: list[Dossier]) -> None:
    silent = [found for found in programme if not found.record.dates]
    (table,) = Tagged(drawn("timeline", silent, GERMAN).pdf).find("Table")
    assert len(table.nodes) == 1


def test_words_twice_as_long_still_find_their_place(programme: list[Dossier]) -> None:
    sheet = Printed(drawn("timeline", programme, pseudo()).pdf)
    assert sheet.overlapping == []
    assert sheet.outside == []
