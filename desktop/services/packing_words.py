"""What a package says in words: its office, and what has changed since the last one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop.domain.naming import file_name
from desktop.domain.package import SUFFIX, Cargo
from desktop.pages.words import day_text
from desktop.services.moments import moment_text

if TYPE_CHECKING:
    from desktop.domain.package import Manifest
    from desktop.domain.packing import News
    from desktop.i18n import Translate

_LONGEST = 60


def plain_name(name: str) -> str:
    """The name of an office without signs that nobody sees: by it others know a package."""
    seen = "".join(sign if sign.isprintable() else " " for sign in name)
    return " ".join(seen.split())


def change_note_for(news: News, since: int, tr: Translate) -> str:
    """A proposal for those who get the package."""
    if not since:
        return tr.plural("First package, with {count} record.", "First package, with {count} records.", news.new)
    told = ", ".join(_counted(news, tr)) or tr("nothing has changed")
    return tr("Since package {number}: {news}.", number=since, news=told)


def _counted(news: News, tr: Translate) -> Iterator[str]:
    if news.new:
        yield tr.plural("{count} new", "{count} new", news.new)
    if news.changed:
        yield tr.plural("{count} changed", "{count} changed", news.changed)
    if news.archived:
        yield tr.plural("{count} archived", "{count} archived", news.archived)
    if news.gone:
        yield tr.plural("{count} removed", "{count} removed", news.gone)


def told_of(manifest: Manifest, tr: Translate) -> Iterator[str]:
    """What a package says of itself, a line each: its day, what is in it, its Stand, what is new."""
    yield tr("Made: {moment}", moment=moment_text(manifest.made_at, tr))
    if manifest.cargo is Cargo.NOTES:
        yield tr.plural("{count} note", "{count} notes", sum(manifest.counts.values()))
    else:
        yield tr.plural("{count} record", "{count} records", sum(manifest.counts.values()))
    if manifest.as_of is not None:
        yield tr("Stand: {day}", day=day_text(manifest.as_of, tr))
    if manifest.change_note:
        yield tr("What is new: {text}", text=manifest.change_note)


def package_name(office: str, number: int, is_notes: bool, tr: Translate) -> str:
    """What the file is called that somebody carries on a stick."""
    name = office[:_LONGEST]
    return file_name(tr("Notes") + f" {name}" if is_notes else name, f" {number}{SUFFIX}")
