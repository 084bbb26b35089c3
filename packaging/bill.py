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
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from importlib.metadata import Distribution, PathDistribution
from pathlib import Path
from typing import Any, NamedTuple

import building

_LONGEST_LICENCE = 80
_KNOWN = building.ROOT / "packaging" / "licences"
_OWN = "wegweiser-nrw"
_NAMED = {"LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only": ("LGPL-3.0", "GPL-3.0"), "MIT": ("MIT",)}
"""The texts of licences that a piece names but does not bring."""
_TEXTS = ("licen", "copying", "notice", "copyright")


class Part(NamedTuple):
    """One shipped piece; `purl` is how other tools name it, `texts` are the files of its licence.

    `is_spdx` tells that the licence is named by its short name in SPDX, which programs understand.
    """

    name: str
    version: str
    licence: str
    purl: str
    texts: tuple[Path, ...] = ()
    is_spdx: bool = False
    authors: str = ""


def parts_of(frozen: Path) -> list[Part]:
    """Everything that the folder holds, by name."""
    parts = [*_distributions(frozen), _python(), *_bootloader(), *_libraries(frozen)]
    return sorted(parts, key=lambda part: part.name.casefold())


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
            "licenses": [_licence_of(part)],
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


def _licence_of(part: Part) -> Mapping[str, Any]:
    if part.is_spdx:
        return {"expression": part.licence}
    return {"license": {"name": part.licence or "see the text beside it"}}


def gather_licences(frozen: Path) -> list[str]:
    """Put every text of a licence into a folder `licences` of the program; the names of pieces without one."""
    folder = frozen / "licences"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    parts = parts_of(frozen)
    for part in parts:
        for number, text in enumerate(part.texts, 1):
            target = folder / f"{part.name}{f'-{number}' if number > 1 else ''}.txt"
            target.write_bytes(text.read_bytes())
        if not part.texts:
            _write_named(part, folder)
    return [part.name for part in parts if not part.texts and part.licence not in _NAMED]


def _write_named(part: Part, folder: Path) -> None:
    """What stands for the text that a piece does not bring: who made it, and the text that it names."""
    names = _NAMED.get(part.licence, ())
    told = "\n\n".join((_KNOWN / f"{name}.txt").read_text(encoding="utf-8") for name in names)
    if told:
        head = (
            f"{part.name} {part.version}\nCopyright: {part.authors or 'see the authors of the package'}\n{part.licence}"
        )
        (folder / f"{part.name}.txt").write_text(f"{head}\n\n{told}", encoding="utf-8")


def _distributions(frozen: Path) -> Iterator[Part]:
    for folder in sorted(frozen.rglob("*.dist-info")):
        yield _distribution(folder)


def _distribution(folder: Path) -> Part:
    found = PathDistribution(folder)
    name, version, told = found.metadata["Name"], found.version, found.metadata
    if name == _OWN:
        text = building.ROOT / "packaging" / "linux" / "copyright"
        return Part(name, version, "not yet chosen", f"pkg:pypi/{name}@{version}", (text,))
    texts = tuple(file for file in sorted(folder.rglob("*")) if file.is_file() and _is_text(file))
    is_spdx = "License-Expression" in told
    authors = next((told[field] for field in ("Author", "Author-email") if field in told), "")
    return Part(name, version, _licence(found), f"pkg:pypi/{name.lower()}@{version}", texts, is_spdx, authors)


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
    return Part("CPython", version, "PSF-2.0", f"pkg:generic/cpython@{version}", texts, is_spdx=True)


def _bootloader() -> Iterator[Part]:
    """What starts the frozen program: a piece of PyInstaller in the program itself."""
    for folder in building.packages_of(building.BUILD / "venv").glob("pyinstaller-[0-9]*.dist-info"):
        part = _distribution(folder)
        licence = "GPL-2.0-or-later WITH Bootloader-exception"
        yield part._replace(name="PyInstaller bootloader", licence=licence, is_spdx=True)


def _libraries(frozen: Path) -> Iterator[Part]:
    """Libraries of the building machine, by the Debian package that they come from."""
    names = [file.name for file in (frozen / "_internal").glob("lib*.so*") if not file.name.startswith("libpython")]
    for name in sorted(set(owners(names).values())):
        asked = ["dpkg-query", "--show", "--showformat=${Version}\n", name]
        version = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.splitlines()[0]
        text = Path("/usr/share/doc") / name / "copyright"
        texts = (text,) if text.is_file() else ()
        yield Part(name, version, "", f"pkg:deb/debian/{name}@{version}", texts)


def owners(names: Iterable[str]) -> Mapping[str, str]:
    """The Debian package of each library that belongs to one on this machine."""
    asked = [f"*/{name}" for name in sorted(set(names))]
    if not asked or shutil.which("dpkg-query") is None:
        return {}
    told = subprocess.run(["dpkg-query", "--search", *asked], capture_output=True, text=True, check=False).stdout
    found: dict[str, str] = {}
    for line in told.splitlines():
        package, _, path = line.partition(": ")
        found.setdefault(path.rpartition("/")[2], package.partition(":")[0].partition(",")[0])
    return found
