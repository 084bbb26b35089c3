"""The page by which others recognise the packages of this office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.trust import fingerprint

if TYPE_CHECKING:
    from datetime import date

    from desktop.i18n import Translate
    from desktop.printing.paper import Paper

_GROUPS_A_LINE = 4


def fingerprint_sheet(office: str, public_key: bytes, key_file: str, today: date, tr: Translate) -> Paper:
    """A page for staff, in the language of the window; raises `UnprintableError`."""
    from desktop.printing.fingerprint import Told, draw
    from desktop.printing.job import Job
    from desktop.printing.variant import TypeSize, Variant

    groups = fingerprint(public_key).split(" ")
    lines = tuple(" ".join(groups[at : at + _GROUPS_A_LINE]) for at in range(0, len(groups), _GROUPS_A_LINE))
    told = Told(
        office=office,
        lead=tr("Fingerprint of the key with which this office signs its data packages"),
        lines=lines,
        code="\n".join((office, *lines)),
        code_said=tr("Code with the name of the office and its fingerprint"),
        caption=tr("The same for the camera of a telephone"),
        to_mind=tr("What to mind"),
        rules=(
            tr("With the first package, Wegweiser shows these signs. Compare them, or have them read out to you."),
            tr("From then on Wegweiser knows the key by itself and refuses packages of any other one."),
            tr("For the office: keep a copy of the file “{file}” in a safe place.", file=key_file),
            tr("Whoever has that file can make packages in the name of the office."),
        ),
    )
    variant = Variant(type_size=TypeSize.LARGE)
    title = tr("Fingerprint")
    return draw(Job(title=title, dossiers=(), tr=tr, today=today, variant=variant), told)
