"""What the window remembers: written whole, read with care."""

import os
import sys
import tracemalloc
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.domain.office import Office
from desktop.settings import LABELS, Settings, SettingsFile, SettingsKeeper, load, save, under
from tests.support.policies import policy_of

KEPT = Settings(
    language="en",
    window_geometry="AdnQywADAAA=",
    current_tab="Gute „Praxis“ \\ 'x'",
    splitters={"contacts": (430, 870)},
    text_percent=125,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "neuer Ordner" / "settings.json"


def test_without_a_file_everything_has_its_default_and_the_tour_is_due(path: Path) -> None:
    assert load(path) == (Settings(is_tour_due=True), None)
    assert not Settings().is_tour_due
    assert Settings().language == "de"


def test_what_was_saved_comes_back(path: Path) -> None:
    save(KEPT, path)
    assert load(path) == (KEPT, None)
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe\x00",
        b"",
        b"[]",
        b'{"version": 1, "language": "kli"}',
        b'{"version": 1, "language": 7}',
        b'{"version": 1, "text_percent": 3}',
        b'{"version": 1, "splitters": 4}',
        b'{"version": 1, "splitters": {"x": [-1]}}',
        b'{"version": 1, "splitters": {"x": ["a"]}}',
        b'{"version": "x"}',
        b'{"version": true}',
        b'{"version": 1, "text_percent": 100.0}',
        b'{"version": 1, "text_percent": [100]}',
        b'{"version": 1, "text_percent": 1e999}',
        b'{"version": 1, "text_percent": ' + b"9" * 5000 + b"}",
        b'{"version": 1, "splitters": {"x": 4}}',
        b'{"version": 1, "splitters": {"x": [true]}}',
        b'{"version": 1, "splitters": {"x": [' + b"9" * 4000 + b"]}}",
        b'{"version": 1, "splitters": {"\\ud800": [1]}}',
        b'{"version": 1, "window_geometry": null}',
        b'{"version": 1, "current_tab": "\\ud800"}',
        b"[" * 5000,
    ],
)
def test_a_broken_file_gives_the_defaults_and_a_notice(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    settings, notice = load(path)
    assert settings == Settings()
    assert notice is not None


@pytest.mark.parametrize(
    ("broken", "kept", "named"),
    [
        ('"pin": 5', Settings(language="en", user_name="A. Yılmaz"), "PIN"),
        ('"pin": "x", "text_percent": 7', Settings(language="en", user_name="A. Yılmaz", pin="x"), "Size of text"),
        (
            '"pin": null, "splitters": {"a": [-1]}, "moon": [}',
            Settings(),
            "The settings were damaged",
        ),
        (
            '"review_months": 0, "splitters": {"a": [-1]}',
            Settings(language="en", user_name="A. Yılmaz"),
            ": Widths of lists, Months until a check is due.",
        ),
        (
            '"office": {"name": "Amt", "phone": 5}',
            Settings(language="en", user_name="A. Yılmaz", office=Office(name="Amt")),
            "Own office",
        ),
        ('"office": []', Settings(language="en", user_name="A. Yılmaz"), "Own office"),
        (
            '"theme": "pink", "is_event": "x", "aspects": []',
            Settings(language="en", user_name="A. Yılmaz"),
            ": Ways of showing records, Brightness, Event mode.",
        ),
    ],
)
def test_one_broken_setting_is_named_and_takes_no_other_with_it(
    path: Path, broken: str, kept: Settings, named: str
) -> None:
    path.parent.mkdir()
    path.write_text(f'{{"version": 1, "language": "en", {broken}, "user_name": "A. Yılmaz"}}', encoding="utf-8")
    settings, notice = load(path)
    assert settings == kept
    assert notice is not None
    assert named in notice.in_words(str)


def test_every_setting_has_a_name_for_a_person() -> None:
    assert set(LABELS) == set(Settings.__struct_fields__)


def test_a_file_as_large_as_a_film_is_not_read_to_its_end(path: Path) -> None:
    path.parent.mkdir()
    with path.open("wb") as file:
        file.write(b'{"version": 1, "language": "en"')
        file.truncate(100_000_000)
    tracemalloc.start()
    try:
        settings, notice = load(path)
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()
    assert settings == Settings()
    assert notice is not None


def test_of_two_windows_neither_undoes_what_the_other_has_set(path: Path) -> None:
    save(KEPT, path)
    one, two = (SettingsFile(path, load(path)[0]) for _ in range(2))
    one.keep(replace(KEPT, pin="scrypt", office=Office(name="Amt")))
    two.keep(replace(KEPT, current_tab="contacts"))
    two.keep(replace(KEPT, current_tab="contacts", text_percent=150))
    assert load(path) == (
        replace(KEPT, pin="scrypt", office=Office(name="Amt"), current_tab="contacts", text_percent=150),
        None,
    )
    one.keep(replace(KEPT, office=Office(name="Amt")))
    assert load(path)[0].pin == ""


@pytest.mark.parametrize("content", [None, b"{"])
def test_where_no_settings_can_be_read_all_are_written(path: Path, content: bytes | None) -> None:
    if content is not None:
        path.parent.mkdir()
        path.write_bytes(content)
    SettingsFile(path, KEPT).keep(KEPT)
    assert load(path) == (KEPT, None)


@pytest.mark.skipif(sys.platform == "win32", reason="rights as Unix has them")
def test_the_next_clerk_can_read_the_settings_in_a_shared_folder(path: Path) -> None:
    before = os.umask(0o002)
    try:
        save(KEPT, path)
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o666 == 0o664


def test_settings_that_cannot_be_written_leave_nothing_behind(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(OSError, match="is a folder"):
        save(KEPT, path)
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


def test_a_file_of_a_newer_version_is_read_as_far_as_it_is_understood(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"version": 9, "language": "en", "colour_of_the_moon": "red"}', encoding="utf-8")
    assert load(path) == (Settings(language="en"), None)


def test_a_folder_that_cannot_be_read_gives_the_defaults_and_a_notice(tmp_path: Path) -> None:
    settings, notice = load(tmp_path)
    assert settings == Settings()
    assert notice is not None


def test_what_a_policy_lays_down_goes_before_the_users_own_values(tmp_path: Path) -> None:
    policy = policy_of(tmp_path, "[office]", "name = 'Stadt'", "[records]", "review_months = 6")
    own = Settings(review_months=24, user_name="A. Yılmaz", office=Office(name="Mein Büro", phone="02841 1"))
    keeper = SettingsKeeper(own, lambda _: None, policy)
    assert keeper.current.review_months == 6
    assert keeper.current.office == Office(name="Stadt", phone="02841 1")
    assert keeper.current.user_name == "A. Yılmaz"


def test_the_users_own_values_below_a_policy_stay_in_the_file(path: Path, tmp_path: Path) -> None:
    policy = policy_of(tmp_path, "[office]", "name = 'Stadt'", "[records]", "review_months = 6")
    own = Settings(review_months=24, office=Office(name="Mein Büro"))
    save(own, path)
    keeper = SettingsKeeper(own, SettingsFile(path, own).keep, policy)
    shown = keeper.current
    keeper.keep(replace(shown, user_name="A. Yılmaz", office=replace(shown.office, phone="02841 1")))
    written, _ = load(path)
    assert written == replace(own, user_name="A. Yılmaz", office=Office(name="Mein Büro", phone="02841 1"))
    assert keeper.current.office == Office(name="Stadt", phone="02841 1")
    assert SettingsKeeper(written, lambda _: None).current.review_months == 24


def test_every_key_of_a_policy_that_is_a_setting_names_one(tmp_path: Path) -> None:
    policy = policy_of(
        tmp_path,
        "[office]\nname = 'a'\naddress = 'b'\nphone = 'c'\nemail = 'd'\nwebsite = 'e'\nhours = 'f'\nfooter = 'g'",
        "logo = 'logo.png'\n[window]\nlanguage = 'en'\n[printing]\nprinter = 'P'\nlanguage = 'fr'\nlarge_print = true",
        "[records]\nreview_months = 6\n[pin]\nhash = 'scrypt$AAAA$" + "A" * 43 + "='",
    )
    assert policy.faults == ()
    settings = under(policy, Settings())
    changed = {name for name in Settings.__struct_fields__ if getattr(settings, name) != getattr(Settings(), name)}
    assert changed == {"office", "language", "printer", "paper_language", "is_large_print", "review_months", "pin"}
    assert all(getattr(settings.office, name) for name in Office.__struct_fields__)
