"""Spelling made comparable: case, umlauts, sharp s, dashes and gender forms."""

import re
import unicodedata
from collections.abc import Set as AbstractSet
from functools import lru_cache

_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_SPELLED_OUT = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "œ": "oe"}
_BEYOND_ASCII = re.compile("[^\x00-\x7f]+")
_SEPARATORS = re.compile(r"(?:[^\w@]|[_\u19b0-\u19c0\u19c8\u19c9\u1cf2\u1cf3])+")
"""What parts words; the last ones are signs of rare scripts that SQLite takes for no letters and Python does."""
_ASCII_SEPARATORS = bytes(code if chr(code).isalnum() or chr(code) == "@" else ord(" ") for code in range(256))
"""Of bytes, of which the upper half is never asked for: to translate these takes a fifth of the time of letters."""
_FEMININE = "In"
_GENDER = re.compile(r"(?<=[^\W\d_])(?:(?:[*:/_·]-?|\()((?:in|innen)\b)\)?|(?<=[^\W\d_A-ZÄÖÜ])((?:In|Innen)\b))")
_COMPOUND = re.compile(r"(?<![^\W_])[^\W_]++(?:[-‐‑–/.:_·&+'’*][^\W_]++)+")
_PERHAPS_GENDER = re.compile("[*:/_·(]-?in")
_PERHAPS_COMPOUND = re.compile(r"[-‐‑–/.:_·&+'’*][^\W_]")
"""Most texts hold none, which these tell in a tenth of the time."""
_MAX_COMPOUND, _MAX_ABBREVIATION = 40, 6
_SHORT = 80
"""Texts of so many characters are names, places, streets, topics: most come in many records, longer ones in one."""


def plain(text: str) -> str:
    """Lower-case letters and digits without any mark (ä becomes a, ß ss), words parted by single spaces."""
    return _plain_again(text) if len(text) <= _SHORT else _plain(text)


def _plain(text: str) -> str:
    bare = text.casefold()
    if not bare.isascii():
        bare = bare.replace("ä", "a").replace("ö", "o").replace("ü", "u")  # most letters with marks are these
    if not bare.isascii():
        bare = _BEYOND_ASCII.sub(lambda found: _bare(found[0]), bare)
    if bare.isascii():
        return b" ".join(bare.encode().translate(_ASCII_SEPARATORS).split()).decode()
    return _SEPARATORS.sub(" ", bare).strip()


_plain_again = lru_cache(maxsize=8192)(_plain)


@lru_cache(maxsize=1024)
def _bare(text: str) -> str:
    """Letters without marks; taking marks off may uncover capitals, so it is done until nothing changes."""
    text = text.casefold()
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(char for char in decomposed if not unicodedata.combining(char)).translate(_LETTERS)
    return bare if bare == text else _bare(bare)


def spelled_out(text: str) -> str:
    """As `plain`, with umlauts written out: ä becomes ae."""
    if text.isascii():
        return plain(text)
    composed = unicodedata.normalize("NFC", text).casefold()
    for letter, spelled in _SPELLED_OUT.items():
        if letter in composed:
            composed = composed.replace(letter, spelled)
    return plain(composed)


def index_words(text: str) -> AbstractSet[str]:
    """Every word that a text is found by: both spellings, compounds and gender forms joined and apart."""
    return _index_words_again(text) if len(text) <= _SHORT else _index_words(text)


def _index_words(text: str) -> frozenset[str]:
    found = set[str]()
    for word in text.split():
        if word.isascii() and word.isalnum() and _FEMININE not in word:
            found.add(word.lower())  # as most words are
        else:
            found |= _words_again(word) if len(word) <= _MAX_COMPOUND else _words(word)
    return frozenset(found)


_index_words_again = lru_cache(maxsize=8192)(_index_words)


def _words(text: str) -> frozenset[str]:
    """The same of a text without spaces."""
    whole = text
    if (_FEMININE in text or _PERHAPS_GENDER.search(text)) and _GENDER.search(text):
        whole = f"{text} {without_gender(text)} {_GENDER.sub(lambda found: (found[1] or found[2]).lower(), text)}"
    found = {*_split(_plain(whole))}
    if not whole.isascii():
        found.update(_split(spelled_out(whole)))
    for compound in _COMPOUND.findall(text) if _PERHAPS_COMPOUND.search(text) else ():
        if len(compound) <= (_MAX_ABBREVIATION if "." in compound else _MAX_COMPOUND):
            found |= {joined(plain(compound)), joined(spelled_out(compound))}
    return frozenset(found)


_words_again = lru_cache(maxsize=16_384)(_words)


def without_gender(text: str) -> str:
    """The text with `Bürger*innen`, `Bürger/innen`, `BürgerInnen` cut to `Bürger`."""
    return _GENDER.sub("", text)


def joined(folded: str) -> str:
    """Folded words run together: `case management` becomes `casemanagement`."""
    return folded.replace(" ", "").replace("@", "")


def sort_key(name: str) -> str:
    """The place of a name in a German list (DIN 5007-1: ä as a, ß as ss)."""
    return plain(name)


def _split(folded: str) -> list[str]:
    return folded.replace("@", " ").split()
