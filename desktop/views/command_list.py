"""All commands of the window, menu by menu."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from desktop.domain.errors import N_
from desktop.domain.vocabulary import Kind
from desktop.views.copying import ADDRESS, EMAIL, PHONE
from desktop.views.deeds import Deeds
from desktop.views.event_mode import EventMode
from desktop.views.exporting.desk import ExportDesk
from desktop.views.help.desk import HelpDesk
from desktop.views.menu_titles import CLIENT, EDIT, FILE, HELP, RECORDS, VIEW
from desktop.views.menus import Command, Menu
from desktop.views.navigator import Navigator
from desktop.views.packages.create_desk import CreateDesk
from desktop.views.panes import go_round
from desktop.views.record_keeping import RecordKeeping
from desktop.views.shortlist.counter import Counter
from desktop.views.showing.desk import ShowDesk
from desktop.views.tab import Tab
from desktop.views.text_size import TextSize
from desktop.views.widgets.notice_bar import NoticeBar
from desktop.views.window_deeds import WindowDeeds

_KINDS_TO_ADD = (
    (Kind.LOCATION, N_("New &contact point …")),
    (Kind.ORGANIZATION, N_("New &organisation …")),
    (Kind.PERSON, N_("New &person …")),
    (Kind.PRACTICE, N_("New &good practice …")),
    (Kind.PARTNER, N_("New p&artner …")),
)


class Doers(NamedTuple):
    """Who carries the commands out."""

    tabs: Sequence[Tab]
    navigator: Navigator
    deeds: Deeds
    counter: Counter
    keeping: RecordKeeping
    show_desk: ShowDesk
    event_mode: EventMode
    start_anew: Callable[[], object]
    notices: NoticeBar
    size: TextSize
    help: HelpDesk
    packages: CreateDesk
    window: WindowDeeds
    exporting: ExportDesk


def all_menus(by: Doers) -> tuple[Menu, ...]:
    """File, Edit, View, Client, Records and Help."""
    return (
        _file(by),
        _edit(by.navigator, by.deeds, by.counter, by.keeping),
        _view(by),
        _client(by),
        _records(by.navigator, by.keeping),
        _help(by.help),
    )


def _file(by: Doers) -> Menu:
    navigator, deeds, keeping, window = by.navigator, by.deeds, by.keeping, by.window

    def export() -> None:
        by.exporting.open(navigator.current(), by.counter.shortlist.ids)

    return Menu(
        FILE,
        (
            Command(N_("&Print …"), ("Ctrl+P",), lambda: navigator.with_hit(deeds.preview), icon="print"),
            Command(N_("Pre&view"), (), lambda: navigator.with_hit(deeds.read_preview)),
            Command(N_("&Save as PDF …"), ("Ctrl+S",), lambda: navigator.with_hit(deeds.save_pdf), icon="save"),
            Command(
                N_("Print this &list …"),
                ("Ctrl+Shift+L",),
                lambda: navigator.when_found(lambda: deeds.preview_list(navigator.current())),
                icon="list",
            ),
            Command(N_("Print the &directory …"), (), deeds.preview_directory),
            None,
            Command(N_("E&xport …"), ("Ctrl+Shift+X",), lambda: navigator.when_found(export), is_for_staff=True),
            Command(N_("&Import …"), ("Ctrl+Shift+I",), keeping.dialogs.imports.choose, is_for_staff=True),
            Command(N_("&Create package …"), (), by.packages.create, is_for_staff=True),
            Command(N_("&Apply package …"), (), keeping.packages.choose, is_for_staff=True),
            Command(N_("&Newer data of Wegweiser …"), (), keeping.packages.show_shipped, is_for_staff=True),
            None,
            Command(N_("Own &office …"), (), window.edit_office, is_for_staff=True, icon="office"),
            Command(N_("S&ettings …"), ("Ctrl+,",), window.edit_settings, is_for_staff=True, icon="settings"),
            Command(N_("&Backups …"), (), keeping.dialogs.show_backups, is_for_staff=True, icon="backup"),
            None,
            Command(N_("&Quit"), ("Ctrl+Q",), window.close, is_for_staff=True, icon="quit"),
        ),
    )


def _edit(navigator: Navigator, deeds: Deeds, counter: Counter, keeping: RecordKeeping) -> Menu:
    def copy(what: str) -> None:
        deeds.copy_first(what, navigator.current())

    return Menu(
        EDIT,
        (
            Command(N_("&Undo"), ("Ctrl+Z",), lambda: counter.undo_or(keeping.undo), icon="undo"),
            Command(N_("Red&o"), ("Ctrl+Y", "Ctrl+Shift+Z"), keeping.redo, is_for_staff=True, icon="redo"),
            None,
            Command(N_("&Search"), ("Ctrl+K", "Ctrl+F"), navigator.search, icon="search"),
            Command(N_("F&ilter"), ("Ctrl+L",), lambda: navigator.current().focus_filters(), icon="filter"),
            Command(N_("&Reset filters"), ("Ctrl+R",), lambda: navigator.current().reset_filters()),
            Command(N_("Archi&ved records, or those in use"), ("Ctrl+Shift+F",), navigator.switch_archive),
            None,
            Command(N_("Copy &telephone number"), ("Ctrl+Shift+C",), partial(copy, PHONE), icon="copy"),
            Command(N_("Copy &e-mail address"), ("Ctrl+Shift+E",), partial(copy, EMAIL)),
            Command(N_("Copy postal &address"), ("Ctrl+Shift+A",), partial(copy, ADDRESS)),
        ),
    )


def _view(by: Doers) -> Menu:
    navigator, size = by.navigator, by.size
    shown = [
        Command(tab.name, (f"Ctrl+{number}",), partial(navigator.show_tab, number - 1))
        for number, tab in enumerate(by.tabs, 1)
    ]

    def step_pane(by_panes: int) -> None:
        go_round((*navigator.panes(), *by.counter.panes(), *by.notices.panes()), by_panes)

    return Menu(
        VIEW,
        (
            *shown,
            None,
            *_aspects(by),
            None,
            Command(N_("&Next tab"), ("Ctrl+Tab", "Ctrl+PgDown"), partial(navigator.step_tab, 1)),
            Command(N_("Pre&vious tab"), ("Ctrl+Shift+Tab", "Ctrl+PgUp"), partial(navigator.step_tab, -1)),
            Command(N_("Next part of the window"), ("F6",), partial(step_pane, 1)),
            Command(N_("Previous part of the window"), ("Shift+F6",), partial(step_pane, -1)),
            Command(N_("&Back"), ("Alt+Left",), navigator.go_back, icon="back"),
            None,
            Command(N_("Text &larger"), ("Ctrl++", "Ctrl+="), size.larger, icon="larger"),
            Command(N_("Text &smaller"), ("Ctrl+-",), size.smaller),
            Command(N_("Text n&ormal"), ("Ctrl+0",), size.normal),
            None,
            Command(
                N_("&Full screen"), ("Shift+F11",), by.window.switch_full_screen, is_for_staff=True, icon="full-screen"
            ),
            Command(N_("&Event mode"), ("Ctrl+Shift+F11",), by.event_mode.switch, icon="event"),
        ),
    )


def _aspects(by: Doers) -> list[Command]:
    """The ways in which single tabs show their records."""

    def show_aspect(number: int, key: str) -> None:
        by.navigator.show_tab(number)
        by.tabs[number].enter_aspect(key)

    return [
        Command(aspect.name, (aspect.keys,), partial(show_aspect, number, aspect.key), icon=aspect.key)
        for number, tab in enumerate(by.tabs)
        for aspect in tab.aspects
    ]


def _client(by: Doers) -> Menu:
    navigator, deeds, counter = by.navigator, by.deeds, by.counter
    return Menu(
        CLIENT,
        (
            Command(
                N_("On the &shortlist, or off it"),
                ("Ctrl+M",),
                lambda: navigator.with_hit(counter.put),
                icon="shortlist",
            ),
            Command(N_("Show the short&list"), ("Ctrl+Shift+M",), counter.show),
            Command(
                N_("Print &handout …"),
                ("Ctrl+Shift+P",),
                lambda: deeds.preview_handout(counter.shortlist),
                icon="handout",
            ),
            Command(
                N_("&Compare municipalities …"),
                ("Ctrl+Shift+V",),
                lambda: deeds.preview_comparison(counter.shortlist),
                icon="comparison",
            ),
            Command(N_("Sho&w across the desk"), ("F11",), lambda: navigator.with_hit(by.show_desk.show), icon="show"),
            None,
            Command(N_("&Next client"), ("F12", "Ctrl+Shift+N"), by.start_anew, icon="next-client"),
        ),
    )


def _records(navigator: Navigator, keeping: RecordKeeping) -> Menu:
    return Menu(
        RECORDS,
        (
            *_changes(navigator, keeping),
            None,
            *_looks_back(navigator, keeping),
            None,
            Command(
                N_("&Topics and target groups …"), (), keeping.dialogs.edit_terms, is_for_staff=True, icon="topics"
            ),
        ),
    )


def _changes(navigator: Navigator, keeping: RecordKeeping) -> tuple[Command, ...]:
    """What makes records others than they were."""

    def add(kind: Kind) -> None:
        keeping.add(kind, navigator.current())

    return (
        Command(N_("&Unlock editing, or lock it"), ("F2",), keeping.switch_mode, is_for_staff=True, icon="lock"),
        Command(N_("&Edit …"), ("Ctrl+E",), lambda: navigator.with_hit(keeping.edit), is_for_staff=True, icon="edit"),
        *(Command(name, (), partial(add, kind), is_for_staff=True) for kind, name in _KINDS_TO_ADD),
        Command(
            N_("Arc&hive"),
            ("Ctrl+Shift+D",),
            lambda: navigator.with_hit(keeping.archive),
            is_for_staff=True,
            icon="archive",
        ),
        Command(
            N_("&Bring back from the archive"),
            ("Ctrl+Shift+R",),
            lambda: navigator.with_hit(keeping.reactivate),
            is_for_staff=True,
        ),
        Command(
            N_("&Delete …"),
            ("Ctrl+Del",),
            lambda: navigator.with_hit(keeping.delete),
            is_for_staff=True,
            icon="delete",
        ),
    )


def _looks_back(navigator: Navigator, keeping: RecordKeeping) -> tuple[Command, ...]:
    """What was noticed, what was done, and what is to be checked."""
    return (
        Command(N_("&Note from the counter …"), ("Ctrl+H",), lambda: navigator.with_hit(keeping.note), icon="note"),
        Command(N_("E&xport all notes …"), (), keeping.dialogs.export_notes, is_for_staff=True),
        Command(
            N_("H&istory …"),
            ("Ctrl+Shift+H",),
            lambda: navigator.with_hit(keeping.show_history),
            is_for_staff=True,
            icon="history",
        ),
        Command(N_("To chec&k …"), ("Ctrl+Shift+K",), keeping.review, is_for_staff=True, icon="check"),
    )


def _help(desk: HelpDesk) -> Menu:
    return Menu(
        HELP,
        (
            Command(N_("&Manual"), ("F1",), desk.show, icon="help"),
            Command(N_("&Keys"), ("Shift+F1",), desk.show_keys),
            Command(N_("Short &introduction"), (), desk.show_tour),
            None,
            Command(N_("&About Wegweiser"), (), desk.show_about, icon="about"),
        ),
    )
