"""Opening hours as a reader meets them."""

from datetime import date, datetime

import pytest
from msgspec.structs import replace

from desktop.domain.contact import Organization
from desktop.domain.dossier import Dossier
from desktop.domain.hours import Closure, Slot
from desktop.domain.provenance import Flag
from desktop.domain.reach import Visitable
from desktop.domain.vocabulary import FlagKind, Weekday
from desktop.i18n import PAPER_LANGUAGES, Translate, load
from desktop.pages.blocks import Field, Fields, Heading, Page
from desktop.pages.hours import values
from desktop.pages.record import page
from tests.support.dossiers import dossier
from tests.support.open_places import among_its_own, branch, head_office, municipality, with_desk
from tests.support.places import TRANSLATIONS

GERMAN = load(TRANSLATIONS, "de")
PLAIN = str.maketrans("\u00a0", " ", "\u2066\u2069")


def _lines(found: Dossier, tr: Translate = GERMAN) -> list[str]:
    """What stands in the field, its remarks in brackets."""
    record = found.record
    assert isinstance(record, Visitable)
    told = values(record, found, tr)
    return [f"{one.text} ({one.note})".translate(PLAIN) if one.note else one.text.translate(PLAIN) for one in told]


def _now(at: datetime, **changes: object) -> str:
    place = replace(head_office(), **changes)
    return _lines(replace(among_its_own(place), read_at=at, today=at.date()))[0]


def _fields(shown: Page) -> list[Field]:
    return [field for block in shown.blocks if isinstance(block, Fields) for field in block.fields]


def test_days_with_equal_times_share_a_line_and_the_others_are_closed() -> None:
    assert _lines(among_its_own(head_office())) == [
        "Montag–Mittwoch 8:30–12:30 Uhr, 14–16 Uhr",
        "Donnerstag 14–18 Uhr (nur mit Nummer)",
        "Freitag 8:30–12:30 Uhr",
        "Samstag, Sonntag geschlossen",
        "24.12.2026–02.01.2027 geschlossen (Betriebsferien)",
        "nach Vereinbarung",
    ]


def test_days_apart_are_named_one_by_one() -> None:
    slots = [Slot(weekday=day, opens="09:00", closes="24:00") for day in (Weekday.MONDAY, Weekday.WEDNESDAY)]
    place = replace(head_office(), opening_hours=tuple(slots), closures=(), by_appointment=None)
    assert _lines(among_its_own(place)) == [
        "Montag, Mittwoch 9–24 Uhr",
        "Dienstag, Donnerstag–Sonntag geschlossen",
    ]


def test_a_place_that_only_takes_appointments_is_not_called_closed() -> None:
    place = replace(head_office(), opening_hours=(), closures=())
    found = replace(among_its_own(place), read_at=datetime(2026, 11, 23, 9, 0))
    assert _lines(found) == ["nach Vereinbarung"]
    assert _lines(replace(found, record=replace(place, by_appointment=False))) == ["ohne Termin"]


def test_what_is_unknown_prints_nothing() -> None:
    found = replace(dossier("bamf-koeln"), read_at=datetime(2026, 11, 23, 9, 0))
    assert "Öffnungszeiten" not in [field.label for field in _fields(page(found, GERMAN))]


def test_where_a_note_tells_more_no_day_is_called_closed() -> None:
    note = "Jeden ersten Samstag 10–12 Uhr"
    place = replace(head_office(), hours_note=note, closures=(), by_appointment=None)
    assert _lines(among_its_own(place))[-1] == note
    assert not any("geschlossen" in line for line in _lines(among_its_own(place)))
    saturday = datetime(2026, 11, 28, 11, 0)
    assert "geschlossen" not in _now(saturday, hours_note=note, closures=())


def test_a_branch_keeps_the_hours_of_another_place_and_says_so() -> None:
    found = among_its_own(branch())
    assert _lines(found) == [*_lines(among_its_own(head_office()))[:-1], "wie BAMF Nürnberg"]
    last = values(branch(), found, GERMAN)[-1]
    assert last.record is not None
    assert last.record.id == "bamf-zentrale"


def test_hours_that_are_lent_in_a_circle_or_by_nobody_are_unknown() -> None:
    circle = replace(head_office(), opening_hours=(), closures=(), by_appointment=None, hours_of="bamf-koeln")
    found = among_its_own(branch())
    assert _lines(replace(found, locations=(circle, branch()))) == []
    assert _lines(replace(found, locations=(branch(),))) == []


def test_every_place_of_an_organisation_tells_its_hours() -> None:
    record = dossier("bamf").record
    assert isinstance(record, Organization)
    told = [field.label for field in _fields(page(among_its_own(record), GERMAN))]
    assert told.count("Öffnungszeiten") == 2


def test_closed_days_that_are_over_are_left_out_when_the_day_is_known() -> None:
    over = Closure(starts=date(2026, 8, 3), ends=date(2026, 8, 3), note="Umzug")
    found = among_its_own(replace(head_office(), closures=(over,)))
    assert "03.08.2026 geschlossen (Umzug)" in _lines(found)
    assert "03.08.2026 geschlossen (Umzug)" in _lines(replace(found, today=date(2026, 8, 3)))
    assert "03.08.2026 geschlossen (Umzug)" not in _lines(replace(found, today=date(2026, 8, 4)))


def test_a_doubt_about_appointments_stands_beside_them() -> None:
    flag = Flag(kind=FlagKind.DOUBTFUL, note="Nur laut Webseite.", field="by_appointment")
    assert _lines(among_its_own(replace(head_office(), flags=(flag,))))[-1] == "nach Vereinbarung (Nur laut Webseite.)"


@pytest.mark.parametrize(
    ("at", "told"),
    [
        (datetime(2026, 11, 23, 7, 0), "heute offen ab 8:30 Uhr"),
        (datetime(2026, 11, 23, 8, 30), "heute offen bis 12:30 Uhr, wieder ab 14 Uhr"),
        (datetime(2026, 11, 23, 12, 30), "heute offen ab 14 Uhr"),
        (datetime(2026, 11, 23, 15, 59), "heute offen bis 16 Uhr"),
        (datetime(2026, 11, 23, 16, 0), "jetzt geschlossen, öffnet morgen 8:30 Uhr"),
        (datetime(2026, 11, 27, 13, 0), "jetzt geschlossen, öffnet Montag 8:30 Uhr"),
        (datetime(2026, 11, 28, 9, 0), "heute geschlossen, öffnet Montag 8:30 Uhr"),
        (datetime(2026, 11, 29, 9, 0), "heute geschlossen, öffnet morgen 8:30 Uhr"),
        (datetime(2026, 11, 26, 15, 0), "heute offen bis 18 Uhr (nur mit Nummer)"),
        (datetime(2027, 11, 1, 9, 0), "heute geschlossen (Allerheiligen), öffnet morgen 8:30 Uhr"),
        (datetime(2026, 12, 24, 9, 0), "heute geschlossen (Betriebsferien), öffnet 04.01.2027 8:30 Uhr"),
    ],
)
def test_the_first_line_on_a_screen_says_what_holds_now(at: datetime, told: str) -> None:
    assert _now(at) == told


def test_a_place_that_will_not_open_again_promises_nothing() -> None:
    for_good = Closure(starts=date(2026, 1, 1), ends=date(2099, 1, 1))
    assert _now(datetime(2026, 11, 23, 9, 0), closures=(for_good,)) == "heute geschlossen"


def test_paper_says_nothing_of_today() -> None:
    assert not any("heute" in line for line in _lines(replace(among_its_own(head_office()), today=date(2026, 11, 23))))


def test_a_municipality_tells_of_its_desk_before_its_project() -> None:
    blocks = page(with_desk(), GERMAN).blocks
    headings = [block.text for block in blocks if isinstance(block, Heading)]
    assert headings[0] == "Lokale Servicestelle"
    desk = blocks[blocks.index(Heading("Lokale Servicestelle")) + 1]
    assert isinstance(desk, Fields)
    assert [field.label for field in desk.fields] == ["Name", "Anschrift", "Telefon", "E-Mail", "Öffnungszeiten"]
    without = page(dossier("moers"), GERMAN).blocks
    assert Heading("Lokale Servicestelle") not in without


def test_a_letter_to_the_desk_begins_with_its_name() -> None:
    (address,) = [
        value for field in _fields(page(with_desk(), GERMAN)) if field.label == "Anschrift" for value in field.values
    ]
    assert address.copied == "Servicestelle Zuwanderung\nRathausplatz 1\n47441 Moers"


@pytest.mark.parametrize("language", sorted(PAPER_LANGUAGES))
def test_hours_are_told_in_every_language_of_paper(language: str) -> None:
    tr = load(TRANSLATIONS, language)
    lines = _lines(among_its_own(head_office()), tr)
    assert len(lines) == 6
    assert language == "en" or not any("Monday" in line or "closed" in line for line in lines)
    assert language == "de" or not any("Uhr" in line for line in lines)


@pytest.mark.parametrize("language", ["ar", "fa"])
def test_times_run_from_left_to_right_within_arabic_script(language: str) -> None:
    monday, *_ = values(head_office(), among_its_own(head_office()), load(TRANSLATIONS, language))
    assert "\u20668:30–12:30\u2069" in monday.text


def test_a_record_past_its_date_says_so_once_above_and_once_where_it_comes_from() -> None:
    found = replace(dossier("bamf-koeln"), is_past=True)
    shown = page(found, GERMAN)
    assert "Prüfung fällig" in shown.badges
    assert shown.as_of == "Stand 19.10.2022 – Prüfung fällig"
    (checked,) = [field.values[0].text for field in shown.provenance.fields if field.label == "Geprüft"]
    assert checked == "noch von keiner Person – Prüfung fällig"
    assert "Prüfung fällig" not in str(page(dossier("bamf-koeln"), GERMAN))


def test_a_check_is_told_beside_the_stand() -> None:
    record = municipality()
    checked = replace(record.provenance, checked_on=date(2026, 5, 3), checked_by="A. Yılmaz")
    shown = page(replace(with_desk(), record=replace(record, provenance=checked)), GERMAN)
    assert shown.as_of.endswith(", geprüft 03.05.2026")
