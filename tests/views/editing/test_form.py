"""What stands in a form, without its widgets: nothing is lost, and what is wrong is told at its field."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.catalogue import RECORD_TYPES, Catalogue
from desktop.domain.contact import Location, Organization
from desktop.domain.municipality import Municipality
from desktop.domain.plain import decoded, encoded
from desktop.domain.translation import Translation
from desktop.domain.vocabulary import Kind
from desktop.i18n import load
from desktop.services.wording import value_text
from desktop.views.editing.fields import Parts
from desktop.views.editing.form import NEW_ID, Form, Fresh, InvalidFormError
from tests.support.places import TRANSLATIONS

NOT_EDITED = {"id", "status"}


def location(catalogue: Catalogue) -> Form:
    return Form(next(one for one in catalogue.records if one.id == "bamf-koeln"))


def told(form: Form) -> dict[tuple[str | int, ...], str]:
    return {problem.path: problem.message.in_words(str) for problem in form.problems()}


def test_every_shipped_record_comes_out_as_it_went_in(catalogue: Catalogue) -> None:
    for record in catalogue.records:
        form = Form(record)
        assert not form.is_changed
        assert form.problems() == ()
        assert form.record() == record


@pytest.mark.parametrize("kind", list(Kind))
def test_every_field_of_every_kind_stands_in_its_form_once(kind: Kind) -> None:
    names = [field.name for field in Form(Fresh(kind)).fields]
    assert len(names) == len(set(names))
    wanted = set(RECORD_TYPES[kind].__struct_fields__) - NOT_EDITED
    assert {name.partition(".")[0] for name in names} == wanted


@pytest.mark.parametrize("kind", list(Kind))
def test_every_field_of_every_part_can_be_edited(kind: Kind) -> None:
    for field in Form(Fresh(kind)).fields:
        if isinstance(field, Parts):
            assert {one.name for one in field.fields} == set(field.shape.__struct_fields__) - {"e164", "display"}


def test_a_new_record_says_first_what_it_needs() -> None:
    form = Form(Fresh(Kind.LOCATION, {"organization_id": "bamf"}))
    assert list(told(form)) == [("name",), ("role",)]
    form.values.update(name="Servicestelle", role="office")
    record = form.record()
    assert isinstance(record, Location)
    assert (record.id, record.provenance.source, record.organization_id) == (NEW_ID, "eigene-angaben", "bamf")


def test_an_empty_part_is_no_part_and_no_fault(catalogue: Catalogue) -> None:
    form = location(catalogue)
    form.values["phones"] = [*form.values["phones"], {"kind": "fax", "raw": "  "}]
    assert form.problems() == ()
    assert not form.is_changed
    assert form.record() == form.opened


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("info", "has an @"),
        ("info@moers", "moers.de is missing"),
        ("@moers.de", "before the @"),
        ("a@b@moers.de", "one @"),
        ("a b@moers.de", "blanks"),
        ("in..fo@moers.de", "“in..fo” before the @"),
        ("info@-moers.de", "“-moers.de” behind the @"),
    ],
)
def test_a_wrong_mail_address_is_told_in_plain_words(catalogue: Catalogue, raw: str, words: str) -> None:
    form = location(catalogue)
    form.values["emails"] = [{"address": raw}]
    assert words in told(form)["emails", 0, "address"]


@pytest.mark.parametrize("raw", ["info@moers.de", "Info.Stelle+x@xn--mers-5qa.de", "a@müller.de"])
def test_a_right_mail_address_is_taken(catalogue: Catalogue, raw: str) -> None:
    form = location(catalogue)
    form.values["emails"] = [{"address": raw}]
    record = form.record()
    assert isinstance(record, Location)
    assert record.emails[0].address == raw


@pytest.mark.parametrize(
    ("name", "part", "field", "words"),
    [
        ("phones", {"raw": "abc"}, "raw", "no"),
        ("phones", {"raw": "01888 555-1"}, "raw", "01888"),
        ("phones", {"raw": "0211 5", "status": "dead"}, "reason", "say why"),
        ("phones", {"label": "Pforte"}, "raw", "fill in"),
        ("links", {"raw": "moers"}, "raw", "www.moers.de"),
        ("addresses", {"postal_code": "4744", "town": "Moers"}, "postal_code", "five digits"),
        ("addresses", {"postal_code": "47441"}, "town", "fill in"),
        ("opening_hours", {"weekday": "monday", "opens": "acht", "closes": "12"}, "opens", "no time"),
        ("opening_hours", {"weekday": "monday", "opens": "13", "closes": "12"}, "closes", "before it closes"),
        ("closures", {"starts": "24.12.2026", "ends": "1.12.2026"}, "ends", "begin before"),
        ("closures", {"starts": "31.02.2026", "ends": "1.3.2026"}, "starts", "no day"),
        ("dates", {"date": "Sommer", "text": "Beginn"}, "date", "no date"),
        ("flags", {"note": "?"}, "kind", "choose"),
    ],
)
def test_what_is_wrong_with_a_part_is_told_at_its_field(
    catalogue: Catalogue, name: str, part: dict[str, Any], field: str, words: str
) -> None:
    form = location(catalogue)
    form.values[name] = [part]
    assert words in told(form)[name, 0, field]
    with pytest.raises(InvalidFormError):
        form.record()


def test_overlapping_hours_name_each_other(catalogue: Catalogue) -> None:
    form = location(catalogue)
    form.values["opening_hours"] = [
        {"weekday": "monday", "opens": "8", "closes": "12:30"},
        {"weekday": "tuesday", "opens": "8", "closes": "12"},
        {"weekday": "monday", "opens": "12", "closes": "16"},
    ]
    assert told(form) == {("opening_hours", 2, "opens"): "This overlaps with 8:00–12:30 on the same day."}
    form.values["opening_hours"][2]["opens"] = "12.30"
    record = form.record()
    assert isinstance(record, Location)
    assert record.opening_hours[2].opens == "12:30"


def test_hours_are_either_taken_over_or_own(catalogue: Catalogue) -> None:
    form = location(catalogue)
    form.values.update(hours_of="bamf-dortmund", hours_note="nur vormittags")
    assert list(told(form)) == [("hours_of",)]
    form.values["hours_note"] = " "
    assert told(form) == {}


def test_a_place_does_not_take_over_its_own_hours(catalogue: Catalogue) -> None:
    form = location(catalogue)
    form.values["hours_of"] = "bamf-koeln"
    with pytest.raises(InvalidFormError) as refused:
        form.record()
    assert [problem.message.msgid for problem in refused.value.problems] == ["A place cannot take over its own hours."]


def test_a_check_needs_a_day_and_a_person(catalogue: Catalogue) -> None:
    form = location(catalogue)
    form.values["provenance.checked_on"] = "23.11.2026"
    assert list(told(form)) == [("provenance.checked_by",)]
    form.values["provenance.checked_by"] = "A. Yılmaz"
    assert str(form.record().provenance.checked_on) == "2026-11-23"


def test_numbers_and_dates_are_read_as_people_write_them(catalogue: Catalogue) -> None:
    form = Form(next(one for one in catalogue.records if one.id == "moers"))
    form.values.update(inhabitants="104.123", latitude="51,45")
    form.values["provenance.as_of"] = "1.6.2018"
    record = form.record()
    assert isinstance(record, Municipality)
    assert (record.inhabitants, record.latitude) == (104_123, 51.45)
    assert str(record.provenance.as_of) == "2018-06-01"
    form.values.update(inhabitants="viele", latitude="9")
    assert told(form) == {
        ("inhabitants",): "Please write a whole number.",
        ("latitude",): "The number must be between 50 and 53.",
    }


def test_a_text_that_is_too_long_says_by_how_much() -> None:
    form = Form(Fresh(Kind.ORGANIZATION, {"name": "x" * 301, "level": "state"}))
    assert told(form) == {("name",): "This is too long: 301 letters, at most 300 fit in."}


def test_what_was_typed_back_is_no_change(catalogue: Catalogue) -> None:
    form = location(catalogue)
    form.values["name"] += " "
    assert not form.is_changed
    form.values["phones"][0]["raw"] += "1"
    assert form.is_changed


def test_after_saving_what_was_typed_meanwhile_is_still_unsaved(catalogue: Catalogue) -> None:
    form = location(catalogue)
    form.values["cost"] = "frei"
    saved = form.record()
    form.values["summary"] = "Neu."
    form.rest_on(saved)
    assert form.is_changed
    assert form.record().summary == "Neu."
    assert form.opened == saved


@given(st.data())
def test_nothing_that_is_typed_makes_a_wrong_record(data: st.DataObject) -> None:
    form = Form(Fresh(Kind.ORGANIZATION, {"name": "Amt", "level": "state"}))
    name = data.draw(st.sampled_from(["name", "short_name", "summary", "provenance.as_of", "provenance.url"]))
    form.values[name] = data.draw(st.text(max_size=12))
    if form.problems():
        with pytest.raises(InvalidFormError):
            form.record()
    else:
        record = form.record()
        assert isinstance(record, Organization)
        assert decoded(encoded(record)) == record


def test_a_translation_names_its_language_in_its_own_words_and_keeps_its_direction_to_itself() -> None:
    words = value_text((Translation(language="ar", text="نص"),), load(TRANSLATIONS, "en"))
    assert words.startswith("\N{FIRST STRONG ISOLATE}العربية\N{POP DIRECTIONAL ISOLATE}: \N{FIRST STRONG ISOLATE}نص")
    assert "Arabic" not in words
