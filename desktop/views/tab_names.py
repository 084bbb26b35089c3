"""What the tabs are called; known before any of them is imported, for the window's first picture shows it."""

from typing import NamedTuple

from desktop.domain.errors import N_


class TabName(NamedTuple):
    """The word of a tab in the settings, and its title, a message."""

    key: str
    title: str


TAB_NAMES = PROGRAMME, CONTACTS, PRACTICES, PARTNERS = (
    TabName("programme", N_("&Programme")),
    TabName("contacts", N_("&Contacts")),
    TabName("practices", N_("&Good practice")),
    TabName("partners", N_("Pa&rtners")),
)
