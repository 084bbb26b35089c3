"""The tabs in their order, a line each with exactly what it needs."""

from collections.abc import Callable

from desktop.views.records.records_tab import Supplies
from desktop.views.tab import Tab
from desktop.views.tabs import contacts, partners, practices, programme
from desktop.views.tabs.programme.asking import Sources


def tabs(supplies: Callable[[], Supplies], sources: Sources) -> tuple[Tab, ...]:
    """All tabs of the window, still empty."""
    return (
        programme.build(supplies(), sources),
        contacts.build(supplies()),
        practices.build(supplies()),
        partners.build(supplies()),
    )
