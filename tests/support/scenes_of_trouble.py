"""Scenes of what should not happen: files that are damaged, cannot be written or belong to a newer program."""

import shutil
import sqlite3
from contextlib import closing

from msgspec.structs import replace

from desktop.app.paths import Paths
from desktop.domain.backup import Reason
from desktop.domain.progress import Progress
from desktop.services.backups import Backups
from desktop.views.notices import question
from desktop.views.waiting_dialog import WaitingDialog
from tests.support.visiting import NOW, Office, Scene, Visit, by

_RUBBISH = b"This is no database. " * 500


def _nobody_reads() -> None:
    raise AssertionError("nothing is restored here")


def back_up(office: Office) -> None:
    """Make two backups, for different reasons."""
    backups = Backups(office.paths.database, office.paths.data / "backups", _nobody_reads, lambda: NOW)  # type: ignore[arg-type]
    backups.make(Reason.WISH)
    backups.make(Reason.EDIT)


def damage(paths: Paths) -> None:
    """Write over the database."""
    paths.database.write_bytes(_RUBBISH)


def outdate(paths: Paths) -> None:
    """Newer data are shipped, and where the backups should go there is a file."""
    _write(paths, "UPDATE state SET value = '1' WHERE key = 'shipped_version'")
    (paths.data / "backups").write_text("")


def _renew(paths: Paths) -> None:
    """A newer program has worked here."""
    _write(paths, "UPDATE alembic_version SET version_num = '9999'")


def _write(paths: Paths, statement: str) -> None:
    with closing(sqlite3.connect(paths.database)) as connection, connection:
        connection.execute(statement)


def _many_words(visit: Visit) -> None:
    tr = visit.tr
    text = tr(
        "All records, with their history and notes, become what they were on {moment}. What was changed since is no"
        " longer in them. Of the present state a backup is made first, so that you can come back to it.",
        moment="23.11.2026, 10:42",
    )
    visit.shows(question(visit.person.window, tr("Restore this backup?"), text, (tr("Restore"), tr("Cancel"))))


def _wait(visit: Visit) -> None:
    tr, progress = visit.tr, Progress()
    progress.tell(4_310, 10_000)
    text = tr("The last change is being taken back …")
    visit.shows(WaitingDialog(tr("Undo"), text, progress, tr, visit.person.window, 0))


def _on_a_share(paths: Paths) -> Paths:
    """The same folder as a copy of one on a network drive in which somebody else has been."""
    share = paths.data / "Netz"
    share.mkdir(exist_ok=True)
    shutil.copy(paths.database, share)
    return replace(paths, share=share)


TROUBLE = (
    Scene("trouble", by(), spoil=damage),
    Scene("trouble-newer", by(), spoil=_renew),
    Scene("stand-in", by("Ctrl+2", "Down"), back_up, spoil=damage),
    Scene("read-only", by("Ctrl+2", "Down"), spoil=outdate),
    Scene("network-copy", by("Ctrl+2", "Down"), places=_on_a_share),
    Scene("backups-filled", by("F2", ":&Backups …"), back_up, dialog="BackupsDialog"),
    Scene("waiting", _wait, dialog="WaitingDialog"),
    Scene("question-long", _many_words, dialog="QMessageBox"),
)
