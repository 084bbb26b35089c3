"""What the code beside a record says: its card for the address book of a telephone, or else its website."""

from msgspec import Struct

from desktop.domain.contact import Location, Person
from desktop.domain.dossier import Dossier
from desktop.domain.municipality import Municipality
from desktop.domain.vcard import card, forms
from desktop.i18n import Translate
from desktop.pages.blocks import DATA_LANGUAGE


class Code(Struct, frozen=True, kw_only=True):
    """What a code may say, the fullest form first; `said` stands for it where it is not seen, `caption` below it."""

    contents: tuple[str, ...]
    said: str
    caption: str
    caption_language: str | None = None


def code(dossier: Dossier, tr: Translate) -> Code | None:
    """The code of a record; nothing where it has neither a sure way to reach it nor a website."""
    record = dossier.record
    if isinstance(record, Location | Person | Municipality) and (found := card(record, dossier.organization)):
        return Code(contents=forms(found), said=card_said(found.name, tr), caption=tr("Save the contact"))
    link = next((link for link in record.links if link.target), None)
    if link is None or link.target is None:
        return None
    return Code(
        contents=(link.target,),
        said=tr("QR code with the web address: {address}", address=link.target),
        caption=link.label or tr("Open the website"),
        caption_language=DATA_LANGUAGE if link.label else None,
    )


def card_said(name: str, tr: Translate) -> str:
    """What stands for a code with a card, for those who do not see it."""
    return tr("QR code with the contact details: {name}", name=name)
