"""Telephone numbers and postcodes as bare digits, however they are punctuated."""

import re

_TYPED = re.compile(r"(?<!\w)\+?\(?\d[\d\s()/.–—‐‑-]*(?!\w)")
_NOT_DIGITS = re.compile(r"\D")
_NO_DIGITS = bytes(code for code in range(128) if not chr(code).isdigit())
_TRUNK = re.compile(r"\(\s*0\s*\)")
_FEWEST, _SHORTEST_STEM, _LONGEST = 3, 4, 20
_STEM, _LOCAL_STEM = "s", "l"


def typed_numbers(text: str) -> tuple[tuple[str, ...], str]:
    """The numbers of at least three digits in a text, as typed, and the rest of the text."""
    found = [match for match in _TYPED.findall(text) if len(bare(match)) >= _FEWEST]
    for number in found:
        text = text.replace(number, " ", 1)
    return tuple(found), text


def bare(number: str) -> str:
    """The digits of a number."""
    if number.isascii():
        return number.encode().translate(None, _NO_DIGITS).decode()
    digits = _NOT_DIGITS.sub("", number)
    return digits if digits.isascii() else "".join(str(int(char)) for char in digits)


def national(number: str) -> str:
    """The digits behind +49, 0049 or the 0 before the area code; of a foreign number all digits."""
    spelled = _TRUNK.sub("", number).strip() if "(" in number else number.strip()
    digits = bare(spelled)
    is_foreign = spelled.startswith("+") or digits.startswith("00")
    digits = digits.lstrip("0") if not spelled.startswith("+") else digits
    return digits.removeprefix("49").lstrip("0") if is_foreign else digits


def stems(number: str) -> tuple[str, ...]:
    """What a typed number with an unknown extension behind it may be the continuation of, the longest first.

    They are marked as `digit_words` marks what an extension may stand behind, so that they match nothing else: not
    the extension of a stranger, and no number of another area.
    """
    digits, mark = national(number)[:_LONGEST], _STEM if number.strip()[:1] in "+(0" else _LOCAL_STEM
    return tuple(mark + digits[:end] for end in range(len(digits) - 1, _SHORTEST_STEM - 1, -1))


def digit_words(display: str, e164: str | None) -> set[str]:
    """Every digit word that a stored number is found by: national, local, its stem and its extension.

    Marked are those that an extension may stand behind, with the area code and without it. `display` is the DIN 5008
    spelling, `0231 9058-0`: the area code ends at the first space, the stem at the hyphen.
    """
    stem, _, extension = display.partition("-")
    local = display.rpartition(" ")[2]
    whole, begun, own, further = national(display), national(stem), bare(local), bare(extension)
    found = {whole, national(e164) if e164 else whole, begun, own}
    if len(further) >= _FEWEST:
        found.add(further)
    marked = {_STEM + whole, _STEM + begun, _LOCAL_STEM + bare(local.partition("-")[0])}
    return {word for word in found if len(word) >= _FEWEST} | {word for word in marked if len(word) > _SHORTEST_STEM}
