"""An index that followed any changes is the one that is made anew from what there is in the end."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.domain.document import Document, Passage
from desktop.domain.vocabulary import Kind, Status
from desktop.store.search.index import Index
from desktop.store.search.numbering import place_of
from tests.search.contents import contents

OWNER, SITES = "amt", ("amt-eins", "amt-zwei")
IDS = (OWNER, *SITES, "zoo", "bad", "mut")
WORDS = st.sampled_from(
    ["Köln", "Ärzt*innen", "Straße 7", "Ausländerbehörde", "Zebra", "1:0", "łódź", "Case-Management"]
)


def _document(record_id: str, words: list[str], is_archived: bool, towns: list[str], is_dated: bool) -> Document:
    title = " ".join(words) or record_id
    is_site = record_id in SITES
    return Document(
        id=record_id,
        kind=Kind.LOCATION if is_site else Kind.ORGANIZATION if record_id == OWNER else Kind.PARTNER,
        status=Status.ARCHIVED if is_archived else Status.ACTIVE,
        title=title,
        subtitle=" ".join(words),
        place=towns[0] if len(towns) == 1 else "",
        organisation=OWNER if is_site else None,
        as_of=date(2022, 10, 19) if is_dated else None,
        owner_id=OWNER if is_site else None,
        facets={"place": tuple(towns)} if towns else {},
        passages=(Passage("name", title), Passage("id", record_id), *(Passage("tasks", word) for word in words)),
    )


DOCUMENTS = st.builds(
    _document,
    st.sampled_from(IDS),
    st.lists(WORDS, max_size=3),
    st.booleans(),
    st.lists(st.sampled_from(["Köln", "Moers"]), max_size=2, unique=True),
    st.booleans(),
)
STEPS = st.lists(st.one_of(DOCUMENTS, st.sampled_from(IDS)), min_size=1, max_size=12)


def _with_sites(known: dict[str, Document], record_id: str) -> Iterator[str]:
    """A record, and of the organisation its sites: they are found by its words."""
    yield record_id
    if record_id == OWNER:
        yield from (site for site in SITES if site in known)


@given(STEPS)
@settings(max_examples=150, deadline=None)
def test_an_index_that_followed_changes_is_one_made_anew(steps: list[Document | str]) -> None:
    known: dict[str, Document] = {}
    with closing(sqlite3.connect(":memory:")) as followed, closing(sqlite3.connect(":memory:")) as anew:
        index = Index(followed)
        index.rebuild((), ())
        for step in steps:
            if isinstance(step, Document):
                known[step.id] = step
                index.refresh([known[record_id] for record_id in _with_sites(known, step.id)])
            else:
                gone = list(_with_sites(known, step))
                index.refresh((), gone)
                known = {record_id: document for record_id, document in known.items() if record_id not in gone}
        ordered = sorted(known.values(), key=place_of)
        owners = [document for document in ordered if document.id == OWNER]
        others = [document for document in ordered if document.id != OWNER]
        Index(anew).rebuild([document.id for document in ordered], [others], [owners])
        assert contents(followed) == contents(anew)


INWARDS = [number for pair in zip(range(15), range(29, 14, -1), strict=True) for number in pair]


@given(st.permutations(range(30)))
@example(INWARDS)
@example(INWARDS[::-1])
@settings(max_examples=20, deadline=None)
def test_records_that_crowd_into_one_place_keep_their_order(order: list[int]) -> None:
    documents = [_document(f"verein-{number:02}", ["Zebra"] * (number // 10 + 1), False, [], True) for number in order]
    with closing(sqlite3.connect(":memory:")) as connection:
        index = Index(connection)
        index.rebuild((), ())
        for document in documents:
            index.refresh([document])
        found = [record_id for record_id, *_ in contents(connection)[-1]]
        assert found == [document.id for document in sorted(documents, key=place_of)]
