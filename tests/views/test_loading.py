"""What the window hears of the loading: the lists, what is missing behind them, and always an end."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.errors import ExpectedError, StoreError
from desktop.domain.listing import Listing
from desktop.store.listing import read_listing
from desktop.views.background import Background
from desktop.views.loading import Loading


class Lists:
    """Lists that are there, or not, and something behind them that is there, or not."""

    def __init__(self, listing: Listing, listing_error: Exception | None, warm_up_error: Exception | None) -> None:
        self._listing = listing
        self._errors = listing_error, warm_up_error

    def listing(self) -> Listing:
        if self._errors[0]:
            raise self._errors[0]
        return self._listing

    def warm_up(self) -> None:
        if self._errors[1]:
            raise self._errors[1]


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    worker = Background()
    yield worker
    worker.close()


def heard(lists: Lists, background: Background, qtbot: QtBot) -> list[str]:
    loading, events = Loading(lists, background), list[str]()
    loading.loaded.connect(lambda _: events.append("loaded"))
    loading.failed.connect(lambda _: events.append("failed"))
    loading.hindered.connect(lambda _: events.append("hindered"))
    with qtbot.waitSignal(loading.settled):
        loading.start()
    return events


def test_an_expected_lack_behind_the_lists_leaves_them_on_the_screen(
    filled: Path, background: Background, qtbot: QtBot
) -> None:
    lists = Lists(read_listing(filled), None, StoreError("The database is locked."))
    assert heard(lists, background, qtbot) == ["loaded", "hindered"]


@pytest.mark.parametrize("error", [StoreError("It is damaged."), KeyError("a mistake of ours")])
def test_without_lists_the_loading_ends_all_the_same(
    filled: Path, background: Background, qtbot: QtBot, error: Exception
) -> None:
    lists = Lists(read_listing(filled), error, None)
    with qtbot.captureExceptions() as caught:
        assert heard(lists, background, qtbot) == ["failed"]
    assert [kind for kind, _, _ in caught] == ([] if isinstance(error, ExpectedError) else [KeyError])
