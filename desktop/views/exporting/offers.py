"""What can be exported from where a person is: the list, the record in front, the shortlist, everything."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from desktop.services.exporting import Selection

if TYPE_CHECKING:
    from desktop.i18n import Translate
    from desktop.views.tab import Tab

_LONGEST = 50
"""Letters of a record's name that a button has room for."""


class Offer(NamedTuple):
    """A selection by its name; only of everything can archived records be left out, all others say so themselves."""

    title: str
    selection: Selection
    is_everything: bool = False


def offers_of(tab: Tab, shortlist: Sequence[str], tr: Translate) -> tuple[Offer, ...]:
    """The offers, the usual one first; what there is nothing of is not offered."""
    found = [Offer(tr("The &list in front: {name}", name=tr(tab.name).replace("&", "")), _listed(tab))]
    if (chosen := tab.chosen()) is not None:
        name = chosen.name if len(chosen.name) <= _LONGEST else f"{chosen.name[: _LONGEST - 1].rstrip()}…"
        name = name.replace("&", "&&")
        found.append(Offer(tr("Only the &record in front: {name}", name=name), Selection((chosen.id,))))
    if shortlist:
        found.append(Offer(tr("The &shortlist"), Selection(tuple(shortlist))))
    return (*found, Offer(tr("E&verything in the catalogue"), Selection(), is_everything=True))


def _listed(tab: Tab) -> Selection:
    return Selection(tab.question(tab.kinds))
