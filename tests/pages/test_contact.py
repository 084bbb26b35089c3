"""The page of an organisation and its contact points."""

from itertools import pairwise

import pytest

from desktop.domain.catalogue import Catalogue
from desktop.domain.vocabulary import Kind
from desktop.i18n import Translate
from desktop.pages.blocks import Fields, Heading
from desktop.pages.record import page
from tests.support.dossiers import dossier, dossier_of


def test_no_heading_of_any_record_has_nothing_below_it(catalogue: Catalogue, tr: Translate) -> None:
    for record in catalogue.records:
        blocks = page(dossier_of(record), tr).blocks
        for one, following in pairwise((*blocks, Heading(""))):
            is_bare = isinstance(one, Heading) and isinstance(following, Heading) and following.level <= one.level
            assert not is_bare, (record.id, one)
            assert not isinstance(one, Fields) or one.fields, record.id


@pytest.mark.parametrize(
    ("record_id", "place"),
    [("dji", "dji-online"), ("kompetenzzentrum-migration", "kompetenzzentrum-migration-online")],
)
def test_a_contact_point_of_which_nothing_is_told_can_still_be_gone_to(
    tr: Translate, record_id: str, place: str
) -> None:
    blocks = page(dossier(record_id), tr).blocks
    fields = [field for block in blocks if isinstance(block, Fields) for field in block.fields]
    (led,) = [field for field in fields if field.label == "Kontaktstelle"]
    assert [(value.record.kind, value.record_id) for value in led.values if value.record] == [(Kind.LOCATION, place)]


def test_a_contact_point_with_a_number_keeps_its_heading(tr: Translate) -> None:
    blocks = page(dossier("bamf"), tr).blocks
    assert "BAMF Dortmund" in [block.text for block in blocks if isinstance(block, Heading)]
