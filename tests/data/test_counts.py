"""The shipped data hold what the source holds."""

from collections import Counter

from desktop.domain.catalogue import Catalogue
from desktop.domain.contact import Location, Person
from desktop.domain.municipality import Municipality
from desktop.domain.partner import Partner
from desktop.domain.record import Record
from desktop.domain.vocabulary import FlagKind, Kind, ReachStatus


def _reachable(catalogue: Catalogue) -> list[Location | Person]:
    return [record for record in catalogue.records if isinstance(record, Location | Person)]


def _by_id(catalogue: Catalogue) -> dict[str, Record]:
    return {record.id: record for record in catalogue.records}


def test_the_counts_are_those_of_the_source(catalogue: Catalogue) -> None:
    assert Counter(record.KIND for record in catalogue.records) == {
        Kind.PROGRAMME: 1,
        Kind.MUNICIPALITY: 12,
        Kind.TOPIC: 2,
        Kind.ORGANIZATION: 9,
        Kind.LOCATION: 16,
        Kind.PERSON: 4,
        Kind.PRACTICE: 8,
        Kind.NETWORK: 1,
        Kind.PARTNER: 38,
    }


def test_the_fourteen_mail_addresses_are_there_in_their_exact_case(catalogue: Catalogue) -> None:
    addresses = {email.address for record in _reachable(catalogue) for email in record.emails}
    assert addresses == {
        "miriam.palazzi@mkjfgfi.nrw.de",
        "integrationsbeauftragte@bk.bund.de",
        "as@bmfsfj.bund.de",
        "aussiedlerbeauftragter@bmi.bund.de",
        "info@bamf.de",
        "M22Posteingang@bamf.bund.de",
        "Ref431Posteingang@bamf.bund.de",
        "M21Posteingang@bamf.bund.de",
        "Ref324Posteingang@bamf.bund.de",
        "poststelle@bva.bund.de",
        "info@jugendmigrationsdienste.de",
        "welcome@thegrooves.de",
        "admir.bulic@awo-gelsenkirchen.de",
        "bedia.torun@awo-gelsenkirchen.de",
    }


def test_the_nine_numbers_of_the_shut_network_are_dead_and_say_why(catalogue: Catalogue) -> None:
    phones = [phone for record in _reachable(catalogue) for phone in record.phones]
    dead = [phone for phone in phones if phone.status is ReachStatus.DEAD]
    assert len(dead) == 9
    assert all(phone.raw.startswith("01888") and phone.reason for phone in dead)
    assert not [phone for phone in phones if phone.raw.startswith("01888") and phone not in dead]


def test_every_number_can_be_dialled_or_told(catalogue: Catalogue) -> None:
    for record in _reachable(catalogue):
        assert all(phone.e164 and phone.display for phone in record.phones)


def test_the_slip_in_the_commissioners_address_is_proposed_not_corrected(catalogue: Catalogue) -> None:
    links = [link for record in catalogue.records for link in record.links if link.raw.startswith("ww.")]
    assert [(link.raw, link.proposal) for link in links] == [
        ("ww.aussiedlerbeauftragter.de", "www.aussiedlerbeauftragter.de")
    ]


def test_muelheim_is_found_under_the_spelling_of_the_source(catalogue: Catalogue) -> None:
    record = _by_id(catalogue)["muelheim-an-der-ruhr"]
    assert record.name == "Mülheim an der Ruhr"
    assert "Mühlheim" in record.alternate_names


def test_postcodes_for_letters_only_are_not_given_to_visitors(catalogue: Catalogue) -> None:
    kinds = {
        address.postal_code: address.kind.value
        for record in _reachable(catalogue)
        for address in record.addresses
        if address.postal_code in {"11013", "50728"}
    }
    assert kinds == {"11013": "postal", "50728": "postal"}


def test_nothing_is_called_checked_that_nobody_checked(catalogue: Catalogue) -> None:
    assert not [record.id for record in catalogue.records if record.provenance.checked_on]


def test_every_record_says_where_it_comes_from_and_how_old_it_is(catalogue: Catalogue) -> None:
    for record in catalogue.records:
        assert record.provenance.lines, record.id
        assert record.provenance.as_of, record.id


def test_every_municipality_is_marked_as_part_of_an_ended_programme(catalogue: Catalogue) -> None:
    for record in catalogue.records:
        if isinstance(record, Municipality):
            assert FlagKind.ENDED in {flag.kind for flag in record.flags}, record.id


def test_what_the_source_does_not_state_stays_empty(catalogue: Catalogue) -> None:
    records = _by_id(catalogue)
    stated = {
        "target_groups": "bielefeld dormagen dortmund hamm koeln kreis-lippe moers muenster rheine wuppertal"
        " muelheim-an-der-ruhr",
        "boards": "hamm koeln kreis-lippe moers rheinisch-bergischer-kreis rheine muelheim-an-der-ruhr",
    }
    for section, ids in stated.items():
        found = {
            record.id for record in records.values() if isinstance(record, Municipality) and getattr(record, section)
        }
        assert found == set(ids.split()), section


def test_partners_stand_in_their_network(catalogue: Catalogue) -> None:
    partners = [record for record in catalogue.records if isinstance(record, Partner)]
    assert {partner.network_id for partner in partners} == {"partnernetzwerk"}
    assert {"bezirksregierung-koeln", "partner-kreis-lippe"} <= {partner.id for partner in partners}
