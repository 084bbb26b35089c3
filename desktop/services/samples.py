"""Sheets that show what a setting does, before anybody prints one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.office import Office
    from desktop.i18n import Translate
    from desktop.printing.order import Order
    from desktop.printing.paper import Paper
    from desktop.services.search import Search


class Samples:
    """Drawn by what draws the sheets themselves, so that they cannot promise anything else."""

    def __init__(
        self,
        make: Callable[[Order], Paper],
        search: Search,
        translations: Path,
        today: Callable[[], date],
        tr: Translate,
    ) -> None:
        self._make = make
        self._search = search
        self._translations = translations
        self._today = today
        self._tr = tr

    def letterhead(self, office: Office, logo: bytes | None, language: str) -> bytes:
        """The PDF of a handout on which nothing stands yet; raises `ExpectedError` for what cannot be printed."""
        from desktop.i18n import load
        from desktop.printing.job import Job
        from desktop.printing.sheets import draw, sheet_of

        tr = load(self._translations, language) if language and language != self._tr.language else self._tr
        title = tr(sheet_of("handout").title)
        return draw("handout", Job(title=title, dossiers=(), tr=tr, today=self._today(), office=office, logo=logo)).pdf

    def sheet(self, language: str, *, is_large: bool) -> bytes | None:
        """The PDF of the sheet of one contact point; nothing where there is none."""
        from desktop.domain.search import Question
        from desktop.domain.vocabulary import Kind
        from desktop.printing.order import Order
        from desktop.printing.variant import TypeSize, Variant

        wanted = self._search.ids(Question(groups=(frozenset({Kind.LOCATION}),)))[:1]
        if not wanted:
            return None
        variant = Variant(type_size=TypeSize.LARGE if is_large else TypeSize.NORMAL)
        return self._make(Order(sheet="contact", wanted=wanted, language=language, variant=variant)).pdf
