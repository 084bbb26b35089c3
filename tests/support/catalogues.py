"""Takes the messages of the code into the catalogues and compiles them: `python -m tests.support.catalogues`."""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tests.support.places import ROOT, TRANSLATIONS

KEYWORDS = {"tr": None, "_tr": None, "N_": None, "plural": (1, 2)}
_HEADER = """msgid ""
msgstr ""
"Project-Id-Version: wegweiser-nrw\\n"
"Language: {language}\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def extracted() -> Catalog:
    """Every message in the code."""
    found = Catalog()
    for _, _, message, _, _ in extract_from_dir(ROOT / "desktop", keywords=KEYWORDS, comment_tags=()):
        if message:
            found.add(message)
    return found


def update(path: Path, template: Catalog) -> None:
    """The catalogue at `path` gets what is new, loses what is gone, and is compiled."""
    with path.open("rb") as file:
        catalogue = read_po(file)
    catalogue.update(template, no_fuzzy_matching=True)
    body = BytesIO()
    write_po(body, catalogue, omit_header=True, ignore_obsolete=True, no_location=True, sort_output=True, width=110)
    language = path.parent.parent.name
    path.write_bytes(_HEADER.format(language=language).encode() + body.getvalue().lstrip())
    with path.open("rb") as file, path.with_suffix(".mo").open("wb") as compiled:
        write_mo(compiled, read_po(file))


if __name__ == "__main__":
    for source in TRANSLATIONS.glob("*/LC_MESSAGES/*.po"):
        update(source, extracted())
