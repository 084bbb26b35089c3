"""What the frozen program is made of beyond what its imports tell, and what of that it can do without."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

QT_PLUGINS = frozenset(
    {
        "iconengines/qsvgicon",
        "imageformats/qico",
        "imageformats/qjpeg",
        "imageformats/qsvg",
        "platforminputcontexts/composeplatforminputcontextplugin",
        "platforminputcontexts/ibusplatforminputcontextplugin",
        "platforms/qoffscreen",
        "platforms/qwayland",
        "platforms/qwindows",
        "platforms/qxcb",
        "platformthemes/qxdgdesktopportal",
        "printsupport/cupsprintersupport",
        "styles/qmodernwindowsstyle",
        "wayland-shell-integration/xdg-shell",
    }
)
"""The plugins of Qt that a window of widgets needs; no network, no OpenGL, no QML."""
QT_LIBRARIES = frozenset(
    ("Core", "DBus", "Gui", "Network", "Pdf", "PdfWidgets", "PrintSupport", "Svg", "WaylandClient", "Widgets", "XcbQpa")
)
"""Qt's own libraries; QtPdf and the platforms ask for Network and DBus."""
QT_MODULES = ("QtCore", "QtDBus", "QtGui", "QtNetwork", "QtPdf", "QtPdfWidgets", "QtPrintSupport", "QtWidgets")
QT_LANGUAGES = ("de", "en")

FONTS = frozenset(
    {f"FiraSans-{style}" for style in ("Regular", "SemiBold", "Bold", "Italic")}
    | {f"IBMPlexSansArabic-{style}" for style in ("Regular", "SemiBold", "Bold")}
)
"""The styles that sheets and window are set in."""
EXCLUDED = (
    "IPython",
    "PIL.AvifImagePlugin",
    "PIL.ImageQt",
    "PIL.ImageTk",
    "PIL._avif",
    "PIL._imagingtk",
    "_ssl",
    "lib2to3",
    "numpy",
    "phonenumbers.carrierdata",
    "phonenumbers.geodata",
    "phonenumbers.tzdata",
    "pip",
    "pydoc_data",
    "pytest",
    "rapidfuzz.distance.metrics_cpp_avx2",
    "rapidfuzz.fuzz_cpp_avx2",
    "readline",
    "setuptools",
    "tkinter",
    "unittest.mock",
)
"""Modules that packages would use if they were there and do without; the program speaks to no network."""
SYSTEM_LIBRARIES = re.compile(
    r"(?:^|/)lib(?:X11|X11-xcb|Xau|Xdmcp|Xext|Xrender|atk-1\.0|avahi-\w+|blkid|brotli\w+|bsd|cairo(?:-gobject)?|cap"
    r"|com_err|cups|datrie|dbus-1|expat|fontconfig|freetype|fribidi|gcc_s|gcrypt|gdk_pixbuf-2\.0|gio-2\.0|glib-2\.0"
    r"|gmodule-2\.0|gmp|gnutls|gobject-2\.0|gpg-error|graphite2|gssapi_krb5|gthread-2\.0|harfbuzz|hogweed|idn2|jpeg"
    r"|k5crypto|keyutils|krb5|krb5support|lz4|md|mount|nettle|p11-kit|pango\w*-1\.0|pcre2-8|pixman-1|png16|selinux"
    r"|stdc\+\+|systemd|tasn1|thai|tinfo|unistring|uuid|z|zstd)\.so\.[\d.]+$"
)
"""Libraries that every Linux desktop has and that must be its own: fonts, message bus, printing, the C++ runtime."""

_UNUSED = re.compile(
    r"reportlab\.graphics\.(?:barcode|samples)\b.*|alembic\.testing\b.*|sqlalchemy\.testing\b.*"
    r"|sqlalchemy\.dialects\.(?:mysql|oracle|mssql)\b.*|phonenumbers\.(?:geocoder|carrier|timezone)"
    r"|holidays\.financial\..+|dns\.rdtypes\..+|dns\.quic\b.*"
)
_PLUGIN = re.compile(r"(?:^|/)plugins/(?P<kind>[\w-]+)/(?:lib)?(?P<name>[\w-]+?)\.(?:so|dll|dylib)$")
_QT_LIBRARY = re.compile(r"(?:^|/)(?:lib)?Qt6(?P<name>\w+?)\.(?:so(?:\.\d+)*|dll)$")
_TRANSLATION = re.compile(r"(?:^|/)translations/(?P<name>\w+)\.qm$")
_FONT = re.compile(r"(?:^|/)fontpkg_\w+/files/(?P<name>[\w-]+)\.ttf$")
_PATTERNS = re.compile(r"(?:^|/)pyphen/dictionaries/hyph_(?P<name>\w+)\.dic$")
_CLUTTER = re.compile(
    r"/(?:__pycache__|tests?|testing|examples?)/|\.(?:pyi|pxd|pyx|h|c|cmake|prl|pc)$|_codecs_(?:cn|hk|iso2022|jp|kr|tw)\."
    r"|/opengl32sw\.dll$|/d3dcompiler_47\.dll$|/pyphen/dictionaries/README|/dateutil-zoneinfo\.tar\.gz$|\.dist-info/(?:RECORD|WHEEL|INSTALLER|REQUESTED|direct_url\.json)$"
)
_LINK = "SYMLINK"
_HOOK = """from frozen_parts import is_kept
from PyInstaller.utils.hooks.qt import add_qt6_dependencies

hiddenimports, binaries, datas = add_qt6_dependencies(__file__)
binaries = [(source, place) for source, place in binaries if is_kept(f"{place}/{source.rpartition('/')[2]}")]
datas = [(source, place) for source, place in datas if is_kept(f"{place}/{source.rpartition('/')[2]}")]
"""


def may_go(module: str) -> bool:
    """Whether the program never imports this module, though a package that it uses brings it along."""
    return _UNUSED.fullmatch(module) is not None


def is_kept(destination: str) -> bool:
    """Whether a file, named by its place in the bundle, goes into it."""
    place = PurePosixPath(destination.replace("\\", "/")).as_posix()
    if found := _PLUGIN.search(place):
        return f"{found['kind']}/{found['name']}" in QT_PLUGINS
    if found := _QT_LIBRARY.search(place):
        return found["name"] in QT_LIBRARIES
    if found := _TRANSLATION.search(place):
        return found["name"] in {f"qtbase_{language}" for language in QT_LANGUAGES}
    if found := _FONT.search(place):
        return found["name"] in FONTS
    if found := _PATTERNS.search(place):
        return found["name"] == "de_DE"
    return not (SYSTEM_LIBRARIES.search(place) or _CLUTTER.search(f"/{place}"))


def kept(files: Iterable[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """The entries of PyInstaller's table of contents that go into the bundle.

    Links go: a stick is formatted with a file system that has none, and every library finds its own without them.
    """
    return [entry for entry in files if entry[2] != _LINK and is_kept(entry[0])]


def write_hooks(folder: Path) -> Path:
    """Hooks for the modules of Qt that keep away what is not wanted before the analysis follows it any further."""
    folder.mkdir(parents=True, exist_ok=True)
    for module in QT_MODULES:
        (folder / f"hook-PySide6.{module}.py").write_text(_HOOK, encoding="utf-8")
    return folder


def own_modules(package: Path) -> list[str]:
    """Every module of the program: many are imported by a name that no analysis sees."""
    return sorted(_names(package))


def _names(package: Path) -> Iterator[str]:
    for file in package.rglob("*.py"):
        if "migrations" not in file.relative_to(package).parts:  # Alembic reads those as files
            parts = file.relative_to(package.parent).with_suffix("").parts
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
