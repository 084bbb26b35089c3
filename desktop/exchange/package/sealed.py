"""What a package says of itself, believed only where its signature holds."""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import NamedTuple

import msgspec

from desktop.domain.errors import N_, Message
from desktop.domain.halves import without_controls
from desktop.domain.package import FORMAT, Manifest, Signer
from desktop.exchange.package import layout
from desktop.exchange.package.container import Container
from desktop.exchange.package.keys import is_signed
from desktop.exchange.package.layout import Limits
from desktop.exchange.package.refusals import (
    CHANGED,
    FORGED,
    INCOMPLETE,
    NEWER,
    STRANGE_PART,
    UNSIGNED,
    refuse,
    wrong,
)

_FIRST_YEAR, _LAST_YEAR = 2026, 2075
_A_DAY = timedelta(days=1)


class Sealed(NamedTuple):
    """What a package says of itself, and who vouches for it."""

    manifest: Manifest
    signer: Signer


class _AnyManifest(msgspec.Struct, frozen=True):
    """What manifests of all versions have."""

    format: int


def sealed(container: Container, limits: Limits) -> Sealed:
    """The manifest and its signer; raises `ForeignFileError` where it is not signed, or is of no use here."""
    content, public_key = _signed(container, limits)
    try:
        if msgspec.json.decode(content, type=_AnyManifest).format > FORMAT:
            raise refuse(NEWER)
        manifest = msgspec.json.decode(content, type=Manifest)
    except (ValueError, RecursionError) as error:
        raise wrong(layout.MANIFEST, Message(N_("What stands there is no valid value."))) from error
    _demand_possible(manifest)
    _demand_all_listed(container, manifest)
    return Sealed(manifest, Signer(manifest.office, public_key))


def _signed(container: Container, limits: Limits) -> tuple[bytes, bytes]:
    """The bytes of the manifest and the key that signed them."""
    content = container.content(layout.MANIFEST, limits.manifest_bytes)
    signature = container.content(layout.SIGNATURE, layout.SIGNATURE_BYTES)
    public_key = container.content(layout.PUBLIC_KEY, layout.PUBLIC_KEY_BYTES)
    if content is None:
        raise refuse(INCOMPLETE)
    if signature is None or public_key is None:
        raise refuse(UNSIGNED)
    if not is_signed(content, signature, public_key):
        raise refuse(FORGED)
    return content, public_key


def _demand_possible(manifest: Manifest) -> None:
    """Raise for what no office makes: other formats, days that cannot be, a name that hides something."""
    made_at = manifest.made_at
    if manifest.format != FORMAT:
        raise wrong(layout.MANIFEST, Message(N_("There never was such a format.")))
    if made_at.utcoffset() != timedelta(0) or not _FIRST_YEAR <= made_at.year <= _LAST_YEAR:
        raise wrong(layout.MANIFEST, Message(N_("The day on which it was made cannot be.")))
    if manifest.as_of is not None and manifest.as_of > (made_at.astimezone(UTC) + _A_DAY).date():
        raise wrong(layout.MANIFEST, Message(N_("Its Stand is later than the day on which it was made.")))
    if manifest.office != manifest.office.strip() or not manifest.office.isprintable():
        raise wrong(layout.MANIFEST, Message(N_("The name of the office has signs in it that cannot be seen.")))
    if manifest.change_note is not None and without_controls(manifest.change_note) != manifest.change_note:
        raise wrong(layout.MANIFEST, Message(N_("A text has signs in it that cannot be seen.")))


def _demand_all_listed(container: Container, manifest: Manifest) -> None:
    """Raise unless the package has the parts that it shall have, each with a digest, and no other ones."""
    expected = set(layout.PARTS[manifest.cargo])
    for name in sorted(container.parts.keys() - expected - set(layout.SEALS)):
        raise refuse(STRANGE_PART, part=name, reason=Message(N_("It was not signed.")))
    for name in sorted(manifest.digests.keys() ^ expected):
        raise wrong(
            layout.MANIFEST, Message(N_("Its list of parts is not complete, or has too many: {part}"), part=name)
        )
    for name in sorted(expected - container.parts.keys()):
        raise refuse(CHANGED, part=name)
