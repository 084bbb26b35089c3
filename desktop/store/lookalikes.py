"""Looks up records that may be the same as one; names and numbers by their indexes."""

from desktop.domain.duplicates import names_of
from desktop.domain.reach import Reachable
from desktop.domain.record import Record, RecordId
from desktop.store.record_rows import AMONG, RecordRows, listed
from desktop.store.search.facets import KIND_NUMBERS

_MOST = 50
"""Of those that share a number with half the country, so many are enough to look at."""
_NAMED = f"""
    SELECT DISTINCT entry_id FROM search_name JOIN search_entry USING (number)
    WHERE search_name.is_archived = 0 AND search_name.kind = ? AND search_name.key IN {AMONG} LIMIT {_MOST}
"""
_BY_MAIL = f"SELECT DISTINCT entry_id FROM email WHERE lower(address) IN {AMONG} LIMIT {_MOST}"
_BY_NUMBER = f"SELECT DISTINCT entry_id FROM phone WHERE e164 IN {AMONG} LIMIT {_MOST}"


def candidates(rows: RecordRows, record: Record) -> tuple[Record, ...]:
    """The records of the same kind that share a name, a mail address or a number with this one."""
    ids = list(dict.fromkeys([*_named(rows, record), *_reached(rows, record)]))
    found = rows.where(f"entry.id IN {AMONG} AND entry.record_kind = ?", listed(ids), record.KIND.value)
    return tuple(item.record for item in found)


def _named(rows: RecordRows, record: Record) -> list[RecordId]:
    keys = KIND_NUMBERS[record.KIND], listed(sorted(names_of(record)))
    return [record_id for (record_id,) in rows.driver.execute(_NAMED, keys)]


def _reached(rows: RecordRows, record: Record) -> list[RecordId]:
    """Addresses are kept in the case that people write them in: all are looked through (100,000 in 0.1 s)."""
    if not isinstance(record, Reachable):
        return []
    mails = {email.address.lower() for email in record.emails}
    numbers = {phone.e164 for phone in record.phones if phone.e164}
    wanted = [(query, keys) for query, keys in ((_BY_MAIL, mails), (_BY_NUMBER, numbers)) if keys]
    return [found for query, keys in wanted for (found,) in rows.driver.execute(query, (listed(sorted(keys)),))]
