"""The installer for Windows, made by NSIS from the frozen program; NSIS also runs on Linux."""

import shutil
from pathlib import Path

import building
from icons import draw

_SCRIPT = building.ROOT / "packaging" / "windows" / "wegweiser.nsi"


def installer(frozen: Path, version: str) -> Path:
    """The installer that holds this folder; raises `FileNotFoundError` where there is no NSIS."""
    tool = shutil.which("makensis")
    if tool is None:
        raise FileNotFoundError("makensis")
    target = building.DIST / f"wegweiser-{version}-setup.exe"
    words = {"VERSION": version, "SOURCE": frozen, "TARGET": target, "ICON": icon()}
    building.DIST.mkdir(exist_ok=True)
    building.run(tool, "-V2", "-INPUTCHARSET", "UTF8", *(f"-D{name}={value}" for name, value in words.items()), _SCRIPT)
    return target


def icon() -> Path:
    """The icon of the program, as Windows wants it."""
    folder = building.BUILD / "icons"
    draw(building.ROOT / "resources" / "icons" / "wegweiser.svg", folder)
    return folder / "wegweiser.ico"


def version_info(version: str) -> str:
    """What the properties of the program show, as PyInstaller reads it."""
    numbers = tuple(int(number) for number in f"{version}.0".split("."))
    texts = {
        "ProductName": "Wegweiser",
        "FileDescription": "Wegweiser",
        "FileVersion": version,
        "ProductVersion": version,
    }
    strings = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in texts.items())
    table = f"StringFileInfo([StringTable('040704B0', [{strings}])])"
    spoken = "VarFileInfo([VarStruct('Translation', [1031, 1200])])"
    fixed = f"FixedFileInfo(filevers={numbers}, prodvers={numbers})"
    return f"VSVersionInfo(ffi={fixed}, kids=[{table}, {spoken}])\n"
