"""The tab "Partner": the network "Erfolgsfaktor Interkulturelle Öffnung" and its members."""

from desktop.domain.errors import N_
from desktop.domain.search import Order
from desktop.domain.vocabulary import Kind, PartnerKind
from desktop.views.records.records_tab import RecordsTab, Supplies
from desktop.views.records.shape import AGE, Facet, Group, Shape, Sort
from desktop.views.tab import Tab
from desktop.views.tab_names import PARTNERS

SHAPE = Shape(
    key=PARTNERS.key,
    title=PARTNERS.title,
    description=N_("The partner network “Erfolgsfaktor Interkulturelle Öffnung” and the organisations in it."),
    groups=(
        Group(frozenset({Kind.NETWORK}), N_("Partner network")),
        Group(frozenset({Kind.PARTNER}), N_("Partners")),
    ),
    facets=(
        Facet("kind", N_("Kind"), N_("All kinds"), PartnerKind),
        Facet("place", N_("Seat"), N_("All seats")),
        AGE,
    ),
    sorts=(Sort(Order.BEST, N_("By name")), Sort(Order.PLACE, N_("By seat")), Sort(Order.BADGE, N_("By kind"))),
    badge=PartnerKind,
)


def build(supplies: Supplies) -> Tab:
    """The tab, still empty."""
    return RecordsTab(SHAPE, supplies)
