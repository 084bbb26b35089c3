"""What the window hears of the loading: the lists, what is missing behind them, and always an end."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.errors import ExpectedError, StoreError
from desktop.domain.search import Choices
from desktop.views.background import Background
from desktop.views.loading import Loading


class Lists:
    """Lists that are there, or not."""

    def __init__(self, error: Exception | None) -> None:
        self._error = error

    def choices(self) -> Choices:
        if self._error:
            raise self._error
        return Choices(totals={}, uses={}, subjects={}, target_groups={})


class Warmth:
    """Something behind the lists that is there, or not."""

    def __init__(self, error: Exception | None) -> None:
        self._error = error

    def warm_up(self) -> None:
        if self._error:
            raise self._error


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    worker = Background()
    yield worker
    worker.close()


def heard(lists: Lists, warmth: Warmth, background: Background, qtbot: QtBot) -> list[str]:
    loading, events = Loading(lists, warmth, background), list[str]()
    loading.loaded.connect(lambda _: events.append("loaded"))
    loading.failed.connect(lambda _: events.append("failed"))
    loading.hindered.connect(lambda _: events.append("hindered"))
    with qtbot.waitSignal(loading.settled):
        loading.start()
    return events


def test_an_expected_lack_behind_the_lists_leaves_them_on_the_screen(background: Background, qtbot: QtBot) -> None:
    warmth = Warmth(StoreError("The database is locked."))
    assert heard(Lists(None), warmth, background, qtbot) == ["loaded", "hindered"]


@pytest.mark.parametrize("error", [StoreError("It is damaged."), KeyError("a mistake of ours")])
def test_without_lists_the_loading_ends_all_the_same(background: Background, qtbot: QtBot, error: Exception) -> None:
    with qtbot.captureExceptions() as caught:
        assert heard(Lists(error), Warmth(None), background, qtbot) == ["failed"]
    assert [kind for kind, _, _ in caught] == ([] if isinstance(error, ExpectedError) else [KeyError])
