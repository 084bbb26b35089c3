"""Makes the widgets that the descriptions of fields ask for."""

from __future__ import annotations

from functools import partial
from typing import Any

import msgspec

from desktop.domain.translation import Translation
from desktop.services.wording import choice_text, place_name, value_text
from desktop.views.editing.choice_inputs import ChoiceInput, PlaceInput
from desktop.views.editing.fields import (
    Choice,
    Day,
    Field,
    Line,
    Names,
    Number,
    Parts,
    Place,
    Prose,
    Records,
    Shown,
    Terms,
    Time,
    YesNo,
)
from desktop.views.editing.frame import FieldFrame
from desktop.views.editing.inputs import Input, LineInput, NamesInput, ProseInput, ShownInput
from desktop.views.editing.lookups import Supplies
from desktop.views.editing.parts_forms import OPENING_HOURS
from desktop.views.editing.parts_input import PartsInput
from desktop.views.editing.read_inputs import DayInput, NumberInput, TimeInput
from desktop.views.editing.records_input import RecordsInput
from desktop.views.editing.terms_input import TermsInput
from desktop.views.editing.week_input import WeekInput

_LONG, _SHORT = 9, 4


def frame_for(field: Field, name: str, supplies: Supplies) -> FieldFrame:
    """A field with its name above it."""
    tr = supplies.tr
    return FieldFrame(field, name, _chosen(field, name, supplies) or _written(field, supplies), tr)


def _small_frame(supplies: Supplies, field: Field) -> FieldFrame:
    return frame_for(field, supplies.tr(field.label), supplies)


def _chosen(field: Field, name: str, supplies: Supplies) -> Input | None:
    """What is chosen and not written."""
    tr = supplies.tr
    match field:
        case Parts(name=OPENING_HOURS.name):
            return WeekInput(field, name, partial(_small_frame, supplies), tr)
        case Parts():
            return PartsInput(field, name, partial(_small_frame, supplies), tr)
        case Terms():
            terms = [one.term for one in supplies.terms if one.taxonomy is field.taxonomy]
            return TermsInput(terms, name, tr)
        case Records():
            return RecordsInput(field.kinds, name, supplies, is_one=field.is_one)
        case Choice():
            empty = None if field.default else tr("– please choose –")
            return ChoiceInput([(one.value, choice_text(one, tr)) for one in field.options], empty)
        case Place():
            return PlaceInput(field.names, lambda path: place_name(field.kind, path, tr), tr("the whole record"))
        case YesNo():
            return ChoiceInput([(True, tr("yes")), (False, tr("no"))], tr("no statement"))
    return None


def _written(field: Field, supplies: Supplies) -> Input:
    """What is written, or only shown."""
    tr = supplies.tr
    match field:
        case Day():
            return DayInput(tr, is_partial=field.is_partial)
        case Time():
            return TimeInput()
        case Names():
            return NamesInput(_SHORT)
        case Prose():
            return ProseInput(_LONG if field.name == "text" else _SHORT)
        case Shown():
            return ShownInput(partial(_told, supplies))
        case Number():
            return NumberInput(tr)
        case Line():
            return LineInput(field.clean)
    return LineInput()


def _told(supplies: Supplies, value: Any) -> str:
    """What is only shown: translations, or the source of the record."""
    tr = supplies.tr
    if not isinstance(value, list):
        return value_text(supplies.sources.get(value, value), tr)
    return value_text(msgspec.convert(value, tuple[Translation, ...]), tr)
