"""Cards of any program understood: their properties become what is told, and what of them is left out."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from desktop.domain.errors import Message
from desktop.exchange.vcards import ways
from desktop.exchange.vcards.left_out import CUT, PRIVATE, UNREAD, left_out, shown
from desktop.exchange.vcards.names import components_of, organization_of, shown_name, text_of, whose
from desktop.exchange.vcards.properties import Property
from desktop.exchange.vcards.told import Told, Whose, squeezed

OWN = "X-WEGWEISER-RECORD"
"""The property that carries what other programs have no word for."""
_Part = TypeVar("_Part")
_MOST = 1_000
"""Of what a card may have several of; nobody has as many telephones."""
_MOST_LOST = 40
_LAST = 101
_ANDROID = "X-ANDROID-CUSTOM"
_APPLE = re.compile(r"_\$!<(.*)>!\$_")
_NO_SUBJECTS = frozenset({"mycontacts", "my contacts", "starred"})
_UNDERSTOOD = frozenset(
    (
        *("N", "FN", "NICKNAME", "ORG", "TITLE", "ROLE", "TEL", "EMAIL", "ADR", "URL", "LANG", "CATEGORIES", "NOTE"),
        *("UID", "KIND", OWN),
    )
)


class Understood:
    """What the properties of a card say; `lost` is what is said about the others, each thing once."""

    def __init__(self, properties: Sequence[Property], unread: Sequence[str] = ()) -> None:
        self._named: defaultdict[str, list[Property]] = defaultdict(list)
        for one in properties:
            if not one.is_cut:
                self._named[one.name].append(one)
        self._labels = {one.group: one.text.strip() for one in self._named.get("X-ABLABEL", ()) if one.group}
        self._lost: dict[str, Message] = {}
        self._whose = whose(self._named)
        self.told = self._told()
        self._miss_what_is_left(properties, unread)

    @property
    def lost(self) -> tuple[Message, ...]:
        """What was left out, in the order in which it was met."""
        return tuple(self._lost.values())

    def _told(self) -> Told:
        organization = organization_of(self._named)
        roles = (text_of(self._named, "TITLE"), text_of(self._named, "ROLE"))
        return Told(
            whose=self._whose,
            name=shown_name(self._named) or next(iter(organization), ""),
            parts=tuple(components_of(self._named, "N")),
            nicknames=self._several("NICKNAME"),
            organization=organization,
            role=", ".join(dict.fromkeys(filter(None, roles))),
            numbers=tuple(self._each("TEL", ways.number)),
            mails=tuple(self._each("EMAIL", ways.mail)),
            places=tuple(self._each("ADR", ways.place)),
            sites=tuple(self._each("URL", ways.site)),
            languages=tuple(dict.fromkeys(text for one in self._preferred("LANG") if (text := squeezed(one.text)))),
            subjects=tuple(text for text in self._several("CATEGORIES") if text.casefold() not in _NO_SUBJECTS),
            note="\n".join(text for one in self._named.get("NOTE", ()) if (text := one.text.strip())),
            uid=text_of(self._named, "UID"),
        )

    def _each(self, name: str, read: Callable[[Property, str], _Part | None]) -> Iterator[_Part]:
        """The parts of a kind, those that the card prefers first; private ones of a person are left out."""
        found: dict[_Part, None] = {}
        for one in self._preferred(name):
            if not one.value.strip(" ;"):
                continue
            label = self._labels.get(one.group, "") or _custom_type(one)
            if self._whose is Whose.PERSON and _is_private(one, label):
                self._miss(Message(PRIVATE, text=shown(one.text.strip(" ;"))))
            elif (part := read(one, "" if _APPLE.fullmatch(label) else squeezed(label))) is None or len(found) >= _MOST:
                self._miss(left_out(one))
            else:
                found[part] = None
        yield from found

    def _preferred(self, name: str) -> list[Property]:
        return sorted(self._named.get(name, ()), key=_preference)

    def _several(self, name: str) -> tuple[str, ...]:
        named = [text for one in self._named.get(name, ()) for text in one.listed()]
        if name == "NICKNAME":
            named += [one.components()[1] for one in self._named.get(_ANDROID, ()) if _is_nickname(one)]
        return tuple(dict.fromkeys(text for text in map(squeezed, named[:_MOST]) if text))

    def _miss_what_is_left(self, properties: Sequence[Property], unread: Sequence[str]) -> None:
        is_ours = OWN in self._named
        for one in properties:
            if one.is_cut:
                self._miss(Message(CUT, name=one.name))
            elif one.name not in _UNDERSTOOD and not _is_nickname(one) and not (is_ours and one.name == "GEO"):
                self._miss(left_out(one))
        for text in unread:
            self._miss(Message(UNREAD, text=shown(text)))

    def _miss(self, said: Message | None) -> None:
        if said is not None and len(self._lost) < _MOST_LOST:
            self._lost.setdefault(said.in_words(str), said)


def _is_private(one: Property, label: str) -> bool:
    """Whether an entry is called private by its type, or by the label that Apple offers for that."""
    chosen = _APPLE.fullmatch(label)
    name = chosen[1].lower() if chosen else ""
    is_at_home = "home" in one.types or (name.startswith("home") and name != "homepage")
    return is_at_home and "work" not in one.types


def _is_nickname(one: Property) -> bool:
    """Whether Android keeps a nickname there, for which version 2.1 has no property."""
    return one.name == _ANDROID and one.value.startswith("vnd.android.cursor.item/nickname;")


def _custom_type(one: Property) -> str:
    """The label of a number or mail that Android writes as a type of its own: `TEL;X-Pforte:0221 …`."""
    if one.name not in ("TEL", "EMAIL"):
        return ""
    custom = (value[2:] for key, value in one.params if key == "TYPE" and value[:2].lower() == "x-")
    return next(custom, "").replace("-", " ")


def _preference(one: Property) -> int:
    if "pref" in one.types:
        return 0
    pref = one.param("PREF")
    return int(pref) if pref.isascii() and pref.isdigit() and len(pref) < 4 else _LAST
