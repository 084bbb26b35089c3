"""Builds a commit twice, in two folders, and says what is not the same: `python packaging/twice.py`.

Compared are the wheel, every file of the frozen program and the package for Debian.
"""

import hashlib
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_PLACES = ("one", "quite/another")


def contents(folder: Path) -> Mapping[str, str]:
    """What lies below a folder, and a digest of each file."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): _digest(file) for file in files}


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def differing(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """What is in one of them only, or not the same in both."""
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


def _built(place: Path) -> Mapping[str, str]:
    place.parent.mkdir(exist_ok=True)
    subprocess.run(["git", "clone", "-q", str(ROOT), str(place)], check=True)
    subprocess.run([sys.executable, str(place / "packaging" / "build.py"), "deb"], cwd=place, check=True)
    return contents(place / "dist")


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        one, other = (_built(Path(folder) / place) for place in _PLACES)
    found = differing(one, other)
    for name in found:
        print(f"not the same: {name}")
    print(f"{len(one) - len(found)} of {len(one)} files are the same")
    for name, digest in one.items():
        if "/" not in name:
            print(f"{digest}  {name}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
