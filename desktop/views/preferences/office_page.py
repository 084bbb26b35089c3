"""The page on which an office writes what stands at the head and foot of its handouts."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from desktop.domain.errors import N_
from desktop.domain.office import Office
from desktop.settings import Settings
from desktop.views.preferences.few_lines import FewLines
from desktop.views.preferences.logo_field import LogoField
from desktop.views.preferences.miniature import Miniature
from desktop.views.preferences.page import Page, add_row, form, say_held, words
from desktop.views.preferences.parts import Surroundings

_LINE, _TEXT = 200, 1000
_NAMES = {
    "name": N_("&Name of the office"),
    "address": N_("&Address"),
    "phone": N_("&Telephone"),
    "email": N_("&E-mail"),
    "website": N_("&Website"),
    "hours": N_("Opening &hours"),
    "footer": N_("&Line at the foot"),
}
_LONG = frozenset({"address", "hours", "footer"})


class OfficePage(Page):
    """While somebody writes, the letterhead is shown as it is printed; `new_logo` is kept with the rest."""

    key = "office"

    def __init__(self, settings: Settings, around: Surroundings) -> None:
        super().__init__(around.tr("Own office"), around)
        office = settings.office
        self._language = settings.paper_language
        self._fields = {name: _field(getattr(office, name), is_long=name in _LONG) for name in _NAMES}
        self._logo = LogoField(office.logo, self)
        self._shown = Miniature(
            around.tr("The head and foot of a handout, as they are printed"), around.background, around.tr
        )
        self._lay_out()
        for field in self._fields.values():
            field.textChanged.connect(self._show)
        self._logo.changed.connect(self._show)

    @property
    def office(self) -> Office:
        """The office as it stands in the fields."""
        texts = {
            name: (field.text() if isinstance(field, QLineEdit) else field.toPlainText()).strip()
            for name, field in self._fields.items()
        }
        return Office(**texts, logo=self._logo.name)

    @property
    def new_logo(self) -> bytes | None:
        """The PNG of a logo that has yet to be kept."""
        return self._logo.new

    @override
    def applied_to(self, settings: Settings) -> Settings:
        return replace(settings, office=self.office)

    @override
    def begin(self) -> None:
        self._logo.fetch()
        self._show()

    def _show(self) -> None:
        office, logo, language = self.office, self._logo.content, self._language
        self._shown.show_soon(lambda: self.around.parts.samples.letterhead(office, logo, language))

    def _lay_out(self) -> None:
        made = form()
        made.addRow(words(self._tr("This stands on every handout. Empty fields are not printed.")))
        for name, field in self._fields.items():
            add_row(made, self._tr(_NAMES[name]), field)
            if self.is_laid_down(f"office.{name}"):
                field.setReadOnly(True)
                say_held(made, field, self._tr)
        made.addRow(self._tr("Logo"), self._logo)
        if self.is_laid_down("office.logo"):
            self._logo.hold()
            say_held(made, self._logo, self._tr)
        self.lay_out(made, above=self._shown)


def _field(value: str, *, is_long: bool) -> QLineEdit | FewLines:
    if is_long:
        return FewLines(value, _TEXT)
    line = QLineEdit(value)
    line.setMaxLength(_LINE)
    return line
