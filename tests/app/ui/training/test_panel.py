"""The training panel: the recipe's form is the editor's recipe, the status is the history."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from app.training.fit import fit
from app.training.history import RunHistory
from app.training.messages import Alert, Failed, Finished, Halted, Paused
from app.training.recipe import Recipe
from app.ui.editor import Editor
from app.ui.training.panel import BUTTONS, TrainingPanel
from nodes.network import Network
from nodes.network.document import Document
from presets import PRESETS
from tests.app.ui.plots.runs import epoch, history, started, steps

NUMBERS = {
    "epochs": (7, ["0", "100001", "2.5", "many", ""]),
    "batch_size": (128, ["0", "70000", "-1"]),
    "learning_rate": (0.0001, ["0", "101", "fast"]),
    "weight_decay": (0.05, ["-0.1", "11"]),
    "momentum": (0.5, ["1", "1.5", "-0.1"]),
    "validation_share": (0.3, ["0", "1", "2"]),
    "seed": (42, ["-1", "4294967296", "0.5"]),
}


@pytest.fixture
def editor() -> Editor:
    return Editor()


@pytest.fixture
def actions() -> dict[str, QAction]:
    return {name: QAction(name) for name in (*BUTTONS, "run.earlier")}


@pytest.fixture
def panel(qtbot: QtBot, editor: Editor, actions: dict[str, QAction]) -> TrainingPanel:
    widget = TrainingPanel(editor, actions)
    qtbot.addWidget(widget)
    widget.resize(380, 220)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


@pytest.fixture
def type_in(panel: TrainingPanel, qtbot: QtBot) -> Callable[..., QLineEdit]:
    def type_in(name: str, text: str, enter: bool = True) -> QLineEdit:
        line = panel.findChild(QLineEdit, name)
        assert line is not None
        line.selectAll()
        qtbot.keyClick(line, Qt.Key.Key_Delete)
        qtbot.keyClicks(line, text)
        if enter:
            qtbot.keyClick(line, Qt.Key.Key_Return)
        return line

    return type_in


def note(panel: TrainingPanel, name: str) -> QLabel:
    label = panel.findChild(QLabel, f"note {name}")
    assert label is not None
    return label


@pytest.mark.parametrize("name", NUMBERS)
def test_numbers(
    panel: TrainingPanel, editor: Editor, type_in: Callable[..., QLineEdit], name: str
) -> None:
    value, bad = NUMBERS[name]
    type_in(name, str(value))
    assert getattr(editor.recipe, name) == value
    assert msgspec.structs.replace(Recipe(), **{name: value}) == editor.recipe
    for text in bad:
        type_in(name, text)
        assert getattr(editor.recipe, name) == value
        assert not note(panel, name).isHidden()
        assert note(panel, name).text().endswith(".")
    line = type_in(name, str(value))
    assert note(panel, name).isHidden()
    editor.undo()
    assert editor.recipe == Recipe()
    assert float(line.text()) == getattr(Recipe(), name)


@pytest.mark.parametrize(
    ("name", "choice"),
    [("schedule", "constant"), ("optimizer", "adamw"), ("optimizer", "sgd"), ("device", "cuda")],
)
def test_choices(panel: TrainingPanel, editor: Editor, name: str, choice: str) -> None:
    combo = panel.findChild(QComboBox, name)
    assert combo is not None
    combo.setCurrentText(choice)
    combo.activated.emit(combo.currentIndex())
    assert getattr(editor.recipe, name) == choice
    editor.undo()
    assert combo.currentText() == getattr(Recipe(), name)


def test_a_batch_that_does_not_fit_is_told_with_the_most_that_do(
    panel: TrainingPanel, editor: Editor, type_in: Callable[..., QLineEdit]
) -> None:
    editor.open(Document(PRESETS["lenet5"].network(), Recipe(batch_size=64).write()))
    room = note(panel, "room")
    assert room.isHidden(), "no device is known yet"
    need = fit(editor.report.memory, editor.recipe, {}).step.total
    panel.show_devices({"cpu": 2 * need})
    assert room.isHidden()
    type_in("batch_size", "1000")
    assert room.isVisible()
    found = re.fullmatch(r"Batch size: at most (\d+) fit cpu with \d.* MB\.", room.text())
    assert found is not None
    type_in("batch_size", "0")
    assert room.isVisible(), "the refusal stands beside it"
    assert note(panel, "batch_size").isVisible()
    type_in("batch_size", found[1])
    assert room.isHidden()
    type_in("batch_size", str(int(found[1]) + 1))
    assert room.isVisible()
    editor.set_recipe(msgspec.structs.replace(editor.recipe, device="cuda"))
    assert room.isHidden(), "nothing is known of that device"
    panel.show_devices({"cuda": 1000})
    assert room.text() == "Batch size: not even 1 fits cuda with 1 kB."


def test_another_document_shows_its_recipe(
    panel: TrainingPanel, editor: Editor, type_in: Callable[..., QLineEdit]
) -> None:
    line = type_in("epochs", "0")
    assert not note(panel, "epochs").isHidden()
    editor.open(Document(Network(), Recipe(epochs=99).write()))
    assert line.text() == "99"
    assert note(panel, "epochs").isHidden()


def test_what_is_half_typed_stays_while_something_else_changes(
    panel: TrainingPanel, editor: Editor, type_in: Callable[..., QLineEdit]
) -> None:
    line = type_in("epochs", "12", enter=False)
    editor.set_recipe(msgspec.structs.replace(editor.recipe, seed=5))
    assert line.text() == "12"
    assert editor.recipe.epochs == Recipe().epochs
    panel.commit()
    assert editor.recipe == Recipe(epochs=12, seed=5)


def write_classes(folder: Path) -> None:
    for name in ("cat", "dog"):
        (folder / name).mkdir()
        (folder / name / "a.png").touch()


def test_a_folder_of_images(
    panel: TrainingPanel, editor: Editor, type_in: Callable[..., QLineEdit], tmp_path: Path
) -> None:
    combo, line = panel.findChild(QComboBox, "data"), panel.findChild(QLineEdit, "folder")
    assert combo is not None
    assert line is not None
    assert not line.isVisible()
    combo.setCurrentIndex(combo.findData("files"))
    combo.activated.emit(combo.currentIndex())
    assert line.isVisible()
    assert editor.recipe.data == "digits"
    assert "Choose a folder or a file" in note(panel, "data").text()
    type_in("folder", str(tmp_path / "missing"))
    assert editor.recipe.data == "digits"
    assert "There is no folder" in note(panel, "data").text()
    type_in("folder", str(tmp_path))
    assert editor.recipe.data == "digits"
    assert "no folder of PNG or JPEG images" in note(panel, "data").text()
    write_classes(tmp_path)
    type_in("folder", str(tmp_path))
    assert editor.recipe.data == str(tmp_path)
    assert note(panel, "data").text() == "Image folder: 2 classes"
    combo.setCurrentIndex(0)
    combo.activated.emit(0)
    assert editor.recipe.data == "digits"
    assert not line.isVisible()
    editor.undo()
    assert line.isVisible()
    assert line.text() == str(tmp_path)


def test_buttons_are_the_actions(panel: TrainingPanel, actions: dict[str, QAction]) -> None:
    heard: list[str] = []
    for action in actions.values():
        action.triggered.connect(lambda _=False, a=action: heard.append(a.text()))
    wanted = [actions[name] for name in BUTTONS]
    buttons = [b for b in panel.findChildren(QToolButton) if b.defaultAction() in wanted]
    for button in buttons:
        button.click()
        assert button.text() == heard[-1], "a screen reader reads it where only a picture is seen"
    assert heard == [*BUTTONS]
    actions["run.pause"].setEnabled(False)
    assert not buttons[1].isEnabled()
    assert not panel.earlier.isHidden()
    actions["run.earlier"].setEnabled(False)
    assert panel.earlier.isHidden(), "there is nothing to go back to"


def figures(panel: TrainingPanel) -> dict[str, str]:
    return {name: label.text() for name, label in panel.status.figures.items()}


def test_status_before_and_at_the_start(panel: TrainingPanel) -> None:
    panel.show_history(None)
    assert panel.status.state.text() == "Nothing trained yet"
    assert panel.tabs.currentWidget() is panel.form
    panel.show_history(RunHistory(Recipe()))
    assert panel.tabs.currentWidget() is panel.status
    assert panel.status.state.text() == "Starting"
    assert panel.status.progress.maximum() == 0  # busy
    assert panel.status.data.text() == "The worker starts, and reads the data…"
    panel.show_history(RunHistory(Recipe(epochs=4)).extend(started(10)))
    assert figures(panel)["Step"] == "0 / 40"


def test_status_tells_what_is_learned_beside_the_loss_that_validation_has(
    panel: TrainingPanel,
) -> None:
    loss = panel.status.figures["Loss"]
    run = history(epochs=1)
    panel.show_history(run)
    assert loss.toolTip() == ""
    panel.show_history(run.extend(msgspec.structs.replace(epoch(2, 20), learned_loss=1.75)))
    assert "1.75 in the last epoch" in loss.toolTip()


def test_status_of_a_run(panel: TrainingPanel) -> None:
    run = history(epochs=3, per_epoch=10)
    panel.show_history(run)
    assert panel.status.state.text() == "Training on cpu, 1 min 20 s left"
    assert figures(panel) == {
        "Epoch": "3 / 3",
        "Step": "30 / 30",
        "Loss": "0.03333",
        "Validation accuracy": "87.5 %",
        "Images per second": "3,412",
        "Probes' share": "1.2 %",
    }
    assert (panel.status.progress.value(), panel.status.progress.maximum()) == (30, 30)
    assert "1,437 for training" in panel.status.data.text()
    panel.show_history(run.extend(Paused()))
    assert panel.status.state.text() == "Paused on cpu"
    panel.show_history(run.extend(Halted(30)))
    assert panel.status.state.text() == "The last step is done on cpu, the run is being kept"
    for stopped, text in ((False, "Finished"), (True, "Stopped")):
        done = Finished(3, 30, stopped, 0.1, 0.2, 0.9, 80.0, 0.01)
        panel.show_history(run.extend(done))
        assert panel.status.state.text() == f"{text} after 3 epochs and 1 min 20 s on cpu"


def test_the_chosen_tab_stays_while_the_run_goes_on(panel: TrainingPanel) -> None:
    run = history(epochs=1)
    panel.show_history(run)
    panel.tabs.setCurrentWidget(panel.form)
    panel.show_history(run.extend(steps(10, (1.0,))))
    assert panel.tabs.currentWidget() is panel.form
    panel.show_history(RunHistory(Recipe()))
    assert panel.tabs.currentWidget() is panel.status


def test_skipped_files_can_be_unfolded(panel: TrainingPanel) -> None:
    panel.show_history(RunHistory(Recipe()).extend(started()))
    assert panel.status.skipped.isHidden()
    names = ("a.png: truncated", "b.jpg: no image", "c.png: empty")
    panel.show_history(RunHistory(Recipe()).extend(started(skipped=names)))
    fold = panel.status.skipped
    assert fold.isVisible()
    assert fold.button.text() == "3 files could not be read"
    assert not fold.text.isVisible()
    fold.button.click()
    assert fold.text.isVisible()
    assert fold.text.toPlainText().splitlines() == list(names)


def test_failure_says_why_and_shows_the_traceback(panel: TrainingPanel) -> None:
    run = history(epochs=1)
    panel.show_history(run)
    assert panel.status.reason.isHidden()
    assert panel.status.traceback.isHidden()
    failed = run.extend(Failed("The worker was killed.", "Traceback\n  line 3\nRuntimeError: x"))
    panel.show_history(failed)
    assert panel.status.state.text() == "Failed on cpu"
    assert panel.status.reason.text() == "The worker was killed."
    assert panel.status.reason.isVisible()
    button = panel.status.traceback.button
    assert button.text() == "Show traceback"
    assert not panel.status.traceback.text.isVisible()
    button.click()
    assert panel.status.traceback.text.isVisible()
    assert "RuntimeError: x" in panel.status.traceback.text.toPlainText()
    assert button.text() == "Hide traceback"
    panel.show_history(RunHistory(Recipe()))
    assert panel.status.reason.isHidden()
    assert panel.status.traceback.isHidden()


def test_failure_before_the_start(panel: TrainingPanel) -> None:
    panel.show_history(RunHistory(Recipe()).extend(Failed("There is no folder.")))
    assert panel.status.state.text() == "Failed"
    assert panel.status.progress.maximum() == 1  # no longer busy
    assert panel.status.traceback.isHidden()


def test_a_run_is_watched_while_it_goes_on_and_behind_its_own_tab(panel: TrainingPanel) -> None:
    heard: list[bool] = []
    panel.watched.connect(heard.append)
    assert not panel.watching
    panel.tabs.setCurrentWidget(panel.status)
    assert heard[-1]
    panel.tabs.setCurrentWidget(panel.form)
    assert not heard[-1]
    panel.show_history(RunHistory(Recipe()).extend(started()))
    panel.tabs.setCurrentWidget(panel.form)
    assert heard[-1]
    panel.show_history(RunHistory(Recipe()).extend(Failed("There is no folder.")))
    panel.tabs.setCurrentWidget(panel.form)
    assert not heard[-1]


def test_alerts_are_in_sight_in_a_low_panel_and_not_told_twice(
    panel: TrainingPanel, qtbot: QtBot
) -> None:
    reason = "Infinity first came out of “conv2”."
    ill = history().extend(Alert("not-a-number", "conv2", 9, reason, "Lower the learning rate."))
    panel.show_history(ill)
    qtbot.waitUntil(lambda: not panel.alerts.list.visibleRegion().isEmpty())
    panel.show_history(ill.extend(Failed(f"{reason} Training has stopped.")))
    assert panel.alerts.isHidden()


def test_what_can_be_changed_in_mid_run_is_in_sight(panel: TrainingPanel, qtbot: QtBot) -> None:
    run, bar = history(), panel.status.verticalScrollBar()
    panel.show_history(run)
    qtbot.mouseClick(panel.steering.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: 0 < bar.value() == min(bar.maximum(), panel.steering.y()))
    panel.show_history(run.extend(Failed("The training process was killed (SIGKILL).")))
    assert bar.value() == 0, "why it failed is told at the top"
