"""Takes the messages of the code into the catalogues and compiles them: `python -m tests.support.catalogues`."""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from desktop.i18n import LANGUAGES
from tests.support.places import ROOT, TRANSLATIONS

KEYWORDS = {"tr": None, "_tr": None, "N_": None, "plural": (1, 2)}
PAPER = ("pages", "printing", "domain/vocabulary.py")
"""Where the messages come from that stand on paper, which more people read than the window."""


def extracted(language: str = LANGUAGES[0]) -> Catalog:
    """Every message in the code that somebody reads in this language: in the window, or only on paper."""
    found = Catalog()
    for file, _, message, _, _ in extract_from_dir(ROOT / "desktop", keywords=KEYWORDS, comment_tags=()):
        if message and (language in LANGUAGES or file.startswith(PAPER)):
            found.add(message)
    return found


def update(path: Path) -> None:
    """The catalogue at `path` gets what is new, loses what is gone, and is compiled; its head stays as it is."""
    head = path.read_text(encoding="utf-8").partition("\n\n")[0]
    with path.open("rb") as file:
        catalogue = read_po(file)
    catalogue.update(extracted(path.parent.parent.name), no_fuzzy_matching=True)
    body = BytesIO()
    write_po(body, catalogue, omit_header=True, ignore_obsolete=True, no_location=True, sort_output=True, width=110)
    path.write_text(f"{head}\n\n{body.getvalue().decode().strip()}\n", encoding="utf-8")
    with path.open("rb") as file, path.with_suffix(".mo").open("wb") as compiled:
        write_mo(compiled, read_po(file))


if __name__ == "__main__":
    for source in TRANSLATIONS.glob("*/LC_MESSAGES/*.po"):
        update(source)
