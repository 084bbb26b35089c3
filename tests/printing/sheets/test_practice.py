"""The good-practice sheet."""

from desktop.domain.catalogue import Catalogue
from desktop.domain.vocabulary import Kind
from tests.support.dossiers import dossier, dossier_of
from tests.support.paper import ENGLISH, drawn
from tests.support.sheet import Printed


def test_each_of_the_eight_takes_two_pages_at_most(catalogue: Catalogue) -> None:
    eight = [record for record in catalogue.records if record.KIND is Kind.PRACTICE]
    assert len(eight) == 8
    assert max(drawn("practice", [dossier_of(record)], ENGLISH).page_count for record in eight) <= 2


def test_the_persons_to_ask_stand_there_with_number_and_mail() -> None:
    sheet = Printed(drawn("practice", [dossier("integrationslotsen-gelsenkirchen")], ENGLISH).pdf)
    assert "Admir Bulic" in sheet.text
    assert "Bedia Torun" in sheet.text
    assert "tel:+492094094205" in sheet.links
    assert "mailto:admir.bulic@awo-gelsenkirchen.de" in sheet.links
