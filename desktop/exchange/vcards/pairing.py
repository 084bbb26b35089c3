"""Numbers, addresses and links that went through another program, paired with those that went out."""

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, Protocol, TypeVar

from msgspec import Struct

from desktop.domain.errors import Message


class Keyed(Protocol):
    """What can be recognised in another spelling."""

    @property
    def key(self) -> str:
        """The same for all spellings."""


_Told = TypeVar("_Told", bound=Keyed)
_Part = TypeVar("_Part")


class Paired(Struct, Generic[_Part], frozen=True):
    """The parts as they are now, where each of the old ones has gone, and what could not be taken over."""

    parts: tuple[_Part, ...]
    moves: Mapping[int, int]
    lost: tuple[Message, ...] = ()


def paired(
    old: Sequence[_Part],
    written: Mapping[int, str],
    told: Sequence[_Told],
    make: Callable[[_Told, _Part | None], _Part | Message],
) -> Paired[_Part]:
    """The old parts with the changes that are told; `written` has the keys of those that had gone out.

    As many new ones as are gone are these, changed; else new ones come behind. What had not gone out stays. The order
    is that of the record, for programs sort as they like.
    """
    by_key = {one.key: one for one in told}
    gone = [at for at, key in written.items() if key not in by_key]
    fresh = [one for key, one in by_key.items() if key not in set(written.values())]
    is_changed = len(gone) == len(fresh)
    changed = dict(zip(gone, fresh, strict=True)) if is_changed else {}
    parts: list[_Part] = []
    moves: dict[int, int] = {}
    lost: list[Message] = []
    for at, part in enumerate(old):
        now = (changed.get(at) or by_key.get(written[at])) if at in written else None
        if at in written and now is None:
            continue
        moves[at] = len(parts)
        _keep(part if now is None else make(now, part), parts, lost, part)
    for one in () if is_changed else fresh:
        _keep(make(one, None), parts, lost)
    return Paired(tuple(parts), moves, tuple(lost))


def _keep(made: _Part | Message, parts: list[_Part], lost: list[Message], instead: _Part | None = None) -> None:
    """Keep what was made; where that went wrong, what was there before."""
    if not isinstance(made, Message):
        parts.append(made)
        return
    lost.append(made)
    if instead is not None:
        parts.append(instead)
