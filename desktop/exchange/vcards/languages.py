"""The languages that people speak at a desk: their tags (RFC 5646) and what the data call them."""

_NAMES = {
    "de": "Deutsch",
    "sq": "Albanisch",
    "am": "Amharisch",
    "ar": "Arabisch",
    "hy": "Armenisch",
    "az": "Aserbaidschanisch",
    "bn": "Bengalisch",
    "bs": "Bosnisch",
    "bg": "Bulgarisch",
    "zh": "Chinesisch",
    "prs": "Dari",
    "gsg": "Deutsche Gebärdensprache",
    "en": "Englisch",
    "fr": "Französisch",
    "ka": "Georgisch",
    "el": "Griechisch",
    "he": "Hebräisch",
    "hi": "Hindi",
    "it": "Italienisch",
    "ja": "Japanisch",
    "hr": "Kroatisch",
    "ku": "Kurdisch",
    "kmr": "Kurmandschi",
    "mk": "Mazedonisch",
    "nl": "Niederländisch",
    "ps": "Paschtu",
    "fa": "Persisch",
    "pl": "Polnisch",
    "pt": "Portugiesisch",
    "rom": "Romanes",
    "ro": "Rumänisch",
    "ru": "Russisch",
    "sr": "Serbisch",
    "so": "Somali",
    "ckb": "Sorani",
    "es": "Spanisch",
    "ta": "Tamil",
    "ti": "Tigrinya",
    "cs": "Tschechisch",
    "tr": "Türkisch",
    "uk": "Ukrainisch",
    "hu": "Ungarisch",
    "ur": "Urdu",
    "vi": "Vietnamesisch",
}
_OTHER_NAMES = {"farsi": "fa", "gebärdensprache": "gsg", "dgs": "gsg", "romani": "rom"}
_TAGS = {name.casefold(): tag for tag, name in _NAMES.items()} | _OTHER_NAMES


def tag_of(name: str) -> str:
    """The tag of a language, or nothing for one that is not known."""
    return _TAGS.get(name.strip().casefold(), "")


def name_of(tag: str) -> str:
    """What a language is called, or nothing for a tag that is not known; `en-GB` is English."""
    return _NAMES.get(tag.strip().lower(), "") or _NAMES.get(tag.strip().lower().partition("-")[0], "")
