"""A record as the person across the desk sees it: in brief, in their language, with a code for their telephone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from desktop.i18n import Translate, load
from desktop.services.catalogue import Catalogue

if TYPE_CHECKING:
    from desktop.domain.qr import QrSymbol
    from desktop.domain.record import RecordId
    from desktop.pages.blocks import Page
    from desktop.pages.code import Code

_MOST_MODULES = 177 + 8
"""The largest code there is, with its margin: a screen has room for it."""


class Shown(NamedTuple):
    """What is shown of a record, in the language of `tr`; without a way to reach it there is no code."""

    page: Page
    code: Code | None
    symbol: QrSymbol | None
    tr: Translate


class Showing:
    """Makes what is shown across the desk."""

    def __init__(self, catalogue: Catalogue, translations: Path, tr: Translate) -> None:
        self._catalogue = catalogue
        self._translations = translations
        self._tr = tr

    def shown(self, record_id: RecordId, language: str) -> Shown:
        """A record as it is at this moment; raises `UnknownRecordError`."""
        from desktop.domain.qr import qr_symbol
        from desktop.pages.brief import brief
        from desktop.pages.code import code

        tr = self._tr if language == self._tr.language else load(self._translations, language)
        dossier = self._catalogue.dossier(record_id)
        wanted = code(dossier, tr)
        symbol = qr_symbol(wanted.contents, most_modules=_MOST_MODULES) if wanted else None
        return Shown(brief(dossier, tr), wanted, symbol, tr)
