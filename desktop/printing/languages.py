"""How languages are named in files, and which way they run."""

_TAGS = {"de": "de-DE", "en": "en-GB"}
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})


def language_tag(language: str) -> str:
    """The tag (BCP 47) of a language, with the country whose spelling is meant where that is known."""
    return _TAGS.get(language, language)


def is_right_to_left(language: str) -> bool:
    """Whether a language is written from right to left."""
    return language.partition("-")[0] in _RIGHT_TO_LEFT
