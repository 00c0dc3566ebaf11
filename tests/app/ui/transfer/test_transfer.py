"""Transfer learning in the window: the dialog, freezing by action and menu, and how it looks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QColor, QContextMenuEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.transfer import Learn, for_my_data
from app.ui import actions
from app.ui.canvas.cards import Cards
from app.ui.canvas.frames import FrameKey, frame_key, paint_card
from app.ui.canvas.geometry import Geometry
from app.ui.canvas.look import Look
from app.ui.canvas.overview import Overview
from app.ui.editor import Editor
from app.ui.inspector.facts import of_network, of_node
from app.ui.inspector.inspector import Inspector
from app.ui.inspector.training import WORDS, TrainingRows
from app.ui.theme import DARK, LIGHT, Theme
from app.ui.transfer.dialog import TransferDialog
from app.ui.window import MainWindow
from nodes.network import ROOT, Frozen, Network
from nodes.network.document import Document, Weights
from nodes.network.edits import set_frozen, set_rate
from presets import preset
from tests.app.ui.panels import WindowsShown, editor_on

RESNET = preset("resnet18").network(input_size=64)
RESNET_CLASSES = 1000
BODY = ("conv1", "bn1", "layer1", "layer2", "layer3", "layer4")


@pytest.fixture
def editor() -> Editor:
    return editor_on(RESNET)


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow()
    made.documents.may_leave = lambda: True  # type: ignore[method-assign]
    qtbot.addWidget(made)
    made.editor.open(Document(RESNET))
    made.show_canvas()
    return made


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


# --- the dialog ----------------------------------------------------------------------------------


def test_it_is_one_edit_that_can_be_undone(parent: QWidget, editor: Editor) -> None:
    dialog = TransferDialog(editor, parent)
    dialog.classes.setValue(7)
    dialog.apply.click()
    assert editor.network == for_my_data(RESNET, 7)
    assert editor.undo_label == "Use for my data"
    editor.undo()
    assert editor.network == RESNET
    assert editor.undo_label is None


def test_no_part_of_it_is_a_window_of_its_own(parent: QWidget, editor: Editor) -> None:
    with WindowsShown() as kinds:
        TransferDialog(editor, parent)
    assert not kinds


@pytest.mark.parametrize("learn", Learn)
@pytest.mark.parametrize("still", [True, False])
def test_the_choices_are_those_of_the_edit(
    parent: QWidget, editor: Editor, learn: Learn, still: bool
) -> None:
    dialog = TransferDialog(editor, parent)
    dialog.classes.setValue(5)
    dialog.still.setChecked(still)
    dialog.factor.setValue(0.25)
    dialog.learn[learn].setChecked(True)
    assert dialog.factor.isEnabled() == (learn is not Learn.HEAD)
    assert dialog.still.isEnabled() == (learn is not Learn.ALL)
    dialog.apply.click()
    assert editor.network == for_my_data(RESNET, 5, learn, still=still, factor=0.25)


def test_it_says_what_it_comes_to(parent: QWidget, editor: Editor) -> None:
    dialog = TransferDialog(editor, parent)
    dialog.classes.setValue(7)
    assert "<b>3,591</b> of 11,180,103 parameters learn" in dialog.outcome.text()
    dialog.learn[Learn.ALL].setChecked(True)
    assert "<b>11,180,103</b> of 11,180,103 parameters learn" in dialog.outcome.text()


def test_that_it_cannot_be_trained_here_is_said_before_it_is_prepared(parent: QWidget) -> None:
    dialog = TransferDialog(editor_on(preset("unet_classic").network()), parent)
    assert not dialog.doubt.isHidden()
    assert "Only classifiers can be trained so far" in dialog.doubt.text()
    assert TransferDialog(editor_on(RESNET), parent).doubt.isHidden()


@pytest.mark.parametrize(
    ("data", "told"), [("synthetic", "random patterns"), ("photographs", "nothing is learned")]
)
def test_without_data_of_ones_own_it_asks_for_them_and_repeats_no_former_number(
    parent: QWidget, editor: Editor, tmp_path: Path, data: str, told: str
) -> None:
    for name in ("ant", "bee", "wasp"):
        (tmp_path / name).mkdir()
        Image.new("RGB", (8, 8)).save(tmp_path / name / "a.png")
    editor.set_recipe(replace(editor.recipe, data=data))
    dialog = TransferDialog(editor, parent)
    assert dialog.classes.value() == 10 != RESNET_CLASSES
    assert told in dialog.doubt.text()
    assert "Choose the folder" in dialog.doubt.text()
    dialog.use_folder(tmp_path)
    assert dialog.doubt.isHidden()
    dialog.classes.setValue(4)
    assert "has 3 classes" in dialog.doubt.text()


def test_a_folder_gives_the_classes_and_is_trained_on(
    parent: QWidget, editor: Editor, tmp_path: Path
) -> None:
    for name in ("ant", "bee", "wasp"):
        (tmp_path / name).mkdir()
        Image.new("L", (8, 8)).save(tmp_path / name / "a.png")
    dialog = TransferDialog(editor, parent)
    dialog.use_folder(tmp_path)
    assert dialog.classes.value() == 3
    dialog.apply.click()
    assert editor.network == for_my_data(RESNET, 3)
    assert editor.recipe.data == str(tmp_path)


def test_a_folder_without_images_is_refused(
    parent: QWidget, editor: Editor, tmp_path: Path
) -> None:
    dialog = TransferDialog(editor, parent)
    dialog.use_folder(tmp_path)
    assert "holds no folder with PNG or JPEG images" in dialog.note.text()
    dialog.apply.click()
    assert editor.recipe.data != str(tmp_path)


def test_the_classes_of_the_recipes_data_come_first(parent: QWidget, editor: Editor) -> None:
    assert editor.recipe.data == "digits"
    assert TransferDialog(editor, parent).classes.value() == 10


def test_a_network_without_a_head_is_told_why(parent: QWidget) -> None:
    dialog = TransferDialog(editor_on(preset("inception_module").network()), parent)
    assert "has no head to replace" in dialog.note.text()
    assert dialog.weights.isHidden()
    inputs = (dialog.classes, dialog.browse, *dialog.learn.values(), dialog.factor, dialog.still)
    assert not any(part.isEnabled() for part in (dialog.apply, *inputs))


@pytest.mark.parametrize(
    ("weights", "told"),
    [(None, "all of it would begin by chance"), (Weights("/a/resnet18.pth"), "resnet18.pth")],
)
def test_it_tells_what_the_body_begins_with(
    parent: QWidget, weights: Weights | None, told: str
) -> None:
    editor = Editor()
    editor.open(Document(RESNET, weights=weights))
    assert told in TransferDialog(editor, parent).weights.text()


# --- actions -------------------------------------------------------------------------------------


def frozen(network: Network) -> set[str]:
    return {n.name for n in network.graph.nodes if n.frozen is Frozen.ALL}


def test_the_selection_is_frozen_and_unfrozen(window: MainWindow) -> None:
    act, editor = window.actions_by_id, window.editor
    editor.select(["input", "conv1", "relu", "layer1"])
    actions.refresh(window, act)
    assert not act["network.unfreeze"].isEnabled()
    act["network.freeze"].trigger()
    assert frozen(editor.network) == {"conv1", "layer1"}  # the others hold no weights
    assert not act["network.freeze"].isEnabled()
    act["network.unfreeze"].trigger()
    assert editor.network == RESNET


def test_ends_cannot_be_frozen(window: MainWindow) -> None:
    window.editor.select(["input", "output"])
    actions.refresh(window, window.actions_by_id)
    assert not window.actions_by_id["network.freeze"].isEnabled()


def menu_of(window: MainWindow, name: str) -> dict[str, QAction]:
    """What can be done in the menu of a node, by the ids of the actions."""
    nodes = window.tabs.active.node_menu
    assert nodes is not None
    menu = nodes.menu_for(name)
    assert menu is not None
    return {a.objectName(): a for a in menu.actions() if a.isEnabled()}


def test_the_menu_of_a_node_freezes_it_or_the_selection_it_is_in(window: MainWindow) -> None:
    editor = window.editor
    assert not {"network.freeze", "network.unfreeze"} & set(menu_of(window, "relu"))
    menu_of(window, "fc")["network.freeze"].trigger()
    assert frozen(editor.network) == {"fc"}
    editor.select(["conv1", "bn1"])
    menu_of(window, "bn1")["network.freeze"].trigger()
    assert frozen(editor.network) == {"fc", "conv1", "bn1"}
    menu_of(window, "fc")["network.unfreeze"].trigger()
    assert frozen(editor.network) == {"conv1", "bn1"}


def test_the_menu_of_a_card_has_the_actions_of_what_is_selected(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.show()  # a canvas that is not seen opens no menu
    editor = window.editor
    editor.select(())
    offered = menu_of(window, "relu")
    assert editor.selection == {"relu"}
    assert {"edit.cut", "edit.delete", "edit.heal", "edit.replace", "help.layer"} <= set(offered)
    assert not {"go.enter", "network.repeat", "network.own"} & set(offered)
    assert {"go.enter", "network.fold", "network.own"} <= set(menu_of(window, "layer1"))
    assert "edit.copy" in menu_of(window, "input")  # ends have a menu too
    menu_of(window, "relu")["edit.delete"].trigger()
    assert "relu" not in editor.graph.by_name
    editor.undo()
    editor.select(["conv1", "bn1"])
    canvas = window.canvas
    at = QPoint(0, 0)
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(canvas, QContextMenuEvent(reason, at, canvas.mapToGlobal(at)))
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    assert editor.selection == {"conv1", "bn1"}
    (align,) = (a.menu() for a in popup.actions() if a.menu() is not None)
    assert isinstance(align, QMenu)
    assert "arrange.left" in {a.objectName() for a in align.actions()}
    popup.close()


def test_the_dialog_opens_from_the_menu(window: MainWindow) -> None:
    window.actions_by_id["network.transfer"].trigger()
    assert window.transfer.dialog is not None
    window.transfer.dialog.reject()


# --- the inspector -------------------------------------------------------------------------------


Rows = Callable[..., TrainingRows]


@pytest.fixture
def rows(qtbot: QtBot) -> Rows:
    """The rows that an inspector shows of some nodes."""
    held: list[Inspector] = []  # or they would be gone with the inspector

    def found(editor: Editor, *names: str) -> TrainingRows:
        inspector = Inspector(editor)
        qtbot.addWidget(inspector)
        held.append(inspector)
        editor.select(names)
        return next(r for r in inspector.findChildren(TrainingRows) if not r.isHidden())

    return found


def test_rows_set_what_learns_and_how_fast(rows: Rows, editor: Editor) -> None:
    found = rows(editor, "layer1", "layer2")
    found.frozen.field.offered.emit(WORDS[Frozen.WEIGHTS])
    found.rate.field.offered.emit(0.5)
    for name in ("layer1", "layer2"):
        node = editor.graph.by_name[name]
        assert (node.frozen, node.rate) == (Frozen.WEIGHTS, 0.5)
    found.frozen.field.offered.emit(WORDS[Frozen.NO])
    assert found.summary.text() == "learn, rate × 0.5"


def test_a_rate_that_cannot_be_is_refused(rows: Rows, editor: Editor) -> None:
    found = rows(editor, "fc")
    found.rate.field.offered.emit(-1.0)
    assert "rate" in found.rate.note.text()
    assert editor.network == RESNET


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda n: n, "learn"),
        (lambda n: set_frozen(n, ROOT, ["layer1"], Frozen.ALL), "differs"),
        (lambda n: set_rate(n, ROOT, ["layer1"], 0.1), "learn, rates differ"),
        (lambda n: set_frozen(n, ROOT, ["layer1", "layer2"], Frozen.WEIGHTS), "frozen"),
    ],
)
def test_what_differs_is_told_so(rows: Rows, change: object, told: str) -> None:
    assert callable(change)
    found = rows(editor_on(change(RESNET)), "layer1", "layer2")
    assert found.summary.text() == told


def test_inside_a_frozen_block_the_block_is_named(rows: Rows) -> None:
    editor = editor_on(set_frozen(RESNET, ROOT, ["layer3"], Frozen.ALL))
    editor.show_place(("layer3",))
    found = rows(editor, "conv1")
    assert found.note.text() == "frozen by the block layer3."
    editor.show_place(("layer2",))
    assert not rows(editor, "conv1").note.text()


def test_inside_a_block_its_rate_is_told(rows: Rows) -> None:
    editor = editor_on(set_rate(RESNET, ROOT, ["layer3"], 0.1))
    editor.show_place(("layer3",))
    assert rows(editor, "conv1").note.text() == "learn, × 0.1 of the blocks around."


@pytest.mark.parametrize("name", ["input", "output", "relu"])
def test_what_holds_no_weights_has_no_rows(qtbot: QtBot, editor: Editor, name: str) -> None:
    inspector = Inspector(editor)
    qtbot.addWidget(inspector)
    editor.select([name])
    assert all(r.isHidden() for r in inspector.findChildren(TrainingRows))


def test_the_facts_tell_how_many_parameters_learn(editor: Editor) -> None:
    assert not {value for _, value in of_network(editor.report)} & {"frozen"}
    editor.apply("", lambda n: for_my_data(n, 7))
    assert ("", "3,591 learn") in of_network(editor.report)
    assert ("", "frozen") in of_node(editor.report.nodes["layer1"])


# --- the canvas ----------------------------------------------------------------------------------


def cards(network: Network, scope: str = ROOT, prefix: str = "") -> dict[str, str]:
    editor = editor_on(network)
    made, _ = Cards().make(network, scope, prefix, editor.report)
    return {card.name: card.state for card in made}


def test_cards_say_what_is_frozen_and_what_learns_slower() -> None:
    found = cards(for_my_data(RESNET, 7, Learn.STAGE))
    assert found["layer3"] == "256×4×4 · frozen"
    assert found["layer4"] == "512×2×2 · rate × 0.1"
    assert found["fc"] == "7"
    assert "frozen" not in found["relu"]  # it holds nothing that could learn


def test_a_block_all_of_whose_inside_is_frozen_looks_frozen() -> None:
    inner = [n.name for n in RESNET.block("BasicBlock").graph.nodes if n.kind != "ReLU"]
    names = [n for n in inner if n not in ("input", "output", "add")]
    network = set_frozen(RESNET, "BasicBlock", names, Frozen.WEIGHTS)
    assert all(cards(network)[f"layer{k}"].endswith("frozen") for k in range(1, 5))
    network = set_frozen(network, "BasicBlock", ["conv1"], Frozen.NO)
    assert all(cards(network)[f"layer{k}"].endswith("partly frozen") for k in range(1, 5))


def test_a_block_of_which_only_a_part_learns_says_so() -> None:
    editor = editor_on(for_my_data(preset("vgg16").network(), 7))
    made, _ = Cards().make(editor.network, ROOT, "", editor.report)
    card = next(c for c in made if c.name == "classifier")
    assert card.state == "7 · partly frozen"
    assert "Partly frozen: 28,679 of 119,574,535 parameters learn." in card.tip


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_what_is_frozen_is_pale_from_afar(colours: Theme) -> None:
    def dark(network: Network) -> dict[str, float]:
        """How much the middle of every card stands out from the canvas."""
        made, _ = Cards().make(network, ROOT, "", editor_on(network).report)
        geometry = Geometry(made)
        bounds = geometry.bounds()
        assert bounds is not None
        image = QImage(int(bounds[2]), int(bounds[3]), QImage.Format.Format_RGB32)
        image.fill(QColor(colours.canvas))
        painter = QPainter(image)
        painter.translate(-bounds[0], -bounds[1])
        Overview(made, colours, Look(), "").paint(painter, geometry, Look(), bounds)
        painter.end()
        middles = geometry.places - bounds[:2] + (50, 20)
        ground = QColor(colours.canvas).lightnessF()
        return {
            card.name: abs(image.pixelColor(int(x), int(y)).lightnessF() - ground)
            for card, (x, y) in zip(made, middles, strict=True)
        }

    before, after = dark(RESNET), dark(for_my_data(RESNET, 7))
    for name in before:
        if name in BODY:
            assert 0.05 < after[name] < before[name]
        else:
            assert after[name] == before[name]


def test_inside_a_frozen_block_every_layer_looks_frozen() -> None:
    network = set_frozen(RESNET, ROOT, ["layer3"], Frozen.ALL)
    found = cards(network, "BasicBlock", "layer3.1")
    assert found["conv1"].endswith("frozen")
    assert "frozen" not in cards(network, "BasicBlock", "layer2.1")["conv1"]


def painted(key: FrameKey, colours: Theme) -> QImage:
    image = QImage(220, 120, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.translate(8, 8)
    paint_card(painter, key, colours)
    painter.end()
    return image


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_a_frozen_card_is_painted_otherwise_also_without_colour(colours: Theme) -> None:
    made, _ = Cards().make(RESNET, ROOT, "", editor_on(RESNET).report)
    card = next(c for c in made if c.name == "layer1")
    plain = frame_key(card, selected=False, lit=False, maps=False)
    images = [painted(key, colours) for key in (plain, plain._replace(frozen=True))]
    grey = [image.convertToFormat(QImage.Format.Format_Grayscale8) for image in images]
    flake = [image.copy(8 + 160, 8 + 38, 20, 20) for image in grey]
    values = [{image.pixelColor(x, y).value() for x in range(20) for y in range(20)}
              for image in flake]  # fmt: skip
    assert len(values[0]) == 1  # nothing there
    assert len(values[1]) > 1  # a drawing
