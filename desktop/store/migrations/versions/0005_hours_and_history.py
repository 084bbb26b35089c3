"""Opening hours and local desks; what people did, and what they noted at the counter."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from desktop.domain.editing import OWN_SOURCE

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema to this revision."""
    _add_hours()
    _add_history()
    op.create_table(
        "counter_note",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("record_id", sa.String(length=80), nullable=False),
        sa.Column("record_name", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("settled_at", sa.DateTime(), nullable=True),
        sa.Column("settled_by", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_counter_note")),
    )
    op.create_index(op.f("ix_counter_note_record_id"), "counter_note", ["record_id"])

    source = sa.table("source", sa.column("id"), sa.column("title"), sa.column("publisher"))
    op.bulk_insert(source, [{name: getattr(OWN_SOURCE, name) for name in ("id", "title", "publisher")}])
    with op.batch_alter_table("shipped") as shipped:  # the keys of terms are longer than ids
        shipped.alter_column("entry_id", existing_type=sa.String(length=80), type_=sa.String(length=120))


def _add_hours() -> None:
    op.create_table(
        "slot",
        sa.Column("weekday", sa.String(length=40), nullable=False),
        sa.Column("opens", sa.String(length=5), nullable=False),
        sa.Column("closes", sa.String(length=5), nullable=False),
        *_part("slot"),
    )
    op.create_table(
        "closure",
        sa.Column("starts", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=False),
        *_part("closure"),
    )
    with op.batch_alter_table("location") as location:  # SQLite adds no foreign key to a table that is there
        location.add_column(sa.Column("hours_of", sa.String(length=80), nullable=True))
        location.add_column(sa.Column("hours_note", sa.Text(), nullable=True))
        location.create_index(op.f("ix_location_hours_of"), ["hours_of"])
        location.create_foreign_key(
            op.f("fk_location_hours_of_location"),
            "location",
            ["hours_of"],
            ["id"],
            deferrable=True,
            initially="DEFERRED",
        )
    op.add_column("municipality", sa.Column("desk_name", sa.Text(), nullable=True))
    op.add_column("municipality", sa.Column("hours_note", sa.Text(), nullable=True))
    op.add_column("municipality", sa.Column("by_appointment", sa.Boolean(), nullable=True))


def _add_history() -> None:
    op.create_table(
        "change_set",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("deed", sa.String(length=40), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("undone_at", sa.DateTime(), nullable=True),
        sa.Column("undone_by", sa.Text(), nullable=True),
        sa.Column("is_discarded", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_change_set")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_change_set_undone_at"), "change_set", ["undone_at"])
    op.create_table(
        "change",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("item_key", sa.String(length=120), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["number"], ["change_set.number"], name=op.f("fk_change_number_change_set"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", "position", name=op.f("pk_change")),
    )
    op.create_index(op.f("ix_change_item_key"), "change", ["item_key"])


def _part(table: str) -> tuple[Any, ...]:
    """What the tables of all parts of a record have."""
    return (
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("entry_id", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entry.id"], name=op.f(f"fk_{table}_entry_id_entry"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("entry_id", "position", name=op.f(f"pk_{table}")),
    )
