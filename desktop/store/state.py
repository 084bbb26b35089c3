"""Whether a database is ready for use, told from a first look that needs no SQLAlchemy."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from desktop.domain.errors import N_, DataFileError
from desktop.store.read_only import reading
from desktop.store.schema import REVISION, revision_of
from desktop.store.search.tables import FORM, FORM_KEY

VERSION_KEY, DIGEST_KEY = "shipped_version", "shipped_digest"
SEEN_KEY, DEED_KEY = "shipped_seen", "shipped_deed"
"""The version of the shipped data that a person was told of, and the number of the deed by which the last one came."""


def is_ready(path: Path, version: int, digest: str) -> bool:
    """Whether the database at `path` has this schema and search index and holds these shipped data, or later ones."""
    if revision_of(path) != REVISION:
        return False
    held = read_state(path)
    return held.get(FORM_KEY) == FORM and holds(held, version, digest)


def is_current(path: Path) -> bool:
    """Whether the database at `path` can be read as it is, whatever shipped data it holds."""
    return revision_of(path) == REVISION and read_state(path).get(FORM_KEY) == FORM


def holds(held: Mapping[str, str], version: int, digest: str) -> bool:
    """Whether a database that knows this of itself holds these shipped data, or later ones."""
    found = str(held.get(VERSION_KEY, ""))
    held_version = int(found) if found.isdecimal() else 0  # what cannot be read is filled anew
    return held_version > version or (held_version == version and held.get(DIGEST_KEY) == digest)


def read_state(path: Path) -> dict[str, str]:
    """What the database at `path` knows of itself."""
    with reading(path) as connection:
        return dict(connection.execute("SELECT key, value FROM state"))


class ShippedNews(NamedTuple):
    """Whether a version of the shipped data came that nobody was told of, and the deed by which the last one came."""

    is_new: bool
    deed: int | None


def news_in(held: Mapping[str, str]) -> ShippedNews:
    """What a database that knows this of itself has to tell."""
    seen, deed = held.get(SEEN_KEY), held.get(DEED_KEY, "")
    return ShippedNews(seen is not None and seen != held.get(VERSION_KEY), int(deed) if deed.isdecimal() else None)


def digest_of(folder: Path) -> str:
    """A digest of all shipped data files, to see at once whether any has changed."""
    found = hashlib.sha256()
    try:
        for path in sorted(folder.rglob("*.toml")):
            found.update(path.relative_to(folder).as_posix().encode())
            found.update(path.read_bytes())
    except OSError as error:
        raise DataFileError(N_("The shipped data in {folder} cannot be read."), folder=folder) from error
    return found.hexdigest()
