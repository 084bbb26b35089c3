"""What sheets of several records say at top and foot: each Stand and each source once."""

from collections.abc import Iterable
from typing import NamedTuple

from desktop.domain.dossier import Dossier
from desktop.domain.translation import Translation
from desktop.i18n import Translate
from desktop.pages import parts, translated
from desktop.printing import blocks
from desktop.printing.flowable import Flowable
from desktop.printing.furniture import Furniture
from desktop.printing.text import Writer

_MOST = 3


class Origin(NamedTuple):
    """How old the records are, and where they come from."""

    as_of: str
    source: str


def origin(dossiers: Iterable[Dossier], tr: Translate) -> Origin:
    """Each Stand and each source once; too many are not told here, for every record says its own."""
    shown = tuple(dossiers)
    return Origin(
        _joined(parts.as_of_text(dossier, tr) for dossier in shown),
        _joined(parts.source_text(dossier, tr) for dossier in shown),
    )


def furniture(writer: Writer, title: str, kicker: str, records: Origin, footer: str = "") -> Furniture:
    """The words at top and foot; `footer` is a line of the office above the rest."""
    return Furniture(
        writer=writer, title=title, kicker=kicker, as_of=records.as_of, source=records.source, footer=footer
    )


def warning(writer: Writer, told: Iterable[Translation] = ()) -> list[Flowable]:
    """What has to be said where nobody has checked the words of the sheet or the sentences told in them."""
    return blocks.notes(translated.warning(told, writer.tr), writer)


def _joined(texts: Iterable[str]) -> str:
    found = list(dict.fromkeys(texts))
    return " · ".join(found if len(found) <= _MOST else [*found[:_MOST], "…"])
