"""The sheet of the programme tab."""

import pytest

from tests.support.dossiers import dossier
from tests.support.paper import ENGLISH, drawn
from tests.support.sheet import Printed


@pytest.mark.parametrize(
    ("record_id", "begins"),
    [
        ("einwanderung-gestalten-nrw", "Einwanderung gestalten NRW"),
        ("oeffentlicher-dienst", "Menschen mit Einwanderungsgeschichte"),
        ("partnernetzwerk", "Partnernetzwerk"),
    ],
)
def test_programme_topics_and_network_are_printed_from_their_name_on(record_id: str, begins: str) -> None:
    made = drawn("programme", [dossier(record_id)], ENGLISH)
    pages = Printed(made.pdf).pages
    assert pages[0].startswith(begins)
    assert pages[-1].endswith(f"Page {made.page_count} of {made.page_count}")
