"""Runs migrations on the connection that `desktop.store.schema` hands over; it never opens one of its own."""

from alembic import context

from desktop.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=False,  # the caller's transaction holds everything
)
context.run_migrations()
