"""The tab "Partner": the network "Erfolgsfaktor Interkulturelle Öffnung" and its members."""

from desktop.domain.errors import N_
from desktop.domain.vocabulary import Kind, PartnerKind
from desktop.i18n import Translate
from desktop.views.records.reader import Reader
from desktop.views.records.records_tab import RecordsTab
from desktop.views.records.shape import Facet, Group, Shape, Sort
from desktop.views.tab import Tab

SHAPE = Shape(
    key="partners",
    title=N_("Pa&rtners"),
    description=N_("The partner network “Erfolgsfaktor Interkulturelle Öffnung” and the organisations in it."),
    groups=(
        Group(frozenset({Kind.NETWORK}), N_("Partner network")),
        Group(frozenset({Kind.PARTNER}), N_("Partners")),
    ),
    facets=(
        Facet("kind", N_("Kind"), N_("All kinds"), PartnerKind),
        Facet("place", N_("Seat"), N_("All seats")),
    ),
    sorts=(Sort("name", N_("By name")), Sort("place", N_("By seat")), Sort("kind", N_("By kind"))),
    badge="kind",
)


def build(reader: Reader, tr: Translate) -> Tab:
    """The tab, still empty."""
    return RecordsTab(SHAPE, reader, tr)
