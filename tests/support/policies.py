"""Policies for tests, written as an administration writes them."""

from pathlib import Path

from desktop.policy.policy import Policy
from desktop.policy.reading import read_policy


def put_policy(folder: Path, *lines: str) -> Path:
    """Write a policy into a folder."""
    file = folder / "policy.toml"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def policy_of(folder: Path, *lines: str) -> Policy:
    """A policy, read from a file in a folder."""
    return read_policy(put_policy(folder, *lines))
