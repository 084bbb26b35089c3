"""Packages on the wire: one signed zip file, written piece by piece, and believed only once every byte was checked."""

from desktop.exchange.package.layout import LIMITS, Limits
from desktop.exchange.package.reading import peek, read_package
from desktop.exchange.package.telling import is_package, refuse_wrapped
from desktop.exchange.package.writing import Parcel, write_package

__all__ = ["LIMITS", "Limits", "Parcel", "is_package", "peek", "read_package", "refuse_wrapped", "write_package"]
