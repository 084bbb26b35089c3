"""The Flatpak, for distributions other than Debian, made of the frozen program by flatpak-builder."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import building
import debian

ID = "de.wegweiser_nrw.Wegweiser"
MANIFEST = building.ROOT / "packaging" / "flatpak" / f"{ID}.yml"
LACKING = re.compile(r"lib(?:gssapi_krb5|krb5|k5crypto|com_err|krb5support|keyutils)\.so\.\d+")
"""Libraries that Qt links and that the runtime does not have."""
_OWN_NAME = re.compile(
    r"""(?<=^Icon=)wegweiser$|(?<=<icon name=")wegweiser(?=")|(?<=>)wegweiser(?=\.desktop<|</icon>)""", re.MULTILINE
)


def bundle(frozen: Path) -> Path:
    """The one file to install; raises `OSError` without flatpak-builder, `CalledProcessError` without the runtime."""
    tool = shutil.which("flatpak-builder")
    if tool is None:
        raise FileNotFoundError("flatpak-builder")
    laid_out(frozen, building.BUILD / "flatpak")
    made, repo = building.BUILD / "flatpak-app", building.BUILD / "flatpak-repo"
    state = building.BUILD / "flatpak-state"
    building.run(tool, "--user", "--force-clean", f"--state-dir={state}", f"--repo={repo}", made, MANIFEST)
    target = building.DIST / f"wegweiser-{building.version()}-{os.uname().machine}.flatpak"
    building.run("flatpak", "build-bundle", repo, target, ID)
    return target


def laid_out(frozen: Path, target: Path) -> Path:
    """Every file as it lies in the sandbox, named as Flatpak wants it, so that none can stand for another program's."""
    shutil.rmtree(target, ignore_errors=True)
    debian.lay_out(frozen, target / "debian")
    for part in ("bin", "lib", "share"):
        (target / "debian" / "usr" / part).rename(target / part)
    shutil.rmtree(target / "debian")
    for name in ("doc", "man"):
        shutil.rmtree(target / "share" / name)
    for file in sorted((target / "share").rglob("*")):
        if file.is_file():
            _rename(file)
    for library in _libraries():
        shutil.copy(library, target / "lib" / "wegweiser" / "_internal" / library.name)
    return target


def renamed(told: str) -> str:
    """What menu, file manager and software centre are told, with the names that the program has as a Flatpak."""
    return _OWN_NAME.sub(ID, told)


def _rename(file: Path) -> None:
    if file.suffix in (".desktop", ".xml"):
        file.write_text(renamed(file.read_text(encoding="utf-8")), encoding="utf-8")
    if file.stem == "wegweiser":
        file.rename(file.with_name(f"{ID}{file.suffix}"))


def _libraries() -> list[Path]:
    told = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True).stdout
    found: dict[str, Path] = {}
    for line in told.splitlines():
        name, _, path = line.strip().partition(" => ")
        if LACKING.fullmatch(name.split(" ")[0]):
            found.setdefault(name.split(" ")[0], Path(path))
    return [found[name] for name in sorted(found)]
