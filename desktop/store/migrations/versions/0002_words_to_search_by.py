"""The everyday words and, on SQLite, the search index."""

import sqlalchemy as sa
from alembic import op

from desktop.store.search.tables import CREATE

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema to this revision.

    The index follows from the records: it is made in its present form, and filled when the database is made ready.
    """
    op.create_table(
        "synonym",
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_synonym")),
    )
    if op.get_bind().dialect.name == "sqlite":
        for statement in CREATE:
            op.execute(sa.text(statement.replace(":", "\\:")))
