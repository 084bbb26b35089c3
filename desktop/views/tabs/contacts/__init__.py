"""The tab "Kontakte": contact points of authorities and advice services, and persons to ask for."""

from desktop.domain.errors import N_
from desktop.domain.vocabulary import Kind, Level, LocationRole
from desktop.i18n import Translate
from desktop.views.records.reader import Reader
from desktop.views.records.records_tab import RecordsTab
from desktop.views.records.shape import Facet, Group, Shape, Sort
from desktop.views.tab import Tab

SHAPE = Shape(
    key="contacts",
    title=N_("&Contacts"),
    description=N_("Contact points of authorities and advice services: numbers, addresses, tasks and legal basis."),
    groups=(
        Group(frozenset({Kind.LOCATION}), N_("Contact points")),
        Group(frozenset({Kind.PERSON}), N_("Contact persons")),
    ),
    facets=(
        Facet("level", N_("Level"), N_("All levels"), Level),
        Facet("role", N_("Kind of place"), N_("All kinds"), LocationRole),
        Facet("place", N_("Place"), N_("All places")),
        Facet("subject", N_("Topic"), N_("All topics")),
        Facet("target_group", N_("Target group"), N_("All target groups")),
        Facet("anonymous", N_("Anonymous advice"), N_("All answers"), answers={"yes": N_("yes"), "no": N_("no")}),
    ),
    sorts=(Sort("name", N_("By name")), Sort("place", N_("By place")), Sort("kind", N_("By kind of place"))),
    badge="role",
)


def build(reader: Reader, tr: Translate) -> Tab:
    """The tab, still empty."""
    return RecordsTab(SHAPE, reader, tr)
