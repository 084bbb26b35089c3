"""Takes the messages of the code into the catalogues and compiles them: `python -m tests.support.catalogues`."""

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.support.places import ROOT, TRANSLATIONS

KEYWORDS = ("tr", "_tr", "N_", "plural:1,2")


def update() -> None:
    """Every catalogue gets what is new, loses what is gone, and is compiled; new messages wait for a translation."""
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / "messages.pot"
        keywords = [word for keyword in KEYWORDS for word in ("-k", keyword)]
        _babel("extract", *keywords, "--no-location", "--sort-output", "-o", str(template), "desktop")
        for source in TRANSLATIONS.glob("*/LC_MESSAGES/*.po"):
            update = ("--no-fuzzy-matching", "--ignore-obsolete", "--omit-header")
            _babel("update", *update, "-i", str(template), "-o", str(source), "-l", source.parent.parent.name)
            _babel("compile", "-i", str(source), "-o", str(source.with_suffix(".mo")))


def _babel(*words: str) -> None:
    command = [sys.executable, "-m", "babel.messages.frontend", "-q", *words]
    subprocess.run(command, cwd=ROOT, check=True)


if __name__ == "__main__":
    update()
