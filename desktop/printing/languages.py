"""How languages are named in files."""

_TAGS = {"de": "de-DE", "en": "en-GB"}


def language_tag(language: str) -> str:
    """The tag (BCP 47) of a language, with the country whose spelling is meant where that is known."""
    return _TAGS.get(language, language)
