"""How a check tells what it found."""

from collections.abc import Iterable


def nothing_in(findings: Iterable[str]) -> None:
    """Fail with all findings, a line each."""
    found = list(findings)
    assert not found, "\n" + "\n".join(found)
