"""The municipality summary for a colleague."""

from desktop.domain.catalogue import Catalogue
from desktop.domain.vocabulary import Kind
from desktop.pages.words import section_label
from tests.support.dossiers import dossier, dossier_of
from tests.support.paper import ENGLISH, drawn
from tests.support.sheet import Printed


def test_each_of_the_twelve_takes_two_pages_at_most(catalogue: Catalogue) -> None:
    twelve = [record for record in catalogue.records if record.KIND is Kind.MUNICIPALITY]
    assert len(twelve) == 12
    pages = {record.id: drawn("municipality", [dossier_of(record)], ENGLISH).page_count for record in twelve}
    assert max(pages.values()) <= 2, pages


def test_what_the_source_does_not_state_is_said_openly() -> None:
    text = Printed(drawn("municipality", [dossier("bielefeld")], ENGLISH).pdf).text
    told = text.partition("Not stated ")[2]
    assert section_label(Kind.MUNICIPALITY, "boards", ENGLISH) in told
    assert "Dates" in told
    assert text.casefold().count("not stated") == 1


def test_the_outline_names_every_section_of_moers() -> None:
    sheet = Printed(drawn("municipality", [dossier("moers")], ENGLISH).pdf)
    titles = [title for _, title in sheet.outline]
    assert titles[0] == "Moers"
    unsaid = sheet.text.partition("Not stated ")[2].partition(" Measures ")[0]
    for section in ("target_groups", "aims", "fields_of_action", "boards", "lead_units", "staff", "measures"):
        label = section_label(Kind.MUNICIPALITY, section, ENGLISH)
        assert (label in titles) is not (label in unsaid)


def test_two_municipalities_are_two_summaries_in_one_file() -> None:
    made = drawn("municipality", [dossier("moers"), dossier("rheine")], ENGLISH)
    starts = [page.split()[0] for page in Printed(made.pdf).pages]
    assert "Moers" in starts
    assert "Rheine" in starts
    assert made.title == "Municipality summary"
