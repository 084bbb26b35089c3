"""Databases as earlier versions of the program left them."""

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config

from desktop.domain.editing import OWN_SOURCE
from desktop.store import schema
from desktop.store.engine import open_engine


def age(path: Path, revision: str) -> None:
    """Bring the database at `path` back to an earlier revision, with all that this one could hold."""
    newer = path.rename(path.with_suffix(".newer"))
    config = Config()
    config.set_main_option("script_location", str(Path(schema.__file__).parent / "migrations"))
    engine = open_engine(path)
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()
    _copy(newer, path)
    newer.unlink()


def _copy(newer: Path, older: Path) -> None:
    with closing(sqlite3.connect(older)) as connection:
        connection.execute("ATTACH ? AS newer", (str(newer),))
        tables = connection.execute(
            "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_%'"
            " AND name NOT LIKE 'sqlite_%' AND name != 'alembic_version'"
            " AND name IN (SELECT name FROM newer.sqlite_master)"
        ).fetchall()
        for (table,) in tables:
            names = ", ".join(_columns(connection, "main", table) & _columns(connection, "newer", table))
            connection.execute(f"INSERT INTO main.{table} ({names}) SELECT {names} FROM newer.{table}")
        connection.execute("DELETE FROM state WHERE key = 'search_index'")
        connection.execute("DELETE FROM source WHERE id = ?", (OWN_SOURCE.id,))  # a migration brings it along
        connection.commit()


def _columns(connection: sqlite3.Connection, schema_name: str, table: str) -> set[str]:
    return {row[1] for row in connection.execute(f"PRAGMA {schema_name}.table_info({table})")}
