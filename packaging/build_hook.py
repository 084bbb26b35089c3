"""Compiles the catalogues of messages while the package is built or installed for development."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface[BuilderConfig]):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        compile_catalogues(Path(self.root) / "resources" / "translations")


def compile_catalogues(folder: Path) -> None:
    for source in folder.glob("*/LC_MESSAGES/*.po"):
        with source.open("rb") as text, source.with_suffix(".mo").open("wb") as compiled:
            catalogue = read_po(text)
            catalogue.creation_date = catalogue.revision_date = _moment()
            write_mo(compiled, catalogue)


def _moment() -> datetime:
    """What stands for the time in a catalogue that names none: the commit's, lest each build have bytes of its own."""
    return datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), UTC)
