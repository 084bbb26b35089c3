"""The tab "Programm": the programme, its twelve model municipalities and further topics of the Land."""

from desktop.domain.errors import N_
from desktop.domain.search import Order
from desktop.domain.vocabulary import Kind, MunicipalityKind
from desktop.views.records.records_tab import Supplies
from desktop.views.records.shape import AGE, Facet, Group, Shape, Sort
from desktop.views.tab import Tab
from desktop.views.tab_names import PROGRAMME
from desktop.views.tabs.programme.asking import Sources
from desktop.views.tabs.programme.programme_tab import ProgrammeTab

SHAPE = Shape(
    key=PROGRAMME.key,
    title=PROGRAMME.title,
    description=N_("The programme “Einwanderung gestalten NRW”, its twelve model municipalities and further topics."),
    groups=(
        Group(frozenset({Kind.PROGRAMME}), N_("Overview")),
        Group(frozenset({Kind.MUNICIPALITY}), N_("Model municipalities")),
        Group(frozenset({Kind.TOPIC}), N_("Further topics of the Land")),
    ),
    facets=(
        Facet("kind", N_("Legal form"), N_("All legal forms"), MunicipalityKind),
        Facet("place", N_("Place"), N_("All places")),
        Facet("subject", N_("Topic"), N_("All topics")),
        Facet("target_group", N_("Target group"), N_("All target groups")),
        AGE,
    ),
    sorts=(Sort(Order.BEST, N_("By name")), Sort(Order.PLACE, N_("By place")), Sort(Order.BADGE, N_("By legal form"))),
    badge=MunicipalityKind,
)


def build(supplies: Supplies, sources: Sources) -> Tab:
    """The tab, still empty."""
    return ProgrammeTab(SHAPE, supplies, sources)
