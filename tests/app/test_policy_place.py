"""Which policy holds on a computer."""

import os
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.app.backup_home import backups_elsewhere
from desktop.app.paths import paths_for
from desktop.app.policy_place import places, policy_for
from desktop.domain.data_folder import Origin
from tests.support.policies import policy_of, put_policy

LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="tells of folders as Linux has them")


@LINUX
def test_the_folder_of_the_administrator_goes_before_those_that_a_variable_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_DIRS", f"{tmp_path / 'eins'}{os.pathsep}{tmp_path / 'zwei'}")
    assert list(places(paths_for(tmp_path))) == [
        Path("/etc/wegweiser/policy.toml"),
        tmp_path / "eins" / "wegweiser" / "policy.toml",
        tmp_path / "zwei" / "wegweiser" / "policy.toml",
    ]


@LINUX
def test_of_several_policies_only_the_first_that_is_there_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_DIRS", f"{tmp_path / 'eins'}{os.pathsep}{tmp_path / 'zwei'}")
    for name in ("eins", "zwei"):
        (tmp_path / name / "wegweiser").mkdir(parents=True)
    second = put_policy(tmp_path / "zwei" / "wegweiser", "window.language = 'en'")
    assert policy_for(paths_for(tmp_path)).file == second
    first = tmp_path / "eins" / "wegweiser" / "policy.toml"
    first.symlink_to(tmp_path / "nirgends")
    found = policy_for(paths_for(tmp_path))
    assert found.file == first
    assert found.is_sealed


def test_beside_a_portable_program_its_own_policy_goes_first(tmp_path: Path) -> None:
    (tmp_path / "wegweiser-data").mkdir()
    portable = replace(paths_for(tmp_path / "wegweiser-data"), origin=Origin.PORTABLE)
    assert next(places(portable)) == tmp_path / "policy.toml"
    file = put_policy(tmp_path, "window.language = 'en'")
    assert policy_for(portable).file == file
    assert policy_for(paths_for(tmp_path / "wegweiser-data")).file != file


def test_a_policy_that_is_asked_for_goes_before_all_others(tmp_path: Path) -> None:
    asked = put_policy(tmp_path, "window.language = 'en'")
    assert policy_for(paths_for(tmp_path), asked).rules.settings() == {"language": "en"}
    assert policy_for(paths_for(tmp_path), tmp_path / "nirgends.toml").is_sealed


def test_the_backups_of_two_databases_never_lie_in_one_folder(tmp_path: Path) -> None:
    policy = policy_of(tmp_path, f"backups.folder = '{tmp_path}'")
    one, other = (backups_elsewhere(paths_for(tmp_path / name), policy) for name in ("a", "b"))
    assert one is not None
    assert other is not None
    assert one != other
    assert {one.parent, other.parent} == {tmp_path}
    assert one == backups_elsewhere(paths_for(tmp_path / "a"), policy)
    assert backups_elsewhere(paths_for(tmp_path), policy_of(tmp_path)) is None
