"""What objects of HSDS are made of: identifiers, attributes, and our own values within them.

HSDS has no word for all that a record says. The rest stands in one attribute of the object as JSON, under a name of
ours: other programs pass over it, and a record that comes back is whole.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from hashlib import sha1
from typing import Any
from uuid import UUID, uuid5

import msgspec

from desktop.domain.record import Term
from desktop.domain.vocabulary import Taxonomy

Node = dict[str, Any]
OURS = "Wegweiser"
_KEPT = "wegweiser:kept"
_SPACE = UUID("6f0c9a52-6a3b-5d0e-9b1f-2f4f3f8f7a11")
_VARIANTS = {f"{digit:x}": f"{digit & 3 | 8:x}" for digit in range(16)}
_FOREIGN = re.compile(r"hsds-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})")
_TERMS = {taxonomy: f"wegweiser:{taxonomy.value}" for taxonomy in Taxonomy}


def uid(*names: object) -> str:
    """The identifier of an object, the same each time; what came from elsewhere keeps the one that it had.

    It is what `uuid5` gives, in a fraction of the time: a file has a dozen of them for each record.
    """
    if len(names) == 1 and (foreign := _FOREIGN.fullmatch(str(names[0]))):
        return foreign[1]
    found = sha1(_SPACE.bytes + "/".join(map(str, names)).encode(), usedforsecurity=False).hexdigest()
    variant = _VARIANTS[found[16]]
    return f"{found[:8]}-{found[8:12]}-5{found[13:16]}-{variant}{found[17:20]}-{found[20:32]}"


def own_id(identifier: object) -> str:
    """The id of a record for an identifier of another program."""
    found = f"hsds-{identifier}".lower()
    return found if _FOREIGN.fullmatch(found) else f"hsds-{uuid5(_SPACE, f'foreign/{identifier}')}"


def node(**values: Any) -> Node:
    """An object without what is not known."""
    return {name: value for name, value in values.items() if value is not None and value != [] and value != ""}


def kept(link_id: str, entity: str, values: Any) -> Node:
    """The attribute that holds what HSDS has no word for."""
    told = msgspec.json.encode(values).decode()
    return {
        "id": uid(link_id, "kept"),
        "link_id": link_id,
        "link_entity": entity,
        "link_type": _KEPT,
        "label": OURS,
        "value": told,
    }


def kept_in(found: Node) -> Any:
    """What `kept` holds in an object; nothing where there is none or it cannot be read."""
    for attribute in objects(found.get("attributes")):
        if attribute.get("link_type") == _KEPT:
            try:
                return json.loads(str(attribute.get("value")))
            except (ValueError, RecursionError):
                return None
    return None


def filed_under(link_id: str, entity: str, taxonomy: Taxonomy, terms: Iterable[Term]) -> list[Node]:
    """The attributes that classify an object."""
    return [
        {
            "id": uid(link_id, taxonomy.value, term.id),
            "link_id": link_id,
            "link_entity": entity,
            "link_type": _TERMS[taxonomy],
            "taxonomy_term_id": uid(taxonomy.value, term.id),
            "taxonomy_term": {
                "id": uid(taxonomy.value, term.id),
                "code": term.id,
                "name": term.name,
                "description": term.name,
                "taxonomy": f"{OURS}: {taxonomy.value}",
            },
        }
        for term in terms
    ]


def terms_in(found: Node, taxonomy: Taxonomy) -> list[str]:
    """The ids of the terms that an object is classified by."""
    terms = (
        attribute.get("taxonomy_term")
        for attribute in objects(found.get("attributes"))
        if attribute.get("link_type") == _TERMS[taxonomy]
    )
    return [str(term["code"]) for term in terms if isinstance(term, dict) and term.get("code")]


def objects(value: object) -> Iterator[Node]:
    """The objects of a list, whatever else stands in it or in its place."""
    if isinstance(value, list):
        yield from (one for one in value if isinstance(one, dict))


def text(value: object) -> str | None:
    """A text that says something."""
    return value if isinstance(value, str) and value.strip() else None
