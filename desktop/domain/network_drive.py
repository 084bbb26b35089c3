"""Whether a folder lies on a network drive, told from what Linux says of its mounts."""

import re
from collections.abc import Iterator
from pathlib import PurePath, PurePosixPath

_NETWORK = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "9p",
        "afs",
        "ceph",
        "coda",
        "davfs",
        "fuse",
        "glusterfs",
        "lustre",
        "ncpfs",
    }
)
_LOCAL_FUSE = frozenset(
    {
        "bindfs",
        "cryfs",
        "encfs",
        "exfat",
        "fuse-overlayfs",
        "gocryptfs",
        "lxcfs",
        "mergerfs",
        "ntfs-3g",
        "portal",
        "securefs",
        "squashfuse",
        "unionfs",
        "veracrypt",
    }
)
"""What lies on a disk of this computer though a program of its own reads it; of all others nobody knows that."""
_OCTAL = re.compile(r"\\([0-7]{3})")


def is_mounted_from_afar(folder: PurePath, mountinfo: str) -> bool:
    """By Linux's `/proc/self/mountinfo`; `folder` is absolute and without links.

    The mount that counts is the innermost one, and of several at one point the last.
    """
    within = [mount for mount in _mounts(mountinfo) if mount[0] == folder or mount[0] in folder.parents]
    if not within:
        return False
    deepest = max(len(point.parts) for point, _ in within)
    return is_network_type([kind for point, kind in within if len(point.parts) == deepest][-1])


def is_network_type(kind: str) -> bool:
    """Whether a file system of this type lies on another computer, as far as its name tells."""
    family, _, program = kind.partition(".")
    if family == "fuse" and program:
        return program not in _LOCAL_FUSE and not program.endswith(".AppImage")
    return kind in _NETWORK


def _mounts(mountinfo: str) -> Iterator[tuple[PurePosixPath, str]]:
    """Where each file system is mounted, and its type; lines that are none are passed over."""
    for line in mountinfo.splitlines():
        before, dash, after = line.partition(" - ")
        fields, kinds = before.split(" "), after.split(" ")
        if dash and len(fields) > 4 and kinds[0]:
            yield PurePosixPath(_without_octals(fields[4])), kinds[0]


def _without_octals(spelled: str) -> str:
    """A blank stands there as `\\040`."""
    return _OCTAL.sub(lambda found: chr(int(found[1], 8)), spelled)
