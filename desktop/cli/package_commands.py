"""What the commands around packages do that come from elsewhere."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.cli.terminal import CONFLICT, OK, REFUSED, Terminal
from desktop.domain.applying import OUTCOME_LABELS, Outcome
from desktop.domain.errors import N_, ForeignFileError
from desktop.domain.merging import WHOLE, Side
from desktop.domain.trust import fingerprint
from desktop.services.applying.applying import Consent

if TYPE_CHECKING:
    import argparse

    from desktop.domain.applying import Look
    from desktop.domain.change import ChangeSet
    from desktop.i18n import Translate
    from desktop.services.applying.applying import Applying
