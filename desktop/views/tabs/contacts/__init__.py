"""The tab "Kontakte": contact points of authorities and advice services, and persons to ask for."""

from desktop.domain.errors import N_
from desktop.domain.search import Order
from desktop.domain.vocabulary import Kind, Level, LocationRole
from desktop.views.records.records_tab import RecordsTab, Supplies
from desktop.views.records.shape import AGE, Facet, Group, Shape, Sort
from desktop.views.tab import Tab
from desktop.views.tab_names import CONTACTS

SHAPE = Shape(
    key=CONTACTS.key,
    title=CONTACTS.title,
    description=N_("Contact points of authorities and advice services: numbers, addresses, tasks and legal basis."),
    groups=(
        Group(frozenset({Kind.LOCATION}), N_("Contact points")),
        Group(frozenset({Kind.PERSON}), N_("Contact persons")),
        Group(frozenset({Kind.ORGANIZATION}), N_("Authorities and organisations")),
    ),
    facets=(
        Facet("target_group", N_("Target group"), N_("All target groups")),
        Facet("subject", N_("Topic"), N_("All topics")),
        Facet("anonymous", N_("Anonymous advice"), N_("All answers"), answers={"yes": N_("yes"), "no": N_("no")}),
        Facet("level", N_("Level"), N_("All levels"), Level),
        Facet("role", N_("Kind of place"), N_("All kinds"), LocationRole),
        Facet("place", N_("Place"), N_("All places")),
        Facet("language", N_("Language"), N_("All languages")),
        AGE,
    ),
    sorts=(
        Sort(Order.BEST, N_("By name")),
        Sort(Order.PLACE, N_("By place")),
        Sort(Order.BADGE, N_("By kind of place")),
    ),
    badge=LocationRole,
)


def build(supplies: Supplies) -> Tab:
    """The tab, still empty."""
    return RecordsTab(SHAPE, supplies)
