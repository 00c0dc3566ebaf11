"""Going on with runs that were broken off, as by a crash or by closing the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.runs.folder import EVENTS, RunFolder
from app.runs.listing import listing
from app.runs.overview import overview
from app.runs.place import runs_folder
from app.training.frames import ProtocolError
from app.ui import settings
from app.ui.formats import counted
from app.ui.language import tr
from nodes.errors import SkipwireError

if TYPE_CHECKING:
    from app.ui.window import MainWindow


def go_on(window: MainWindow, folder: RunFolder) -> None:
    """Open the network of a run in a tab of its own, and train on from the last checkpoint.

    Where another is under way it waits for its turn; one that goes on without a window is shown.
    """
    reachable = folder.alive()
    if reachable and not window.runs.idle:
        window.warn("Another run is under way", "Stop it to have this one shown.")
        return
    if reachable:
        window.outliving.found.attach(folder)
        return
    try:
        if not window.runs.idle:
            window.runs.queue.add_kept([folder])
            window.tell("The run waits for its turn.")
            return
        document, _ = folder.present()
        window.documents.show(document, None)
        window.runs.go_on(folder)
    except (SkipwireError, ProtocolError) as error:
        window.warn("The run cannot go on", str(error))
    else:
        window.docks.front("training")


def offer(window: MainWindow) -> None:
    """Where the newest run was broken off, ask once whether to go on with it."""
    newest = next(listing(runs_folder()), None)
    if newest is None or newest.state() != "interrupted":
        return
    told = f"{newest.path.name}@{(newest.path / EVENTS).stat().st_size}"
    if settings.offered_run() == told:
        return
    run = overview(newest)
    offered = window.notice.add_offer(
        tr(
            "The training of {network} was broken off after {epochs}. It can go on from there.",
            network=run.name,
            epochs=counted(run.epochs, "epoch"),
        ),
        [
            (tr("Go On"), lambda: go_on(window, newest)),
            (tr("Show Past Runs"), lambda: window.pages.front("pastruns")),
        ],
    )
    if offered:
        settings.set_offered_run(told)
