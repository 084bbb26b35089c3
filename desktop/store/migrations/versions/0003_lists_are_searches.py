"""The lists are read from the search index; their own tables go."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema to this revision."""
    op.drop_table("listing_facet")
    op.drop_table("listing")
