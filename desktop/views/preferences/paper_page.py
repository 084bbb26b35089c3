"""The page on which an office says how its sheets usually leave the printer."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtWidgets import QComboBox
from typing_extensions import override

from desktop.i18n import PAPER_LANGUAGES
from desktop.settings import Settings
from desktop.views.preferences.miniature import Miniature
from desktop.views.preferences.page import Page, add_below, add_gap, form, words
from desktop.views.preferences.parts import Surroundings
from desktop.views.widgets.edged_buttons import EdgedCheckBox


class PaperPage(Page):
    """A sheet is shown as it would be printed; the printers are those that the system names."""

    key = "paper"

    def __init__(self, settings: Settings, around: Surroundings) -> None:
        tr = around.tr
        super().__init__(tr("Printing"), around)
        self._kept = settings.printer
        self._printers = QComboBox()
        self._languages = QComboBox()
        self._large = EdgedCheckBox(tr("Large &print, 16 points, for people with low vision"))
        self._large.setChecked(settings.is_large_print)
        self._shown = Miniature(tr("A sheet as it is printed"), around.background, tr)
        self._offer_printers(())
        self._offer_languages(settings.paper_language)
        self._lay_out()
        self._languages.currentIndexChanged.connect(self._show)
        self._large.toggled.connect(self._show)

    @override
    def applied_to(self, settings: Settings) -> Settings:
        return replace(
            settings,
            printer=self._printers.currentData(),
            paper_language=self._languages.currentData(),
            is_large_print=self._large.isChecked(),
        )

    @override
    def begin(self) -> None:
        printer = self.around.edges.printer
        self.run(printer.names, self._offer_printers, lambda _: None)
        self._show()

    def _offer_printers(self, names: tuple[str, ...]) -> None:
        """The one that is kept stays to be chosen where it is switched off or far away today."""
        tr, box = self._tr, self._printers
        chosen = box.currentData() if box.count() else self._kept
        box.clear()
        box.addItem(tr("The system’s usual printer"), "")
        for name in names:
            box.addItem(name, name)
        if self._kept and self._kept not in names:
            box.addItem(tr("{printer} (not found now)", printer=self._kept), self._kept)
        box.setCurrentIndex(max(box.findData(chosen), 0))

    def _offer_languages(self, kept: str) -> None:
        self._languages.addItem(self._tr("As the window"), "")
        for code, (own_name, message) in PAPER_LANGUAGES.items():
            name = self._tr(message)
            self._languages.addItem(name if name == own_name else f"{name} – {own_name}", code)
        self._languages.setCurrentIndex(max(self._languages.findData(kept), 0))

    def _show(self) -> None:
        language, is_large = self._languages.currentData(), self._large.isChecked()
        self._shown.show_soon(lambda: self.around.parts.samples.sheet(language, is_large=is_large))

    def _lay_out(self) -> None:
        tr, made = self._tr, form()
        printer, language = self._printers.currentText(), self._languages.currentText()
        self.add_setting(made, "printing.printer", tr("P&rinter"), self._printers, self._kept or printer)
        self.add_setting(made, "printing.language", tr("&Language of sheets"), self._languages, language)
        if self.is_laid_down("printing.large_print"):
            said = tr("Yes") if self._large.isChecked() else tr("No")
            self.add_setting(made, "printing.large_print", tr("Large &print"), self._large, said)
        else:
            add_below(made, self._large)
        add_gap(made)
        hint = tr(
            "This is offered first and can be chosen anew for each client. All sheets are set for A4. Colour and"
            " printing on both sides are as the system’s print dialog says."
        )
        made.addRow(words(hint))
        self.lay_out(made, above=self._shown)
