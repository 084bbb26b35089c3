"""How Windows names folders: by a letter, by the computer that shares them, and long ones in a form of their own."""

from pathlib import PureWindowsPath

LONG = "\\\\?\\"
_DEVICES = (LONG, "\\\\.\\")
_UNC = "\\\\?\\UNC\\"
_SHORT = 180
"""So long may a folder be that Windows finds every file below it under 260 signs, the longest name of a backup too."""


def is_share(folder: PureWindowsPath) -> bool:
    r"""Whether Windows finds it by the name of a computer: `\\server\share`, or the same in its long form."""
    spelled = str(folder)
    if spelled.upper().startswith(_UNC):
        return True
    return spelled.startswith("\\\\") and not spelled.startswith(_DEVICES)


def drive_of(folder: PureWindowsPath) -> str:
    r"""The root of its drive as Windows wants to be asked for it, `Z:\`; nothing where it has no letter."""
    spelled = str(folder)
    for prefix in _DEVICES:
        spelled = spelled.removeprefix(prefix)
    drive = PureWindowsPath(spelled).drive
    return f"{drive}\\" if len(drive) == 2 else ""


def long_form(folder: PureWindowsPath) -> PureWindowsPath:
    """An absolute folder so that Windows finds also what has a long path below it; a short one is as it was."""
    spelled = str(folder)
    if len(spelled) <= _SHORT or spelled.startswith(_DEVICES):
        return folder
    return PureWindowsPath(_UNC + spelled[2:] if is_share(folder) else LONG + spelled)
