"""What is chosen in the preview: sheet, language, size, columns, several on a page."""

from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QCheckBox, QComboBox, QToolButton

from desktop.i18n import Translate
from tests.support.edges import FakeEdges
from tests.support.person import Person
from tests.support.sheet import Printed


def test_another_language_is_made_without_leaving_the_preview_and_kept_for_the_client(
    reader: Person, edges: FakeEdges
) -> None:
    reader.presses("Ctrl+P")
    languages = reader.finds(QComboBox, "language")
    languages.setCurrentIndex(languages.findData("en"))
    reader.waits()
    reader.presses("Return")
    assert "Telephone" in Printed(edges.printer.printed[0]).text
    reader.presses("Ctrl+P", "Return")
    assert "Telephone" in Printed(edges.printer.printed[1]).text
    reader.presses("Ctrl+Shift+N")
    reader.types("bamf dort")
    reader.presses("Ctrl+P", "Return")
    assert "Telefon" in Printed(edges.printer.printed[2]).text


def test_a_list_is_printed_as_it_is_filtered_with_the_columns_that_were_chosen(
    person: Person, edges: FakeEdges
) -> None:
    person.presses("Ctrl+2", "Ctrl+K")
    person.types("bamf")
    shown = [row for row in person.sees_rows() if row.startswith("BAMF")]
    person.presses("Ctrl+Shift+L")
    columns = person.finds(QToolButton, "columns")
    for action in columns.menu().actions():
        action.setChecked(action.data() in ("email", "address"))
    person.waits()
    person.presses("Return")
    text = Printed(edges.printer.printed[0]).squeezed
    for title in shown:
        assert title.replace(" ", "") in text
    assert "Ref431Posteingang@bamf.bund.de" in text
    assert "44147Dortmund" in text
    assert "02319058-0" not in text
    assert "BVA" not in text


def test_contacts_of_the_shortlist_fit_several_to_a_page(person: Person, edges: FakeEdges) -> None:
    person.presses("Ctrl+2")
    for text in ("bamf dort", "bamf köln"):
        person.presses("Ctrl+K")
        person.types(text)
        person.presses("Ctrl+M")
    person.presses("Ctrl+Shift+P")
    person.finds(QComboBox, "sheet").setCurrentIndex(1)
    person.waits()
    assert person.finds(QPdfView).document().pageCount() == 2
    person.finds(QCheckBox, "compact").click()
    person.waits()
    assert person.finds(QPdfView).document().pageCount() == 1
    person.presses("Esc")


def test_the_directory_is_printed_from_the_menu(person: Person, edges: FakeEdges, tr: Translate) -> None:
    person.chooses(tr("Print the &directory …"))
    person.finds(QPdfView).setFocus()
    person.presses("Return")
    text = Printed(edges.printer.printed[0]).text
    for name in ("Moers", "BAMF Dortmund", "Polizei"):
        assert name in text


def test_large_print_is_larger(reader: Person, edges: FakeEdges) -> None:
    reader.presses("Ctrl+P", "Return", "Ctrl+P")
    reader.finds(QCheckBox, "large-print").click()
    reader.waits()
    reader.finds(QPdfView).setFocus()
    reader.presses("Return")
    normal, large = (Printed(pdf) for pdf in edges.printer.printed)
    assert len(large.pages) > len(normal.pages)
    assert "0231 9058-0" in large.text


def test_a_partner_is_printed_alone(partner: Person, edges: FakeEdges) -> None:
    partner.presses("Ctrl+P", "Return")
    text = Printed(edges.printer.printed[0]).text
    assert "Polizei" in text
    assert "Sparkasse" not in text


def test_the_partner_list_is_chosen_among_the_sheets_and_has_the_rows_that_are_shown(
    partner: Person, edges: FakeEdges, tr: Translate
) -> None:
    shown = [row for row in partner.sees_rows() if "Polizei" in row]
    partner.presses("Ctrl+P")
    partner.finds(QComboBox, "sheet").setFocus()
    partner.presses("Down", "Return")
    sheet = Printed(edges.printer.printed[0])
    assert tr.plural("{count} partner organisation", "{count} partner organisations", len(shown)) in sheet.text
    assert "Sparkasse" not in sheet.text


def test_a_record_with_one_sheet_offers_no_choice(reader: Person) -> None:
    reader.presses("Ctrl+P")
    assert [box for box in reader.top().findChildren(QComboBox, "sheet") if box.isVisible()] == []
    reader.presses("Esc")


def test_a_list_under_another_spelling_is_printed_as_it_is_shown(person: Person, edges: FakeEdges) -> None:
    person.presses("Ctrl+4", "Ctrl+K")
    person.types("jobcentr")
    shown = person.sees_rows()
    assert shown
    person.presses("Ctrl+Shift+L", "Return")
    text = Printed(edges.printer.printed[0]).squeezed
    assert all(title.replace(" ", "") in text for title in shown)


def test_choosing_another_sheet_forgets_what_was_pressed_for_the_first(partner: Person, edges: FakeEdges) -> None:
    partner.presses_at_once("Ctrl+P", "Return")
    partner.finds(QComboBox, "sheet").setFocus()
    partner.presses("Down")
    assert edges.printer.printed == []
    partner.presses("Esc")
