"""Where the pictures of layers are shown: the dialog, the inspector, the search, the tool tips."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui import settings
from app.ui.inspector import Inspector
from app.ui.inspector.explained import Explained
from app.ui.layerhelp import picture_of
from app.ui.layerhelp.dialog import LayerHelpDialog
from app.ui.palette import entries
from app.ui.palette.tips import tip
from nodes.catalogue import CATALOGUE
from presets import PRESETS
from tests.app.ui.panels import editor_on


def rows(dialog: LayerHelpDialog) -> list[str]:
    items = (dialog.list.item(k) for k in range(dialog.list.count()))
    return [item.text() for item in items if not item.isHidden()]


def test_the_dialog_is_searched_and_walked_by_keyboard(qtbot: QtBot) -> None:
    dialog = LayerHelpDialog(list(CATALOGUE.values()))
    qtbot.addWidget(dialog)
    assert rows(dialog) == list(CATALOGUE)
    QTest.keyClicks(dialog.search, "softm")
    assert dialog.title.text() == "Softmax"
    assert set(rows(dialog)) < set(CATALOGUE)
    QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    assert dialog.title.text() == "LogSoftmax"
    assert dialog.page.picture.picture == picture_of(CATALOGUE["LogSoftmax"])
    dialog.search.setText("nothing has this")
    assert rows(dialog) == []
    assert dialog.nothing.isVisibleTo(dialog)


def test_the_dialog_shows_a_node_as_it_is(qtbot: QtBot) -> None:
    dialog = LayerHelpDialog(list(CATALOGUE.values()))
    qtbot.addWidget(dialog)
    dialog.show_kind("Conv2d", {"stride": 2}, [(3, 32, 32)], [(64, 15, 15)])
    assert dialog.page.shapes.text() == "3×32×32 → 64×15×15"
    assert dialog.page.picture.picture == picture_of(
        CATALOGUE["Conv2d"], {"stride": 2}, [(3, 32, 32)]
    )


def test_the_inspector_shows_the_node_and_keeps_the_fold(qtbot: QtBot) -> None:
    editor = editor_on(PRESETS["resnet18"].network())
    inspector = Inspector(editor)
    qtbot.addWidget(inspector)
    editor.select(["conv1"])
    fold = inspector.findChild(Explained)
    assert fold is not None
    assert fold.help.shapes.text() == "3×224×224 → 64×112×112"
    assert fold.unfolded
    qtbot.mouseClick(fold.button, Qt.MouseButton.LeftButton)
    assert not settings.explains()
    editor.select(["maxpool"])
    fold = next(f for f in inspector.page.findChildren(Explained))
    assert not fold.unfolded
    assert fold.summary.text() == CATALOGUE["MaxPool2d"].summary
    args = {"kernel_size": 3, "stride": 2, "padding": 1}
    assert fold.help.picture.picture == picture_of(CATALOGUE["MaxPool2d"], args, [(64, 112, 112)])
    fold.button.click()
    assert settings.explains()


def test_the_tips_of_the_palette_have_pictures_of_layers_only(qapp: QApplication) -> None:
    layer = next(entries.layers())
    assert tip(layer, qapp.font(), 1.0).startswith('<img src="data:image/png;base64,')
    block = next(entries.ready())
    assert tip(block, qapp.font(), 1.0) == block.tooltip
