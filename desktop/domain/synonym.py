"""Everyday words and abbreviations: what people ask for, and what the catalogue calls it."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Annotated, Protocol

from msgspec import Meta, Struct

from desktop.domain.errors import N_, InvalidRecordError
from desktop.domain.folding import index_words, plain
from desktop.domain.record import Name, Record, RecordId

_TOPICS = frozenset({"names", "place", "owner", "topics"})


class Synonym(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Words that people use, and the words or the entries of the catalogue that they mean.

    A record answers to `words` if one of the phrases in `means` stands in it, or if it is filed under one of the terms,
    or is one of the records.
    """

    words: Annotated[tuple[Name, ...], Meta(min_length=1)]
    means: tuple[Name, ...] = ()
    subject_ids: tuple[RecordId, ...] = ()
    target_group_ids: tuple[RecordId, ...] = ()
    record_ids: tuple[RecordId, ...] = ()

    def __post_init__(self) -> None:
        if not (self.means or self.subject_ids or self.target_group_ids or self.record_ids):
            raise InvalidRecordError(N_("A synonym must say what it means."))


class _Passage(Protocol):
    @property
    def text(self) -> str: ...

    @property
    def column(self) -> str: ...


def meant(record: Record, passages: Iterable[_Passage], synonyms: Iterable[Synonym]) -> Iterator[tuple[str, str]]:
    """Field and text of every synonym that a record answers to.

    The field is `synonym` where the meaning is a name, a place or a topic of the record, and `everyday_word` where it
    stands somewhere in its text: there it ranks below the records that have the word itself.
    """
    folded = [(passage.column, f" {plain(passage.text)} ") for passage in passages]
    names = "\n".join(text for column, text in folded if column in _TOPICS)
    texts = "\n".join(text for column, text in folded if column == "texts")
    known = index_words(names)
    subjects, groups = frozenset(record.subject_ids), frozenset(record.target_group_ids)
    for synonym in synonyms:
        is_filed = not subjects.isdisjoint(synonym.subject_ids) or not groups.isdisjoint(synonym.target_group_ids)
        if is_filed or record.id in synonym.record_ids:
            yield from _told("synonym", synonym, None, known)
        elif found := _standing_in(names, synonym):
            yield from _told("synonym", synonym, found, known)
        elif found := _standing_in(texts, synonym):
            yield from _told("everyday_word", synonym, found, known)


def _standing_in(texts: str, synonym: Synonym) -> str | None:
    """The first meaning that begins a word of one of the texts, each of which is a line."""
    for phrase in synonym.means:
        if _beginning(phrase) in texts:
            return phrase
    return None


@lru_cache(maxsize=1024)
def _words(word: str) -> frozenset[str]:
    return frozenset(index_words(word))


@lru_cache(maxsize=1024)
def _beginning(phrase: str) -> str:
    return f" {plain(phrase)}"


def _told(field: str, synonym: Synonym, meaning: str | None, known: set[str]) -> Iterator[tuple[str, str]]:
    """A line for each word that the record does not already answer to by its own names."""
    for word in synonym.words:
        if not _words(word) <= known:
            yield field, f"{word} = {meaning}" if meaning else word
