"""The summaries and the names of the closed lists in the languages of clients."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema to this revision."""
    op.create_table(
        "translation",
        sa.Column("language", sa.String(length=10), nullable=False),
        *_said(),
        sa.Column("entry_id", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entry.id"], name=op.f("fk_translation_entry_id_entry"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("entry_id", "position", name=op.f("pk_translation")),
    )
    op.create_table(
        "term_translation",
        sa.Column("taxonomy", sa.String(length=40), nullable=False),
        sa.Column("term_id", sa.String(length=80), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        *_said(),
        sa.ForeignKeyConstraint(
            ["taxonomy", "term_id"],
            ["term.taxonomy", "term.id"],
            name=op.f("fk_term_translation_taxonomy_term_id_term"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("taxonomy", "term_id", "language", name=op.f("pk_term_translation")),
    )


def _said() -> tuple[sa.Column[Any], ...]:
    """The columns of a translation's words and of who checked them."""
    return (
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.Column("checked_by", sa.Text(), nullable=True),
    )
