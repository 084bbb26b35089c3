"""What lies where in a package, and how much of it there may be."""

from typing import NamedTuple

from desktop.domain.package import Cargo

MANIFEST, SIGNATURE, PUBLIC_KEY = "manifest.json", "signature", "public_key"
SEALS = (MANIFEST, SIGNATURE, PUBLIC_KEY)
"""What every package has; the signature is over the manifest, and the manifest holds digests of all else."""
RECORDS, SUBJECTS, TARGET_GROUPS = "records.jsonl", "subjects.jsonl", "target_groups.jsonl"
SOURCES, SYNONYMS, NOTES = "sources.jsonl", "synonyms.jsonl", "notes.jsonl"
PARTS = {
    Cargo.RECORDS: (SOURCES, SUBJECTS, TARGET_GROUPS, SYNONYMS, RECORDS),
    Cargo.NOTES: (NOTES,),
}
"""What else a package has; each part is a value in JSON a line."""
NOTES_COUNT = "notes"
"""What the notes are counted as; records are counted by the word for their kind."""
SIGNATURE_BYTES, PUBLIC_KEY_BYTES = 64, 32

_MIB = 1024 * 1024


class Limits(NamedTuple):
    """More than this is no package: ten times what the largest office has, and what a small laptop can bear.

    `ratio` is how often a part may be larger than the bytes that it was packed into, beyond the first `free_bytes`.
    """

    file_bytes: int = 256 * _MIB
    unpacked_bytes: int = 1024 * _MIB
    manifest_bytes: int = 64 * 1024
    line_bytes: int = 2 * _MIB
    lines: int = 200_000
    ratio: int = 100
    free_bytes: int = _MIB


LIMITS = Limits()
