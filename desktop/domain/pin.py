"""A PIN that is kept only as what scrypt makes of it."""

import hashlib
import hmac
import os
from base64 import b64decode, b64encode
from binascii import Error

from desktop.domain.errors import N_, ExpectedError
from desktop.domain.halves import refuse_halves

SHORTEST, LONGEST = 4, 64
_COST, _BLOCK, _WAYS = 2**14, 8, 1
_DIGEST = 32
_NAME = "scrypt"


def kept(pin: str) -> str:
    """What is remembered of a PIN; raises `ExpectedError` for one that is too short or too long."""
    if not SHORTEST <= len(pin) <= LONGEST:
        raise ExpectedError(N_("A PIN needs 4 to 64 characters."))
    refuse_halves(pin)
    salt = os.urandom(16)
    parts = (salt, _hash(pin, salt))
    return "$".join((_NAME, *(b64encode(part).decode() for part in parts)))


def fits(pin: str, remembered: str) -> bool:
    """Whether this is the PIN that was remembered; nothing fits what nobody can read."""
    try:
        name, salt, expected = remembered.split("$")
        found = _hash(pin, b64decode(salt, validate=True))
        return name == _NAME and hmac.compare_digest(found, b64decode(expected, validate=True))
    except (ValueError, Error):
        return False


def is_readable(remembered: str) -> bool:
    """Whether this is what `kept` makes of some PIN."""
    try:
        name, *parts = remembered.split("$")
        salt, digest = (b64decode(part, validate=True) for part in parts)
    except (ValueError, Error):
        return False
    return name == _NAME and bool(salt) and len(digest) == _DIGEST


def _hash(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=_COST, r=_BLOCK, p=_WAYS, dklen=_DIGEST)
