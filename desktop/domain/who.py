"""What the history calls a person by."""

from typing import Annotated

from msgspec import Meta

Who = Annotated[str, Meta(min_length=1, max_length=100)]
"""The name of a person at the desk as the history shows it."""
