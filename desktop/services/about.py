"""What the program consists of, what it holds and where things lie."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from importlib.metadata import PackageMetadata

    from desktop.services.catalogue import Catalogue
    from desktop.store.holdings import Holdings

PROGRAM = "wegweiser-nrw"
SHIPPED = (
    "PySide6",
    "SQLAlchemy",
    "alembic",
    "cryptography",
    "defusedxml",
    "email-validator",
    "fontpkg-fira-sans",
    "fontpkg-ibm-plex-sans-arabic",
    "holidays",
    "msgspec",
    "openpyxl",
    "phonenumbers",
    "pillow",
    "platformdirs",
    "pyphen",
    "rapidfuzz",
    "reportlab",
    "segno",
    "typing_extensions",
    "uharfbuzz",
)
"""What the program is made with; what these need in turn is found by what they say of themselves."""
_NAME = re.compile(r"[\w.-]+")
_LONGEST_LICENCE = 80


class Piece(Struct, frozen=True):
    """A part of the program that others made; an empty licence means that it does not name one."""

    name: str
    version: str
    licence: str


class About(Struct, frozen=True, kw_only=True):
    """Everything that somebody who looks after the program asks for."""

    version: str
    python: str
    sqlite: str
    holdings: Holdings
    pieces: tuple[Piece, ...]
    data: Path
    share: Path | None
    log: Path


class AboutDesk:
    """Gathers it; all this is looked up when somebody asks."""

    def __init__(self, catalogue: Catalogue, data: Path, log: Path) -> None:
        self._catalogue = catalogue
        self._data = data
        self._log = log

    def about(self) -> About:
        """The program at this moment."""
        import platform

        from desktop.store.holdings import holdings, sqlite_version

        with self._catalogue.reading() as unit:
            held = holdings(unit)
        return About(
            version=program_version(),
            python=platform.python_version(),
            sqlite=sqlite_version(),
            holdings=held,
            pieces=pieces(),
            data=self._data,
            share=shared.share if (shared := self._catalogue.shared_folder) and shared.is_copied else None,
            log=self._log,
        )


def program_version() -> str:
    """The version of the program; `0` where it runs without having been installed."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(PROGRAM)
    except PackageNotFoundError:
        return "0"


def pieces() -> tuple[Piece, ...]:
    """Everything that is shipped, by name, each once."""
    found: dict[str, Piece] = {}
    for name in SHIPPED:
        _gather(name, found)
    return tuple(sorted(found.values(), key=lambda piece: piece.name.casefold()))


def _gather(name: str, found: dict[str, Piece]) -> None:
    """A part and what it needs; what is not installed here is not needed here."""
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        part = distribution(name)
    except PackageNotFoundError:
        return
    own_name = part.metadata["Name"]
    if own_name in found:
        return
    found[own_name] = Piece(own_name, part.version, licence_of(part.metadata))
    for needed in part.requires or ():
        if "extra ==" not in needed and (start := _NAME.match(needed)):
            _gather(start[0], found)


def licence_of(metadata: PackageMetadata) -> str:
    """The licence as the part names it: as an expression, in a short line, or by its classifier."""
    return next((name for name in _licences(metadata) if name and len(name) <= _LONGEST_LICENCE), "")


def _licences(metadata: PackageMetadata) -> Iterator[str]:
    for field in ("License-Expression", "License"):
        yield from (text.strip().partition("\n")[0] for text in metadata.get_all(field) or ())
    for classifier in metadata.get_all("Classifier") or ():
        if classifier.startswith("License ::"):
            yield classifier.rpartition(" :: ")[2]
