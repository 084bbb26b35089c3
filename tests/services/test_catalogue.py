"""The records as the desk asks for them."""

from datetime import date, datetime
from pathlib import Path

import pytest

from desktop.domain.contact import Location
from desktop.domain.errors import FileWriteError, UnknownRecordError, WrongSheetError
from desktop.domain.office import Office
from desktop.domain.progress import CancelledError, Progress
from desktop.domain.vocabulary import Kind
from desktop.i18n import Translate, load
from desktop.printing.order import Order
from desktop.services.catalogue import Catalogue
from desktop.services.clock import Clock
from desktop.services.office import OfficeDesk
from desktop.services.paper import PaperDesk, PaperSupplies
from desktop.services.search import Search
from tests.support.dossiers import shipped
from tests.support.places import SHIPPED, TRANSLATIONS
from tests.support.sheet import Printed


@pytest.fixture
def tr() -> Translate:
    return load(TRANSLATIONS, "de")


@pytest.fixture
def desk(database: Path, tr: Translate) -> Catalogue:
    return Catalogue(database, SHIPPED, tr)


@pytest.fixture
def paper(desk: Catalogue, database: Path, tr: Translate) -> PaperDesk:
    supplies = PaperSupplies(TRANSLATIONS, OfficeDesk(database.parent), Office, lambda: date(2026, 11, 22))
    return PaperDesk(desk, Search(desk), supplies, tr)


def test_a_contact_point_comes_with_its_organisation_and_the_other_locations(desk: Catalogue) -> None:
    dossier = desk.dossier("bamf-koeln")
    assert dossier.organization is not None
    assert dossier.organization.id == "bamf"
    assert dossier.locations[0].id == "bamf-zentrale"
    assert len(dossier.locations) == 5
    assert isinstance(dossier.record, Location)


def test_a_practice_comes_with_the_persons_to_ask(desk: Catalogue) -> None:
    assert {person.id for person in desk.dossier("integrationslotsen-gelsenkirchen").persons} == {
        "admir-bulic",
        "bedia-torun",
    }


def test_kreis_lippe_leads_to_its_other_record(desk: Catalogue) -> None:
    assert "partner-kreis-lippe" in {reference.id for reference in desk.dossier("kreis-lippe").related}
    assert "kreis-lippe" in {reference.id for reference in desk.dossier("partner-kreis-lippe").related}


def test_a_link_between_records_is_read_from_both_ends(desk: Catalogue) -> None:
    assert "stadt-gelsenkirchen" in desk.dossier("integrationslotsen-gelsenkirchen").record.related_ids
    back = desk.dossier("stadt-gelsenkirchen")
    assert back.record.related_ids == ()
    assert [reference.id for reference in back.related] == ["integrationslotsen-gelsenkirchen"]


@pytest.mark.parametrize(
    ("now", "months", "is_past"),
    [
        (datetime(2022, 10, 20), 12, False),
        (datetime(2023, 10, 18), 12, False),
        (datetime(2023, 10, 19), 12, True),
        (datetime(2023, 4, 19), 6, True),
        (datetime(1970, 1, 1), 12, False),
        (datetime(2099, 1, 1), 60, True),
    ],
)
def test_a_record_is_past_its_date_when_the_office_has_said(
    database: Path, tr: Translate, now: datetime, months: int, is_past: bool
) -> None:
    desk = Catalogue(database, SHIPPED, tr, Clock(lambda: now, lambda: months))
    assert desk.dossier("bamf-koeln").is_past is is_past
    assert desk.dossiers(["bamf-koeln"])[0].is_past is is_past


def test_only_what_is_read_on_a_screen_knows_the_time_of_day(database: Path, tr: Translate) -> None:
    now = datetime(2026, 11, 23, 9, 5)
    desk = Catalogue(database, SHIPPED, tr, Clock(lambda: now))
    assert desk.dossier("bamf-koeln").read_at == now
    (on_paper,) = desk.dossiers(["bamf-koeln"])
    assert on_paper.read_at is None
    assert on_paper.today == now.date()


def test_an_unknown_id_is_answered_with_the_nearest(desk: Catalogue) -> None:
    with pytest.raises(UnknownRecordError, match="bamf-koeln"):
        desk.dossier("bamf-köln")


def test_every_record_has_a_page_and_a_sheet(desk: Catalogue, paper: PaperDesk) -> None:
    for record in shipped().records:
        page = desk.page(record.id)
        assert page.title
        assert page.blocks
        assert paper.sheets_for(record.KIND)


def test_several_records_come_in_the_order_asked_for(desk: Catalogue) -> None:
    wanted = ["moers", "bamf-koeln", "hamm"]
    assert [dossier.record.id for dossier in desk.dossiers(wanted)] == wanted


def test_a_sheet_refuses_a_record_that_it_does_not_print(paper: PaperDesk) -> None:
    with pytest.raises(WrongSheetError, match="Moers"):
        paper.make(Order(sheet="contact", wanted=("moers",)))


def test_the_usual_sheet_stands_first(paper: PaperDesk) -> None:
    assert [sheet.key for sheet in paper.sheets_for(Kind.LOCATION)] == ["contact"]
    assert paper.sheets_for(Kind.MUNICIPALITY)[0].key == "municipality"


def test_a_sheet_is_saved_whole_or_not_at_all(paper: PaperDesk, tmp_path: Path) -> None:
    made = paper.make(Order(sheet="contact", wanted=("bamf-koeln",)))
    target = tmp_path / "Köln.pdf"
    target.write_bytes(b"old")
    paper.save(made, target)
    assert target.read_bytes() == made.pdf
    assert list(tmp_path.glob(".*.part")) == []
    with pytest.raises(FileWriteError, match=r"missing"):
        paper.save(made, tmp_path / "missing" / "Köln.pdf")


def test_a_directory_for_which_nothing_is_named_holds_everything(paper: PaperDesk) -> None:
    made = paper.make(Order(sheet="directory", wanted=()))
    names = {name for _, name in Printed(made.pdf).outline}
    assert {record.name for record in shipped().records} <= names


def test_only_a_handout_asks_for_the_logo(desk: Catalogue, database: Path, tr: Translate) -> None:
    asked: list[str] = []

    class Shelf:
        def logo(self, name: str) -> bytes | None:
            asked.append(name)
            return None

    supplies = PaperSupplies(TRANSLATIONS, Shelf(), lambda: Office(logo="logo.png"), lambda: date(2026, 11, 22))
    paper = PaperDesk(desk, Search(desk), supplies, tr)
    paper.make(Order(sheet="contact", wanted=("bamf-koeln",)))
    assert asked == []
    paper.make(Order(sheet="handout", wanted=("bamf-koeln",)))
    assert asked == ["logo.png"]


def test_a_job_that_was_given_up_makes_no_paper(paper: PaperDesk) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        paper.make(Order(sheet="directory", wanted=()), progress)


def test_a_long_job_tells_how_far_it_is_to_the_end(paper: PaperDesk) -> None:
    progress = Progress()
    paper.make(Order(sheet="directory", wanted=()), progress)
    assert progress.done == progress.total > 100


def test_two_prints_of_the_same_day_are_the_same_bytes(paper: PaperDesk) -> None:
    assert (
        paper.make(Order(sheet="municipality", wanted=("moers",))).pdf
        == paper.make(Order(sheet="municipality", wanted=("moers",))).pdf
    )
