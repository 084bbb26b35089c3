"""How a sheet may differ for those who get it; cheap to read, for windows and commands offer it."""

from enum import StrEnum

from msgspec import Struct


class TypeSize(StrEnum):
    """How large the type is: large print is for people with low vision."""

    NORMAL = "normal"
    LARGE = "large"


class PageFormat(StrEnum):
    """How A4 is turned."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


class Variant(Struct, frozen=True, kw_only=True):
    """Size of type, format of page, several records to a page or not; the language is that of the `Translate`."""

    type_size: TypeSize = TypeSize.NORMAL
    page_format: PageFormat = PageFormat.PORTRAIT
    is_compact: bool = False


NORMAL = Variant()
