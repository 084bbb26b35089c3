"""A table is opened by what it holds, not by how it is named."""

from __future__ import annotations

from pathlib import Path

from desktop.domain.errors import N_, ForeignFileError
from desktop.exchange.tables import limits
from desktop.exchange.tables.csv_table import open_csv
from desktop.exchange.tables.table import Recognised, Table, Wanted

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")


def open_table(path: Path, wanted: Wanted | None = None, recognised: Recognised = lambda _: 0) -> Table:
    """The table in a file, with what was worked out about it; raises `ForeignFileError`.

    Of several sheets the first is taken whose columns are `recognised`.
    """
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise ForeignFileError(N_("{name} is no file that can be read."), name=path.name)
        with path.open("rb") as file:
            beginning = file.read(4)
    except OSError as error:
        raise ForeignFileError(
            N_("The file {name} cannot be read. Is it there, and are you allowed to open it?"), name=path.name
        ) from error
    if size > limits.FILE_BYTES:
        raise ForeignFileError(
            N_("The file is larger than {count} MB. Please split it into several files."),
            count=limits.FILE_BYTES // 1024**2,
        )
    if beginning.startswith(_ZIP):
        from desktop.exchange.tables.xlsx_table import open_xlsx

        return open_xlsx(path, wanted or Wanted(), recognised)
    return open_csv(path, wanted or Wanted())
