"""vCards of all versions read, and written as 3.0 and 4.0: contacts from and for address books."""

from desktop.exchange.vcards.own import KINDS
from desktop.exchange.vcards.reading import entries
from desktop.exchange.vcards.writing import write_vcard3, write_vcard4

__all__ = ["KINDS", "entries", "write_vcard3", "write_vcard4"]
