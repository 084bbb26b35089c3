"""A long day at the desk: thousands of keys, tabs and repaints leave memory, threads and `None` where they were."""

import gc
import sys
import threading
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.support.keys import write
from tests.support.person import Person

WARMING_ROUNDS = 15
"""Meanwhile everything is imported that waits for a first record: paper, drafts, what looks after records."""
ROUNDS = 40
WORDS = ("moers", "bamf dort", "xylophon", "spätaus", "köln")
MOST_NONES = 1500
"""Qt's own objects and the page in front hold some hundred; a binding that miscounts is off by many thousands."""
MOST_MIB = 12


def one_round(person: Person) -> None:
    """Some sixty keys: change tabs, search, walk the hits, read."""
    for number, word in enumerate(WORDS):
        person.presses_at_once(f"Ctrl+{number % 4 + 1}", "Ctrl+K")
        for letter in word:
            write(person.focused(), letter)
        person.presses_at_once("Down", "Up", "Return", "Tab")
        person.window.repaint()
    person.waits()


def test_a_long_day_leaves_everything_as_it_was(person: Person) -> None:
    for _ in range(WARMING_ROUNDS):
        one_round(person)
    gc.collect()
    nones, memory, threads = sys.getrefcount(None), resident_mib(), threading.active_count()
    widgets = len(QApplication.allWidgets())
    for _ in range(ROUNDS):
        one_round(person)
    gc.collect()
    assert abs(sys.getrefcount(None) - nones) < MOST_NONES
    assert resident_mib() - memory < MOST_MIB
    assert threading.active_count() == threads
    assert len(QApplication.allWidgets()) == widgets


def resident_mib() -> float:
    """The memory that this process has now; nothing where the system does not tell."""
    status = Path("/proc/self/status")
    return int(status.read_text().partition("VmRSS:")[2].split()[0]) / 1024 if status.exists() else 0.0
