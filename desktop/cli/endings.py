"""How a file must be named that is written: a double click tells by the ending alone what it holds."""

from __future__ import annotations

from pathlib import Path

from desktop.cli.wanted import WrongWordsError
from desktop.domain.errors import N_

_OTHER_ENDING = N_("{file} should end in {endings}, for that is what it holds. Please name it: {example}")
_NO_NAME = N_("“-” is no name of a file here. Please name one that ends in {endings}.")
_TO_OUTPUT = N_("“-” is no name of a file here. Without -o the export goes to standard output.")


def demand_ending(file: Path, *endings: str, is_poured: bool = False) -> None:
    """Raise `WrongWordsError` unless the name ends so; what `is_poured` goes to standard output without a name."""
    told = ", ".join(endings)
    if str(file) == "-":
        raise WrongWordsError(_TO_OUTPUT if is_poured else _NO_NAME, endings=told)
    if file.suffix.lower() not in endings:
        raise WrongWordsError(_OTHER_ENDING, file=file.name or file, endings=told, example=f"{file.stem}{endings[0]}")
