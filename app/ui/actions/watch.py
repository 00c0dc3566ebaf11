"""What is seen of a network while it learns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.actions.spec import ActionSpec, drawing

if TYPE_CHECKING:
    from app.ui.window import MainWindow


def _epochs(w: MainWindow) -> bool:
    return w.shows_canvas and bool(w.replay.epochs)


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("view.live", "Next Vie&w While It Learns", "V", lambda w: w.live_menu.next(),
               tip="Feature maps, activations, gradients, time, memory or dead units on the canvas",
               enabled=drawing),
    ActionSpec("view.epoch_before", "Earlier Epoch", ",", lambda w: w.replay.step(-1),
               tip="The feature maps as they were an epoch before", enabled=_epochs),
    ActionSpec("view.epoch_after", "Later Epoch", ".", lambda w: w.replay.step(1),
               tip="The feature maps an epoch later; after the last one, as they are now",
               enabled=_epochs),
    ActionSpec("view.epoch_now", "Feature Maps As They Are Now", "", lambda w: w.replay.go(None),
               enabled=lambda w: w.shows_canvas and w.replay.live and w.replay.epoch is not None),
)  # fmt: skip
