"""Times as people at the desk read them."""

from datetime import datetime

from desktop.i18n import Translate
from desktop.pages.words import day_text


def moment_text(moment: datetime, tr: Translate) -> str:
    """A day and a time as the clock on the wall has them: `22.11.2026, 10:42`."""
    here = moment.astimezone()
    return tr("{day}, {hour:02d}:{minute:02d}", day=day_text(here.date(), tr), hour=here.hour, minute=here.minute)
