"""What is to be printed; cheap to read, for windows and commands write it."""

from msgspec import Struct

from desktop.domain.record import RecordId
from desktop.domain.search import Question
from desktop.printing.variant import NORMAL, Variant


class Order(Struct, frozen=True, kw_only=True):
    """A sheet, the records on it or the question that finds them, and how it is wanted.

    `language` is that of the reader, or empty for that of the program; `next_step` is printed on a handout and kept
    nowhere; `columns` are those of a list, `sections` those of a comparison.
    """

    sheet: str
    wanted: tuple[RecordId, ...] | Question
    language: str = ""
    variant: Variant = NORMAL
    next_step: str = ""
    columns: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
