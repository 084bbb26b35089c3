"""Who has read a translation beside the German has read it beside that German, and no other."""

from collections.abc import Container, Iterable

from msgspec.structs import replace

from desktop.domain.record import Record, Term
from desktop.domain.translation import Translation


def with_true_checks(record: Record, known: Iterable[Record]) -> Record:
    """The record with those translations checked that stood, checked, beside the same summary in a state `known`."""
    checked = [one for state in known if state.summary == record.summary for one in state.translations]
    return replace(record, translations=_true(record.translations, checked))


def term_with_true_checks(term: Term, before: Term | None) -> Term:
    """The same for a term, whose name is what is translated."""
    checked = before.translations if before and before.name == term.name else ()
    return replace(term, translations=_true(term.translations, checked))


def _true(translations: Iterable[Translation], checked: Container[Translation]) -> tuple[Translation, ...]:
    return tuple(one if one in checked else replace(one, checked_on=None, checked_by=None) for one in translations)
