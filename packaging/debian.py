"""The package for Debian and Ubuntu, made of the frozen program without being root.

Of the frozen program and not of the wheel, because no stable Debian has the libraries that it is tested with. It has no
scripts of its own: what must be told of the icons, the kind of file and the menu hear of it by dpkg's triggers, and
nothing outside the package is ever touched, least of all anybody's data.
"""

import gzip
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import building
from bill import owners
from icons import SIZES
from search_paths import is_linked

NAME = "wegweiser-nrw"
_LINUX = building.ROOT / "packaging" / "linux"
_METAINFO = "de.wegweiser_nrw.Wegweiser.metainfo.xml"
_ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
_MAINTAINER = "Wegweiser NRW <wegweiser@wegweiser-nrw.invalid>"
_OPTIONAL = re.compile(r"printsupport|platformthemes|[Ww]ayland")
"""Plugins of Qt that it does without where their libraries are not there."""
_CONTROL = """Package: {name}
Version: {version}
Section: misc
Priority: optional
Architecture: {architecture}
Maintainer: {maintainer}
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: libcups2, xdg-desktop-portal
Description: directory for service desks of municipalities in North Rhine-Westphalia
 A clerk finds in seconds who is responsible for a newcomer's matter
 and hands over a printed sheet, in eleven languages. It works without a network
 and stores nothing about those who are advised.
"""


def package(frozen: Path, *, is_for_trial: bool = False) -> Path:
    """The package that holds this folder; one for a trial is packed at once and not small."""
    root = building.BUILD / "deb"
    shutil.rmtree(root, ignore_errors=True)
    lay_out(frozen, root)
    _describe(frozen, root)
    _settle(root)
    place = building.BUILD if is_for_trial else building.DIST
    target = place / f"{NAME}_{building.version()}_{architecture()}.deb"
    packed = ("-Zgzip", "-z1") if is_for_trial else ("--threads-max=1", "-Zxz", "-z6")
    building.run("dpkg-deb", "--root-owner-group", *packed, "--build", root, target)
    return target


def architecture() -> str:
    """This machine's, as Debian calls it."""
    return _ARCHITECTURES[os.uname().machine]


@contextmanager
def installed(made: Path) -> Iterator[Path]:
    """The command of the package, installed below a root of its own and removed afterwards; raises `OSError`."""
    root = building.BUILD / "root"
    shutil.rmtree(root, ignore_errors=True)
    for folder in ("info", "updates", "triggers"):
        (root / "var/lib/dpkg" / folder).mkdir(parents=True)
    (root / "var/lib/dpkg/status").touch()
    dpkg = ("dpkg", f"--root={root}", "--force-depends", "--force-not-root", "--log=/dev/null")
    building.run_quietly(*dpkg, "--install", made)
    yield root / "usr/bin/wegweiser"
    building.run_quietly(*dpkg, "--purge", NAME)
    if left := [file for file in (root / "usr").rglob("*") if file.is_file()]:
        raise OSError(f"the package leaves {left[0]} behind")


def used_by(home: Path, program: Path) -> Path:
    """The database of somebody with this home who used the program."""
    around = {"PATH": os.environ["PATH"], "HOME": str(home)}
    subprocess.run([program, "search", "bamf"], env=around, check=True, stdout=subprocess.DEVNULL, timeout=300)
    return home / ".local/share/wegweiser/wegweiser.sqlite"


def wants(made: Path) -> str | None:
    """What apt says that the package needs and cannot get; `None` where there is no apt that has heard of packages."""
    if shutil.which("apt-get") is None or not any(Path("/var/lib/apt/lists").glob("*_Packages*")):
        return None
    asked = ["apt-get", "install", "--simulate", "--no-install-recommends", str(made)]
    done = subprocess.run(asked, env={**os.environ, "LC_ALL": "C"}, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else f"{done.stdout}{done.stderr}"


def lay_out(frozen: Path, root: Path) -> None:
    """Every file at its place."""
    share = root / "usr/share"
    shutil.copytree(frozen, root / "usr/lib/wegweiser")
    (root / "usr/bin").mkdir()
    (root / "usr/bin/wegweiser").symlink_to("../lib/wegweiser/wegweiser")
    drawing = building.ROOT / "resources/icons/wegweiser.svg"
    _put(share / "icons/hicolor/scalable/apps/wegweiser.svg", drawing.read_bytes())
    icons = drawn_icons()
    for size in SIZES:
        _put(share / f"icons/hicolor/{size}x{size}/apps/wegweiser.png", (icons / f"{size}.png").read_bytes())
    _put(share / "applications/wegweiser.desktop", (_LINUX / "wegweiser.desktop").read_bytes())
    _put(share / "mime/packages/wegweiser.xml", (_LINUX / "wegweiser-mime.xml").read_bytes())
    _put(share / "metainfo" / _METAINFO, metainfo().encode())
    for language, folder in (("en", "man/man1"), ("de", "man/de/man1")):
        _put(share / folder / "wegweiser.1.gz", _packed(_man_page(language)))
    documents = share / "doc" / NAME
    _put(documents / "copyright", (_LINUX / "copyright").read_bytes())
    _put(documents / "NEWS.gz", _packed((building.ROOT / "CHANGELOG.md").read_bytes()))
    _put(documents / "changelog.gz", _packed(_changelog().encode()))


def _changelog() -> str:
    """What Debian's tools read; people read the news."""
    day = format_datetime(datetime.fromtimestamp(building.epoch(), UTC))
    told = f"  * See NEWS.gz.\n\n -- {_MAINTAINER}  {day}"
    return f"{NAME} ({building.version()}) unstable; urgency=medium\n\n{told}\n"


def metainfo() -> str:
    """What software centres show, with version and day."""
    text = (_LINUX / _METAINFO).read_text(encoding="utf-8")
    day = datetime.fromtimestamp(building.epoch(), UTC)
    return text.replace("@VERSION@", building.version()).replace("@DATE@", f"{day:%Y-%m-%d}")


def drawn_icons() -> Path:
    """The folder of the icon in every size, drawn by the Qt of the build."""
    python = building.program_of(building.environment("venv"), "python")
    folder = building.BUILD / "icons"
    drawing = building.ROOT / "resources/icons/wegweiser.svg"
    building.run(python, building.ROOT / "packaging/icons.py", drawing, folder)
    return folder


def _man_page(language: str) -> bytes:
    python = building.program_of(building.environment("venv"), "python")
    page = building.ROOT / "packaging/man_page.py"
    words = [str(python), str(page), language, building.version(), str(building.epoch())]
    return subprocess.run(words, cwd=building.BUILD, capture_output=True, check=True).stdout


def _describe(frozen: Path, root: Path) -> None:
    sizes = sum(file.lstat().st_size for file in root.rglob("*") if file.is_file() and not file.is_symlink())
    words = {"name": NAME, "version": building.version(), "architecture": architecture(), "kilobytes": sizes // 1024}
    control = _CONTROL.format(**words, maintainer=_MAINTAINER, depends=depends(frozen))
    _put(root / "DEBIAN/control", control.encode())


def depends(frozen: Path) -> str:
    """What the machine must bring: the packages of every library that the program links and does not hold."""
    files = [file for file in frozen.rglob("*") if file.is_file()]
    held = {file.name for file in files}
    linked = [str(file) for file in files if is_linked(file) and not _OPTIONAL.search(str(file.relative_to(frozen)))]
    told = _said("readelf", "--dynamic", *linked)
    needed = set(re.findall(r"\(NEEDED\).*\[(.+)\]", told)) - held
    packages = set(owners(needed).values())
    floor = os.confstr("CS_GNU_LIBC_VERSION") or "glibc 2.34"
    return ", ".join([f"libc6 (>= {floor.split()[1]})", *sorted(packages - {"libc6"})])


def _said(*words: str) -> str:
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _packed(content: bytes) -> bytes:
    return gzip.compress(content, compresslevel=9, mtime=0)


def _settle(root: Path) -> None:
    """The same rights and the same times wherever the package is made."""
    moment = building.epoch()
    for path in sorted(root.rglob("*"), reverse=True):
        if path.is_symlink():
            continue
        runs = path.is_dir() or (path.is_file() and is_linked(path) and path.name == "wegweiser")
        path.chmod(0o755 if runs else 0o644)
        os.utime(path, (moment, moment))
