"""What of a record is told in the reader's language, with the German beside it, and who has checked it."""

from collections.abc import Iterable, Iterator

from desktop.domain.dossier import Dossier
from desktop.domain.errors import N_
from desktop.domain.record import Record
from desktop.domain.translation import Translation, into
from desktop.i18n import Translate
from desktop.pages.blocks import DATA_LANGUAGE, Block, Field, Fields, Note, Value

_UNCHECKED = N_("Nobody has checked this translation yet")


def summary(record: Record, tr: Translate) -> Translation | None:
    """The sentence of a record in the reader's language."""
    return into(tr.language, record.translations) if record.summary else None


def original(dossier: Dossier, tr: Translate) -> Iterator[Block]:
    """The German sentence where the page begins with another one, and a warning where nobody has checked that."""
    record, terms = dossier.record, (*dossier.subjects, *dossier.target_groups)
    sentence = summary(record, tr)
    if sentence and record.summary:
        yield Fields((Field(tr("In German"), (Value(text=record.summary, language=DATA_LANGUAGE),)),))
    names = [into(tr.language, term.translations) for term in terms]
    yield from warning([one for one in (sentence, *names) if one], tr)


def warning(told: Iterable[Translation], tr: Translate) -> Iterator[Note]:
    """Says in the reader's language and in German that nobody has checked what the page says in that language."""
    if not (tr.is_checked and all(one.is_checked for one in told)):
        yield Note(tr.in_german(_UNCHECKED), tr(_UNCHECKED), language=DATA_LANGUAGE)
