"""Custom layers in the window: written, changed, trusted, failing, and run by a real worker."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from app.training.history import State
from app.training.recipe import Recipe
from app.ui import settings
from app.ui.custom.dialog import LayerDialog
from app.ui.custom.text import SourceText
from app.ui.window import MainWindow
from nodes.custom import KNOWN, CustomLayer
from nodes.network import Graph, Network, Node, wire
from nodes.network.document import Document, dumps, loads
from tests.nodes.custom.sources import GATE, forward

LONG = 60_000  # ms; a limit for facts, not a time that is waited for
_numbers = count()


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    for name in ("ask", "warn"):
        monkeypatch.setattr(MainWindow, name, unexpected)
    window = MainWindow()
    qtbot.addWidget(window, before_close_func=let_go)
    with qtbot.waitSignal(window.ready):
        window.show()
    window.documents.new()
    return window


def unexpected(self: MainWindow, title: str, text: str, *_: object) -> None:
    raise AssertionError(f"A dialog came up: {title} {text}")


def let_go(window: MainWindow) -> None:
    window.documents.may_leave = lambda: True  # type: ignore[method-assign]


def fresh(source: str) -> str:
    """The source as one that no other test has trusted."""
    return f"{source}# {next(_numbers)}\n"


def document(source: str, *shape: int) -> Document:
    kind = CustomLayer(source).name
    nodes = (
        Node("input", "Input", {"shape": shape or (1, 8, 8)}),
        Node("mine", kind),
        Node("flatten", "Flatten"),
        Node("fc", "Linear"),
        Node("output", "Output"),
    )
    wires = (
        wire("input", "output", "mine", "x"),
        wire("mine", "output", "flatten", "input"),
        wire("flatten", "output", "fc", "input"),
        wire("fc", "output", "output", "input"),
    )
    network = Network("Custom", Graph(nodes, wires), custom=(CustomLayer(source),))
    return Document(network, Recipe(epochs=1, device="cpu").write())


def dialog_of(window: MainWindow) -> LayerDialog:
    assert window.custom.dialog is not None
    return window.custom.dialog


def trigger(window: MainWindow, id: str) -> None:
    assert window.actions_by_id[id].isEnabled()
    window.actions_by_id[id].trigger()


# --- writing -------------------------------------------------------------------------------------


def test_a_new_layer_is_written_applied_once_and_worked_out(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.editor.select(["input"])
    trigger(window, "insert.custom")
    dialog = dialog_of(window)
    assert "class MyLayer(nn.Module)" in dialog.code.toPlainText()
    assert window.editor.network.custom == ()
    dialog.code.setPlainText(fresh(dialog.code.toPlainText().replace("MyLayer", "Slope")))
    qtbot.mouseClick(dialog.apply, Qt.MouseButton.LeftButton)
    assert list(window.editor.network.custom_by_name) == ["Slope"]
    assert window.editor.selection == {"slope1"}
    assert window.editor.undo_label == "Write Slope"
    assert wire("input", "output", "slope1", "x") in window.editor.graph.wires
    found = window.editor.report
    pending = [p for p in found.problems if p.rule == "pending"]
    assert len(pending) == 1
    assert pending[0].consequence, "nobody is to blame while it is worked out"
    qtbot.waitUntil(lambda: bool(window.editor.report.nodes["slope1"].outputs), timeout=LONG)
    node = window.editor.report.nodes["slope1"]
    size = node.inputs[0][-1]
    assert node.outputs == {"output": node.inputs[0]}
    assert node.parameters == size * size + size
    assert f"{node.parameters:,} parameters" in dialog.note.text()
    assert not dialog.apply.isEnabled()
    window.editor.undo()
    assert window.editor.network.custom == ()
    assert window.custom.dialog is None


def test_faults_are_marked_while_one_types(window: MainWindow, qtbot: QtBot) -> None:
    trigger(window, "insert.custom")
    dialog = dialog_of(window)
    dialog.code.setPlainText(GATE.replace("class Gate(nn.Module):", "class Gate(nn.Module)"))
    assert dialog.note.text().startswith("Line 5: This is not Python: expected ':'")
    assert marked(dialog.code) == [5]
    assert not dialog.apply.isEnabled()
    dialog.code.setPlainText(GATE.replace("forward", "backward"))
    assert "Gate has no forward" in dialog.note.text()
    dialog.code.setPlainText(GATE)
    assert marked(dialog.code) == []
    assert dialog.apply.isEnabled()
    dialog.code.setPlainText(GATE.replace("Gate", "Conv2d"))
    dialog.submit()
    assert "name of a layer of the catalogue" in dialog.note.text()
    assert window.editor.network.custom == ()


def marked(code: SourceText) -> list[int]:
    return [mark.cursor.blockNumber() + 1 for mark in code.extraSelections()]


def test_an_error_of_the_running_layer_marks_its_line(window: MainWindow, qtbot: QtBot) -> None:
    source = fresh(forward("y = x + 1", "return y @ torch.ones(9, 9)"))
    KNOWN.trust([CustomLayer(source).fingerprint])
    window.documents.show(document(source), None)
    window.editor.enter("mine")
    dialog = dialog_of(window)
    qtbot.waitUntil(lambda: "cannot be multiplied" in dialog.note.text(), timeout=LONG)
    assert marked(dialog.code) == [8]
    (problem,) = [p for p in window.editor.report.problems if not p.consequence]
    assert (problem.rule, problem.nodes, problem.line) == ("custom-code", ("mine",), 8)
    dialog.code.setPlainText(source.replace("9, 9", "8, 9"))
    dialog.submit()
    assert window.editor.undo_label == "Change Mine"
    qtbot.waitUntil(lambda: window.editor.report.ok, timeout=LONG)
    assert window.editor.report.nodes["mine"].outputs == {"output": (1, 8, 9)}
    assert marked(dialog.code) == []
    window.editor.undo()
    assert dialog.code.toPlainText() == source
    assert "cannot be multiplied" in dialog.note.text()


def test_a_layer_that_nothing_uses_yet_shows_what_it_does(window: MainWindow, qtbot: QtBot) -> None:
    source = fresh(forward("return x @ torch.ones(9, 9)"))
    KNOWN.trust([CustomLayer(source).fingerprint])
    made = document(source)
    graph = made.network.graph
    wires = tuple(w for w in graph.wires if w.source.node != "mine")
    graph = replace(graph, wires=(*wires, wire("input", "output", "flatten", "input")))
    window.documents.show(replace(made, network=replace(made.network, graph=graph)), None)
    assert "dead-end" in {p.rule for p in window.editor.report.problems if not p.consequence}
    window.editor.enter("mine")
    dialog = dialog_of(window)
    assert "does not reach" not in dialog.note.text()
    qtbot.waitUntil(lambda: "cannot be multiplied" in dialog.note.text(), timeout=LONG)
    assert marked(dialog.code) == [7]
    dialog.code.setPlainText(source.replace("9, 9", "8, 9"))
    dialog.submit()
    assert "does not reach" not in dialog.note.text()
    qtbot.waitUntil(lambda: "1×8×8 → 1×8×9" in dialog.note.text(), timeout=LONG)


def test_a_node_shows_its_code_by_double_click_button_and_action(
    window: MainWindow, qtbot: QtBot
) -> None:
    source = fresh(GATE)
    window.documents.show(document(source), None)
    window.editor.select(["fc"])
    assert not window.actions_by_id["network.code"].isEnabled()
    window.editor.select(["mine"])
    trigger(window, "network.code")
    assert dialog_of(window).code.toPlainText() == source
    dialog_of(window).reject()
    assert window.custom.dialog is None
    page = window.inspector.page
    qtbot.mouseClick(page.open, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    assert dialog_of(window).name == "Gate"


def test_typed_code_is_not_lost_unasked(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    trigger(window, "insert.custom")
    dialog = dialog_of(window)
    buttons = QMessageBox.StandardButton
    monkeypatch.setattr(dialog, "_ask", lambda *_: buttons.Cancel)
    dialog.reject()
    window.custom.new()
    assert dialog_of(window) is dialog
    monkeypatch.setattr(dialog, "_ask", lambda *_: buttons.Discard)
    dialog.reject()
    assert window.custom.dialog is None


def test_a_layer_that_nothing_uses_can_be_removed(window: MainWindow) -> None:
    window.documents.show(document(fresh(GATE)), None)
    window.custom.edit("Gate")
    dialog_of(window).remove_requested.emit()
    assert "used by mine" in dialog_of(window).note.text()
    window.editor.select(["mine"])
    window.canvas.delete_selection()
    dialog_of(window).remove_requested.emit()
    assert window.editor.network.custom == ()
    assert window.custom.dialog is None


def test_the_palette_offers_the_layer(window: MainWindow) -> None:
    window.documents.show(document(fresh(GATE)), None)
    offered = {e.id: e for _, e in window.palette_view.tree.entries()}
    assert offered["Gate"].section == "In this network"
    window.canvas.add_node("Gate")
    assert "gate1" in window.editor.graph.by_name


# --- trust ---------------------------------------------------------------------------------------


def poisoned(path: Path) -> str:
    """A layer that leaves a file behind as soon as anything of it is run."""
    return fresh(GATE.replace("    def __init__", f"    open({str(path)!r}, 'w').close()\n\n    def __init__"))  # fmt: skip  # noqa: E501


def test_code_in_a_file_is_shown_and_inert_until_it_is_trusted(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    trace = tmp_path / "it ran"
    source = poisoned(trace)
    window.documents.show(loads(dumps(document(source))), None)
    assert window.custom.bar.isVisible()
    assert "Gate" in window.custom.bar.says.text()
    (problem,) = [p for p in window.editor.report.problems if not p.consequence]
    assert problem.rule == "untrusted"
    assert window.editor.source is None, "nothing can be exported"
    assert not window.actions_by_id["run.train"].isEnabled()
    qtbot.mouseClick(window.custom.bar.show_code, Qt.MouseButton.LeftButton)
    assert dialog_of(window).code.toPlainText() == source
    assert dialog_of(window).apply.text() == "Trust and Apply"
    assert not KNOWN.open, "nobody is asked to run it"
    assert not trace.exists()

    qtbot.mouseClick(window.custom.bar.trust, Qt.MouseButton.LeftButton)
    assert not window.custom.bar.isVisible()
    qtbot.waitUntil(lambda: window.editor.report.ok, timeout=LONG)
    assert trace.exists(), "the proof that it would have left a trace"
    assert CustomLayer(source).fingerprint in settings.trusted()


def test_what_was_trusted_once_is_trusted_in_later_sessions(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = fresh(GATE)
    settings.trust([CustomLayer(source).fingerprint])
    assert not KNOWN.trusts(source)
    other = MainWindow()
    qtbot.addWidget(other, before_close_func=let_go)
    assert KNOWN.trusts(source)
    other.documents.show(document(source), None)
    assert other.custom.untrusted == []


def test_applying_the_code_as_it_is_trusts_it(window: MainWindow, qtbot: QtBot) -> None:
    source = fresh(GATE)
    window.documents.show(document(source), None)
    window.custom.show_untrusted()
    dialog_of(window).submit()
    assert CustomLayer(source).trusted
    assert not window.editor.modified
    assert not window.custom.bar.isVisible()


def test_pasted_code_of_others_is_not_trusted_either(window: MainWindow) -> None:
    from nodes.network import ROOT
    from nodes.network.clipboard import copy, paste

    text = copy(document(fresh(GATE)).network, ROOT, ["mine"])
    window.editor.create("Paste", lambda n: paste(n, ROOT, text))
    assert window.custom.bar.isVisible()


# --- training ------------------------------------------------------------------------------------


def test_a_network_with_a_custom_layer_learns(window: MainWindow, qtbot: QtBot) -> None:
    source = fresh(GATE)
    KNOWN.trust([CustomLayer(source).fingerprint])
    window.documents.show(document(source), None)
    qtbot.waitUntil(lambda: window.runs.can_train, timeout=LONG)
    window.train()
    qtbot.waitUntil(lambda: not window.runs.active, timeout=LONG)
    history = window.runs.history
    assert history is not None
    assert history.failed is None
    assert history.state is State.FINISHED


def test_a_failure_in_training_leads_to_the_line_of_the_layer(
    window: MainWindow, qtbot: QtBot
) -> None:
    body = ("if x.shape[0] > 5:", "    raise RuntimeError('too many')", "return x")
    source = fresh(forward(*body))
    KNOWN.trust([CustomLayer(source).fingerprint])
    window.documents.show(document(source), None)
    qtbot.waitUntil(lambda: window.runs.can_train, timeout=LONG)
    window.train()
    run = window.runs.shown
    assert run is not None
    qtbot.waitUntil(lambda: bool(run.failed), timeout=LONG)
    assert run.failed == {"mine"}
    window.editor.enter("mine")
    assert "Line 8, in training" in dialog_of(window).note.text()
    assert marked(dialog_of(window).code) == [8]


# --- the text ------------------------------------------------------------------------------------


def test_the_text_indents_as_python_does(qtbot: QtBot) -> None:
    code = SourceText()
    qtbot.addWidget(code)
    code.show()
    qtbot.keyClicks(code, "def f():")
    qtbot.keyClick(code, Qt.Key.Key_Return)
    qtbot.keyClicks(code, "x")
    qtbot.keyClick(code, Qt.Key.Key_Return)
    qtbot.keyClick(code, Qt.Key.Key_Backspace)
    qtbot.keyClicks(code, "y")
    assert code.toPlainText() == "def f():\n    x\ny"
    code.selectAll()
    qtbot.keyClick(code, Qt.Key.Key_Tab)
    assert code.toPlainText() == "    def f():\n        x\n    y"
    qtbot.keyClick(code, Qt.Key.Key_Backtab)
    assert code.toPlainText() == "def f():\n    x\ny"
    code.moveCursor(code.textCursor().MoveOperation.End)
    qtbot.keyClick(code, Qt.Key.Key_Tab)
    assert code.toPlainText().endswith("y   ")
