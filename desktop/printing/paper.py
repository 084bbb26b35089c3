"""A finished piece of paper."""

from msgspec import Struct


class Paper(Struct, frozen=True, kw_only=True):
    """A PDF with its title, and the file name to propose when it is saved."""

    title: str
    file_name: str
    pdf: bytes
    page_count: int
