"""What a pane says above a record and only there: it belongs to no page, so that it never reaches paper."""

from typing import NamedTuple


class Remark(NamedTuple):
    """What is said, and the words of the link that leads on."""

    text: str
    way: str
