"""Where the policy of this computer lies."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.data_folder import Origin
from desktop.policy.policy import Policy

if TYPE_CHECKING:
    from desktop.app.paths import Paths

NAME = "policy.toml"
_OF_SYSTEM = Path("/etc/wegweiser")


def policy_for(paths: Paths, asked: Path | None = None) -> Policy:
    """What holds here: the policy that was asked for, else that beside a portable program, else that of the system.

    Only the first that is there is read, even if it cannot be: what it may demand must not get lost.
    """
    file = asked or next((place for place in places(paths) if _is_there(place)), None)
    if file is None:
        return Policy()
    from desktop.policy.reading import read_policy

    return read_policy(file.absolute())


def places(paths: Paths) -> Iterator[Path]:
    """Where it may lie, the place that goes first in front.

    On Linux a variable that anybody can set (XDG_CONFIG_DIRS) comes behind the folder of the administrator.
    """
    if paths.origin is Origin.PORTABLE:
        yield paths.data.parent / NAME
    if sys.platform.startswith("linux"):
        yield _OF_SYSTEM / NAME
    from platformdirs import site_config_dir

    name = "wegweiser" if os.name == "posix" else "Wegweiser"
    for folder in site_config_dir(name, appauthor=False, multipath=True).split(os.pathsep):
        yield Path(folder) / NAME


def _is_there(file: Path) -> bool:
    """Whether there is anything of this name; where nobody may look there may be."""
    try:
        file.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError):
        return True
    return True
