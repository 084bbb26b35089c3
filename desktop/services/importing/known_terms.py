"""What a file from elsewhere files its records under and takes them from, as far as it is known here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec.structs import replace

from desktop.domain.catalogue import unlisted
from desktop.domain.editing import OWN_SOURCE
from desktop.domain.errors import N_, Message
from desktop.domain.listed import with_listed_terms
from desktop.domain.vocabulary import Taxonomy

if TYPE_CHECKING:
    from desktop.domain.catalogue import Problem
    from desktop.domain.provenance import Provenance
    from desktop.domain.record import Record, Statement
    from desktop.store.unit_of_work import Unit

_LEFT_OUT = N_("{column}: “{value}” was left out. {reason}")
_MANY = N_("{count} of “{name}” cannot be kept here and were left out.")
_MANY_OF = N_("{count} of “{field}” of “{name}” cannot be kept here and were left out.")
_OF = N_("{field} of “{name}”")
_NO_TERM = N_("It is not in the list here.")
_NO_SOURCE = N_("It is not known here; a new record gets “{title}” instead.")
_SOURCE, _TOPICS, _GROUPS = N_("Source"), N_("Topics"), N_("Target groups")
_LABELS = {"provenance.source": _SOURCE, "target_group_ids": _GROUPS}
_LISTS = ("subject_ids", "target_group_ids")
_APART_FROM_SOURCE = frozenset(f"provenance.{name}" for name in ("as_of", "checked_on", "checked_by", "next_check"))
_MOST, _SHOWN = 100, 80
_Said = tuple[str, str | None, str]
"""Section, title and text of a statement."""


class Fitted(NamedTuple):
    """A record that names only what is in the lists here, and what was left out of it.

    `bare` are the statements that have lost all of their topics.
    """

    record: Record
    unknown: tuple[Problem, ...]
    bare: frozenset[_Said] = frozenset()

    def given(self, before: frozenset[str]) -> frozenset[str]:
        """The fields that the file still speaks of: where nothing of it is known here, what is here stays."""
        names = {one.field for one in self.unknown}
        silent = {field for field in _LISTS if field in names and not getattr(self.record, field)}
        if "provenance.source" in names:
            silent |= {"provenance", "provenance.source", "provenance.lines", "provenance.url"}
            before |= _APART_FROM_SOURCE if "provenance" in before else frozenset()
        return before - silent

    def beside(self, record: Record, here: Record) -> Record:
        """The record, whose bare statements have the topics that the same words have in the record here."""
        if not self.bare:
            return record
        topics = {said: one.subject_ids for said, one in _said(here)}
        values: dict[str, Any] = {
            section: tuple(
                replace(one, subject_ids=topics.get(said, ())) if (said := _key(section, one)) in self.bare else one
                for one in statements
            )
            for section, statements in record.sections()
        }
        return replace(record, **values)

    def lost(self, *, is_beside: bool = False) -> tuple[Message, ...]:
        """What was left out, for people; of a record that comes beside a row its name is told too."""
        values: dict[str, dict[str, None]] = {}
        for one in self.unknown:
            values.setdefault(_LABELS.get(one.field, _TOPICS), {})[one.value] = None
        name = self.record.name if is_beside else None
        return tuple(message for label, terms in values.items() for message in _messages(label, terms, name))


class KnownTerms:
    """The closed lists and the sources as they are when a plan is made."""

    def __init__(self, unit: Unit) -> None:
        terms = unit.terms.ids()
        self._subjects, self._groups = terms[Taxonomy.SUBJECT], terms[Taxonomy.TARGET_GROUP]
        self._sources = frozenset(unit.records.source_titles())

    def fitted(self, record: Record) -> Fitted | None:
        """The record without what is in no list here; nothing where all of it is, as of nearly every record."""
        listed = with_listed_terms(record, self._subjects, self._groups)
        if listed is record and record.provenance.source in self._sources:
            return None
        closed = {"source": self._sources, "subject_ids": self._subjects, "target_group_ids": self._groups}
        left = {said for said, one in _said(listed) if not one.subject_ids}
        bare = frozenset(said for said, one in _said(record) if one.subject_ids and said in left)
        fitted = replace(listed, provenance=self._origin(record.provenance))
        return Fitted(fitted, tuple(unlisted(record, closed)), bare)

    def _origin(self, provenance: Provenance) -> Provenance:
        return provenance if provenance.source in self._sources else replace(provenance, source=OWN_SOURCE.id)


def _said(record: Record) -> Iterator[tuple[_Said, Statement]]:
    return ((_key(section, one), one) for section, statements in record.sections() for one in statements)


def _key(section: str, statement: Statement) -> _Said:
    return section, statement.title, statement.text


def _messages(label: str, values: Iterable[str], name: str | None) -> Iterator[Message]:
    column = Message(label) if name is None else Message(_OF, field=Message(label), name=name)
    reason = Message(_NO_SOURCE, title=OWN_SOURCE.title) if label == _SOURCE else Message(_NO_TERM)
    shown = [" ".join(value.split())[:_SHOWN] for value in values]
    if len(shown) > _MOST:
        if name is None:
            yield Message(_MANY, count=len(shown), name=column)
        else:
            yield Message(_MANY_OF, count=len(shown), field=Message(label), name=name)
    else:
        yield from (Message(_LEFT_OUT, column=column, value=value, reason=reason) for value in shown)
