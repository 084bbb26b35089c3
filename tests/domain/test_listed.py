"""A record names only what is in the lists of an office."""

from msgspec.structs import replace

from desktop.domain.contact import Organization
from desktop.domain.listed import with_listed_terms
from desktop.domain.record import Statement
from tests.support.entries import body

_SUBJECTS, _GROUPS = frozenset({"schule", "wohnen"}), frozenset({"familien"})


def _told(*topics: str, groups: tuple[str, ...] = ()) -> Organization:
    said = Statement(text="Berät.", subject_ids=topics)
    return replace(body("Hafenamt"), subject_ids=topics, target_group_ids=groups, tasks=(said,))


def test_terms_that_are_in_no_list_go_from_a_record_and_from_what_it_says() -> None:
    found = with_listed_terms(_told("raumfahrt", "schule", groups=("seeleute", "familien")), _SUBJECTS, _GROUPS)
    assert found == _told("schule", groups=("familien",))


def test_a_record_with_none_but_listed_terms_is_left_alone() -> None:
    told = _told("wohnen", "schule", groups=("familien",))
    assert with_listed_terms(told, _SUBJECTS, _GROUPS) is told
