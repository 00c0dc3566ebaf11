"""What is seen of a network while it learns."""

from __future__ import annotations

from app.ui.actions.spec import ActionSpec, drawing

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("view.live", "Next Vie&w While It Learns", "V", lambda w: w.live_menu.next(),
               tip="Feature maps, activations, gradients, time, memory or dead units on the canvas",
               enabled=drawing),
)  # fmt: skip
