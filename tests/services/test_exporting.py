"""What a person wants goes out, no more and no less, whole or not at all."""

import gc
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.domain.contact import Person
from desktop.domain.errors import FileWriteError
from desktop.domain.incoming import Entry, Stamp
from desktop.domain.progress import CancelledError, Progress
from desktop.domain.search import Filters, Question
from desktop.domain.vocabulary import Kind
from desktop.exchange.catalogue_json import read_catalogue, read_lists
from desktop.exchange.formats import FORMATS, format_of
from desktop.exchange.hsds.reading import read_hsds
from desktop.i18n import load
from desktop.services.catalogue import Catalogue
from desktop.services.editing import Editing
from desktop.services.exporting import Exporting, Order, Selection
from desktop.services.search import Search
from desktop.store.unit_of_work import Store
from tests.support.giving_up import Counting
from tests.support.places import SHIPPED, TRANSLATIONS

JSON, HSDS = format_of("json"), format_of("hsds")


@pytest.fixture
def catalogue(database: Path) -> Iterator[Catalogue]:
    catalogue = Catalogue(database, SHIPPED, load(TRANSLATIONS, "de"))
    yield catalogue
    catalogue.close()


@pytest.fixture
def exporting(catalogue: Catalogue) -> Iterator[Exporting]:
    search = Search(catalogue)
    yield Exporting(catalogue, search, load(TRANSLATIONS, "de"))
    search.close()


def poured(exporting: Exporting, order: Order, progress: Progress | None = None) -> bytes:
    file = BytesIO()
    exporting.pour(order, file, progress)
    return file.getvalue()


def ids(content: bytes) -> list[str]:
    return [one.record.id for one in read_catalogue(BytesIO(content)) if isinstance(one, Entry)]


def test_the_whole_database_comes_back_into_an_empty_one(
    exporting: Exporting, database: Path, tmp_path: Path, filled: Path
) -> None:
    content = poured(exporting, Order(Selection(), JSON))
    lists = read_lists(BytesIO(content))
    entries = [one for one in read_catalogue(BytesIO(content)) if isinstance(one, Entry)]
    empty = _emptied(database, tmp_path)
    with empty.writing() as unit:
        unit.records.put_sources(lists.sources)
        unit.records.put_synonyms(lists.synonyms)
        unit.records.put(one.record for one in sorted(entries, key=lambda one: one.record.KIND is Kind.PERSON))
    with empty.reading() as unit, Store(filled).reading() as before:
        assert {one.id: one for one in unit.records.all()} == {one.id: one for one in before.records.all()}
        assert unit.outlet.synonyms() == before.outlet.synonyms()
        assert unit.outlet.sources() == before.outlet.sources()


def _emptied(database: Path, folder: Path) -> Store:
    """A database of the same make without a record."""
    import shutil

    path = folder / "leer.sqlite"
    shutil.copy(database, path)
    store = Store(path)
    with store.writing() as unit:
        every = sorted(unit.records.all(), key=_by_need, reverse=True)
        for record in every:
            unit.records.put_placed([], [record.id])
    return store


def _by_need(record: object) -> int:
    order = (Kind.PROGRAMME, Kind.ORGANIZATION, Kind.NETWORK, Kind.LOCATION, Kind.PARTNER, Kind.PERSON)
    kind = getattr(record, "KIND", None)
    return order.index(kind) if kind in order else 0


def test_contacts_come_back_by_way_of_hsds(exporting: Exporting, database: Path) -> None:
    content = poured(exporting, Order(Selection(), HSDS))
    found = {one.record.id: one.record for one in read_hsds(BytesIO(content), Stamp(None)) if isinstance(one, Entry)}
    with Store(database).reading() as unit:
        assert found == {one.id: one for one in unit.records.all() if one.KIND in HSDS.kinds}


def test_what_is_filtered_goes_out_in_its_order(exporting: Exporting, catalogue: Catalogue) -> None:
    filters = Filters(facets={"level": ("federal",)})
    question = Question(groups=(frozenset({Kind.LOCATION}),), filters=filters)
    search = Search(catalogue)
    assert ids(poured(exporting, Order(Selection(question), JSON))) == list(search.ids(question))
    search.close()


def test_single_records_go_out_with_what_they_cannot_be_without(exporting: Exporting) -> None:
    content = poured(exporting, Order(Selection(("bamf-koeln", "moers", "bamf-koeln")), JSON))
    first, second = (one for one in read_catalogue(BytesIO(content)) if isinstance(one, Entry))
    assert (first.record.id, [one.id for one in first.needs]) == ("bamf-koeln", ["bamf"])
    assert (second.record.id, second.needs) == ("moers", ())


def test_it_is_counted_what_a_format_holds(exporting: Exporting, tmp_path: Path) -> None:
    counts = exporting.kinds(Selection())
    total = sum(counts.values())
    counted = exporting.write(Order(Selection(), HSDS), tmp_path / "a.json")
    assert counted == (sum(count for kind, count in counts.items() if kind in HSDS.kinds), total)
    assert counted.held < total


def test_archived_records_are_left_out_of_everything_unless_they_are_wanted(
    exporting: Exporting, editing: Editing
) -> None:
    editing.archive("bamf-koeln")
    without = ids(poured(exporting, Order(Selection(with_archived=False), JSON)))
    assert "bamf-koeln" not in without
    assert set(ids(poured(exporting, Order(Selection(), JSON)))) == {*without, "bamf-koeln"}


@pytest.mark.parametrize("key", [one.key for one in FORMATS])
def test_internal_notes_go_out_only_where_somebody_says_so(exporting: Exporting, database: Path, key: str) -> None:
    store, secret = Store(database), "Nur fuer uns gedacht"
    with store.writing() as unit:
        for record_id in ("bamf-koeln", "bamf"):
            before = unit.records.find(record_id)
            assert before is not None
            unit.records.put([replace(before, internal_note=secret)])
    chosen = format_of(key)
    for selection in (Selection(), Selection(("bamf-koeln",))):
        assert secret not in _told(poured(exporting, Order(selection, chosen)))
    assert (secret in _told(poured(exporting, Order(Selection(), chosen, with_notes=True)))) == chosen.may_hold_notes


def _told(content: bytes) -> str:
    """The text of a file, also of one that is packed."""
    from zipfile import ZipFile, is_zipfile

    if is_zipfile(BytesIO(content)):
        with ZipFile(BytesIO(content)) as file:
            return "".join(file.read(name).decode() for name in file.namelist())
    return content.decode()


def test_a_format_says_rightly_which_kinds_it_holds(exporting: Exporting, catalogue: Catalogue) -> None:
    """A record of a kind that a format holds leaves its name there, whichever format it is."""
    search = Search(catalogue)
    for one in FORMATS:
        for kind in one.kinds:
            first = search.ids(Question(groups=(frozenset({kind}),)))[:1]
            name = catalogue.dossier(first[0]).record.name
            told = _told(poured(exporting, Order(Selection(first), one))).replace("\r\n ", "").replace("\\,", ",")
            spelled = {name, name.replace("&", "&amp;"), name.replace('"', '""'), name.replace('"', '\\"')}
            assert any(spelling in told for spelling in spelled), (one.key, kind)
    search.close()


def test_an_export_that_is_given_up_leaves_what_was_there(exporting: Exporting, tmp_path: Path) -> None:
    target, progress = tmp_path / "a.json", Progress()
    target.write_text("vorher")
    progress.cancel()
    with pytest.raises(CancelledError):
        exporting.write(Order(Selection(), JSON), target, progress)
    assert target.read_text() == "vorher"
    assert list(tmp_path.glob("*.part")) == []


@pytest.mark.parametrize("key", [one.key for one in FORMATS])
@pytest.mark.filterwarnings("error::pytest.PytestUnraisableExceptionWarning")
def test_whenever_an_export_is_given_up_nothing_is_left_of_it(
    exporting: Exporting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    """Nor in the folder for temporary files, where others may find it."""
    target, temporary, order = tmp_path / "Liste", tmp_path / "tmp", Order(Selection(), format_of(key))
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    counted = Counting()
    exporting.write(order, target, counted)
    content = target.read_bytes()
    for moment in range(1, counted.told + 1):
        with pytest.raises(CancelledError):
            exporting.write(order, target, Counting(moment))
        gc.collect()
        assert target.read_bytes() == content
        assert sorted(tmp_path.rglob("*.part")) + sorted(temporary.iterdir()) == []


def test_a_workbook_that_has_no_room_for_temporary_files_says_which_folder(
    exporting: Exporting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "weg"))
    with pytest.raises(FileWriteError, match=r"folder for temporary files.*weg"):
        exporting.write(Order(Selection(), format_of("xlsx")), tmp_path / "Liste.xlsx")
    assert not (tmp_path / "Liste.xlsx").exists()


def test_a_place_that_cannot_be_written_to_is_told(exporting: Exporting, tmp_path: Path) -> None:
    with pytest.raises(FileWriteError):
        exporting.write(Order(Selection(), JSON), tmp_path / "nirgends" / "a.json")


@pytest.mark.parametrize("key", [one.key for one in FORMATS])
def test_progress_ends_where_it_should(exporting: Exporting, key: str) -> None:
    progress = Progress()
    poured(exporting, Order(Selection(), format_of(key)), progress)
    assert progress.done == progress.total > 0


def test_many_records_are_read_as_they_are_written(exporting: Exporting, database: Path) -> None:
    """More than two batches, each with a person who belongs to another batch."""
    with Store(database).writing() as unit:
        pattern = unit.records.find("eva-brandecker")
        assert isinstance(pattern, Person)
        unit.records.put(
            replace(pattern, id=f"person-{n}", belongs_to="bamf" if n % 2 else "bva-bonn") for n in range(1_200)
        )
    content = poured(exporting, Order(Selection(), HSDS))
    found = [one.record for one in read_hsds(BytesIO(content), Stamp(None)) if isinstance(one, Entry)]
    assert (
        len({one.id for one in found})
        == len(found)
        == exporting.kinds(Selection())[Kind.PERSON] + len([one for one in found if one.KIND is not Kind.PERSON])
    )
    assert len([one for one in found if one.id.startswith("person-")]) == 1_200


def test_shipped_records_are_all_there(exporting: Exporting, catalogue: Catalogue) -> None:
    with catalogue.reading() as unit:
        every = [record.id for record in unit.records.all()]
    assert ids(poured(exporting, Order(Selection(), JSON))) == every


def test_a_selection_of_kinds_has_no_other(exporting: Exporting) -> None:
    assert set(exporting.kinds(Selection(kinds=frozenset({Kind.PRACTICE, Kind.TOPIC})))) == {Kind.PRACTICE, Kind.TOPIC}
