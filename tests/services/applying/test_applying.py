"""A package shows what it would do, does that as one deed, and leaves what the laptop has done itself."""

from datetime import date

import pytest
from msgspec.structs import replace

from desktop.domain.applying import (
    Finding,
    MeanwhileError,
    Outcome,
    Point,
    UndecidedError,
    UntrustedError,
)
from desktop.domain.backup import Reason
from desktop.domain.catalogue import Catalogue
from desktop.domain.change import Deed
from desktop.domain.contact import Location, Organization
from desktop.domain.errors import ForeignFileError
from desktop.domain.merging import WHOLE, Side
from desktop.domain.phone import Phone, completed
from desktop.domain.progress import CancelledError, Progress
from desktop.domain.record import Record, Term
from desktop.domain.trust import Trust
from desktop.domain.vocabulary import Kind, Level, Status, Taxonomy
from desktop.services.applying.applying import Consent
from desktop.store.checkup import check_up
from desktop.store.unit_of_work import Store
from tests.support.deeds import dump
from tests.support.laptop import Laptop, decided
from tests.support.unwritten import KEY, package_of, with_records


def _of(catalogue: Catalogue, record_id: str) -> Record:
    return next(record for record in catalogue.records if record.id == record_id)


def _changed(catalogue: Catalogue, record_id: str, **values: object) -> Catalogue:
    return with_records(catalogue, replace(_of(catalogue, record_id), **values))


def _outcomes(findings: tuple[Finding, ...]) -> dict[str, Outcome]:
    return {finding.key: finding.outcome for finding in findings}


def _is_sound(laptop: Laptop) -> bool:
    store = Store(laptop.database)
    found = check_up(store, laptop.database)
    store.close()
    return found.is_index_sound and not found.faults


def test_a_package_says_what_is_new_changed_and_gone(laptop: Laptop, catalogue: Catalogue) -> None:
    new = Organization(
        id="amt-neu", name="Neues Amt", level=Level.MUNICIPAL, provenance=_of(catalogue, "bamf").provenance
    )
    first = package_of(with_records(catalogue, new))
    laptop.takes(first)
    second = _changed(with_records(catalogue, without=["ihk-nrw"]), "moers", summary="Neu gefasst.")
    assert _outcomes(laptop.look(package_of(second, 2)).findings) == {
        "amt-neu": Outcome.GONE,
        "ihk-nrw": Outcome.GONE,
        "moers": Outcome.CHANGED,
    }
    done = laptop.takes(package_of(second, 2))
    assert done.deed is Deed.PACKAGE
    assert laptop.record("moers").summary == "Neu gefasst."
    assert laptop.record("ihk-nrw").status is Status.ARCHIVED
    assert laptop.backed_up == [Reason.IMPORT, Reason.IMPORT]
    assert _is_sound(laptop)


def test_the_same_records_change_nothing(laptop: Laptop, catalogue: Catalogue) -> None:
    assert laptop.look(package_of(catalogue)).findings == ()
    assert laptop.takes(package_of(catalogue)).changes == ()


def test_a_whole_package_goes_with_one_undo_and_can_be_taken_again(laptop: Laptop, catalogue: Catalogue) -> None:
    laptop.takes(package_of(catalogue))
    before = dump(laptop.database)
    new = replace(_of(catalogue, "ihk-nrw"), id="ihk-moers", name="IHK Moers", subject_ids=("neu",))
    topics = (*catalogue.subjects, Term(id="neu", name="Neues Thema"))
    changed = _changed(with_records(catalogue, new, without=["ihk-nrw"]), "moers", summary="Neu gefasst.")
    package = package_of(replace(changed, subjects=topics), 2)
    laptop.takes(package)
    after = dump(laptop.database)
    assert laptop.look(package).verdict.trust is Trust.REPEATED  # type: ignore[union-attr]
    laptop.editing.undo()
    assert _without_journal(dump(laptop.database)) == _without_journal(before)
    assert laptop.look(package).verdict.trust is Trust.KNOWN  # type: ignore[union-attr]
    laptop.editing.redo()
    assert _without_journal(dump(laptop.database)) == _without_journal(after)
    laptop.editing.undo()
    laptop.takes(package)
    assert laptop.record("moers").summary == "Neu gefasst."
    assert _is_sound(laptop)


def _without_journal(lines: list[str]) -> list[str]:
    """What a package did before it was taken back is remembered, and who it came from."""
    return [line for line in lines if not line.startswith(("shipped_before", "taken_package", "source"))]


def test_what_only_the_laptop_changed_stays_and_what_only_the_office_changed_comes(
    laptop: Laptop, catalogue: Catalogue
) -> None:
    laptop.takes(package_of(catalogue))
    laptop.says("bamf-koeln", cost="frei", internal_note="Frau Kaya fragen.")
    theirs = _changed(catalogue, "bamf-koeln", summary="Neu gefasst.", phones=(completed(Phone(raw="0221 1")),))
    look = laptop.look(package_of(theirs, 2))
    assert [finding.outcome for finding in look.findings] == [Outcome.CHANGED]
    laptop.takes(package_of(theirs, 2))
    found = laptop.record("bamf-koeln")
    assert isinstance(found, Location)
    assert (found.cost, found.internal_note, found.summary) == ("frei", "Frau Kaya fragen.", "Neu gefasst.")
    assert [phone.raw for phone in found.phones] == ["0221 1"]


def test_the_desk_of_a_town_stays(laptop: Laptop, catalogue: Catalogue) -> None:
    laptop.says("moers", desk_name="Unsere Stelle")
    look = laptop.look(package_of(_changed(catalogue, "moers", desk_name="Andere Stelle")))
    assert _outcomes(look.findings) == {"moers": Outcome.KEPT}
    laptop.takes(package_of(_changed(catalogue, "moers", desk_name="Andere Stelle")))
    assert laptop.record("moers").desk_name == "Unsere Stelle"  # type: ignore[attr-defined]


def test_a_check_that_is_newer_here_stays(laptop: Laptop, catalogue: Catalogue) -> None:
    laptop.editing.confirm(["moers"])
    origin = _of(catalogue, "moers").provenance
    older = replace(origin, checked_on=date(2026, 1, 1), checked_by="B. Becker")
    laptop.takes(package_of(_changed(catalogue, "moers", provenance=older, summary="Neu.")))
    found = laptop.record("moers")
    assert (found.provenance.checked_by, found.summary) == ("A. Yılmaz", "Neu.")


@pytest.mark.parametrize(("side", "cost"), [(Side.OURS, "frei"), (Side.THEIRS, "5 Euro")])
def test_what_both_changed_is_decided_field_by_field(
    laptop: Laptop, catalogue: Catalogue, side: Side, cost: str
) -> None:
    laptop.says("bamf-koeln", cost="frei")
    package = package_of(_changed(catalogue, "bamf-koeln", cost="5 Euro", summary="Neu."))
    look = laptop.look(package)
    assert [*look.points()] == [Point("bamf-koeln", "cost")]
    with pytest.raises(UndecidedError):
        laptop.takes(package)
    laptop.takes(package, decided(look, side))
    found = laptop.record("bamf-koeln")
    assert isinstance(found, Location)
    assert (found.cost, found.summary) == (cost, "Neu.")
    assert [*laptop.look(package_of(package.catalogue, 2)).points()] == []


def test_what_was_deleted_here_stays_so_until_it_changes_there(laptop: Laptop, catalogue: Catalogue) -> None:
    laptop.editing.delete("bedia-torun")
    assert _outcomes(laptop.look(package_of(catalogue)).findings) == {"bedia-torun": Outcome.KEPT}
    laptop.takes(package_of(catalogue))
    package = package_of(_changed(catalogue, "bedia-torun", summary="Neu."), 2)
    look = laptop.look(package)
    assert [*look.points()] == [Point("bedia-torun", WHOLE)]
    laptop.takes(package, decided(look, Side.THEIRS))
    assert laptop.record("bedia-torun").summary == "Neu."


def test_what_is_gone_there_and_edited_here_is_decided(laptop: Laptop, catalogue: Catalogue) -> None:
    laptop.takes(package_of(catalogue))
    laptop.says("ihk-nrw", summary="Von uns.")
    package = package_of(with_records(catalogue, without=["ihk-nrw"]), 2)
    look = laptop.look(package)
    assert [*look.points()] == [Point("ihk-nrw", WHOLE)]
    laptop.takes(package, decided(look, Side.OURS))
    assert laptop.record("ihk-nrw").status is Status.ACTIVE
    assert laptop.look(package_of(package.catalogue, 3)).findings == ()


def test_what_belongs_to_something_that_was_deleted_here_is_left_out(laptop: Laptop, catalogue: Catalogue) -> None:
    origin = _of(catalogue, "bamf").provenance
    owner = Organization(id="amt-neu", name="Neues Amt", level=Level.MUNICIPAL, provenance=origin)
    laptop.takes(package_of(with_records(catalogue, owner)))
    laptop.editing.delete("amt-neu")
    place = replace(_of(catalogue, "bamf-koeln"), id="stelle-neu", organization_id="amt-neu", related_ids=())
    package = package_of(with_records(catalogue, owner, place), 2)
    assert _outcomes(laptop.look(package).findings) == {"amt-neu": Outcome.KEPT, "stelle-neu": Outcome.LEFT_OUT}
    laptop.takes(package)
    assert laptop.find("stelle-neu") is None


def test_a_topic_is_merged_like_a_record(laptop: Laptop, catalogue: Catalogue) -> None:
    topic = next(item for item in laptop.editing.all_terms() if item.term.id == "sprache")
    laptop.editing.save_term(topic, replace(topic, term=replace(topic.term, name="Sprachkurse")))
    subjects = tuple(
        replace(term, name="Deutsch lernen") if term.id == "sprache" else term for term in catalogue.subjects
    )
    package = package_of(replace(catalogue, subjects=subjects))
    look = laptop.look(package)
    assert [*look.points()] == [Point(f"{Taxonomy.SUBJECT.value}:sprache", "name")]
    assert look.findings[0].kind is None
    laptop.takes(package, decided(look, Side.THEIRS))
    assert "Deutsch lernen" in {item.term.name for item in laptop.editing.all_terms()}
    laptop.editing.undo()
    assert "Sprachkurse" in {item.term.name for item in laptop.editing.all_terms()}
    assert _is_sound(laptop)


def test_two_offices_do_not_take_one_another_s_records_away(laptop: Laptop, catalogue: Catalogue) -> None:
    laptop.takes(package_of(catalogue))
    few = replace(catalogue, records=tuple(record for record in catalogue.records if record.KIND is Kind.NETWORK))
    assert laptop.look(package_of(few, key=bytes(32), office="Stadt Rheine")).findings == ()


def test_newer_shipped_data_do_not_undo_what_a_package_brought(laptop: Laptop, catalogue: Catalogue) -> None:
    laptop.takes(package_of(_changed(catalogue, "moers", summary="Von der Servicestelle.")))
    with laptop.catalogue.reading() as unit:
        base = unit.shipped.first("moers")
    assert base == _of(catalogue, "moers")


def test_nothing_is_taken_before_the_fingerprint_of_a_new_office_was_compared(
    laptop: Laptop, catalogue: Catalogue
) -> None:
    look = laptop.look(package_of(_changed(catalogue, "moers", summary="Neu.")))
    before = dump(laptop.database)
    for wrong in ("", "0000"):
        with pytest.raises(UntrustedError, match="Servicestelle Moers"):
            laptop.applying.apply(look, {}, Consent(wrong))
    assert dump(laptop.database) == before
    assert laptop.backed_up == []


def test_a_package_is_taken_once_and_an_older_one_only_by_who_insists(laptop: Laptop, catalogue: Catalogue) -> None:
    newer, older = package_of(_changed(catalogue, "moers", summary="Neu."), 5), package_of(catalogue, 4)
    laptop.takes(newer)
    for package in (newer, older):
        with pytest.raises(ForeignFileError, match="Nothing was changed"):
            laptop.takes(package)
    laptop.takes(older, insists=True)
    assert laptop.record("moers").summary == _of(catalogue, "moers").summary
    with pytest.raises(ForeignFileError, match="Nothing was changed"):
        laptop.takes(newer)


def test_another_key_under_a_known_name_is_refused_even_to_who_insists(laptop: Laptop, catalogue: Catalogue) -> None:
    laptop.takes(package_of(catalogue))
    with pytest.raises(ForeignFileError, match="another key"):
        laptop.takes(package_of(catalogue, 2, key=bytes(32)), insists=True)


def test_who_changed_something_meanwhile_is_not_overwritten(laptop: Laptop, catalogue: Catalogue) -> None:
    package = package_of(_changed(catalogue, "bamf-koeln", cost="5 Euro"))
    look = laptop.look(package)
    laptop.says("bamf-koeln", cost="frei")
    with pytest.raises(MeanwhileError) as told:
        laptop.applying.apply(look, {}, Consent(_digits()))
    assert [*told.value.look.points()] == [Point("bamf-koeln", "cost")]
    decisions = decided(told.value.look, Side.THEIRS)
    laptop.says("bamf-koeln", cost="kostenlos")
    with pytest.raises(MeanwhileError):
        laptop.applying.apply(told.value.look, decisions, Consent(_digits()))
    assert laptop.record("bamf-koeln").cost == "kostenlos"  # type: ignore[attr-defined]


def _digits() -> str:
    from desktop.domain.trust import fingerprint

    return fingerprint(KEY).lower().replace(" ", "")


def test_who_cancels_changes_nothing(laptop: Laptop, catalogue: Catalogue) -> None:
    look = laptop.look(package_of(_changed(catalogue, "moers", summary="Neu.")))
    before, progress = dump(laptop.database), Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        laptop.applying.apply(look, {}, Consent(_digits()), progress)
    assert dump(laptop.database) == before


def test_fields_are_shown_side_by_side(laptop: Laptop, catalogue: Catalogue) -> None:
    laptop.says("bamf-koeln", cost="frei", interpreter=True)
    look = laptop.look(package_of(_changed(catalogue, "bamf-koeln", cost="5 Euro", summary="Neu.")))
    found = laptop.applying.sides(look, "bamf-koeln")
    assert [
        (row.field, row.ours, row.theirs, row.point is not None) for row in found.rows if row.field != "summary"
    ] == [
        ("cost", "frei", "5 Euro", True),
        ("interpreter", True, None, False),
    ]
    summary = next(row for row in found.rows if row.field == "summary")
    assert summary.result == "Neu."
