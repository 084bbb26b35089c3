"""What stands in a new record before anybody has typed."""

from datetime import date

from desktop.domain.beginning import beginning_of
from desktop.domain.vocabulary import Kind


def test_a_new_record_has_the_stand_of_the_day_and_comes_from_the_office() -> None:
    begun = beginning_of(Kind.PARTNER, None, ["netz"], date(2026, 11, 23))
    assert begun["provenance"] == {"source": "eigene-angaben", "as_of": "2026-11-23"}
    assert begun["network_id"] == "netz"


def test_where_nobody_knows_the_day_a_new_record_has_no_stand() -> None:
    assert "as_of" not in beginning_of(Kind.LOCATION, None, [], None)["provenance"]
