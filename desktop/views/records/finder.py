"""The left side of a tab: the controls and the list, or why the list is empty."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.search import Answer, Question, Tier
from desktop.i18n import Translate
from desktop.views.records.banner import Banner
from desktop.views.records.controls import Controls
from desktop.views.records.emptiness import Emptiness
from desktop.views.records.filtering import filters_of
from desktop.views.records.lines import Liner, Rows
from desktop.views.records.list_model import ListModel
from desktop.views.records.list_pages import ListPages
from desktop.views.records.listed import Listed, listed
from desktop.views.records.record_list import RecordList
from desktop.views.records.shape import Shape, Words
from desktop.views.search import SearchDesk
from desktop.views.tab import Narrowing

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from desktop.domain.errors import ExpectedError
    from desktop.domain.search import Choices
    from desktop.domain.vocabulary import Kind

_ROWS, _MORE, _MOST = 60, 5, 2_000_000
"""How many records are fetched at first without a text, how many times as many the next time, and how many at all.

With a text, and in a very high window, as many as can be seen: each takes its time, and the next key may come at once.
"""
_ROOM_FOR_FILTERS_IN_EMS = 52


class Finder(QWidget):
    """Finds a record by search, filter, order and arrow keys."""

    answered = Signal()
    search_requested = Signal(str)
    box_wanted = Signal()

    def __init__(
        self,
        shape: Shape,
        desk: SearchDesk,
        today: Callable[[], date],
        tr: Translate,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shape = shape
        self._desk = desk
        self._today = today
        self._tr = tr
        self._text = ""
        self._words: Words | None = None
        self._liner: Liner | None = None
        self._answer = Answer(text="")
        self._answered: Question | None = None
        self._reach = 0
        self._day = today()
        self._wanted: str | None = None
        self._shown_text: str | None = None
        self._is_refreshed = False
        self.has_failed = False
        self.model = ListModel(self)
        self.list = RecordList(self.model, tr(shape.title).replace("&", ""), self)
        self._controls = Controls(shape, tr)
        self._banner = Banner(tr)
        self._emptiness = Emptiness(tr)
        self._pages = ListPages(self.list, self._emptiness, tr)
        self._lay_out()
        self._connect()

    @property
    def answer(self) -> Answer:
        """The newest answer."""
        return self._answer

    @property
    def is_settled(self) -> bool:
        """Whether the list shows what is looked for."""
        return self._words is not None and self._answered == self.question()

    def fill(self, choices: Choices) -> None:
        """Offer what can be filtered by; now rows may be asked for, anew if there were some before."""
        self._day = self._today()
        self._is_refreshed = self._words is not None
        self._words = Words(self._shape, choices, self._tr)
        self._liner = Liner(self._shape, self._words.badges, self._tr)
        self._answered = None
        self.list.prepare()
        self._controls.fill(self._words)

    def look_for(self, text: str) -> None:
        """Search for this text from now on; a new one is worth more than a record that a link led to."""
        if text.strip() not in ("", self._text):
            self._wanted = None
        self._text, self._day = text.strip(), self._today()

    def question(self, kinds: frozenset[Kind] | None = None) -> Question:
        """What is looked for; of some kinds, what finds the records that are shown, also under another spelling."""
        shown = self._answer.corrected if kinds is not None and self.is_settled else None
        groups = tuple(group.kinds & kinds if kinds is not None else group.kinds for group in self._shape.groups)
        return Question(
            text=shown or self._text,
            groups=tuple(group for group in groups if group),
            filters=filters_of(self._controls.narrowing, self._day),
            order=self._controls.order,
            badges=tuple(self._words.badges) if self._words else (),
        )

    def ask(self, *, is_brief: bool = False) -> None:
        """Ask for the rows unless they are there; briefly means only how many there are and the best of them."""
        room = self.list.room()
        usual = max(_ROWS, room, self._reach if self._is_refreshed else 0)
        limit = 1 if is_brief else room if self._text else usual
        if self._words is not None and (not self.is_settled or self._reach < limit):
            self._ask(limit)

    def tier(self) -> Tier | None:
        """How good the best hit is; nothing without a hit."""
        return min((hit.tier for hit in self._answer.hits), default=None)

    def narrowing(self) -> Narrowing:
        """What the list is filtered by."""
        return self._controls.narrowing

    def switch_archive(self) -> bool:
        """Show the archived records, or those in use again; whether it is the archived ones now."""
        self._controls.switch_archive()
        return self._controls.is_archive

    def narrow(self, narrowing: Narrowing) -> None:
        """Filter by this and by nothing else."""
        self._controls.narrow(narrowing)

    def point_to(self, way_on: str) -> None:
        """Say, should the list be empty, where there are hits."""
        self._emptiness.point_to(way_on)

    def focus_list(self) -> None:
        """Put the keyboard on the list or, where there is none, on the search box: letters work on both."""
        self._pages.focus_list()

    def enter(self) -> None:
        """Put the keyboard on the list or, where there is none, on the first way on."""
        self._pages.enter()

    def focus_filters(self) -> None:
        """Put the keyboard on the first filter."""
        self._controls.focus_filters()

    def choose(self, record_id: str) -> None:
        """Choose a record's row; filters, and then a search, that hide it are given up."""
        self._wanted = record_id
        if self.is_settled:
            self._seek()

    def forget(self) -> None:
        """Choose nothing, filter by nothing and stand as at the beginning."""
        self._wanted = None
        self._controls.forget()
        self._fold()
        self.list.choose(QModelIndex())
        self.list.scrollToTop()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the filters fold away until they are asked for."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        self._controls.fold(self.height() < _ROOM_FOR_FILTERS_IN_EMS * self.fontMetrics().height())

    def _ask(self, limit: int) -> None:
        assert self._liner is not None
        question, before = self.question(), self.model.lines
        prepare = partial(listed, self._liner, before, question, limit)
        self._desk.ask(self, question, limit, prepare, self._take, partial(self._fail, question))

    def _ask_anew(self) -> None:
        """What is filtered by has changed; an age counts from today, and goes on so until something is asked anew."""
        self._day = self._today()
        self.ask()

    def _ask_again(self) -> None:
        self._answered = None
        self.ask()

    def _ask_for_more(self) -> None:
        """Rows that an answer on its way replaces need no more below them, nor do they end a wish for that answer."""
        if self.is_settled:
            self._want_no_more()
            self._ask(min(self._reach * _MORE, _MOST))

    def _take(self, found: Listed) -> None:
        """Show an answer; the choice stays while its row is shown; what is looked for anew moves it to the best hit."""
        question, limit, answer = found.question, found.limit, found.answer
        is_new_text, self._shown_text = self._shown_text != question.text, question.text
        before = self.list.chosen_hit()
        self.has_failed = False
        self._answer, self._answered, self._reach = answer, question, limit
        self.model.show(found.rows, found.before, has_more=len(answer.hits) >= limit)
        self._show_state()
        if self._wanted is not None:
            self._seek()
        else:
            self._keep_choice(before.id if before else None, is_new_text=is_new_text)
        self.answered.emit()

    def _keep_choice(self, before: str | None, *, is_new_text: bool) -> None:
        index = self.model.index_of(before) if before else QModelIndex()
        is_gone = self._is_refreshed and before is not None and not index.isValid() and not is_new_text
        self._is_refreshed = False
        is_narrowed = bool(self._text or self._controls.narrowing.values) and not is_gone
        if is_narrowed and (is_new_text or not index.isValid()):
            index = self.model.first()
        if index.isValid() or before:
            self.list.choose(index)
        elif is_new_text:
            self.list.scrollToTop()

    def _fail(self, question: Question, error: ExpectedError) -> None:
        self.has_failed = True
        self._answered, self._reach, self._answer = question, _ROWS, Answer(text=question.text)
        self.model.show(Rows(), has_more=False)
        self.list.choose(QModelIndex())
        self._controls.say_nothing()
        self._banner.show_correction(self._answer)
        self._emptiness.tell(error.message.in_words(self._tr))
        self._pages.show_rows(are_any=False)
        self.answered.emit()

    def _seek(self) -> None:
        """Choose the row that is wanted, or give up what may hide it; who goes another way wants it no more."""
        wanted = self._wanted
        if wanted is None:
            return
        index = self.model.index_of(wanted)
        if index.isValid():
            self._wanted = None
            self.list.choose(index)
        elif self._controls.narrowing.values:
            self.narrow(Narrowing())
        elif self._text:
            self.search_requested.emit("")
        else:
            self.list.choose_none()  # it stays wanted: a record that was just added comes with the next answer

    def _want_no_more(self) -> None:
        self._wanted = None

    def _show_state(self) -> None:
        assert self._words is not None
        answer = self._answer
        self._controls.say(answer, self._words.total)
        self._banner.show_correction(answer)
        self._emptiness.explain(answer, self._controls.words)
        self._pages.show_rows(are_any=bool(answer.total))

    def _connect(self) -> None:
        self._controls.changed.connect(self._ask_anew)
        self._pages.box_wanted.connect(self.box_wanted)
        self.model.more_wanted.connect(self._ask_for_more)
        self.list.picked.connect(self._want_no_more)
        self._banner.taken_over.connect(self.search_requested)
        self._emptiness.reset_requested.connect(lambda: self.narrow(Narrowing()))
        self._emptiness.search_requested.connect(self.search_requested)
        self._emptiness.again_requested.connect(self._ask_again)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 0, 8)
        column.setSpacing(6)
        for widget in (self._controls, self._banner):
            column.addWidget(widget)
        column.addWidget(self._pages, 1)
