"""A policy is followed to the letter, and what of it is not is named with its line."""

import os
import sys
from pathlib import Path

import pytest

from desktop.domain.office import Office
from desktop.domain.pin import kept
from desktop.i18n import Translate
from desktop.policy.policy import Policy
from desktop.policy.reading import MOST_BYTES, read_policy
from desktop.policy.rules import SECTIONS
from desktop.settings import Settings, under
from tests.support.policies import policy_of, put_policy

LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="tells of links and pipes as Linux has them")


def told(policy: Policy, tr: Translate) -> list[str]:
    assert policy.file is not None
    return [fault.told(policy.file).in_words(tr) for fault in policy.faults]


def test_without_a_policy_nothing_is_laid_down() -> None:
    assert list(Policy().rules.set_keys()) == []
    assert Policy().notice() is None
    assert Policy().refusal(has_pin=False) is None


def test_what_a_policy_says_holds_and_all_else_is_left_to_the_user(tmp_path: Path) -> None:
    policy = policy_of(
        tmp_path,
        "office.name = 'Stelle'",
        "[records]",
        "review_months = 6",
        "[printing]",
        "language = 'ar'",
        "large_print = true",
    )
    assert policy.faults == ()
    assert policy.rules.settings() == {"review_months": 6, "paper_language": "ar", "is_large_print": True}
    assert policy.rules.office_values() == {"name": "Stelle"}
    assert policy.sets("records.review_months")
    assert not policy.sets("window.language")


def test_whatever_a_policy_sets_is_a_setting_of_the_program(tmp_path: Path) -> None:
    policy = policy_of(
        tmp_path,
        *(f"office.{field} = 'Moers'" for field in Office.__struct_fields__),
        "window.language = 'en'",
        "printing.printer = 'Theke'",
        "printing.language = 'ar'",
        "printing.large_print = true",
        "records.review_months = 6",
        f"packages.folder = '{tmp_path}'",
        f"backups.folder = '{tmp_path}'",
        f"pin.hash = '{kept('4711')}'",
        "pin.required = true",
    )
    every = {f"{section}.{key}" for section, kind in SECTIONS.items() for key in kind.__struct_fields__}
    assert policy.faults == ()
    assert {key for key, _ in policy.rules.set_keys()} == every
    assert all(map(policy.sets, every))
    assert not any(map(Policy().sets, every))
    assert under(policy, Settings()) == Settings(
        language="en",
        printer="Theke",
        paper_language="ar",
        is_large_print=True,
        review_months=6,
        pin=policy.rules.settings()["pin"],
        office=Office(**policy.rules.office_values()),
    )
    assert set(policy.rules.office_values()) == set(Office.__struct_fields__)


def test_a_wrong_line_is_named_with_its_reason_and_takes_no_other_with_it(tmp_path: Path, tr: Translate) -> None:
    policy = policy_of(
        tmp_path,
        "# Vorgaben der IT",
        "[office]",
        "address = '''",
        "phone = 'kein Schlüssel, sondern Text'",
        "'''",
        "nmae = 'Stelle'",
        "",
        "[records]",
        "review_months = 100",
        "[window]",
        "language = 'en'",
    )
    first, second = told(policy, tr)
    assert first.startswith(f"Zeile 6 der Richtlinie {policy.file} wird nicht befolgt")
    assert "„nmae“" in first
    assert "name, address, phone" in first
    assert "Zeile 9" in second
    assert "von 1 bis 60" in second
    assert policy.rules.settings() == {"language": "en"}
    assert set(policy.rules.office_values()) == {"address"}
    assert not policy.is_sealed


@pytest.mark.parametrize(
    "line",
    [
        "office.name = 5",
        "office.name = 'a\\u0000b'".replace("'", '"'),
        f"office.phone = '{'1' * 201}'",
        "office.logo = ''",
        "window.language = 'kli'",
        "printing.language = 'xx'",
        "printing.large_print = 1",
        "printing.large_print = 'true'",
        "records.review_months = true",
        "records.review_months = 6.0",
        "records.review_months = 0",
        f"records.review_months = {'9' * 400}",
        "records.review_months = 2026-11-23",
        "packages.folder = 'pakete'",
        "backups.folder = ''",
        "backups.folder = ['/a']",
        "office.name.first = 'x'",
    ],
)
def test_a_value_of_the_wrong_kind_is_not_followed_and_seals_nothing(tmp_path: Path, line: str) -> None:
    policy = policy_of(tmp_path, "# nur eine Zeile", line)
    assert [fault.line for fault in policy.faults] == [2]
    assert list(policy.rules.set_keys()) == []
    assert not policy.is_sealed


@pytest.mark.parametrize(
    "line",
    [
        "[pin]\nrequird = true",
        "pin.required = 'ja'",
        "pin = true",
        "pin.hash = '4711'",
        "pin.hash = 'scrypt$AA==$AA=='",
        "[Pin]\nrequired = true",
        "required = true",
        "[[pin]]\nrequired = true",
    ],
)
def test_what_may_have_asked_for_a_pin_and_is_not_understood_locks_the_records(
    tmp_path: Path, tr: Translate, line: str
) -> None:
    policy = policy_of(tmp_path, line, "[window]", "language = 'en'")
    assert policy.is_sealed
    assert policy.needs_pin
    assert policy.refusal(has_pin=True) is not None
    assert policy.rules.settings()["language"] == "en"
    notice = policy.notice()
    assert notice is not None
    assert "Bearbeiten bleibt gesperrt" in notice.in_words(tr)


def test_a_pin_of_the_administration_is_one_that_somebody_can_know(tmp_path: Path) -> None:
    remembered = kept("4711")
    policy = policy_of(tmp_path, "[pin]", f"hash = '{remembered}'")
    assert policy.faults == ()
    assert policy.needs_pin
    assert policy.rules.settings() == {"pin": remembered}


def test_a_demanded_pin_must_be_set_before_anything_is_changed(tmp_path: Path) -> None:
    policy = policy_of(tmp_path, "pin.required = true")
    assert policy.refusal(has_pin=False) is not None
    assert policy.refusal(has_pin=True) is None
    assert not policy_of(tmp_path, "pin.required = false").needs_pin


def unreadable(tmp_path: Path, what: str) -> Path:
    file = tmp_path / "policy.toml"
    match what:
        case "not there":
            pass
        case "no TOML":
            file.write_text("[office]\nname = 'a'\nname =\n", encoding="utf-8")
        case "no UTF-8":
            file.write_bytes("# erste\n[office]\nname = 'Köln'\n".encode("latin-1"))
        case "too large":
            file.write_bytes(b"# " + b"x" * MOST_BYTES)
        case "a folder":
            file.mkdir()
        case "a ring of links":
            file.symlink_to(tmp_path / "other.toml")
            (tmp_path / "other.toml").symlink_to(file)
        case "a pipe":
            os.mkfifo(file)
        case "too deep":
            file.write_text("a = " + "[" * 5000 + "]" * 5000, encoding="utf-8")
    return file


@LINUX
@pytest.mark.parametrize(
    ("what", "line", "said"),
    [
        ("not there", None, "gibt diese Datei nicht"),
        ("no TOML", 3, "in TOML nicht erlaubt"),
        ("no UTF-8", 3, "nicht in UTF-8"),
        ("too large", None, "größer als 64 kB"),
        ("a folder", None, "ein Ordner oder ein Gerät"),
        ("a ring of links", None, "im Kreis"),
        ("a pipe", None, "ein Ordner oder ein Gerät"),
        ("too deep", None, "zu tief"),
    ],
)
def test_a_file_that_cannot_be_followed_at_all_locks_the_records_and_says_why(
    tmp_path: Path, tr: Translate, what: str, line: int | None, said: str
) -> None:
    file = unreadable(tmp_path, what)
    policy = read_policy(file)
    assert [fault.line for fault in policy.faults] == [line]
    assert said in told(policy, tr)[0]
    assert str(file) in told(policy, tr)[0]
    assert policy.is_sealed
    refusal = policy.refusal(has_pin=True)
    assert refusal is not None
    assert str(file) in refusal.in_words(tr)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this account may read everything")
def test_a_file_that_this_account_may_not_read_locks_the_records(tmp_path: Path, tr: Translate) -> None:
    file = put_policy(tmp_path, "pin.required = true")
    file.chmod(0)
    policy = read_policy(file)
    assert policy.is_sealed
    assert "darf die Datei nicht lesen" in told(policy, tr)[0]


@pytest.mark.parametrize("content", ["\ufeff[office]\nname = 'Köln'\n", "[office]\r\nname = 'Köln'\r\n"])
def test_a_file_as_windows_writes_it_is_read_like_any_other(tmp_path: Path, content: str) -> None:
    file = tmp_path / "policy.toml"
    file.write_bytes(content.encode())
    policy = read_policy(file)
    assert policy.faults == ()
    assert policy.rules.office_values() == {"name": "Köln"}


def test_of_several_faults_the_first_is_told_and_that_there_are_more(tmp_path: Path, tr: Translate) -> None:
    notice = policy_of(tmp_path, "[window]", "language = 'kli'", "size = 3").notice()
    assert notice is not None
    assert "Zeile 2" in notice.in_words(tr)
    assert "„wegweiser check“ nennt weitere Fehler" in notice.in_words(tr)


def test_a_logo_without_a_whole_path_lies_beside_the_policy(tmp_path: Path) -> None:
    assert policy_of(tmp_path, "office.logo = 'logo.png'").logo == tmp_path / "logo.png"
    assert policy_of(tmp_path, f"office.logo = '{tmp_path / 'anderswo.png'}'").logo == tmp_path / "anderswo.png"
