"""What was chosen for one sheet holds for the next one only where that can be chosen there, too."""

import pytest

from desktop.domain.search import Question
from desktop.printing.order import Order
from desktop.views.paper.options import Manner


@pytest.mark.parametrize(
    ("order", "is_compact"),
    [
        (Order(sheet="contact", wanted=("bamf-koeln", "bva-zentrale")), True),
        (Order(sheet="contact", wanted=("bamf-koeln",)), False),
        (Order(sheet="contact", wanted=Question()), False),
        (Order(sheet="handout", wanted=("bamf-koeln", "bva-zentrale")), False),
    ],
)
def test_several_on_a_page_is_for_several_contacts_alone(order: Order, is_compact: bool) -> None:
    assert Manner(is_compact=True).applied_to(order).variant.is_compact is is_compact
    assert not Manner().applied_to(order).variant.is_compact
