"""From when the window stands, nothing is lost: the one place where recovery is put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.recovery.journal import CRASH, Session
from app.ui import crash
from app.ui.language import tr
from app.ui.recovery.recovery import Recovery
from app.ui.recovery.saving import data_folder

if TYPE_CHECKING:
    from app.ui.window import MainWindow


def guard(window: MainWindow) -> None:
    """Keep what is open, bring back what a crash has left, and catch what nobody expects."""
    try:
        session = Session(data_folder() / "recovery")
    except OSError as error:
        crash.Crashes(window, lambda: False).told.connect(window.tell)
        why = error.strerror or str(error)
        window.tell(tr("What you draw is not kept for a crash: {why}. Save it.", why=why))
        return
    recovery = Recovery(window, session)
    crash.Crashes(window, recovery.autosave.flush).told.connect(window.tell)
    left = recovery.restore()
    if left.crashes:
        crash.tell_native(window, "\n".join(left.crashes))
    crash.watch_native(session.folder / CRASH)
