"""What a package, or newer shipped data, would do to the records here, before a person has decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

from desktop.domain.errors import N_, ExpectedError
from desktop.domain.merging import Side
from desktop.domain.package import Cargo, Package
from desktop.domain.trust import Verdict
from desktop.domain.vocabulary import Kind


class Outcome(StrEnum):
    """What becomes of one record, term or note."""

    CONFLICT = "conflict"
    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"
    KEPT = "kept"
    LEFT_OUT = "left_out"


OUTCOME_LABELS: dict[Outcome, str] = {
    Outcome.CONFLICT: N_("To decide"),
    Outcome.NEW: N_("New"),
    Outcome.CHANGED: N_("Changed"),
    Outcome.GONE: N_("Archived, because it is gone there"),
    Outcome.KEPT: N_("Stays as it is here"),
    Outcome.LEFT_OUT: N_("Left out, because it belongs to something that was deleted here"),
}


NOTHING_DIFFERS = N_(
    "Nothing is different: the records here are those of the package. Taking it only keeps in mind from whom it came,"
    " and its number."
)

NOTES_ARE_HERE = N_("These notes are here already.")


class Finding(Struct, frozen=True, gc=False):
    """One record, term (without `kind`) or note that is not alike on both sides; `conflicts` name what to decide.

    `key` is that of the history, `state` a digest of both sides where there is something to decide.
    """

    key: str
    name: str
    kind: Kind | None
    outcome: Outcome
    conflicts: tuple[str, ...] = ()
    state: str = ""


class Point(NamedTuple):
    """One thing to decide: a field of a record."""

    key: str
    field: str


Decisions = Mapping[Point, Side]
"""What a person decided about each point."""


class Look(Struct, frozen=True):
    """What there is to see before anything is done.

    Newer shipped data come without a package; `taken` is what they did at the start already, by the deed with this
    number.
    """

    package: Package | None
    verdict: Verdict | None
    findings: tuple[Finding, ...]
    taken: tuple[Finding, ...] = ()
    deed: int | None = None

    @property
    def has_notes_only(self) -> bool:
        """Whether a package brings notes from the counter instead of records."""
        return self.package is not None and self.package.manifest.cargo is Cargo.NOTES

    @property
    def is_done(self) -> bool:
        """Whether these notes were taken before and are all here, so that there is nothing to insist on."""
        return self.has_notes_only and not self.findings and self.verdict is not None and self.verdict.may_insist

    def points(self) -> Iterator[Point]:
        """Everything that has to be decided."""
        for finding in self.findings:
            for field in finding.conflicts:
                yield Point(finding.key, field)

    def counts(self) -> dict[Outcome, int]:
        """How many there are of each outcome."""
        found = dict.fromkeys(Outcome, 0)
        for finding in self.findings:
            found[finding.outcome] += 1
        return found

    def undecided(self, decisions: Decisions) -> int:
        """How many points wait for a person."""
        return sum(point not in decisions for point in self.points())


class News(NamedTuple):
    """What newer shipped data did that nobody has seen yet, and how much of it waits to be looked at."""

    new: int
    changed: int
    gone: int
    waiting: int


class UndecidedError(ExpectedError):
    """Something was not decided yet."""

    def __init__(self, count: int) -> None:
        super().__init__(
            N_("{count} fields were changed both here and there and wait for a decision. Nothing was changed."),
            count=count,
        )


class MeanwhileError(ExpectedError):
    """The records were changed since they were looked at; `look` is how things stand now."""

    def __init__(self, look: Look) -> None:
        super().__init__(
            N_("The records were changed meanwhile. Nothing was changed. Please look at what has changed and go on.")
        )
        self.look = look


_NEVER_SEEN = N_(
    "Nothing that {office} signed with this key was taken before. Compare the fingerprint {digits} with the office"
    " first. Nothing was changed."
)
_OTHER_KEY = N_(
    "{office} signed with another key before. Compare the fingerprint {digits} of the new one with the office first."
    " Nothing was changed."
)


class UntrustedError(ExpectedError):
    """Nobody has said yet that the fingerprint of the signer is the right one."""

    def __init__(self, office: str, digits: str, *, is_new_key: bool = False) -> None:
        super().__init__(_OTHER_KEY if is_new_key else _NEVER_SEEN, office=office, digits=digits)
