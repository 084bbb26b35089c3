"""What happens is told to those who do not see it, and nothing moves of its own accord."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTreeView

from desktop.app.paths import Paths
from desktop.domain.pin import kept
from desktop.i18n import Translate
from desktop.settings import Settings
from desktop.views.widgets.notice_bar import NoticeBar
from tests.accessibility.announced import listening
from tests.conftest import Opens
from tests.support.person import Person


def test_how_many_hits_there_are_is_said_when_typing_rests(person: Person) -> None:
    with listening() as heard:
        person.types("bamf dort")
        person.waits(until=lambda: bool(heard))
    assert heard == ["Treffer: Programm 0, Kontakte 6, Gute Praxis 0, Partner 0"]


def test_a_spelling_that_was_corrected_is_said(person: Person, tr: Translate) -> None:
    with listening() as heard:
        person.types("bundesmat")
        person.waits(until=lambda: bool(heard))
    assert "bundesamt" in heard[-1].casefold()


def test_what_the_status_line_says_is_said(person: Person) -> None:
    with listening() as heard:
        person.types("bamf dort")
        person.presses("Return", "Ctrl+Shift+C")
    assert heard[-1].startswith("Kopiert: 0231")


def test_what_is_wrong_in_a_form_is_said(person: Person, tr: Translate) -> None:
    person.presses("F2")
    person.chooses(tr("New &contact point …"))
    with listening() as heard:
        person.presses("Ctrl+S")
    assert any("Bitte füllen Sie dieses Feld aus." in one for one in heard)


def test_a_wrong_pin_is_said(opens: Opens, paths: Paths, tr: Translate) -> None:
    person = opens(paths, Settings(pin=kept("4711")))
    person.presses("F2")
    with listening() as heard:
        person.types("0000")
        person.presses("Return")
        person.waits(until=lambda: bool(heard))
    assert heard == [tr("This PIN is not right.")]


def test_a_notice_is_said(person: Person) -> None:
    bar = person.window.findChild(NoticeBar)
    assert bar is not None
    with listening() as heard:
        bar.tell("word", "Die Datenbank ist beschädigt.")
    assert heard == ["Die Datenbank ist beschädigt."]


def test_nothing_is_announced_to_nobody(person: Person) -> None:
    with listening() as heard:
        pass
    person.types("bamf")
    assert heard == []


def test_nothing_moves_of_its_own_accord(person: Person) -> None:
    assert not person.window.isAnimated()
    assert not any(tree.isAnimated() for tree in person.window.findChildren(QTreeView))
    for effect in (Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_FadeMenu, Qt.UIEffect.UI_AnimateCombo):
        assert not QApplication.isEffectEnabled(effect)
