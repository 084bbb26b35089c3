"""Catalogues of messages: English in the code, German on the screen; a `Translate` is handed in, never installed."""

import gettext
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from struct import unpack_from

from typing_extensions import override

from desktop.domain.errors import N_
from desktop.domain.vocabulary import THOUSANDS

LANGUAGES = ("de", "en")
"""The languages of the window and of the commands."""
DATA_LANGUAGE = "de"
"""The language of what the records say."""
PAPER_LANGUAGES = {
    "de": ("Deutsch", N_("German")),
    "en": ("English", N_("English")),
    "ar": ("العربية", N_("Arabic")),
    "bg": ("български", N_("Bulgarian")),
    "fa": ("فارسی", N_("Persian")),
    "fr": ("français", N_("French")),
    "pl": ("polski", N_("Polish")),
    "ro": ("română", N_("Romanian")),
    "ru": ("русский", N_("Russian")),
    "tr": ("Türkçe", N_("Turkish")),
    "uk": ("українська", N_("Ukrainian")),
}
"""The languages of sheets: the name that their readers know, and the one that the desk knows, a message."""
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
_DOMAIN = "wegweiser"
_CHECKED = "x-checked-by"
_MARK = b"\xde\x12\x04\x95"
"""What a compiled catalogue begins with."""


class Translate:
    """Turns a message into words of one language: `tr("{count} records", count=3)`."""

    def __init__(
        self,
        language: str,
        catalogue: gettext.NullTranslations,
        german: Callable[[], gettext.NullTranslations] = gettext.NullTranslations,
    ) -> None:
        self.language = language
        self._catalogue = catalogue
        self._german = german

    @property
    def is_checked(self) -> bool:
        """Whether a person who speaks the language has read its catalogue; those of the window are written by hand."""
        return self.language not in PAPER_LANGUAGES or self.language in LANGUAGES or _CHECKED in self._catalogue.info()

    def __call__(self, msgid: str, **values: object) -> str:
        """The message in this language, its gaps filled, a count as a number is written."""
        text = self._catalogue.gettext(msgid) if msgid else ""
        return text.format_map(self._written(values)) if values else text

    def number(self, number: int) -> str:
        """A whole number with the mark that the language sets between thousands: `12.000`."""
        return f"{number:,}".replace(",", self._catalogue.gettext(THOUSANDS))

    def in_german(self, msgid: str) -> str:
        """The message for those at the desk, who may not read the language of the paper that they hand over."""
        return self._german().gettext(msgid)

    def saying(self, others: Mapping[str, str]) -> "Translate":
        """The same language with other messages in the place of some; of a plural each form has another one."""
        return Translate(self.language, _Instead(self._catalogue, others), self._german)

    def plural(self, one: str, many: str, count: int, **values: object) -> str:
        """The message for a count, which also fills the gap `{count}`."""
        return self._catalogue.ngettext(one, many, count).format_map({**values, "count": self.number(count)})

    def _written(self, values: dict[str, object]) -> dict[str, object]:
        count = values.get("count")
        return {**values, "count": self.number(count)} if isinstance(count, int) else values


def is_right_to_left(language: str) -> bool:
    """Whether a language is written from right to left."""
    return language.partition("-")[0] in _RIGHT_TO_LEFT


def load(folder: Path, language: str) -> Translate:
    """The translation for a language from `folder` (`<language>/LC_MESSAGES/wegweiser.mo`); English needs no file."""

    def german() -> gettext.NullTranslations:
        return _catalogue(folder, DATA_LANGUAGE)

    return Translate(language, gettext.NullTranslations() if language == "en" else _catalogue(folder, language), german)


def _catalogue(folder: Path, language: str) -> gettext.NullTranslations:
    path = folder / language / "LC_MESSAGES" / f"{_DOMAIN}.mo"
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return gettext.NullTranslations()
    if not content.startswith(_MARK):
        raise ValueError(f"{path} is no compiled catalogue")
    return _Compiled(content)


class _Compiled(gettext.NullTranslations):
    """A compiled catalogue in UTF-8 whose messages are read when they are asked for.

    `GNUTranslations` reads every one at once, which the start would wait for; the format is that of GNU gettext (“The
    Format of GNU MO Files”), numbers in it are of 32 bits, small end first.
    """

    def __init__(self, content: bytes) -> None:
        super().__init__()
        _, _, count, ids, texts = unpack_from("<5I", content)
        self._content = content
        self._texts: Sequence[int] = unpack_from(f"<{2 * count}I", content, texts)
        places = unpack_from(f"<{2 * count}I", content, ids)
        spans = zip(places[::2], places[1::2], strict=True)
        messages = (content[at : at + length].partition(b"\0")[0] for length, at in spans)
        self._numbers = {message: number for number, message in enumerate(messages)}

    @override
    def gettext(self, message: str) -> str:
        forms = self._forms(message)
        return (forms[0] if len(forms) == 1 else forms[self._plural(1)]) or message

    @override
    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        forms = self._forms(msgid1)
        return forms[self._plural(n)] if len(forms) > 1 else (msgid1 if n == 1 else msgid2)

    @override
    def info(self) -> dict[str, str]:
        lines = (line.partition(":") for line in self._forms("")[0].splitlines())
        return {name.strip().lower(): value.strip() for name, _, value in lines}

    def _forms(self, message: str) -> list[str]:
        """The message in each of its forms; an empty one if it is not there."""
        number = self._numbers.get(message.encode())
        if number is None:
            return [""]
        length, at = self._texts[2 * number : 2 * number + 2]
        return self._content[at : at + length].decode().split("\0")

    @cached_property
    def _plural(self) -> Callable[[int], int]:
        """Which form a count has in the language."""
        return gettext.c2py(self.info()["plural-forms"].partition("plural=")[2].rstrip(";"))


class _Instead(gettext.NullTranslations):
    """A catalogue that is asked for other messages than those that are meant."""

    def __init__(self, catalogue: gettext.NullTranslations, others: Mapping[str, str]) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._others = others

    @override
    def gettext(self, message: str) -> str:
        return self._catalogue.gettext(self._others.get(message, message))

    @override
    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        one, many = (self._others.get(msgid, msgid) for msgid in (msgid1, msgid2))
        return self._catalogue.ngettext(one, many, n)

    @override
    def info(self) -> dict[str, str]:
        return self._catalogue.info()


def pseudo() -> Translate:
    """Every message doubled and bracketed, to reveal text that a window cuts off or nobody translates."""
    return Translate("pseudo", _Doubled())


class _Doubled(gettext.NullTranslations):
    @override
    def gettext(self, message: str) -> str:
        return f"[{message} {message}]"

    @override
    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)
