"""Texts that a spreadsheet would take for formulas (OWASP, CSV injection): made harmless, and brought back."""

_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_MARK = "'"


def harmless(cell: str) -> str:
    """The text with an apostrophe before it where it would be calculated; `original` takes it off again."""
    return _MARK + cell if _is_dangerous(cell) else cell


def original(cell: str) -> str:
    """The text that `harmless` was given."""
    return cell[1:] if cell.startswith(_MARK) and _is_dangerous(cell) else cell


def _is_dangerous(cell: str) -> bool:
    """Whether the text begins a formula, or would once its apostrophes are gone."""
    return cell.lstrip(_MARK).lstrip(" ").startswith(_BEGINS_A_FORMULA)
