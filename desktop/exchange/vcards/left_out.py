"""What of a card is never taken over, and what is said about it."""

from desktop.domain.errors import N_, Message
from desktop.exchange.vcards.properties import Property

_PERSONAL = N_("Personal data was left out, which is never held here: {what}")
_PICTURE = Message(N_("A picture was left out."))
_KEY = Message(N_("A key or certificate was left out."))
_CHAT = N_("An address for messages was left out: {text}")
_OTHER = N_("“{name}” has no field here and was left out: {text}")
PRIVATE = N_("A private entry was left out, for private contact data are never held here: {text}")
UNREAD = N_("A line could not be read and was left out: {text}")
CUT = N_("“{name}” was too long and was left out.")
_SHOWN = 60

_SILENT = frozenset(
    (
        *("VERSION", "PRODID", "REV", "SOURCE", "NAME", "PROFILE", "MAILER", "SORT-STRING", "CLASS", "CLIENTPIDMAP"),
        *("CREATED", "LABEL", "TZ", "X-ABUID", "X-ABADR", "X-ABLABEL", "X-ABSHOWAS", "X-ABORDER", "X-MS-OL-DESIGN"),
        *("X-MS-OL-DEFAULT-POSTAL-ADDRESS", "X-MS-IMADDRESS-DEFAULT", "X-EVOLUTION-FILE-AS", "X-MOZILLA-HTML"),
        *("X-ADDRESSBOOKSERVER-KIND", "X-ADDRESSBOOKSERVER-MEMBER", "X-CLASS", "X-STARRED", "XML", "MEMBER"),
        *("X-EVOLUTION-WEBDAV-ETAG", "X-EVOLUTION-WEBDAV-HREF", "X-EVOLUTION-BOOK-UID", "X-ABPHOTO"),
        "X-MS-SIGNATURE",
    )
)
"""What programs note for themselves, and what stands in another property anyhow."""
_ABOUT_PEOPLE = {
    "BDAY": N_("birthday"),
    "ANNIVERSARY": N_("wedding day"),
    "X-ANNIVERSARY": N_("wedding day"),
    "X-EVOLUTION-ANNIVERSARY": N_("wedding day"),
    "X-MS-ANNIVERSARY": N_("wedding day"),
    "GENDER": N_("gender"),
    "X-GENDER": N_("gender"),
    "X-WAB-GENDER": N_("gender"),
    "GRAMGENDER": N_("gender"),
    "PRONOUNS": N_("gender"),
    "DEATHDATE": N_("day of death"),
    "DEATHPLACE": N_("place of death"),
    "BIRTHPLACE": N_("place of birth"),
    "RELATED": N_("relatives and acquaintances"),
    "X-ABRELATEDNAMES": N_("relatives and acquaintances"),
    "X-SPOUSE": N_("relatives and acquaintances"),
    "X-MS-SPOUSE": N_("relatives and acquaintances"),
    "X-MS-CHILD": N_("relatives and acquaintances"),
    "X-EVOLUTION-SPOUSE": N_("relatives and acquaintances"),
    "HOBBY": N_("interests"),
    "INTEREST": N_("interests"),
    "X-MS-INTERESTS": N_("interests"),
    "EXPERTISE": N_("interests"),
    "X-ABDATE": N_("personal dates"),
    "X-PHONETIC-FIRST-NAME": N_("how the name is spoken"),
    "X-PHONETIC-LAST-NAME": N_("how the name is spoken"),
}
_ANDROID = {"contact_event": N_("personal dates"), "relation": N_("relatives and acquaintances")}
_PICTURES = frozenset({"PHOTO", "LOGO", "X-MS-CARDPICTURE", "X-ABCROP-RECTANGLE"})
_CHATS = ("IMPP", "X-AIM", "X-ICQ", "X-JABBER", "X-MSN", "X-YAHOO", "X-SKYPE", "X-GOOGLE", "X-GADUGADU", "X-GROUPWISE")
_CHATS_TOO = ("X-SOCIALPROFILE", "X-MS-IMADDRESS", "X-TWITTER", "X-FACEBOOK", "X-LINKEDIN", "X-SIP", "X-QQ", "X-MATRIX")


def left_out(one: Property) -> Message | None:
    """What is said about a property that is not taken over; nothing where nobody misses it."""
    if one.name in _SILENT or not one.value.strip(" ;"):
        return None
    if (what := _ABOUT_PEOPLE.get(one.name) or _on_android(one)) is not None:
        return Message(_PERSONAL, what=Message(what))
    if one.name in _PICTURES:
        return _PICTURE
    if one.name == "SOUND":
        return Message(N_("A sound was left out."))
    if one.name == "KEY":
        return _KEY
    if one.name == "AGENT":
        return Message(N_("A card within the card was left out."))
    if one.name.startswith((*_CHATS, *_CHATS_TOO)):
        return Message(_CHAT, text=shown(one.text))
    if one.param("ENCODING").upper() in {"B", "BASE64"}:
        return Message(CUT, name=one.name)
    return Message(_OTHER, name=one.name, text=shown(one.text))


def _on_android(one: Property) -> str | None:
    """What Android keeps about people in a property for everything that the format has no word for."""
    if one.name != "X-ANDROID-CUSTOM":
        return None
    return next((what for sign, what in _ANDROID.items() if sign in one.value), None)


def shown(text: str) -> str:
    """As much of a text as fits into a line of a report."""
    line = " ".join(text[: _SHOWN * 4].split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
