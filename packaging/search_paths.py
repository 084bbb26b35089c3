"""Takes out of libraries where the building machine kept others: a path that on another machine is somebody else's."""

import re
import subprocess
from pathlib import Path

_TOLD = re.compile(r"\((?:RUNPATH|RPATH)\).*\[(?P<places>[^\]]+)\]")
_BESIDE = "$ORIGIN"


def forget_places(folder: Path) -> int:
    """Let no library below the folder look in an absolute place; the number of those that did. Needs `readelf`."""
    return sum(_forget(file) for file in sorted(folder.rglob("*")) if file.is_file() and is_linked(file))


def is_linked(file: Path) -> bool:
    """Whether a file is a program or a library of Linux."""
    with file.open("rb") as content:
        return content.read(4) == b"\x7fELF"


def _forget(file: Path) -> bool:
    told = subprocess.run(["readelf", "--dynamic", str(file)], capture_output=True, text=True, check=True).stdout
    found = _TOLD.search(told)
    if found is None or not any(place.startswith("/") for place in found["places"].split(":")):
        return False
    former = found["places"].encode() + b"\0"
    kept = ":".join(place for place in found["places"].split(":") if not place.startswith("/")) or _BESIDE
    file.write_bytes(file.read_bytes().replace(former, kept.encode().ljust(len(former), b"\0")))
    return True
