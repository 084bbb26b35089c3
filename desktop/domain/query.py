"""What a person typed, understood: words in all their spellings, and numbers."""

from collections.abc import Iterator

from msgspec import Struct

from desktop.domain.folding import joined, plain, spelled_out, without_gender
from desktop.domain.numbers import national, stems, typed_numbers

_MAX_LENGTH = 200
_MAX_GROUPS = 12


class Group(Struct, frozen=True):
    """Something that must be found: any one of its spellings with all its words, or the number.

    `number` is national digits, `stems` what an unknown extension may stand behind. With `is_mail` it must stand in a
    mail address: somebody typed an @.
    """

    typed: str
    spellings: tuple[tuple[str, ...], ...]
    number: str = ""
    stems: tuple[str, ...] = ()
    is_mail: bool = False


class Query(Struct, frozen=True):
    """A whole text: its foldings, to compare with names, and its groups, all of which must be found."""

    text: str
    keys: tuple[str, ...]
    groups: tuple[Group, ...]


def understood(text: str) -> Query:
    """The query in a text; any text is accepted, only its beginning counts."""
    typed = " ".join(text[:_MAX_LENGTH].replace("\0", " ").split())
    numbers, rest = typed_numbers(typed)
    words = [group for chunk in without_gender(rest).split() if (group := _word(chunk))]
    groups = [*(_number(number) for number in numbers), *words]
    keys = dict.fromkeys(key for key in (plain(typed), spelled_out(typed)) if key)
    return Query(typed, tuple(keys), tuple(groups[:_MAX_GROUPS]))


def shortened(query: Query) -> Iterator[tuple[str, str]]:
    """Each word that may be left out of a text of several, as it was typed, and the text without it."""
    text = without_gender(query.text)
    in_order = sorted(query.groups, key=lambda group: text.find(group.typed))
    if len(in_order) > 1:
        for at, group in enumerate(in_order):
            yield group.typed, " ".join(other.typed for other in (*in_order[:at], *in_order[at + 1 :]))


def _word(chunk: str) -> Group | None:
    spellings: dict[tuple[str, ...], None] = {}
    for folded in (plain(chunk), spelled_out(chunk)):
        parts = tuple(folded.replace("@", " ").split())
        if parts:
            spellings[parts] = None
        if len(parts) > 1 and "@" not in folded:
            spellings[(joined(folded),)] = None
    return Group(chunk, tuple(spellings), is_mail="@" in chunk) if spellings else None


def _number(typed: str) -> Group:
    parts = tuple(plain(typed).split())
    return Group(typed.strip(), (parts,), national(typed), stems(typed))
