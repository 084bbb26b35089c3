"""Numbers and addresses within text that runs from right to left: they stay as they are written, and on one line."""

import re

_TO_RIGHT = "\u2066"
_TO_LEFT = "\u2067"
_END = "\u2069"
_UNSEEN = dict.fromkeys(map(ord, (_TO_RIGHT, _TO_LEFT, _END)))
_ADDRESS = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # a mail address
    r"|(?:https?://|www\.)[^\s\u2066-\u2069]*[\w/]"
    r"|(?<![\w\u2066])(?:\+|\(?0)[0-9 ()/\u00a0–-]{3,}[0-9]"  # a telephone number, in any common punctuation
    r"|(?<![\w.:\u2066])[0-2]?[0-9][:.][0-5][0-9](?: ?[–-] ?[0-2]?[0-9][:.][0-5][0-9])?(?![\w.:][\w]|[0-9])",  # a time
    re.ASCII,
)


def without_isolates(text: str) -> str:
    """The words alone, for what is not drawn: an outline, a description."""
    return text.translate(_UNSEEN)


def isolated(text: str, *, is_right_to_left: bool = False) -> str:
    """Words that run one way, from left to right if not told else, whatever stands around them."""
    return f"{_TO_LEFT if is_right_to_left else _TO_RIGHT}{text}{_END}" if text else text


def is_isolated(text: str) -> bool:
    """Whether a text begins with words that run from left to right whatever stands around them."""
    return text.startswith(_TO_RIGHT)


def unbroken(text: str) -> str:
    """Words isolated that no line breaks: a number, a mail address."""
    return isolated(text.replace(" ", "\u00a0"))


def with_addresses_isolated(text: str) -> str:
    """A sentence in which every telephone number, time, mail and web address is isolated and unbroken."""
    return _ADDRESS.sub(lambda found: unbroken(found[0]), text)
