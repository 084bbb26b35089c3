"""The tab "Gute Praxis": examples of good integration work."""

from desktop.domain.errors import N_
from desktop.domain.search import Order
from desktop.domain.vocabulary import Kind
from desktop.views.records.records_tab import RecordsTab, Supplies
from desktop.views.records.shape import AGE, Facet, Group, Shape, Sort
from desktop.views.tab import Tab
from desktop.views.tab_names import PRACTICES

SHAPE = Shape(
    key=PRACTICES.key,
    title=PRACTICES.title,
    description=N_("What was done, by whom, where, with what money and to what effect."),
    groups=(Group(frozenset({Kind.PRACTICE})),),
    facets=(
        Facet("place", N_("Place"), N_("All places")),
        Facet("subject", N_("Topic"), N_("All topics")),
        Facet("target_group", N_("Target group"), N_("All target groups")),
        AGE,
    ),
    sorts=(Sort(Order.BEST, N_("By name")), Sort(Order.PLACE, N_("By place"))),
)


def build(supplies: Supplies) -> Tab:
    """The tab, still empty."""
    return RecordsTab(SHAPE, supplies)
