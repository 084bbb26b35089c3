"""Migrations lead to the declared tables, in one transaction and after a backup."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_mock_engine
from sqlalchemy.schema import ExecutableDDLElement

from desktop.store import schema
from desktop.store.engine import open_engine
from desktop.store.schema import REVISION, revision_of, upgrade
from desktop.store.tables import METADATA


def _is_declared(name: str | None, kind: str, _: object) -> bool:
    """The search index has its own module and is no part of what other databases have."""
    return kind != "table" or not (name or "").startswith("search_")


def test_the_migrated_schema_is_the_declared_one(tmp_path: Path) -> None:
    path = tmp_path / "wegweiser.sqlite"
    upgrade(path)
    engine = open_engine(path)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _is_declared})
        assert compare_metadata(context, METADATA) == []
    engine.dispose()


def test_the_revision_of_the_program_is_the_last_one_there_is() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(schema.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_current_head() == REVISION


def test_the_tables_would_stand_on_postgresql_too() -> None:
    said: list[ExecutableDDLElement] = []
    engine = create_mock_engine("postgresql://", lambda sql, *_, **__: said.append(sql))
    METADATA.create_all(engine, checkfirst=False)
    sentences = [str(ddl.compile(dialect=engine.dialect)) for ddl in said]
    assert len([sentence for sentence in sentences if "CREATE TABLE" in sentence]) == len(METADATA.tables)


def test_a_new_file_has_no_revision(tmp_path: Path) -> None:
    assert revision_of(tmp_path / "nothing.sqlite") is None
    (tmp_path / "empty.sqlite").touch()
    assert revision_of(tmp_path / "empty.sqlite") is None


def test_a_database_is_opened_the_one_right_way(database: Path) -> None:
    engine = open_engine(database)
    with engine.connect() as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys", "synchronous")
        }
    engine.dispose()
    assert found == {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 2}


def test_schema_changes_are_rolled_back_with_their_transaction(database: Path) -> None:
    engine = open_engine(database)
    with pytest.raises(ZeroDivisionError), engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE half (id INTEGER)")
        raise ZeroDivisionError
    with engine.connect() as connection:
        assert not connection.exec_driver_sql("SELECT * FROM sqlite_master WHERE name = 'half'").all()
    engine.dispose()
