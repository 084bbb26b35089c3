"""Whether a package may be believed: who signed it, whether that name had this key before, and whether it is newer."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from desktop.domain.errors import N_, ForeignFileError, Message
from desktop.domain.folding import plain
from desktop.domain.package import Cargo, Manifest, Signer

_GROUP = 4


class KnownSigner(NamedTuple):
    """Who packages were taken from before, and the number of the last one."""

    office: str
    public_key: bytes
    first_seen: datetime
    last_number: int


class Trust(StrEnum):
    """How a package stands to what is known of its signer."""

    KNOWN = "known"
    NEW = "new"
    RENAMED = "renamed"
    REPEATED = "repeated"
    OLDER = "older"
    CHANGED_KEY = "changed_key"


_WORDS = {
    Trust.KNOWN: N_("This package comes from {office}, from whom packages were taken before."),
    Trust.NEW: N_(
        "This is the first package from {office} that is signed with this key. Let the office read out its fingerprint"
        " to you and compare it before you take anything."
    ),
    Trust.RENAMED: N_("This package comes from {former}, which now calls itself {office}. The key is the same."),
    Trust.REPEATED: N_("Package {number} from {office} was taken already. Nothing was changed."),
    Trust.OLDER: N_(
        "This is package {number} from {office}, but number {last} was taken already. It would bring back what is"
        " outdated. Nothing was changed. Ask for the newest package."
    ),
    Trust.CHANGED_KEY: N_(
        "This package says that it comes from {office}, but it was signed with another key than the packages before."
        " Perhaps somebody else made it. Nothing was changed. Ask the office whether it has a new key."
    ),
}
_NOTES_REPEATED = N_("Notes {number} from {office} were taken already. Nothing was changed.")
NEW_KEY_MEANS = N_(
    "Only if {office} says itself that it has a new key: call it under a number that you know, let it read out the"
    " fingerprint of the new key, and type the first four groups here. From then on what is signed with the new key is"
    " believed, and what is signed with the old one is refused. Ctrl+Z takes back the records, not this."
)
_TYPED_GROUPS = 4


class Verdict(NamedTuple):
    """What is to be thought of a package; `last` is what was known of its signer, if anything.

    `may_replace` says that a person can decide that its office has a new key: nobody else is known by that one.
    """

    trust: Trust
    reason: Message
    last: KnownSigner | None = None
    may_replace: bool = False

    @property
    def is_refused(self) -> bool:
        """Whether nothing of it may be taken just so."""
        return self.trust in {Trust.REPEATED, Trust.OLDER, Trust.CHANGED_KEY}

    @property
    def may_insist(self) -> bool:
        """Whether the person who looks after the records may take it all the same."""
        return self.trust in {Trust.REPEATED, Trust.OLDER}

    def refuses(self, insists: bool, replaces: bool) -> bool:
        """Whether it may not be taken, whatever a person said to it."""
        return self.is_refused and not (insists and self.may_insist) and not (replaces and self.may_replace)

    def demand(self, *, insists: bool = False, replaces: bool = False) -> None:
        """Raise `ForeignFileError` with the reason unless the package may be taken."""
        if self.refuses(insists, replaces):
            raise ForeignFileError(self.reason.msgid, **self.reason.params)


def known_as(manifest: Manifest, signer: Signer) -> str:
    """Under which name a signer is remembered.

    For records that is the name of the office, however it is written. Notes come from several laptops of an office,
    each with a key of its own: there the key itself is the name, and the numbers of each are counted apart.
    """
    if manifest.cargo is Cargo.NOTES:
        return f"{Cargo.NOTES}:{signer.public_key.hex()}"
    return _name_of(signer)


def _name_of(signer: Signer) -> str:
    visible = "".join(char for char in signer.office if unicodedata.category(char) != "Cf")
    return f"{Cargo.RECORDS}:{plain(visible) or visible.strip().casefold()}"


def remembered(manifest: Manifest, signer: Signer, known: Mapping[str, KnownSigner], now: datetime) -> KnownSigner:
    """What is known of a signer once the package was taken; a package that was insisted on counts nothing back."""
    before = known.get(known_as(manifest, signer))
    return KnownSigner(
        signer.office,
        signer.public_key,
        before.first_seen if before else now,
        max(manifest.number, _last_number(manifest.cargo, signer, known)),
    )


def verdict(manifest: Manifest, signer: Signer, known: Mapping[str, KnownSigner]) -> Verdict:
    """What is to be thought of a package whose signature holds; `known` are the signers by `known_as`.

    Whose records were believed, notes are believed too: it is the same key. What they sent is counted apart.
    """
    name = known_as(manifest, signer)
    last = known.get(name)
    if last is not None and last.public_key != signer.public_key:
        is_fresh = not any(one.public_key == signer.public_key for one in known.values())
        return _told(Trust.CHANGED_KEY, manifest, last)._replace(may_replace=is_fresh)
    if last is None and manifest.cargo is Cargo.NOTES:
        same_name = known.get(_name_of(signer))
        last = same_name if same_name and same_name.public_key == signer.public_key else None
    former = last or _with_key(Cargo.RECORDS, signer, known)
    if former is None:
        return _told(Trust.NEW, manifest, None)
    number = _last_number(manifest.cargo, signer, known)
    if manifest.number <= number:
        return _told(Trust.REPEATED if manifest.number == number else Trust.OLDER, manifest, former, number)
    return _told(Trust.KNOWN if last else Trust.RENAMED, manifest, former)


def _told(trust: Trust, manifest: Manifest, last: KnownSigner | None, number: int = 0) -> Verdict:
    former = last.office if last else manifest.office
    is_noted = trust is Trust.REPEATED and manifest.cargo is Cargo.NOTES
    words = _NOTES_REPEATED if is_noted else _WORDS[trust]
    told = Message(words, office=manifest.office, former=former, number=manifest.number, last=number)
    return Verdict(trust, told, last)


def _same_signer(cargo: Cargo, signer: Signer, known: Mapping[str, KnownSigner]) -> list[KnownSigner]:
    """All that is known of this key for a kind of cargo; an office may have had other names."""
    return [one for name, one in known.items() if name.startswith(f"{cargo}:") and one.public_key == signer.public_key]


def _with_key(cargo: Cargo, signer: Signer, known: Mapping[str, KnownSigner]) -> KnownSigner | None:
    return max(_same_signer(cargo, signer, known), key=lambda one: one.last_number, default=None)


def _last_number(cargo: Cargo, signer: Signer, known: Mapping[str, KnownSigner]) -> int:
    return max((one.last_number for one in _same_signer(cargo, signer, known)), default=0)


def fingerprint(public_key: bytes) -> str:
    """What people compare over the telephone: SHA-256 of a public key in groups of four digits."""
    digits = hashlib.sha256(public_key).hexdigest().upper()
    return " ".join(digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP))


def same_digits(typed: str, public_key: bytes) -> bool:
    """Whether somebody typed a fingerprint as it is, whatever stands between its digits."""
    return _bare(typed) == _bare(fingerprint(public_key))


def begins_so(typed: str, public_key: bytes) -> bool:
    """Whether somebody typed the first groups of a fingerprint, or more of it: so many nobody makes a key for."""
    return is_long_enough(typed) and _bare(fingerprint(public_key)).startswith(_bare(typed))


def is_long_enough(typed: str) -> bool:
    """Whether somebody typed enough of a fingerprint to compare it."""
    return len(_bare(typed)) >= _TYPED_GROUPS * _GROUP


def _bare(digits: str) -> str:
    return "".join(char for char in digits if char.isalnum()).upper()
