"""The rows of a sheet that a filter or a person took out of sight; they are read like all others."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

from defusedxml.ElementTree import XMLParser

_SHEETS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ROW, _FORMULA = f"{_SHEETS}row", f"{_SHEETS}f"
_YES = ("1", "true")
_CHUNK = 1024 * 1024


def hidden_rows(path: Path, part: str) -> list[int]:
    """The numbers of the hidden rows that hold something; `part` is the sheet's name in the archive.

    Raises what the parser raises over damage; tricks of XML are a `ValueError`.
    """
    found = _Found()
    parser = XMLParser(target=found)
    with ZipFile(path) as archive, archive.open(part) as source:
        while chunk := source.read(_CHUNK):
            parser.feed(chunk)
    parser.close()
    return found.places


class _Found:
    """Hears what stands in a sheet, a piece after the other, and keeps nothing of it but numbers."""

    def __init__(self) -> None:
        self.places: list[int] = []
        self._place = 0
        self._is_waiting = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == _ROW:
            self._place = int(float(attributes.get("r", self._place + 1)))
            self._is_waiting = attributes.get("hidden") in _YES
        elif tag == _FORMULA:
            self._take()

    def data(self, text: str) -> None:
        if self._is_waiting and not text.isspace():
            self._take()

    def end(self, tag: str) -> None:
        if tag == _ROW:
            self._is_waiting = False

    def _take(self) -> None:
        """The row holds something; once is enough."""
        if self._is_waiting:
            self.places.append(self._place)
            self._is_waiting = False
