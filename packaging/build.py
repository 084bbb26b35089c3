"""Builds every form of the program: `python packaging/build.py wheel|frozen|deb|portable|flatpak|windows|check`.

What is made lies in `dist/`, what is needed for it in `build/`. `check` builds wheel, frozen program and package, puts
each into a clean place and runs the same smoke test against it.
"""

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import building
import debian
import display
import flatpak_bundle
import journeys
import portable
import smoke
import windows
from bill import bill_of, gather_licences, write_bill

MEGABYTE = 1_000_000


def make_wheel() -> Path:
    return building.wheel()


def make_frozen() -> Path:
    building.installed(make_wheel())
    return _frozen()


def _frozen() -> Path:
    folder = building.frozen()
    write_bill(bill_of(folder), folder / "sbom.cdx.json")
    if bare := gather_licences(folder):
        raise LookupError(f"without a text of their licence: {', '.join(bare)}")
    return folder


def make_deb() -> Path:
    return debian.package(make_frozen())


def make_portable() -> Path:
    return portable.archive(make_frozen())


def make_windows() -> Path:
    return windows.installer(make_frozen(), building.version())


def make_flatpak() -> Path:
    return flatpak_bundle.bundle(make_frozen())


def check() -> Path:
    """Everything, each tried in a clean place; the folder with what was made."""
    built = make_wheel()
    _try("wheel", building.installed(built))
    folder = _frozen()
    print(f"frozen: {building.size_of(folder) / MEGABYTE:.0f} MB", flush=True)
    _try_stick(folder)
    _walk(folder / "wegweiser")
    if shutil.which("dpkg-deb") is None:
        print("deb: there is no dpkg-deb here, nothing was packed", flush=True)
    else:
        _try_package(debian.package(folder, is_for_trial=True))
    return building.DIST


def _try_stick(folder: Path) -> None:
    stick = building.BUILD / "Stick für Außentermine"
    shutil.rmtree(stick, ignore_errors=True)
    moved = portable.laid_out(folder, stick)
    with tempfile.TemporaryDirectory() as home:
        portable.stays_on_the_stick(moved / "wegweiser", Path(home))
    _try("portable", moved / "wegweiser")


def _try_package(package: Path) -> None:
    missing = debian.wants(package)
    if missing:
        raise LookupError(missing)
    print(f"deb: {'apt has no lists here' if missing is None else 'apt has all that it needs'}", flush=True)
    with tempfile.TemporaryDirectory() as home:
        with debian.installed(package) as program, _screen() as around:
            _try("deb", program, around)
            data = debian.used_by(Path(home), program)
        if not data.is_file():
            raise FileNotFoundError(data)
    print("deb: removed without a rest, the data are still there", flush=True)


@contextmanager
def _screen() -> Iterator[Mapping[str, str]]:
    if display.is_there():
        with display.display() as name:
            yield {"DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}
    else:
        print("there is no Xvfb here, no window was opened on a display", flush=True)
        yield {}


def _walk(program: Path) -> None:
    if lacking := journeys.lacking():
        print(f"journeys: not walked, there is no {', '.join(lacking)} here", flush=True)
    else:
        print(journeys.walked(program), flush=True)


def _try(form: str, program: Path, around: Mapping[str, str] | None = None) -> None:
    begun = time.monotonic()
    seconds = smoke.tried([str(program)], around)
    steps = ", ".join(f"{step} {took:.1f} s" for step, took in seconds.items())
    print(f"{form}: works, {time.monotonic() - begun:.0f} s ({steps})", flush=True)


FORMS: Mapping[str, Callable[[], Path]] = {
    "wheel": make_wheel,
    "frozen": make_frozen,
    "deb": make_deb,
    "portable": make_portable,
    "windows": make_windows,
    "flatpak": make_flatpak,
    "check": check,
}


def main() -> int:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("form", choices=FORMS)
    print(FORMS[words.parse_args().form]())
    return 0


if __name__ == "__main__":
    sys.exit(main())
