"""The terms of the closed lists read with one statement, each with its other names and translations."""

import sqlite3
from collections.abc import Sequence
from typing import Any

import msgspec

from desktop.domain.change import PlacedTerm
from desktop.domain.record import Term
from desktop.domain.translation import Translation
from desktop.domain.vocabulary import Taxonomy
from desktop.store.failures import rows_read
from desktop.store.shapes import Shape
from desktop.store.tables.catalogue import TERM_TRANSLATION

_TRANSLATION = Shape(TERM_TRANSLATION)
_SAID = ", ".join(_TRANSLATION.named[2:])
_OWN = "(taxonomy, term_id) = (term.taxonomy, term.id)"
_SELECT = f"""
    SELECT taxonomy, id, position, name,
        (SELECT json_group_array(json_array(position, name)) FROM term_alternate_name WHERE {_OWN}),
        (SELECT json_group_array(json_array({_SAID})) FROM term_translation WHERE {_OWN})
    FROM term
"""


@rows_read()
def terms_where(driver: sqlite3.Connection, condition: str, *values: object) -> list[PlacedTerm]:
    """The terms of which this is true, in the order of their lists."""
    found = map(_placed, driver.execute(f"{_SELECT} WHERE {condition}", values))
    return sorted(found, key=lambda item: (item.position, item.term.id))


def _placed(row: Sequence[Any]) -> PlacedTerm:
    taxonomy, term_id, position, name, names, said = row
    term = Term(
        id=term_id,
        name=name,
        alternate_names=tuple(other for _, other in sorted(msgspec.json.decode(names))),
        translations=tuple(
            Translation(**_TRANSLATION.values(one, begin=2)) for one in sorted(msgspec.json.decode(said))
        ),
    )
    return PlacedTerm(position, Taxonomy(taxonomy), term)
