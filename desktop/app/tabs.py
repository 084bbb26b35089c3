"""The tabs in their order, a line each with exactly what it needs."""

from collections.abc import Callable

from desktop.i18n import Translate
from desktop.views.records.reader import Reader
from desktop.views.tab import Tab
from desktop.views.tabs import contacts, partners, practices, programme


def tabs(reader: Callable[[], Reader], tr: Translate) -> tuple[Tab, ...]:
    """All tabs of the window, still empty."""
    return (
        programme.build(reader(), tr),
        contacts.build(reader(), tr),
        practices.build(reader(), tr),
        partners.build(reader(), tr),
    )
