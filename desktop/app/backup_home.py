"""Where the backups of this computer lie within the folder that its administration chose for those of all."""

from __future__ import annotations

import hashlib
import platform
import re
from typing import TYPE_CHECKING

from desktop.app.account import account_name

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.app.paths import Paths
    from desktop.policy.policy import Policy

_ODD = re.compile(r"[^\w-]+")
_LONGEST = 40


def backups_elsewhere(paths: Paths, policy: Policy) -> Path | None:
    """A folder by the names of computer, account and data folder: backups of two databases never lie in one."""
    if policy.backups is None:
        return None
    data = hashlib.sha256(str(paths.data.absolute()).encode(errors="surrogateescape")).hexdigest()[:6]
    names = (platform.node() or "computer", account_name() or "user")
    return policy.backups / "-".join((*(_ODD.sub("_", name)[:_LONGEST] for name in names), data))
