"""Which other records speak of the bodies that a record speaks of."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.errors import StoreError
from desktop.services.catalogue import Catalogue
from desktop.services.search import Search

if TYPE_CHECKING:
    from desktop.domain.body import Body
    from desktop.domain.dossier import Dossier, Mention
    from desktop.domain.record import RecordId

FILE = "bodies.toml"
MOST = 12
"""So many records are named for a body."""
_LOOKED_AT = 200


class Mentions:
    """Reads records as `Catalogue` does, and what else speaks of the same bodies beside each."""

    def __init__(self, catalogue: Catalogue, search: Search, shipped: Path) -> None:
        self._catalogue = catalogue
        self._search = search
        self._shipped = shipped

    def dossier(self, record_id: RecordId) -> Dossier:
        """A record with all that is read beside it; raises `UnknownRecordError`."""
        from msgspec.structs import replace

        from desktop.domain.body import text_of

        dossier = self._catalogue.dossier(record_id)
        text = text_of(dossier.record)
        named = [body for body in self.bodies if body.is_named_in(text)]
        return replace(dossier, mentions=tuple(filter(None, (self._mention(body, dossier) for body in named))))

    def _mention(self, body: Body, dossier: Dossier) -> Mention | None:
        """The records in use that speak of a body, without this one and those that it links to anyway."""
        from desktop.domain.body import text_of
        from desktop.domain.dossier import Mention, reference_to
        from desktop.domain.search import Question
        from desktop.domain.vocabulary import Status

        known = {dossier.record.id, *(one.id for one in dossier.related), *(one.id for one in dossier.persons)}
        try:
            found = [one for text in body.searched for one in self._search.ids(Question(text=text))]
        except StoreError:  # what stands beside a record is no reason not to show it
            return None
        ids = [one for one in dict.fromkeys(found) if one not in known][:_LOOKED_AT]
        with self._catalogue.reading() as unit:
            records = [item.record for item in unit.records.placed(ids).values()]
        speaking = [one for one in records if one.status is Status.ACTIVE and body.is_named_in(text_of(one))]
        return Mention(body.name, tuple(map(reference_to, speaking[:MOST])), len(speaking)) if speaking else None

    @cached_property
    def bodies(self) -> tuple[Body, ...]:
        """The shipped bodies."""
        import tomllib

        import msgspec

        from desktop.domain.body import Body

        content = tomllib.loads((self._shipped / FILE).read_text(encoding="utf-8"))
        return msgspec.convert(content["bodies"], tuple[Body, ...])
