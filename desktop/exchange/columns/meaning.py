"""What a person says that a column means: by the key of a meaning, its name in either language, or a usual heading."""

from __future__ import annotations

import re

from desktop.domain.folding import plain
from desktop.exchange.columns.names import key_of
from desktop.exchange.columns.proposing import propose
from desktop.exchange.columns.targets import targets
from desktop.exchange.columns.words import GERMAN

_SHOWN = 5
_NUMBERED = re.compile(r"\.[0-9]+\.")
"""Parts of numbered addresses and numbers would crowd out all others."""


def meaning_of(text: str) -> str | None:
    """The key of a meaning; nothing where the text names none."""
    spelled = plain(text)
    for language in (GERMAN, "en"):
        for key, label in targets(language):
            if text == key or spelled == plain(label):
                return key
    return key_of(text) or propose((text,))[0]


def most_alike(text: str, language: str) -> list[str]:
    """The names of the meanings that are spelled most like the text, the likeliest first."""
    from rapidfuzz import fuzz, process

    names = {label: plain(label) for key, label in targets(language) if not _NUMBERED.search(key)}
    return [name for _, _, name in process.extract(plain(text), names, scorer=fuzz.token_set_ratio, limit=_SHOWN)]
