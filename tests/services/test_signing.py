"""The key of an office: made once, kept from others, and never replaced behind anybody's back."""

import os
import sys
from pathlib import Path

import pytest

from desktop.domain.errors import ExpectedError
from desktop.domain.package import Cargo
from desktop.exchange.package.keys import SigningKey, is_signed
from desktop.services.packages_made import PackagesMade
from desktop.services.signing import Signing

UNIX = pytest.mark.skipif(sys.platform == "win32", reason="rights as Unix has them")


@pytest.fixture
def made(tmp_path: Path) -> PackagesMade:
    return PackagesMade(tmp_path)


@pytest.fixture
def signing(tmp_path: Path, made: PackagesMade) -> Signing:
    return Signing(tmp_path, made)


def test_the_key_is_made_at_first_use_and_is_the_same_from_then_on(tmp_path: Path, made: PackagesMade) -> None:
    assert Signing(tmp_path, made).public() is None
    first = Signing(tmp_path, made).key()
    again = Signing(tmp_path, made)
    assert again.key().public == again.public() == first.public
    assert is_signed(b"packed", again.key().sign(b"packed"), first.public)
    assert [path.name for path in tmp_path.iterdir()] == ["signing-key.pem"]


@UNIX
def test_nobody_else_may_read_the_key(signing: Signing) -> None:
    signing.key()
    assert signing.path.stat().st_mode & 0o777 == 0o600


@UNIX
def test_a_key_that_cannot_be_kept_is_told_with_what_to_do(tmp_path: Path) -> None:
    folder = tmp_path / "Daten"
    folder.symlink_to(tmp_path / "Stick" / "weg")
    with pytest.raises(ExpectedError, match="without it there is no package"):
        Signing(folder, PackagesMade(tmp_path)).key()
    assert list(tmp_path.iterdir()) == [folder]


@UNIX
def test_a_copy_that_was_put_back_is_closed_to_others_again(signing: Signing) -> None:
    signing.key()
    signing.path.chmod(0o644)
    signing.public()
    assert signing.path.stat().st_mode & 0o777 == 0o600


def test_the_first_of_two_windows_makes_the_key(tmp_path: Path, signing: Signing) -> None:
    """The second one finds a key where there was none a moment ago."""
    from desktop.whole_file import write_first

    first = SigningKey.made()
    write_first(signing.path, first.pem)
    write_first(signing.path, SigningKey.made().pem)
    assert signing.key().public == first.public
    assert [path.name for path in tmp_path.iterdir()] == ["signing-key.pem"]


@pytest.mark.parametrize(
    "content", [b"", b"nonsense", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"]
)
def test_a_damaged_key_is_told_and_left_as_it_is(signing: Signing, content: bytes) -> None:
    signing.path.write_bytes(content)
    with pytest.raises(ExpectedError, match="is damaged"):
        signing.key()
    assert signing.path.read_bytes() == content


def test_a_key_of_another_sort_is_no_key_of_ours(signing: Signing) -> None:
    from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    other = generate_private_key(SECP256R1())
    signing.path.write_bytes(other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    with pytest.raises(ExpectedError, match="is damaged"):
        signing.key()


def test_a_key_with_a_password_is_no_key_of_ours(signing: Signing) -> None:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, PrivateFormat

    locked = Ed25519PrivateKey.generate()
    pem = locked.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"geheim"))
    signing.path.write_bytes(pem)
    with pytest.raises(ExpectedError, match="is damaged"):
        signing.public()


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="the administrator may read everything")
def test_a_key_of_another_person_is_told(signing: Signing) -> None:
    signing.key()
    signing.path.chmod(0o000)
    with pytest.raises(ExpectedError, match="Only the person who made the first package"):
        signing.key()


def test_a_lost_key_is_not_replaced_while_packages_are_out(signing: Signing, made: PackagesMade) -> None:
    made.count(signing.key().public, Cargo.RECORDS, 3)
    signing.path.unlink()
    with pytest.raises(ExpectedError, match=r"is gone\. Put your copy"):
        signing.key()
    assert not signing.path.exists()
    made.path.unlink()
    assert signing.key().public


def test_numbers_count_by_key_and_cargo(made: PackagesMade) -> None:
    made.count(b"a" * 32, Cargo.RECORDS, 4)
    made.count(b"a" * 32, Cargo.NOTES, 1)
    made.count(b"b" * 32, Cargo.RECORDS, 9)
    assert [made.last_number(b"a" * 32, cargo) for cargo in Cargo] == [4, 1]
    assert made.last_number(b"b" * 32, Cargo.NOTES) == 0


def test_a_damaged_count_is_told_rather_than_begun_anew(made: PackagesMade) -> None:
    made.path.write_bytes(b"{")
    with pytest.raises(ExpectedError, match="which counts the packages"):
        made.last_number(b"a" * 32, Cargo.RECORDS)


def test_what_the_last_package_held_may_be_lost(made: PackagesMade, tmp_path: Path) -> None:
    made.keep_prints(3, {"moers": "1"})
    assert made.prints() == (3, {"moers": "1"})
    (tmp_path / "last-package.json").write_bytes(b"[]")
    assert made.prints() == (0, {})
