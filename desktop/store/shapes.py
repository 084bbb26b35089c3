"""The declared tables as the driver meets them: their keys, their columns, and how each value rests in SQLite."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Boolean, Column, Date, DateTime, Table
from sqlalchemy import Enum as Words

from desktop.store.tables.columns import LineSpans

Row = tuple[Any, ...]
"""The values of a row as they rest in SQLite, the key first."""

_BETWEEN = ", "


class Shape:
    """One table. Its columns stand in one order everywhere: the record that a row is of, its place there, the rest."""

    def __init__(self, table: Table) -> None:
        columns = sorted(table.columns, key=_rank)
        keys = [column.name for column in columns if column.primary_key]
        self.name = table.name
        self.columns = tuple(column.name for column in columns)
        self.owner = self.columns[0]
        self._key_length = len(keys)
        self.loads = {column.name: load for column in columns if (load := _loading(column))}
        self._rests = tuple((at, rest) for at, column in enumerate(columns) if (rest := _resting(column)))
        named = [f'"{name}"' for name in self.columns]
        self.named = tuple(f"{self.name}.{name}" for name in named)
        wanted = " AND ".join(f'"{name}" = ?' for name in keys)
        changed = ", ".join(f"{name} = excluded.{name}" for name in named[len(keys) :])
        self.add = f"INSERT INTO {self.name} ({', '.join(named)}) VALUES ({', '.join('?' * len(named))})"
        self.write = (
            f"{self.add}"
            f" ON CONFLICT ({', '.join(named[: len(keys)])}) DO {f'UPDATE SET {changed}' if changed else 'NOTHING'}"
        )
        self.remove = f"DELETE FROM {self.name} WHERE {wanted}"

    def key(self, row: Row) -> Row:
        """What tells a row from all others of the table."""
        return row[: self._key_length]

    def row(self, values: Mapping[str, object]) -> Row:
        """The row with these values by column; what is not named is not known."""
        return self.at_rest(map(values.get, self.columns))

    def at_rest(self, values: Iterable[Any]) -> Row:
        """The row of these values, which stand in the order of the columns."""
        row = list(values)
        for at, rest in self._rests:
            if row[at] is not None:
                row[at] = rest(row[at])
        return tuple(row)

    def values(self, found: Sequence[Any], *, begin: int = 0) -> dict[str, Any]:
        """The values by column of a row that was found, without its first columns where `begin` says so."""
        values = dict(zip(self.columns[begin:], found, strict=True))
        for name in values.keys() & self.loads.keys():
            if values[name] is not None:
                values[name] = self.loads[name](values[name])
        return values


def _rank(column: Column[Any]) -> tuple[bool, bool, bool]:
    return not column.primary_key, column.name not in ("id", "entry_id"), column.name != "position"


def _loading(column: Column[Any]) -> Callable[[Any], object] | None:
    """How a value of the column is made from what rests in SQLite, where that is not the value itself."""
    match column.type:
        case Words(enum_class=kind) if kind is not None:
            return {word.value: word for word in kind}.__getitem__
        case LineSpans():
            return lambda text: tuple(text.split(_BETWEEN)) if text else ()
        case DateTime():
            return moment
        case Date():
            return date.fromisoformat
        case Boolean():
            return bool
    return None


def moment(text: str) -> datetime:
    """The moment in a text made by `stored`."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def _resting(column: Column[Any]) -> Callable[[Any], object] | None:
    """How a value of the column rests in SQLite, where that is not the value itself."""
    match column.type:
        case Words():
            return str.__str__
        case LineSpans():
            return _BETWEEN.join
        case DateTime():
            return stored
        case Date():
            return date.isoformat
    return None


def stored(when: datetime) -> str:
    """A moment as it rests in SQLite, which keeps no time zone: ours is UTC."""
    return when.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")
