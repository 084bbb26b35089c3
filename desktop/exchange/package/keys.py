"""The key that an office signs with, and whether a signature holds (Ed25519, RFC 8032)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


class SigningKey:
    """The private key of an office."""

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self._private = private

    @classmethod
    def made(cls) -> SigningKey:
        """A key that nobody had before."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def from_pem(cls, content: bytes) -> SigningKey:
        """The key in a file made from `pem`; raises `ValueError` for anything else."""
        from cryptography.exceptions import UnsupportedAlgorithm
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
        from cryptography.hazmat.primitives.serialization import load_pem_private_key

        try:
            private = load_pem_private_key(content, password=None)
        except (TypeError, UnsupportedAlgorithm) as error:  # one with a password, or of another sort
            raise ValueError(error) from error
        if not isinstance(private, Ed25519PrivateKey):
            raise ValueError("not a key of Ed25519")
        return cls(private)

    @property
    def pem(self) -> bytes:
        """The key as it rests in a file (PKCS #8, without a password)."""
        from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

        return self._private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())

    @property
    def public(self) -> bytes:
        """The 32 bytes that others know the office by."""
        from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

        return self._private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)

    def sign(self, content: bytes) -> bytes:
        """The 64 bytes that only this key makes of the content."""
        return self._private.sign(content)


def is_signed(content: bytes, signature: bytes, public_key: bytes) -> bool:
    """Whether the owner of a public key signed exactly these bytes."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, content)
    except (InvalidSignature, ValueError):
        return False
    return True
