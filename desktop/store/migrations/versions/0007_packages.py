"""Packages of other offices: who they came from, and what they brought last; what newer data did can be taken back."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema to this revision."""
    op.rename_table("shipped", "shipped_once")
    op.create_table(
        "shipped",
        sa.Column("origin", sa.String(length=64), nullable=False),
        sa.Column("entry_id", sa.String(length=120), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("origin", "entry_id", name=op.f("pk_shipped")),
    )
    op.execute("INSERT INTO shipped (origin, entry_id, body) SELECT 'program', entry_id, body FROM shipped_once")
    op.drop_table("shipped_once")
    op.create_table(
        "shipped_before",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("origin", sa.String(length=64), nullable=False),
        sa.Column("entry_id", sa.String(length=120), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["number"], ["change_set.number"], name=op.f("fk_shipped_before_number_change_set"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", "origin", "entry_id", name=op.f("pk_shipped_before")),
    )
    _add_signers()


def _add_signers() -> None:
    op.create_table(
        "signer",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("public_key", sa.String(length=64), nullable=False),
        sa.Column("first_seen", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_signer")),
    )
    op.create_index(op.f("ix_signer_public_key"), "signer", ["public_key"])
    op.create_table(
        "taken_package",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("signer", sa.Text(), nullable=False),
        sa.Column("package", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["number"], ["change_set.number"], name=op.f("fk_taken_package_number_change_set"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["signer"], ["signer.name"], name=op.f("fk_taken_package_signer_signer")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_taken_package")),
    )
    op.create_index(op.f("ix_taken_package_signer"), "taken_package", ["signer"])
