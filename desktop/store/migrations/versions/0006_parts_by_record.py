"""What a record is filed under and what is said of it are found by the record, not by looking through all there are."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema to this revision."""
    for table in ("classification", "statement"):
        op.create_index(op.f(f"ix_{table}_entry_id"), table, ["entry_id"])
