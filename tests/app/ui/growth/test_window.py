"""A network is edited while it learns, goes on with its weights, and is led back again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.growth import Fate
from app.training.history import RunHistory
from app.ui.canvas.fates import Fates
from app.ui.growth.dialog import GrowthDialog
from app.ui.window import MainWindow
from nodes.network import Node, edits
from nodes.network.model import ROOT
from tests.app.growth.changes import inserted
from tests.app.ui.test_runs import LONG, epochs, trigger, window
from tests.app.ui.test_steering import stands

__all__ = ["window"]


def history(window: MainWindow) -> RunHistory:
    found = window.runs.history
    assert found is not None
    return found


def dialog_of(window: MainWindow) -> GrowthDialog:
    found = window.findChild(GrowthDialog)
    assert found is not None
    return found


def grow(window: MainWindow) -> None:
    """A wider layer, and one more."""
    e = window.editor
    e.apply("Wider", lambda n: edits.set_argument(n, ROOT, ["conv2"], "out_channels", 20))
    e.apply(
        "One more", lambda n: inserted(n, "act3", Node("more", "Linear", {"out_features": 120}))
    )


def test_a_network_grows_while_it_learns(window: MainWindow, qtbot: QtBot) -> None:
    bar, fates = window.growing.bar, window.canvas.component(Fates)
    epochs(window, 500)
    trigger(window, "run.step")
    stands(window, qtbot)
    learns = window.editor.network
    assert bar.isHidden()

    grow(window)
    assert bar.isVisible()
    assert (
        "All weights stay · 2 layers are widened · 1 layer is inserted. "
        "What the network computes stays the same."
    ) in bar.says.text()
    assert not bar.earlier.isVisible()
    shown = [fates.of(name) for name in ("conv1", "conv2", "fc1", "more", "act1")]
    assert shown == [Fate.KEPT, Fate.WIDENED, Fate.WIDENED, Fate.INSERTED, None]

    qtbot.mouseClick(bar.go_on, Qt.MouseButton.LeftButton)
    dialog = dialog_of(window)
    qtbot.waitUntil(dialog.go_on.isEnabled, timeout=LONG)
    assert "That is rounding" in dialog.measured.text()
    dialog.reject()
    assert window.runs.paused, "it stood still before"
    assert bar.isVisible()
    qtbot.waitUntil(lambda: window.findChild(GrowthDialog) is None)

    trigger(window, "run.grow")
    dialog = dialog_of(window)
    qtbot.waitUntil(dialog.go_on.isEnabled, timeout=LONG)
    qtbot.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(history(window).losses) > 3, timeout=LONG)
    assert history(window).marks == ((1, "3 layers changed, no weight lost"),)
    assert not window.runs.outdated
    assert bar.isHidden()
    assert not window.actions_by_id["run.grow"].isEnabled()
    assert fates.of("conv2") is None

    window.editor.undo()
    window.editor.undo()
    assert bar.earlier.isVisible()
    assert bar.earlier.text() == "Go Back to Step 1"
    qtbot.mouseClick(bar.earlier, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: history(window).started is not None, timeout=LONG)
    qtbot.waitUntil(lambda: len(history(window).losses) > 3, timeout=LONG)
    assert history(window).failed is None
    assert window.editor.network == learns
    assert not window.runs.outdated
    assert bar.isHidden()


def test_the_drawing_is_led_back_or_begun_with_anew(window: MainWindow, qtbot: QtBot) -> None:
    bar = window.growing.bar
    epochs(window, 500)
    trigger(window, "run.step")
    stands(window, qtbot)
    learns = window.editor.network

    window.editor.apply("Cut", lambda n: edits.disconnect(n, ROOT, n.graph.wires[:1]))
    assert "has problems" in bar.says.text()
    assert not bar.go_on.isEnabled()
    assert not bar.anew.isEnabled()
    qtbot.mouseClick(bar.back, Qt.MouseButton.LeftButton)
    assert window.editor.network == learns
    assert bar.isHidden()

    window.editor.apply(
        "Narrower", lambda n: edits.set_argument(n, ROOT, ["fc1"], "out_features", 60)
    )
    assert "fc2 reads less than before" in bar.says.text()
    epochs(window, 1)
    qtbot.mouseClick(bar.anew, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(history(window).epochs) == 1, timeout=LONG)
    assert not window.runs.outdated
