"""Builds every form of the program: `python packaging/build.py wheel|frozen|deb|portable|windows|check`.

What is made lies in `dist/`, what is needed for it in `build/`. `check` builds wheel, frozen program and package, puts
each into a clean place and runs the same smoke test against it.
"""

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import building
import debian
import portable
import smoke
import windows
from bill import bill_of, gather_licences, write_bill

MEGABYTE = 1_000_000


def make_wheel() -> Path:
    return building.wheel()


def make_frozen() -> Path:
    folder = building.frozen(make_wheel())
    write_bill(bill_of(folder), folder / "sbom.cdx.json")
    if bare := gather_licences(folder):
        print(f"without a text of their licence: {', '.join(bare)}", flush=True)
    return folder


def make_deb() -> Path:
    return debian.package(make_frozen())


def make_portable() -> Path:
    return portable.archive(make_frozen())


def make_windows() -> Path:
    return windows.installer(make_frozen(), building.version())


def check() -> Path:
    """Everything, each tried in a clean place; the folder with what was made."""
    built = make_wheel()
    _try("wheel", building.installed(built, "clean"))
    folder = make_frozen()
    print(f"frozen: {building.size_of(folder) / MEGABYTE:.0f} MB", flush=True)
    stick = building.BUILD / "Stick für Außentermine"
    shutil.rmtree(stick, ignore_errors=True)
    moved = portable.laid_out(folder, stick)
    with tempfile.TemporaryDirectory() as home:
        portable.stays_on_the_stick(moved / "wegweiser", Path(home))
    _try("portable", moved / "wegweiser")
    package = debian.package(folder)
    print(f"deb: {package.stat().st_size / MEGABYTE:.0f} MB", flush=True)
    with debian.installed(package) as program:
        _try("deb", program)
    return building.DIST


def _try(form: str, program: Path) -> None:
    begun = time.monotonic()
    seconds = smoke.tried([str(program)])
    steps = ", ".join(f"{step} {took:.1f} s" for step, took in seconds.items())
    print(f"{form}: works, {time.monotonic() - begun:.0f} s ({steps})", flush=True)


FORMS: Mapping[str, Callable[[], Path]] = {
    "wheel": make_wheel,
    "frozen": make_frozen,
    "deb": make_deb,
    "portable": make_portable,
    "windows": make_windows,
    "check": check,
}


def main() -> int:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("form", choices=FORMS)
    print(FORMS[words.parse_args().form]())
    return 0


if __name__ == "__main__":
    sys.exit(main())
