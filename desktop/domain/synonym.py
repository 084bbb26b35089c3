"""Everyday words and abbreviations: what people ask for, and what the catalogue calls it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Annotated, Protocol

from msgspec import Meta, Struct

from desktop.domain.errors import N_, InvalidRecordError
from desktop.domain.folding import index_words, plain
from desktop.domain.record import Name, Record, RecordId

_TOPICS = frozenset({"names", "place", "owner", "topics"})
_LETTERS = 4
_MOST_WORDS, _MOST_TEXTS, _SHORT = 32_768, 4_096, 80
"""Of so many words, and texts of so many characters, it is remembered what begins like them: most stand in many
records."""


class Synonym(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
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


class Meanings:
    """What everyday words mean, sorted by how their meanings begin: most records answer to few of them."""

    def __init__(self, synonyms: Iterable[Synonym]) -> None:
        self._synonyms = tuple(synonyms)
        self._phrases = [[(f" {plain(phrase)}", phrase) for phrase in one.means] for one in self._synonyms]
        self._by_beginning: dict[str, set[int]] = {}
        self._by_id: dict[tuple[str, RecordId], set[int]] = {}
        for at, synonym in enumerate(self._synonyms):
            for phrase in synonym.means:
                self._by_beginning.setdefault(_first_letters(plain(phrase)), set()).add(at)
            for key in _ids(synonym.subject_ids, synonym.target_group_ids, synonym.record_ids):
                self._by_id.setdefault(key, set()).add(at)
        self._lengths = sorted({len(letters) for letters in self._by_beginning})
        self._near_word = lru_cache(_MOST_WORDS)(self._beginning_like)
        self._near_text = lru_cache(_MOST_TEXTS)(self._like_words)

    def meant(self, record: Record, passages: Iterable[_Passage]) -> Iterator[tuple[str, str]]:
        """Field and text of every synonym that a record answers to.

        The field is `synonym` where the meaning is a name, a place or a topic of the record, and `everyday_word` where
        it stands somewhere in its text: there it ranks below the records that have the word itself.
        """
        names, texts = list[str](), list[str]()
        for passage in passages:
            if (column := passage.column) in _TOPICS:
                names.append(f" {plain(passage.text)} ")
            elif column == "texts":
                texts.append(f" {plain(passage.text)} ")
        filed, in_names, in_texts = self._filed(record), self._near(names), self._near(texts)
        known = {word for name in names for word in name.replace("@", " ").split()}
        for at in sorted(filed | in_names | in_texts):
            synonym = self._synonyms[at]
            if at in filed:
                yield from _told("synonym", synonym, None, known)
            elif at in in_names and (found := self._standing_in(names, at)):
                yield from _told("synonym", synonym, found, known)
            elif at in in_texts and (found := self._standing_in(texts, at)):
                yield from _told("everyday_word", synonym, found, known)

    def _standing_in(self, texts: Sequence[str], at: int) -> str | None:
        """The first meaning that begins a word of one of the texts."""
        for beginning, phrase in self._phrases[at]:
            for text in texts:
                if beginning in text:
                    return phrase
        return None

    def _filed(self, record: Record) -> set[int]:
        """Those of the terms that the record is filed under, and its own."""
        keys = _ids(record.subject_ids, record.target_group_ids, (record.id,))
        return set().union(*(self._by_id[key] for key in keys if key in self._by_id))

    def _near(self, texts: Iterable[str]) -> set[int]:
        """Those of which a meaning begins like a word of these texts."""
        return set().union(*[self._near_text(one) if len(one) <= _SHORT else self._like_words(one) for one in texts])

    def _like_words(self, text: str) -> frozenset[int]:
        return frozenset().union(*filter(None, map(self._near_word, text.split())))

    def _beginning_like(self, word: str) -> frozenset[int]:
        """Those of which a meaning begins like this word."""
        letters = {word[:length] for length in self._lengths}
        return frozenset().union(*(self._by_beginning[key] for key in letters & self._by_beginning.keys()))


def _ids(
    subjects: Iterable[RecordId], groups: Iterable[RecordId], records: Iterable[RecordId]
) -> list[tuple[str, RecordId]]:
    kinds = (("subject", subjects), ("group", groups), ("record", records))
    return [(kind, one) for kind, ids in kinds for one in ids]


def _first_letters(phrase: str) -> str:
    return phrase.split(" ", 1)[0][:_LETTERS]


def _told(field: str, synonym: Synonym, meaning: str | None, known: set[str]) -> Iterator[tuple[str, str]]:
    """A line for each word that the record does not already answer to by its own names."""
    for word in synonym.words:
        if not index_words(word) <= known:
            yield field, f"{word} = {meaning}" if meaning else word
