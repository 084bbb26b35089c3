"""Who packages were taken from, and which ones."""

import sqlite3

from desktop.domain.package import Cargo
from desktop.domain.trust import KnownSigner
from desktop.store.failures import rows_read
from desktop.store.shapes import moment, stored

_ALL = """
    SELECT name, office, public_key, first_seen, (
        SELECT coalesce(max(package), 0) FROM taken_package JOIN change_set USING (number)
        WHERE signer = name AND undone_at IS NULL
    )
    FROM signer
"""
_WRITE = """
    INSERT INTO signer (name, office, public_key, first_seen) VALUES (?, ?, ?, ?)
    ON CONFLICT (name) DO UPDATE SET office = excluded.office
"""
_COUNT_ANEW = "DELETE FROM taken_package WHERE signer IN (SELECT name FROM signer WHERE public_key = ? AND name GLOB ?)"


class Signers:
    """Reads and writes inside one transaction; the number of a package that was taken back counts no longer."""

    def __init__(self, driver: sqlite3.Connection) -> None:
        self._driver = driver

    @rows_read()
    def all(self) -> dict[str, KnownSigner]:
        """Those that are known, by the names that they are remembered under."""
        return {
            name: KnownSigner(office, bytes.fromhex(key), moment(first_seen), last)
            for name, office, key, first_seen, last in self._driver.execute(_ALL)
        }

    def replace_key(self, old: bytes, new: bytes) -> None:
        """An office has a new key, under all names that its packages came under; they are counted from the start."""
        keys = new.hex(), old.hex(), f"{Cargo.RECORDS}:*"
        self._driver.execute(_COUNT_ANEW, keys[1:])
        self._driver.execute("UPDATE signer SET public_key = ? WHERE public_key = ? AND name GLOB ?", keys)

    def remember(self, name: str, signer: KnownSigner) -> None:
        """This one is known from now on; the key under a name changes with `replace_key` alone."""
        row = (name, signer.office, signer.public_key.hex(), stored(signer.first_seen))
        self._driver.execute(_WRITE, row)

    def take(self, name: str, package: int, deed: int) -> None:
        """A package of this signer was taken by a deed."""
        row = (deed, name, package)
        self._driver.execute("INSERT INTO taken_package (number, signer, package) VALUES (?, ?, ?)", row)
