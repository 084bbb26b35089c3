"""A telephone number in its three spellings: as the source has it, to be dialled, and as DIN 5008 wants it."""

import re
from functools import lru_cache

from msgspec import Struct

from desktop.domain.cleaning import diallable
from desktop.domain.errors import N_, InvalidRecordError
from desktop.domain.vocabulary import PhoneKind, ReachStatus

_HYPHENS = re.compile(r"\s*[-‐‑‒–—]\s*")
_TRUNK = re.compile(r"\(\s*0\s*\)")
_PERSONAL = "32"  # personal numbers: the plan takes 032 for a town, people write 03212 …
_LONGEST_SHORT = 6  # 110, 115, 116117: numbers that have no area code
_SHORT = ("110", "112", "115", "116")
_FEWEST = 3
_LETTERS = re.compile(r"[^\W\d_]")
_ORDINARY = re.compile(r"0[1-9][0-9]*(?:[ /-][0-9]+)*", re.ASCII)
"""Numbers with an area code of the country, as most are written: nothing has to be worked out to read them."""
_ORDINARY_LENGTHS = range(7, 15)
_PLANNED = 5
"""The numbering plan looks at no more digits than these to tell the area."""
_IVBB = "1888"  # network prefix of the federal government, shut on 1 January 2010


class Phone(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """A number with its raw text; `completed` fills `e164` and `display`."""

    raw: str
    kind: PhoneKind = PhoneKind.VOICE
    label: str | None = None
    status: ReachStatus = ReachStatus.ACTIVE
    reason: str | None = None
    e164: str | None = None
    display: str | None = None

    def __post_init__(self) -> None:
        has_digit = self.raw[-1:].isdigit() or any(c.isdigit() for c in self.raw)
        if not has_digit or len(self.raw) > 60:
            raise InvalidRecordError(N_("This is not a telephone number."))
        if self.status is not ReachStatus.ACTIVE and not self.reason:
            raise InvalidRecordError(N_("A number that is doubtful or dead must say why."))

    @property
    def text(self) -> str:
        """The spelling to show: DIN 5008 where known, else the raw text."""
        return self.display or self.raw

    @property
    def is_callable(self) -> bool:
        """Whether the number may be offered as one to call."""
        return self.status is not ReachStatus.DEAD


def ordinary(raw: str, kind: PhoneKind) -> Phone | None:
    """As `completed`, for a text that is nothing but a number as most are written; nothing for any other."""
    national = _ordinary(raw)
    if national is None or national.startswith(_IVBB):
        return None
    return Phone(raw=raw, kind=kind, e164=f"+49{national}", display=_din5008(raw, 49, national))


def completed(phone: Phone) -> Phone:
    """The same number with `e164` and `display` worked out from `raw`.

    Raises `InvalidRecordError` for a text that is no number, and for one that is dead and not marked so.
    """
    from msgspec.structs import replace

    spelled, country, national = _read(phone)
    is_dead = country == 49 and national.startswith(_IVBB)
    if is_dead and phone.status is not ReachStatus.DEAD:
        raise InvalidRecordError(N_("Numbers beginning with 01888 have reached nobody since 2010; mark it as dead."))
    return replace(phone, e164=f"+{country}{national}", display=_din5008(spelled, country, national))


def _read(phone: Phone) -> tuple[str, int, str]:
    """The number without what stands around it, its country, and its digits within the country."""
    if (national := _ordinary(phone.raw)) is not None:
        return phone.raw, 49, national
    spelled = diallable(_TRUNK.sub(" ", phone.raw)).rstrip(".")
    if _LETTERS.search(spelled):
        raise InvalidRecordError(
            N_("Only the number belongs here. Words such as “ext. 12” belong under “What it is for”.")
        )
    return spelled, *_parsed(spelled, is_active=phone.status is ReachStatus.ACTIVE)


def _ordinary(raw: str) -> str | None:
    """The digits behind the 0 of a number as most are written."""
    if _ORDINARY.fullmatch(raw) is None:
        return None
    national = raw[1:].replace(" ", "").replace("-", "").replace("/", "")
    return national if len(national) in _ORDINARY_LENGTHS else None


def _parsed(spelled: str, *, is_active: bool) -> tuple[int, str]:
    import phonenumbers

    try:
        number = phonenumbers.parse(spelled, "DE")
    except phonenumbers.NumberParseException as error:
        raise InvalidRecordError(N_("This is not a telephone number.")) from error
    if sum(sign.isdigit() for sign in spelled) < _FEWEST:
        raise InvalidRecordError(N_("This is not a telephone number."))
    if is_active and not phonenumbers.is_possible_number(number) and not _is_short(spelled):
        raise InvalidRecordError(N_("This number has too few or too many digits to be called."))
    return number.country_code or 49, phonenumbers.national_significant_number(number)


def _is_short(spelled: str) -> bool:
    """Whether this is one of the numbers without an area code that everybody can call."""
    return re.sub(r"\D", "", spelled).startswith(_SHORT)


def _din5008(spelled: str, country: int, national: str) -> str:
    """Area code, subscriber and extension as DIN 5008 sets them: `0231 9058-0`, abroad `+41 44 1234567`.

    The extension is what follows the last hyphen, unless nothing but the area code stands before it.
    """
    if country == 49 and len(national) <= _LONGEST_SHORT and not spelled.startswith(("0", "+")):
        return national
    area = _area_code(spelled, country, national)
    subscriber = national[len(area) :]
    parts = _HYPHENS.split(spelled) if "-" in spelled or not spelled.isascii() else ()
    extension = re.sub(r"\D", "", parts[-1]) if len(parts) > 1 else ""
    if 0 < len(extension) < len(subscriber) and subscriber.endswith(extension):
        subscriber = f"{subscriber[: -len(extension)]}-{extension}"
    if country != 49:
        return " ".join(part for part in (f"+{country}", area, subscriber) if part)
    return f"0{area} {subscriber}" if area else f"0{subscriber}"


def _area_code(spelled: str, country: int, national: str) -> str:
    """The area code by the numbering plan; where that knows only blocks (mobile), the first group as written."""
    planned = national[:_PLANNED].ljust(len(national), "0") if country == 49 else national
    length = _area_length(country, planned)
    if length > 1 and not national.startswith(_PERSONAL):
        return national[:length]
    digits = re.findall(r"[0-9]+", spelled.removeprefix(f"+{country}"))
    first = digits[0] if digits else ""
    if not national.startswith(first):
        first = first.lstrip("0")
    return first if national.startswith(first) and len(first) < len(national) else ""


@lru_cache(maxsize=16_384)
def _area_length(country: int, national: str) -> int:
    import phonenumbers

    number = phonenumbers.PhoneNumber(country_code=country, national_number=int(national))
    length: int = phonenumbers.length_of_geographical_area_code(number)
    return length
