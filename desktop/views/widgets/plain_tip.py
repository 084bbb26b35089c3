"""Tool tips show what a record says as it was written."""


def plain_tip(text: str) -> str:
    """The text as markup that shows exactly this text: tool tips guess whether they are given markup."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
    return f"<qt>{escaped}</qt>"
