"""Records that cannot be wrong."""

from enum import StrEnum

import msgspec
import pytest
from msgspec.structs import replace

from desktop.domain.address import Address
from desktop.domain.catalogue import Catalogue
from desktop.domain.plain import decoded, encoded
from desktop.domain.provenance import Provenance, lines_in
from desktop.domain.record import Email, Link
from desktop.domain.vocabulary import LABELS, Kind, ReachStatus, Taxonomy


def test_every_shipped_record_survives_the_way_through_json(catalogue: Catalogue) -> None:
    for record in catalogue.records:
        assert decoded(encoded(record)) == record


def test_json_leaves_out_what_is_unknown(catalogue: Catalogue) -> None:
    partner = next(record for record in catalogue.records if record.KIND is Kind.PARTNER)
    bare = replace(partner, summary=None, flags=())
    assert "null" not in encoded(bare)


@pytest.mark.parametrize("wrong", ["someone", "a@b", "a b@c.de", "Müller <m@x.de>"])
def test_what_is_no_mail_address_is_refused(wrong: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"address": wrong}, Email)


@pytest.mark.parametrize("wrong", ["javascript:alert(1)", "file:///etc/passwd", "ftp://x.de", "bund", "a b.de"])
def test_what_is_no_web_address_is_refused(wrong: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"raw": wrong}, Link)


def test_a_web_address_in_doubt_opens_nothing() -> None:
    assert Link(raw="www.bamf.de").target == "https://www.bamf.de"
    assert Link(raw="http://jogspace.net/").target == "http://jogspace.net/"
    doubtful = Link(raw="ww.example.de", status=ReachStatus.DOUBTFUL, reason="Tippfehler", proposal="www.example.de")
    assert doubtful.target is None


def test_a_postcode_has_five_digits() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"postal_code": "4711", "town": "Moers"}, Address)


def test_a_check_names_day_and_person() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"source": "x", "checked_by": "Meier"}, Provenance)


def test_spans_of_lines_are_read() -> None:
    assert list(lines_in(["3", "5-7"])) == [3, 5, 6, 7]


def test_every_word_of_the_closed_lists_has_a_label() -> None:
    from desktop.domain import vocabulary

    enums = [kind for kind in vars(vocabulary).values() if isinstance(kind, type) and issubclass(kind, StrEnum)]
    shown = [kind for kind in enums if kind not in {StrEnum, vocabulary.DateRelation}]
    assert Taxonomy in shown
    assert all(word in LABELS[kind] for kind in shown for word in kind)
