"""The names of the fields that a search found something in."""

from desktop.domain.errors import N_
from desktop.domain.vocabulary import Kind
from desktop.i18n import Translate
from desktop.pages.words import section_label

_FIELD_LABELS = {
    "name": N_("Name"),
    "short_name": N_("Short name"),
    "alternate_name": N_("Also called"),
    "id": N_("Identifier"),
    "place": N_("Place"),
    "organisation": N_("Organisation"),
    "subject": N_("Topic"),
    "target_group": N_("For whom"),
    "synonym": N_("Everyday word"),
    "everyday_word": N_("Everyday word"),
    "summary": N_("In short"),
    "date": N_("Dates"),
    "link": N_("Website"),
    "person": N_("Contact person"),
    "language": N_("Languages"),
    "address": N_("Address"),
    "phone": N_("Telephone"),
    "email": N_("E-mail"),
    "desk_name": N_("Local desk"),
    "hours_note": N_("Opening hours"),
}


def field_label(kind: Kind, field: str, tr: Translate) -> str:
    """The name of a field that a search found something in, as a word of `desktop.domain.document`."""
    return tr(_FIELD_LABELS[field]) if field in _FIELD_LABELS else section_label(kind, field, tr)
