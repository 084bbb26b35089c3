"""What is shipped, piece by piece with version and licence, as CycloneDX; and the texts of those licences.

Read from the frozen folder itself, so that nothing is named that is not there and nothing is there that is not named.
"""

import hashlib
import json
import platform
import shutil
import subprocess
import sys
import sysconfig
import uuid
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from importlib.metadata import Distribution, PathDistribution
from pathlib import Path
from typing import Any, NamedTuple

import building

_LONGEST_LICENCE = 80
_COMMON = Path("/usr/share/common-licenses")
_NAMED = {"LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only": ("LGPL-3", "GPL-3")}
"""Texts that a piece names but does not bring, where the building system has them."""
_TEXTS = ("licen", "copying", "notice", "copyright")


class Part(NamedTuple):
    """One shipped piece; `purl` is how other tools name it, `texts` are the files of its licence."""

    name: str
    version: str
    licence: str
    purl: str
    texts: tuple[Path, ...] = ()


def parts_of(frozen: Path) -> list[Part]:
    """Everything that the folder holds, by name."""
    return sorted([*_distributions(frozen), _python(), *_libraries(frozen)], key=lambda part: part.name.casefold())


def bill_of(frozen: Path) -> Mapping[str, Any]:
    """The bill of materials of the folder; the same for the same content."""
    parts = parts_of(frozen)
    components = [
        {
            "type": "library",
            "bom-ref": part.purl,
            "name": part.name,
            "version": part.version,
            "purl": part.purl,
            "licenses": [{"license": {"name": part.licence or "see the text beside it"}}],
        }
        for part in parts
    ]
    digest = hashlib.sha256(json.dumps(components, sort_keys=True).encode()).hexdigest()
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, digest)}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(building.epoch(), UTC).isoformat().replace("+00:00", "Z"),
            "component": {"type": "application", "bom-ref": "wegweiser-nrw", "name": "wegweiser-nrw"},
        },
        "components": components,
    }


def write_bill(bill: Mapping[str, Any], path: Path) -> None:
    """Write the bill for people and programs."""
    path.write_text(json.dumps(bill, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def gather_licences(frozen: Path) -> list[str]:
    """Put every text of a licence into a folder `licences` of the program; the names of pieces without one."""
    folder = frozen / "licences"
    shutil.rmtree(folder, ignore_errors=True)
    bare = []
    for part in parts_of(frozen):
        for number, text in enumerate(part.texts, 1):
            target = folder / f"{part.name}{f'-{number}' if number > 1 else ''}.txt"
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(text.read_bytes())
        if part.texts:
            continue
        if common := [_COMMON / name for name in _NAMED.get(part.licence, ()) if (_COMMON / name).is_file()]:
            for text in common:
                folder.mkdir(exist_ok=True)
                (folder / f"{text.name}.txt").write_bytes(text.read_bytes())
        else:
            bare.append(part.name)
    return bare


def _distributions(frozen: Path) -> Iterator[Part]:
    for folder in sorted(frozen.rglob("*.dist-info")):
        found = PathDistribution(folder)
        name, version = found.metadata["Name"], found.version
        texts = tuple(file for file in sorted(folder.rglob("*")) if file.is_file() and _is_text(file))
        yield Part(name, version, _licence(found), f"pkg:pypi/{name.lower()}@{version}", texts)


def _is_text(file: Path) -> bool:
    return file.parent.name in ("licenses", "license_files") or file.name.lower().startswith(_TEXTS)


def _licence(found: Distribution) -> str:
    for field in ("License-Expression", "License"):
        told = (next(iter(found.metadata.get_all(field) or ()), "")).strip().partition("\n")[0]
        if told and len(told) <= _LONGEST_LICENCE:
            return str(told)
    named = [line for line in found.metadata.get_all("Classifier") or () if line.startswith("License ::")]
    return named[0].rpartition(" :: ")[2] if named else ""


def _python() -> Part:
    version = platform.python_version()
    places = (Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt")
    texts = tuple(place for place in places if place.is_file())[:1]
    return Part("CPython", version, "PSF-2.0", f"pkg:generic/cpython@{version}", texts)


def _libraries(frozen: Path) -> Iterator[Part]:
    """Libraries of the building machine, by the Debian package that they come from."""
    if shutil.which("dpkg-query") is None:
        return
    packages = set()
    for file in (frozen / "_internal").glob("lib*.so*"):
        if file.name.startswith("libpython"):
            continue
        asked = ["dpkg-query", "--search", f"*/{file.name}"]
        told = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
        packages |= {line.partition(":")[0] for line in told.splitlines()[:1]}
    for name in sorted(packages):
        asked = ["dpkg-query", "--show", "--showformat=${Version}\n", name]
        version = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.splitlines()[0]
        text = Path("/usr/share/doc") / name / "copyright"
        texts = (text,) if text.is_file() else ()
        yield Part(name, version, "", f"pkg:deb/debian/{name}@{version}", texts)
