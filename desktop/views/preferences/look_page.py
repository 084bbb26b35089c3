"""The page on which a person chooses how the window looks, and sees it at once."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtWidgets import QButtonGroup, QComboBox, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.domain.theme import THEME_LABELS, Theme
from desktop.i18n import LANGUAGES, PAPER_LANGUAGES
from desktop.settings import TEXT_PERCENTS, Settings
from desktop.views.preferences.page import Page, add_below, add_gap, add_row, form, say, words
from desktop.views.preferences.parts import Surroundings
from desktop.views.widgets.edged_buttons import EdgedRadioButton


class LookPage(Page):
    """Brightness and size of text change in the whole program while the dialog is open."""

    key = "look"

    def __init__(self, settings: Settings, around: Surroundings) -> None:
        super().__init__(around.tr("Display"), around)
        self._before = (settings.theme, around.looks.size.percent)
        self._themes = QButtonGroup(self)
        self._sizes = QComboBox()
        self._languages = QComboBox()
        self._note = words()
        for percent in TEXT_PERCENTS:
            self._sizes.addItem(around.tr("{percent} %", percent=percent), percent)
        self._sizes.setCurrentIndex(TEXT_PERCENTS.index(around.looks.size.percent))
        for language in LANGUAGES:
            self._languages.addItem(PAPER_LANGUAGES[language][0], language)
        self._spoken = max(self._languages.findData(around.tr.language), 0)
        self._languages.setCurrentIndex(self._spoken)
        self._lay_out(settings.theme)
        self._themes.buttonClicked.connect(self._show)
        self._sizes.currentIndexChanged.connect(self._show)
        self._languages.currentIndexChanged.connect(self._tell_language)

    @override
    def applied_to(self, settings: Settings) -> Settings:
        """The language is only that of the settings if a person chose it here: the command line may say another."""
        is_other = self._languages.currentIndex() != self._spoken
        language = self._languages.currentData() if is_other else settings.language
        return replace(settings, theme=self._theme, text_percent=self._sizes.currentData(), language=language)

    @property
    def new_language(self) -> str:
        """The language that was chosen instead of the one that is spoken now; else nothing."""
        is_other = self._languages.currentIndex() != self._spoken
        return str(self._languages.currentData()) if is_other else ""

    @override
    def take_back(self) -> None:
        self.around.looks.show(*self._before)

    @property
    def _theme(self) -> Theme:
        return list(Theme)[self._themes.checkedId()]

    def _show(self) -> None:
        self.around.looks.show(self._theme, self._sizes.currentData())

    def _tell_language(self) -> None:
        told = self._tr("On keeping, the window is built anew in this language. What you search for stays.")
        say(self._note, told if self.new_language else "")

    def _lay_out(self, theme: Theme) -> None:
        tr, made, choices = self._tr, form(), QWidget()
        column = QVBoxLayout(choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for number, each in enumerate(Theme):
            button = EdgedRadioButton(tr(THEME_LABELS[each]))
            button.setChecked(each is theme)
            self._themes.addButton(button, number)
            column.addWidget(button)
        add_row(made, tr("Brightness"), choices)
        add_gap(made)
        add_row(made, tr("&Size of text"), self._sizes)
        add_gap(made)
        spoken = self._languages.currentText()
        self.add_setting(made, "window.language", tr("&Language of the window"), self._languages, spoken)
        add_below(made, self._note)
        made.addRow(words(tr("Brightness and size change at once; “Cancel” brings the old look back.")))
        self.lay_out(made)
