"""Packages on the wire: one signed zip file, written piece by piece, and believed only once every byte was checked."""

from desktop.exchange.package.layout import LIMITS, Limits
from desktop.exchange.package.reading import peek, read_package
from desktop.exchange.package.writing import Parcel, write_package

__all__ = ["LIMITS", "Limits", "Parcel", "peek", "read_package", "write_package"]
