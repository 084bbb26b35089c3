"""What people paste, made into what a field holds: labels, disguises and slips of the pen taken off."""

import re
import unicodedata

_LABEL = re.compile(
    r"^\s*(?:tel(?:efon|efax)?|fon|fax|mobil|handy|hotline|e-?mail|mail|web|internet)\b\s*[.:]*\s*(?=\S)", re.IGNORECASE
)
_DIGIT = re.compile(r"\d")
_STRANGE = re.compile("[^ -\u065f\u2010-\u205e]")
"""Among what can be printed, these alone may be wide forms or the digits of other scripts."""
_BRACKETS = re.compile(r"[(\[]\s*([+0-9][0-9 ]*)\s*[)\]]")
_AT = re.compile(r"\s*(?:[\[({]\s*(?:at|ät|@)\s*[\])}]|\s(?:at|ät)\s)\s*", re.IGNORECASE)
_DOT = re.compile(r"\s*[\[({]\s*(?:dot|punkt|\.)\s*[\])}]\s*", re.IGNORECASE)
_MAILTO = re.compile(r"^\s*mailto:", re.IGNORECASE)
_ANGLES = re.compile(r"<([^<>\s]+)>")
_WWW = re.compile(r"^(https?://)?w{1,5}\.", re.IGNORECASE)
_SCHEME = re.compile(r"^(https?):?/{1,3}", re.IGNORECASE)


def plain_signs(text: str) -> str:
    """One line of signs that a person can type: no invisible ones, no full-width digits, no double blanks."""
    if text.isprintable() and not _STRANGE.search(text):
        return " ".join(text.split())
    shown = "".join(" " if unicodedata.category(sign) in {"Cc", "Zs"} else sign for sign in text)
    visible = "".join(sign for sign in shown if unicodedata.category(sign) not in {"Cf", "Cs", "Co", "Cn"})
    return " ".join(_latin_digits(visible).split())


def clean_phone(text: str) -> str:
    """A number without a label before it: `Tel.: 0211/123` becomes `0211/123`."""
    found = plain_signs(text)
    return _LABEL.sub("", found) if _DIGIT.search(found) else found


def diallable(text: str) -> str:
    """A number as parsers read it: area codes out of their brackets."""
    return _BRACKETS.sub(r"\1 ", clean_phone(text)).strip()


def clean_email(text: str) -> str:
    """A mail address with its sign: `info [at] moers.de` becomes `info@moers.de`."""
    found = _MAILTO.sub("", _LABEL.sub("", plain_signs(text)))
    found = _DOT.sub(".", _AT.sub("@", found))
    if (inner := _ANGLES.search(found)) is not None:
        found = inner[1]
    return found.strip(" <>;,").removesuffix(".")


def clean_link(text: str) -> str:
    """A web address as it is meant: `ww.moers.de` becomes `www.moers.de`."""
    found = _LABEL.sub("", plain_signs(text)).strip(" <>;,").removesuffix(".")
    found = _SCHEME.sub(lambda scheme: f"{scheme[1].lower()}://", found)
    return _WWW.sub(r"\1www.", found)


def _latin_digits(text: str) -> str:
    """Digits of other scripts as those that telephones have, and wide forms as narrow ones."""
    return "".join(
        str(digit) if (digit := unicodedata.decimal(sign, None)) is not None else _narrow(sign) for sign in text
    )


def _narrow(sign: str) -> str:
    return unicodedata.normalize("NFKC", sign) if unicodedata.east_asian_width(sign) == "F" else sign
