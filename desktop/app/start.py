"""What every start of the program begins with: where things lie, and what holds here."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from desktop import i18n, settings
from desktop.app.paths import Paths, paths_for
from desktop.app.policy_place import policy_for
from desktop.domain.errors import Message
from desktop.i18n import Translate
from desktop.policy.policy import Policy
from desktop.settings import Settings


class Start(NamedTuple):
    """The places, the user's own settings, and the policy above them.

    `hindrance` tells which of the settings could not be read.
    """

    paths: Paths
    own: Settings
    tr: Translate
    policy: Policy = Policy()
    hindrance: Message | None = None

    @property
    def settings(self) -> Settings:
        """The settings as they hold."""
        return settings.under(self.policy, self.own)

    def notices(self) -> tuple[Message | None, Message | None]:
        """What does not hold as it should: of the policy, and of the settings."""
        return self.policy.notice(), self.hindrance


def start_with(data_dir: Path | None = None, policy_file: Path | None = None, language: str | None = None) -> Start:
    """The start with what was asked for, else with what is there."""
    paths = paths_for(data_dir)
    paths.take_along()
    policy = policy_for(paths, policy_file)
    own, hindrance = settings.load(paths.settings)
    chosen = language or settings.under(policy, own).language
    return Start(paths, own, i18n.load(paths.translations, chosen), policy, hindrance)
