"""Reads a package: first who signed it and whether every byte is as it was signed, only then what it says."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import TypeVar

from desktop.domain.catalogue import Catalogue, Closed
from desktop.domain.errors import IS_FOLDER, ForeignFileError
from desktop.domain.held import Held
from desktop.domain.note import CounterNote
from desktop.domain.package import Manifest, Package
from desktop.domain.provenance import Source
from desktop.domain.record import Record, Term
from desktop.domain.soundness import closed_by
from desktop.domain.synonym import Synonym
from desktop.exchange.package import layout
from desktop.exchange.package.container import Container
from desktop.exchange.package.judging import demand_fitting, demand_sound
from desktop.exchange.package.layout import LIMITS, Limits
from desktop.exchange.package.lines import known_record_in, record_in, struct_in, values_in
from desktop.exchange.package.refusals import CHANGED, NO_PACKAGE, named, refuse
from desktop.exchange.package.sealed import Sealed, sealed
from desktop.exchange.package.telling import refuse_wrapped

T = TypeVar("T")
Tell = Callable[[int, int], object]
"""Called with how many of how many values were read; it may raise to give the reading up."""
_STEP = 1_000
_LOOKED_AT = 512


def _nobody(_done: int, _total: int) -> None:
    """Nobody asks how far it is."""


def peek(path: Path, limits: Limits = LIMITS) -> Sealed:
    """What a package says of itself and who signed that; what else it holds is not looked at.

    Raises `ForeignFileError` where the signature does not hold.
    """
    with _opened(path, limits) as container:
        return sealed(container, limits)


def read_package(path: Path, limits: Limits = LIMITS, tell: Tell = _nobody) -> Package:
    """A package of which everything was checked; raises `ForeignFileError` with what is wrong and what to do."""
    with _opened(path, limits) as container:
        seal = sealed(container, limits)
        _demand_digests(container, seal.manifest)
        parts = _Unpacking(container, seal.manifest, limits, tell)
        notes = parts.values(layout.NOTES, struct_in(CounterNote))
        package = Package(seal.manifest, seal.signer, parts.catalogue(), notes)
        demand_sound(package, parts.newest)
        return package


@contextmanager
def _opened(path: Path, limits: Limits) -> Iterator[Container]:
    """The file, open; a folder or a pipe is no package."""
    with suppress(OSError):
        if path.is_dir():
            raise ForeignFileError(IS_FOLDER, name=str(path))
    with named(path.name):
        if path.exists() and not path.is_file():
            raise refuse(NO_PACKAGE)
        with path.open("rb") as file:
            refuse_wrapped(file.read(_LOOKED_AT), path.name)
            yield Container(file, limits)


def _demand_digests(container: Container, manifest: Manifest) -> None:
    """Raise unless each part has the very bytes that were signed."""
    for name in layout.PARTS[manifest.cargo]:
        for _ in _checked(container, manifest, name):
            pass


def _checked(container: Container, manifest: Manifest, name: str) -> Iterator[bytes]:
    """The bytes of a part; raises at its end where they are others than those that were signed.

    The file may lie on a stick that somebody writes to meanwhile: whoever reads it once more checks it once more.
    """
    digest = hashlib.sha256()
    for chunk in container.chunks(container.parts[name]):
        digest.update(chunk)
        yield chunk
    if digest.hexdigest() != manifest.digests[name]:
        raise refuse(CHANGED, part=name)


class _Unpacking:
    """Makes records of what was signed."""

    def __init__(self, container: Container, manifest: Manifest, limits: Limits, tell: Tell) -> None:
        self._container = container
        self._manifest = manifest
        self._limits = limits
        self._tell = tell
        self._done = 0
        self.newest: date | None = None

    def catalogue(self) -> Catalogue:
        """The records with all that they name; its version is the number of the package."""
        sources = self.values(layout.SOURCES, struct_in(Source))
        subjects = self.values(layout.SUBJECTS, struct_in(Term))
        groups = self.values(layout.TARGET_GROUPS, struct_in(Term))
        return Catalogue(
            version=self._manifest.number,
            sources=sources,
            subjects=subjects,
            target_groups=groups,
            synonyms=self.values(layout.SYNONYMS, struct_in(Synonym)),
            records=self._records(closed_by(sources, subjects, groups)),
        )

    def _records(self, closed: Closed) -> Held:
        """All records, each looked at as it comes and then held as the line that it stands in."""
        held = Held(known_record_in)

        def kept(line: bytes) -> Record:
            record = record_in(line)
            demand_fitting(record, held, closed)
            held.add(record, line)
            return record

        for record in self._each(layout.RECORDS, kept):
            if (told := record.provenance.as_of) is not None:
                self.newest = max(told, self.newest or told)
        return held

    def values(self, name: str, made: Callable[[bytes], T]) -> tuple[T, ...]:
        """All values of a part; none where packages of this kind do not have it."""
        return tuple(self._each(name, made))

    def _each(self, name: str, made: Callable[[bytes], T]) -> Iterator[T]:
        if name in layout.PARTS[self._manifest.cargo]:
            chunks = _checked(self._container, self._manifest, name)
            yield from self._told(values_in(name, chunks, made, self._limits))

    def _told(self, values: Iterator[T]) -> Iterator[T]:
        total = sum(self._manifest.counts.values())
        for value in values:
            if self._done % _STEP == 0:
                self._tell(min(self._done, total), total)
            self._done += 1
            yield value
