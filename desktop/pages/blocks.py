"""The blocks that a page is made of; screen, paper and terminal each draw them in their own way.

Every `language` is the code of the language that a text is in where that is not the page's own: what the data says
stays in the language of the data.
"""

from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from desktop.domain.dossier import Reference
from desktop.domain.record import RecordId
from desktop.i18n import DATA_LANGUAGE as DATA_LANGUAGE


class Tone(StrEnum):
    """How much a note asks for attention."""

    PLAIN = "plain"
    CAUTION = "caution"


class Key(StrEnum):
    """What a field or a section is, whatever its label says in the reader's language."""

    SUBJECTS = "subjects"
    TARGET_GROUPS = "target_groups"
    RELATED = "related"
    REGISTER = "register"


class Heading(Struct, frozen=True):
    """The title of what follows: level 1 that of a page which is no record, level 2 below it, level 3 below that."""

    text: str
    level: int = 2
    language: str | None = None
    key: Key | None = None


class Paragraph(Struct, frozen=True):
    """Running text; `is_quiet` for what is only an aside ("not stated")."""

    text: str
    is_quiet: bool = False
    language: str | None = None


class Item(Struct, frozen=True):
    """A line of a list, with or without a title before it."""

    text: str
    title: str | None = None
    language: str | None = None


class Bullets(Struct, frozen=True):
    """A list of equal items."""

    items: tuple[Item, ...]


class Value(Struct, frozen=True, kw_only=True):
    """One value of a field; `copied` is what "copy" puts on the clipboard, `target` what a click opens.

    `note` is what the data say about it, `remark` what we add in the language of the page, such as a doubt.
    `record` is the other record that it names. A value that `is_void` (a dead number) is told, but never offered for
    use; one that `is_essential` is what a reader looks for first. One that `is_own` belongs to the record wherever on
    the page it stands: what the head office of an organisation has.
    """

    text: str
    note: str | None = None
    remark: str | None = None
    copied: str | None = None
    target: str | None = None
    record: Reference | None = None
    is_void: bool = False
    is_essential: bool = False
    is_own: bool = False
    language: str | None = None
    note_language: str | None = None

    @property
    def asides(self) -> tuple[str, ...]:
        """Note and remark, as far as there are any."""
        return tuple(aside for aside in (self.note, self.remark) if aside)

    @property
    def record_id(self) -> RecordId | None:
        """The id of the record that the value names."""
        return self.record.id if self.record else None


class Field(Struct, frozen=True):
    """A label with its values."""

    label: str
    values: tuple[Value, ...]
    language: str | None = None
    key: Key | None = None


class Fields(Struct, frozen=True):
    """Fields that belong together, to be set in two columns.

    Those that are `is_own` say how to reach the record itself, although a heading stands above them.
    """

    fields: tuple[Field, ...]
    is_own: bool = False


class Note(Struct, frozen=True):
    """A remark that must not be overlooked or one that may be; `proposal` is told in the language of the page."""

    text: str
    title: str | None = None
    tone: Tone = Tone.PLAIN
    language: str | None = None
    proposal: str | None = None


Block = Heading | Paragraph | Bullets | Fields | Note


class Steps(Struct, frozen=True):
    """What is done one after the other; numbered."""

    items: tuple[str, ...]


class Picture(Struct, frozen=True):
    """A picture with the words that stand for it where it cannot be seen; they stand below it for everybody."""

    path: Path
    text: str


class Code(Struct, frozen=True):
    """Lines of a file, as they are typed."""

    text: str


Drawn = Block | Steps | Picture | Code
"""What a screen can draw; records never hold the last three."""


class Page(Struct, frozen=True, kw_only=True):
    """A record as a reader meets it: what it is, its name, one sentence, its blocks, and where it comes from.

    `original` comes before the blocks: the sentence in German where it is told in another language.
    """

    kicker: str
    title: str
    lead: str | None = None
    lead_language: str | None = None
    badges: tuple[str, ...] = ()
    original: tuple[Block, ...] = ()
    blocks: tuple[Block, ...] = ()
    provenance: Fields
    as_of: str
    source: str
    language: str | None = None
