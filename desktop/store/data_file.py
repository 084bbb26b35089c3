"""A shipped data file: read as TOML and made into records, or refused with file, record and field."""

import re
import tomllib
from pathlib import Path
from typing import Any, NoReturn

import msgspec

from desktop.domain.errors import N_, DataFileError, InvalidRecordError, Message

Table = dict[str, Any]

_MAX_FILE_BYTES = 4 * 1024 * 1024
_REASONS = (
    (r"Object missing required field `(?P<value>.+?)`", N_("The field “{value}” is missing.")),
    (r"Object contains unknown field `(?P<value>.+?)`", N_("There is no field “{value}” here; is it a slip?")),
    (r"Invalid enum value (?P<value>.+?)(?: - at|$)", N_("{value} is not one of the allowed words.")),
    (r"Expected `str` matching regex", N_("The value does not have the expected form.")),
    (r"Expected `(?P<value>.+?)`, got", N_("A value of the type “{value}” is expected here.")),
    (r"Expected `(?P<value>.+?)`", N_("A value of the type “{value}” is expected here.")),
)


def read_table(folder: Path, file: str) -> Table:
    """The content of a file; raises `DataFileError` where it cannot be read."""
    path = folder / file
    try:
        if path.stat().st_size > _MAX_FILE_BYTES:
            refuse(file, "", "", N_("The file is too large."), "")
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        refuse(file, "", "", N_("The file is missing."), "")
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        refuse(file, "", "", N_("The file is not valid TOML: {value}"), str(error))
    except OSError as error:
        refuse(file, "", "", N_("The file cannot be read: {value}"), str(error.strerror))


def tables_in(content: Table, key: str, file: str) -> list[Table]:
    """The list of tables below a key; nothing where there is none."""
    found: list[Table] = converted(content.get(key, []), list[Table], file, key)
    return found


def converted(value: object, kind: Any, file: str, record_id: str) -> Any:
    """`value` as `kind`; what msgspec says against it is told in the words of the catalogues."""
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        said, _, path = str(error).partition(" - at ")
        field = path.strip("`").removeprefix("$").lstrip(".")
        if isinstance(error.__cause__, InvalidRecordError):
            rule = error.__cause__.message
            refuse(file, record_id, field or str(rule.params.get("field", "")), rule.msgid, "")
        for pattern, msgid in _REASONS:
            if match := re.match(pattern, said):
                refuse(file, record_id, field, msgid, match.groupdict().get("value", ""))
        refuse(file, record_id, field, N_("The value does not fit: {value}"), said)


def refuse(file: str, record_id: str, field: str, reason: str, value: str) -> NoReturn:
    """Say what is wrong with a file, at which record and which field."""
    raise DataFileError(
        N_("The file {file} cannot be used. Record “{record}”, field “{field}”: {reason}"),
        file=file,
        record=record_id or "–",
        field=field or "–",
        reason=Message(reason, value=value),
    )
