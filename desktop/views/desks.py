"""Everything that acts on a person's wish, beside searching and reading: made behind the window's first picture."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from desktop.domain.vocabulary import Kind
from desktop.i18n import Translate
from desktop.settings import SettingsKeeper
from desktop.views.background import Background
from desktop.views.edges import Edges
from desktop.views.looks import Looks
from desktop.views.navigator import Navigator
from desktop.views.tab import Tab
from desktop.views.widgets.search_box import SearchBox
from desktop.views.widgets.status_line import StatusLine
from desktop.views.window_pages import WindowPages

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QMainWindow

    from desktop.services.packing import Packing
    from desktop.views.deeds import Deeds
    from desktop.views.event_mode import EventMode
    from desktop.views.exporting.desk import ExportDesk, ExportParts
    from desktop.views.help.desk import HelpDesk, HelpParts
    from desktop.views.menus import Menu
    from desktop.views.packages.create_desk import CreateDesk
    from desktop.views.paper.desk import PrintDesk
    from desktop.views.pin_gate import PinGate
    from desktop.views.preferences.desk import PreferencesDesk
    from desktop.views.preferences.parts import PreferencesParts
    from desktop.views.shortlist.counter import Counter
    from desktop.views.showing.desk import ShowDesk, Shows
    from desktop.views.upkeep import Upkeep, UpkeepParts
    from desktop.views.whereabouts import Whereabouts
    from desktop.views.window_deeds import WindowDeeds


_MADE_OF = ("services.paper", "views.deeds", "views.edit_desk", "views.record_keeping", "views.upkeep")
"""What takes longest to import of what the desks are made of."""


class DeskParts(NamedTuple):
    """What the desks are made of, itself made when it is first needed."""

    printing: Callable[[], PrintDesk]
    preferences: Callable[[], PreferencesParts]
    upkeep: Callable[[], UpkeepParts]
    showing: Callable[[], Shows]
    help: Callable[[], HelpParts]
    packing: Callable[[], Packing]
    exporting: Callable[[], ExportParts]


class Surroundings(NamedTuple):
    """The window that the desks stand in."""

    window: QMainWindow
    tabs: tuple[Tab, ...]
    navigator: Navigator
    box: SearchBox
    pages: WindowPages
    status: StatusLine
    looks: Looks
    background: Background
    edges: Edges
    settings: SettingsKeeper
    tr: Translate


class Desks(QObject):
    """Each desk is made, and imported, when it is first asked for, at the latest by its piece.

    `changed` tells that records may be others than those that are shown, `anew_requested` that another window should
    take the place of this one.
    """

    changed = Signal()
    anew_requested = Signal(object)

    def __init__(self, parts: DeskParts, around: Surroundings) -> None:
        super().__init__(around.window)
        self._parts = parts
        self._around = around

    def pieces(self) -> Iterator[Callable[[], object]]:
        """Make one desk after the other, none of which takes long."""
        for name in _MADE_OF:
            yield partial(import_module, f"desktop.{name}")
        for name in ("deeds", "counter", "upkeep", "help", "show_desk", "event_mode", "preferences", "menus"):
            yield partial(getattr, self, name)

    def begin(self) -> None:
        """Look at what takes its time, now that everything else is there."""
        self.upkeep.begin()
        self.help.offer_tour()

    def refresh(self) -> None:
        """Say anew whether the records can be changed."""
        self.upkeep.tell()

    def open_file(self, path: Path) -> None:
        """Open the dialog for a file; not beside another dialog, which may hold what is not kept yet."""
        if QApplication.activeModalWidget() is None:
            self.upkeep.keeping.open_file(path)
        else:
            self._around.status.say_to_the_end(
                self._around.tr("{file} was not opened: please finish the dialog in front first.", file=path.name)
            )

    def may_close(self) -> bool:
        """Whether the window may close now; at an event a PIN may have to be given first."""
        return not self._has("event_mode") or self.event_mode.close()

    def close(self) -> None:
        """Look after nothing any more."""
        if self._has("upkeep"):
            self.upkeep.end()
        if self._has("help"):
            self.help.end()

    def start_anew(self) -> None:
        """The next client begins; nothing of the last one is left."""
        for part in (self.counter, self.upkeep.keeping, self.deeds, self.show_desk):
            part.start_anew()
        self._around.navigator.start_anew()

    @cached_property
    def deeds(self) -> Deeds:
        """Copies, opens, prints and saves."""
        from desktop.views.deeds import Deeds

        around = self._around
        deeds = Deeds(self._parts.printing(), around.edges, around.settings, around.window)
        deeds.said.connect(around.status.say)
        for tab in around.tabs:
            tab.copy_requested.connect(deeds.copy)
            tab.open_requested.connect(deeds.open)
        return deeds

    @cached_property
    def counter(self) -> Counter:
        """Gathers for a client."""
        from desktop.views.shortlist.counter import Counter

        around = self._around
        counter = Counter(around.tr, around.window)
        counter.said.connect(around.status.say)
        counter.print_requested.connect(lambda: self.deeds.preview_handout(counter.shortlist))
        counter.record_requested.connect(around.navigator.open_record)
        counter.typed.connect(around.navigator.begin_search)
        counter.left.connect(around.navigator.search)
        for tab in around.tabs:
            tab.gathered = partial(counter.shortlist.ids_of, Kind.MUNICIPALITY)
        return counter

    @cached_property
    def upkeep(self) -> Upkeep:
        """Keeps window and records together."""
        from desktop.views.upkeep import Upkeep

        around = self._around
        upkeep = Upkeep(self._parts.upkeep(), self._gate, around.pages.notices)
        upkeep.changed.connect(self.changed)
        upkeep.said.connect(around.status.say_to_the_end)
        upkeep.keeping.changed.connect(around.box.settle)
        upkeep.record_requested.connect(around.navigator.open_record)
        for tab in around.tabs:
            upkeep.keeping.switched.connect(tab.show_to_staff)
            tab.review_requested.connect(upkeep.keeping.review)
        return upkeep

    @cached_property
    def help(self) -> HelpDesk:
        """Manual, keys, introduction."""
        from desktop.views.help.desk import HelpDesk

        around = self._around
        bar = around.pages.notices
        return HelpDesk(
            self._parts.help(), lambda: self.menus, around.background, around.settings, bar, around.tr, around.window
        )

    @cached_property
    def show_desk(self) -> ShowDesk:
        """Shows a record across the desk."""
        from desktop.views.showing.desk import ShowDesk

        around = self._around
        desk = ShowDesk(self._parts.showing(), around.background, around.tr, around.window)
        desk.said.connect(around.status.say)
        return desk

    @cached_property
    def event_mode(self) -> EventMode:
        """For a laptop that stands among people."""
        from desktop.views.event_mode import EventMode

        mode = EventMode(self._gate, self._around.looks.size, self.start_anew)
        mode.said.connect(self._around.status.say)
        mode.switched.connect(self.upkeep.set_event)
        return mode

    @cached_property
    def preferences(self) -> PreferencesDesk:
        """Everything that can be set."""
        from desktop.views.preferences.desk import PreferencesDesk

        desk = PreferencesDesk(self._parts.preferences, self._gate, self._around.looks)
        desk.said.connect(self._around.status.say)
        desk.kept.connect(lambda: self.deeds.follow_settings())
        desk.anew_requested.connect(self.anew_requested)
        return desk

    @cached_property
    def packages(self) -> CreateDesk:
        """Makes packages for other laptops."""
        from desktop.views.packages.create_desk import CreateDesk

        desk = CreateDesk(self._parts.packing, self._parts.printing, self._gate)
        desk.said.connect(self._around.status.say)
        return desk

    @cached_property
    def exporting(self) -> ExportDesk:
        """Hands records to other programs."""
        from desktop.views.exporting.desk import ExportDesk

        around = self._around
        needed = around.background, around.edges, around.settings, around.tr, around.window
        desk = ExportDesk(self._parts.exporting, *needed)
        desk.said.connect(around.status.say)
        return desk

    @cached_property
    def whereabouts(self) -> Whereabouts:
        """Where a person is, for a window that goes on there."""
        from desktop.views.whereabouts import Whereabouts

        around = self._around
        return Whereabouts(around.tabs, around.box, around.navigator, self.counter)

    @cached_property
    def menus(self) -> Sequence[Menu]:
        """All commands."""
        from desktop.views.command_list import Doers, all_menus

        around = self._around
        return all_menus(
            Doers(
                tabs=around.tabs,
                navigator=around.navigator,
                deeds=self.deeds,
                counter=self.counter,
                keeping=self.upkeep.keeping,
                show_desk=self.show_desk,
                event_mode=self.event_mode,
                start_anew=self.start_anew,
                notices=around.pages.notices,
                size=around.looks.size,
                help=self.help,
                packages=self.packages,
                window=self._window_deeds,
                exporting=self.exporting,
            )
        )

    @cached_property
    def _window_deeds(self) -> WindowDeeds:
        from desktop.views.window_deeds import WindowDeeds

        return WindowDeeds(self.preferences, self._around.edges, self._around.tr, self._around.window)

    @cached_property
    def _gate(self) -> PinGate:
        from desktop.views.pin_gate import PinGate

        around = self._around
        return PinGate(around.settings, around.background, around.edges, around.tr, around.window)

    def _has(self, name: str) -> bool:
        return name in vars(self)
