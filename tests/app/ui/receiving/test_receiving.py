"""What is dropped on the window from a file manager: each kind of file does what it is for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app import library
from app.ui.window import MainWindow
from nodes.network import clipboard
from nodes.network.document import Document, save
from presets import preset
from presets.blocks import BLOCKS
from tests.app.data.made import write_cifar_binary, write_mnist

COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture(scope="module")
def shared(qapp: QApplication) -> Iterator[MainWindow]:
    """One window for all."""
    window = MainWindow()
    window.show()
    yield window
    window.documents.may_leave = lambda: True  # type: ignore[method-assign]
    window.close()


@pytest.fixture
def window(shared: MainWindow, qtbot: QtBot) -> MainWindow:
    shared.documents.open_preset("lenet5")
    shared.show_canvas()
    return shared


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


class Drag:
    """A drag over the canvas; `says` is what stands beside the pointer."""

    def __init__(self, window: MainWindow, mime: QMimeData) -> None:
        self._window, self._mime = window, mime
        self._over: QWidget = window.canvas.viewport() if window.shows_canvas else window.start
        self._at = QPoint(60, 80)
        enter = QDragEnterEvent(self._at, COPY, mime, LEFT, NONE)
        QApplication.sendEvent(self._over, enter)
        self.taken = enter.isAccepted()
        if self.taken:
            move = QDragMoveEvent(self._at, COPY, mime, LEFT, NONE)
            QApplication.sendEvent(self._over, move)

    @property
    def says(self) -> str:
        note = self._window.receiver.note
        return note.text() if note.isVisible() else ""

    def drop(self) -> None:
        drop = QDropEvent(QPointF(self._at), COPY, self._mime, LEFT, NONE)
        QApplication.sendEvent(self._over, drop)
        assert not self.says

    def leave(self) -> None:
        QApplication.sendEvent(self._over, QDragLeaveEvent())
        assert not self.says


def written(folder: Path, names: Sequence[str]) -> list[Path]:
    for name in names:
        save(folder / f"{name}.skipwire", Document(preset(name).network(), {}))
    return [folder / f"{name}.skipwire" for name in names]


def test_networks_are_opened_one_or_several(window: MainWindow, tmp_path: Path) -> None:
    first, second = written(tmp_path, ("resnet18", "vgg11"))
    drag = Drag(window, files(first))
    assert drag.says == "Open resnet18.skipwire"
    drag.drop()
    assert window.editor.path == first
    drag = Drag(window, files(first, second))
    assert drag.says == "Open 2 networks"
    drag.drop()
    assert {first, second} <= {tab.sheet.path for tab in window.tabs.tabs}


def test_a_block_is_placed_where_it_is_dropped(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "Bottleneck.skipblock"
    library.write(path, BLOCKS["Bottleneck"].definitions)
    before = window.editor.network
    drag = Drag(window, files(path))
    assert drag.says == "Add the block Bottleneck"
    drag.drop()
    node = window.editor.selected_node
    assert node is not None
    assert node.kind == "Bottleneck"
    assert node.name in window.editor.graph.by_name
    window.editor.undo()
    assert window.editor.network == before


def test_weights_open_their_dialog(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[Path] = []
    monkeypatch.setattr(window.weights, "load_path", loaded.append)
    for suffix in (".safetensors", ".pt", ".pth", ".ckpt", ".bin"):
        path = tmp_path / f"mine{suffix}"
        drag = Drag(window, files(path))
        assert drag.says == f"Load weights of mine{suffix}"
        drag.drop()
        assert loaded[-1] == path


def test_an_image_is_shown_to_the_network(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs: list[str] = []
    monkeypatch.setattr(window.runs, "train", lambda: runs.append(window.editor.recipe.data))
    path = tmp_path / "cat.png"
    QImage(8, 8, QImage.Format.Format_RGB32).save(str(path))
    drag = Drag(window, files(path))
    assert drag.says == "Show the feature maps of cat.png"
    drag.drop()
    assert runs == [str(path)]
    assert window.editor.recipe.looks
    note = window.training.findChild(QLabel, "note data")
    assert note is not None
    assert "cat.png" in note.text()


def test_a_folder_of_images_is_what_the_next_run_trains_on(
    window: MainWindow, tmp_path: Path
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    drag = Drag(window, files(empty))
    assert "each class needs one" in drag.says
    drag.leave()
    for name in ("cats", "dogs"):
        (tmp_path / "pets" / name).mkdir(parents=True)
        image = QImage(8, 8, QImage.Format.Format_RGB32)
        image.save(str(tmp_path / "pets" / name / "1.png"))
    drag = Drag(window, files(tmp_path / "pets"))
    assert drag.says == "Train on the images of pets: 2 classes"
    drag.drop()
    assert window.editor.recipe.data == str(tmp_path / "pets")


@pytest.mark.parametrize("as_file", [False, True], ids=["text", "file"])
def test_copied_nodes_are_pasted(window: MainWindow, tmp_path: Path, as_file: bool) -> None:
    network = window.editor.network
    name = network.graph.nodes[1].name
    text = clipboard.copy(network, "", [name])
    mime = QMimeData()
    mime.setText(text)
    if as_file:
        (tmp_path / "part.json").write_text(text)
        mime = files(tmp_path / "part.json")
    Drag(window, mime).drop()
    assert len(window.editor.graph.nodes) == len(network.graph.nodes) + 1


@pytest.mark.parametrize("name", ["song.mp3", "photo.webp", "notes.txt", "noending"])
def test_anything_else_is_told_what_can_be_dropped(
    window: MainWindow, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_text("something")
    before = window.editor.document
    drag = Drag(window, files(tmp_path / name))
    assert drag.taken  # or the person would not be told why
    said = drag.says
    assert said
    drag.drop()
    assert window.status.currentMessage() == said
    assert window.editor.document == before


def test_without_a_network_only_networks_are_opened(window: MainWindow, tmp_path: Path) -> None:
    window.show_start()
    (path,) = written(tmp_path, ("vgg11",))
    for name in ("cat.png", "w.pth", "B.skipblock"):
        drag = Drag(window, files(tmp_path / name))
        assert "Open" in drag.says
        assert "first" in drag.says
        drag.leave()
    Drag(window, files(path)).drop()
    assert window.editor.path == path
    assert window.shows_canvas


def test_what_is_not_for_us_passes(window: MainWindow) -> None:
    assert not Drag(window, QMimeData()).taken


def test_data_of_any_kind_is_what_the_next_run_trains_on(
    window: MainWindow, tmp_path: Path
) -> None:
    write_mnist(tmp_path / "mnist")
    write_cifar_binary(tmp_path / "cifar")
    table = tmp_path / "a.csv"
    table.write_text("path,label\na.png,cat\nb.png,dog\n")
    for dropped, says, data in (
        ([*(tmp_path / "mnist").iterdir()], "of mnist: 10 classes", tmp_path / "mnist"),
        ([tmp_path / "cifar" / "data_batch_1.bin"], "of cifar: 10 classes", tmp_path / "cifar"),
        ([table], "of a.csv: 2 classes", table),
    ):
        drag = Drag(window, files(*dropped))
        assert drag.says.endswith(says)
        drag.drop()
        assert window.editor.recipe.data == str(data)
    (tmp_path / "b.csv").write_text("name\n")
    drag = Drag(window, files(tmp_path / "b.csv"))
    assert "needs the columns path and label" in drag.says
    drag.leave()
    np.savez(tmp_path / "b.npz", images=np.zeros((2, 4, 4)), targets=[0, 1])
    drag = Drag(window, files(tmp_path / "b.npz"))
    assert "needs the arrays x and y" in drag.says
    drag.leave()
    drag = Drag(window, files(tmp_path / "cifar-10-python.tar.gz"))
    assert drag.says.startswith("Unpack cifar-10-python.tar.gz first")
    drag.leave()
