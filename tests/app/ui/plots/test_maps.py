"""Feature maps of a node, through the widget."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from app.analysis.field import Field
from app.training.messages import ProbeImage
from app.ui import settings, theme
from app.ui.plots import colours
from app.ui.plots.mapcanvas import MapCanvas
from app.ui.plots.maps import EMPTY, FeatureMapsView
from nodes.errors import SkipwireError
from tests.app.ui.plots.runs import CLASSES, event, maps


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[FeatureMapsView]:
    """Where its handle is left is not for the tests after it."""
    theme.apply(theme.LIGHT)
    widget = FeatureMapsView()
    qtbot.addWidget(widget)
    widget.resize(900, 200)
    with qtbot.waitExposed(widget):
        widget.show()
    yield widget
    settings.store().remove("close_up_share")


def spot(canvas: MapCanvas, index: int, row: int, column: int) -> QPoint:
    """Where a pixel of a map stands on a canvas, in the coordinates of its graphics view."""
    grid = canvas.grid
    x = index % grid.columns * (grid.width + grid.gap) + column + 0.5
    y = index // grid.columns * (grid.height + grid.gap) + row + 0.5
    return canvas.view.mapFromScene(canvas.box.mapViewToScene(QPointF(x, y)))


def place(view: FeatureMapsView, index: int, row: int, column: int) -> QPoint:
    """The same on that of all channels."""
    return spot(view.canvas, index, row, column)


def qtkeys(view: FeatureMapsView, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(view.canvas, key)


def point(view: FeatureMapsView, qtbot: QtBot, index: int, row: int, column: int) -> None:
    at = place(view, index, row, column)
    port = view.canvas.view.viewport()
    qtbot.mouseMove(port, at + QPoint(1, 0))
    qtbot.mouseMove(port, at)


def test_empty(view: FeatureMapsView) -> None:
    (label,) = [w for w in view.findChildren(QLabel) if w.text() == EMPTY]
    assert label.isVisible()
    assert not view.bar.export.isVisible()
    view.show_maps(*maps())
    assert not label.isVisible()
    assert view.bar.export.isVisible()
    view.clear("Waiting for the first feature maps")
    assert label.isVisible()
    assert label.text() == view.accessibleDescription() == "Waiting for the first feature maps"


def test_title(view: FeatureMapsView) -> None:
    view.show_maps(*maps(count=3, height=4, width=5, path="layer1.conv", step=1320))
    assert view.title == "layer1.conv   3 × 4 × 5   step 1,320"
    view.set_title("relu")  # awaited; what is shown is still of the other
    assert view.title == "layer1.conv   3 × 4 × 5   step 1,320"
    assert view.accessibleDescription().endswith("values from −2 to 3")
    view.clear()
    assert view.title == "relu"


def test_what_a_cell_sees_is_framed_on_the_image(view: FeatureMapsView, qtbot: QtBot) -> None:
    # cells 4 pixels apart, that see 7 of 16 rows (3 of them by the narrowest path) and 5 of 20
    rows = Field(size=16, smallest=3, largest=7, jump=4, start=-3)
    columns = Field(size=20, smallest=5, largest=5, jump=4, start=0)
    view.set_field((rows, columns), (4, 5))
    view.show_maps(*maps(count=3, height=4, width=5))
    point(view, qtbot, 2, 1, 2)
    told = "sees 7 × 5 px\nrows 1 to 7\ncolumns 8 to 12"
    qtbot.waitUntil(lambda: view.readout.endswith(told))
    widest, narrowest = view.probe.image.frames
    assert widest == QRectF(8 / 20, 1 / 16, 5 / 20, 7 / 16)
    assert narrowest == QRectF(8 / 20, 3 / 16, 5 / 20, 3 / 16)
    point(view, qtbot, 0, 0, 0)  # the padding is left out
    qtbot.waitUntil(lambda: "sees 4 × 5 px\nrows 0 to 3" in view.readout)
    view.clear()
    assert not view.probe.image.frames


def test_maps_smaller_than_the_node_frame_the_place_meant(
    view: FeatureMapsView, qtbot: QtBot
) -> None:
    field = Field(size=16, smallest=1, largest=1, jump=1, start=0)
    view.set_field((field, field), (16, 16))
    view.show_maps(*maps(count=1, height=4, width=4))
    point(view, qtbot, 0, 2, 3)
    qtbot.waitUntil(lambda: "rows 8 to 8\ncolumns 12 to 12" in view.readout)


def test_hover_tells_channel_place_and_value(view: FeatureMapsView, qtbot: QtBot) -> None:
    view.show_maps(*maps(count=3, height=4, width=5))
    point(view, qtbot, 2, 3, 4)
    qtbot.waitUntil(lambda: view.readout == "channel 2\nrow 3, column 4\n3")
    point(view, qtbot, 1, 0, 0)
    qtbot.waitUntil(lambda: view.readout == "channel 1\nrow 0, column 0\n−1")
    same, _ = maps(count=3, height=4, width=5)
    view.show_maps(same, bytes(60 * [255]))
    assert view.readout == "channel 1\nrow 0, column 0\n2"  # the mouse stays, the map changes


def test_a_place_on_maps_that_are_gone_tells_nothing(view: FeatureMapsView, qtbot: QtBot) -> None:
    view.show_maps(*maps(count=6, height=8, width=8, path="a"))
    point(view, qtbot, 5, 7, 7)
    qtbot.waitUntil(lambda: view.readout.startswith("channel 5"))
    view.hide()
    view.show_maps(*maps(count=2, height=4, width=4, path="b"))
    point(view, qtbot, 4, 6, 6)  # the picture is still that of the other node
    assert view.readout == ""
    view.show()
    assert view.readout == ""
    assert view.title.startswith("b ")
    point(view, qtbot, 1, 3, 3)
    qtbot.waitUntil(lambda: view.readout.startswith("channel 1\nrow 3, column 3"))
    view.set_title("c")
    assert view.readout == ""


def test_a_place_on_a_vector_that_is_gone_tells_nothing(
    view: FeatureMapsView, qtbot: QtBot
) -> None:
    view.show_maps(*maps(count=1, height=1, width=40, path="a"))
    view.hide()
    view.show_maps(*maps(count=1, height=1, width=4, path="b"))
    view.vector.pointed.emit(30)
    view.show()
    assert view.readout == ""


def test_a_click_shows_a_channel_large_beside_the_image(
    view: FeatureMapsView, qtbot: QtBot
) -> None:
    left, one = Qt.MouseButton.LeftButton, view.close_up.canvas
    field = Field(size=16, smallest=3, largest=3, jump=2, start=-1)
    view.set_field((field, field), (8, 8))
    view.show_probe(ProbeImage(1, 16, 16, "a seven"), bytes(256))
    view.show_maps(*maps(count=6, height=8, width=8))
    assert not view.close_up.isVisible()
    qtbot.mouseClick(view.canvas.view.viewport(), left, pos=place(view, 4, 3, 3))
    assert view.channel == 4
    assert view.close_up.isVisible()
    assert view.close_up.image.isVisible()
    assert not view.probe.image.isVisible()  # it is seen large
    assert (view.canvas.grid.count, one.grid.count) == (6, 1)
    assert "channel 4" in view.title
    qtbot.waitUntil(lambda: one.width() > 100)  # there is room for it
    at = spot(one, 0, 7, 7)
    qtbot.mouseMove(one.view.viewport(), at + QPoint(1, 0))
    qtbot.mouseMove(one.view.viewport(), at)
    told = "channel 4\nrow 7, column 7\n5\nsees 3 × 3 px\nrows 13 to 15\ncolumns 13 to 15"
    qtbot.waitUntil(lambda: view.readout == told)
    assert view.close_up.image.frames == [QRectF(13 / 16, 13 / 16, 3 / 16, 3 / 16)]
    view.show_maps(*maps(count=6, height=8, width=8, step=8))
    assert view.channel == 4
    qtbot.mouseClick(view.canvas.view.viewport(), left, pos=place(view, 4, 3, 3))
    assert view.channel is None
    assert not view.close_up.isVisible()
    assert view.probe.image.isVisible()


def test_another_node_is_shown_as_large(view: FeatureMapsView) -> None:
    view.show_maps(*maps(count=6, path="a"))
    view.bar.large.click()
    assert view.channel == 0
    qtkeys(view, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert view.channel == 2
    view.show_maps(*maps(count=2, path="b"))
    assert view.channel == 1
    assert view.close_up.isVisible()
    view.show_maps(*maps(count=1, height=1, width=5, path="fc"))
    assert not view.close_up.isVisible()
    view.show_maps(*maps(count=6, path="a"))
    qtkeys(view, Qt.Key.Key_Escape)
    assert view.channel is None


def test_a_cell_stays_in_view_by_a_click_and_by_keys(view: FeatureMapsView, qtbot: QtBot) -> None:
    one = view.close_up.canvas
    view.show_maps(*maps(count=2, height=8, width=8))
    view.bar.large.click()
    qtbot.waitUntil(lambda: one.width() > 100)
    at = spot(one, 0, 2, 5)
    qtbot.mouseMove(one.view.viewport(), at + QPoint(1, 0))
    qtbot.mouseMove(one.view.viewport(), at)
    qtbot.mouseClick(one.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QApplication.sendEvent(one, QEvent(QEvent.Type.Leave))
    assert view.readout.startswith("channel 0\nrow 2, column 5\n")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Left):
        qtbot.keyClick(one, key)
    assert view.readout.startswith("channel 0\nrow 3, column 4\n")
    qtbot.keyClick(one, Qt.Key.Key_Escape)
    assert view.readout == ""
    qtbot.keyClick(one, Qt.Key.Key_Down)  # the keys alone begin in the middle
    assert view.readout.startswith("channel 0\nrow 4, column 4\n")


def test_zoom_stays_while_maps_change_until_fitted(view: FeatureMapsView) -> None:
    view.show_maps(*maps())
    whole = view.canvas.box.viewRect()
    view.canvas.box.scaleBy((0.5, 0.5))
    view.canvas.box.sigRangeChangedManually.emit([True, True])  # as the wheel does
    near = view.canvas.box.viewRect()
    view.show_maps(*maps(step=8))
    view.resize(905, 200)
    assert view.canvas.box.viewRect().width() == pytest.approx(near.width(), rel=0.02)
    view.bar.fit.click()
    assert view.canvas.box.viewRect().width() == pytest.approx(whole.width(), rel=0.02)


def test_the_grid_follows_the_shape_of_the_window(view: FeatureMapsView, qtbot: QtBot) -> None:
    view.show_maps(*maps(count=16, height=8, width=8))
    wide = view.canvas.grid.columns
    view.resize(300, 700)
    qtbot.waitUntil(lambda: view.canvas.grid.columns < wide)


def png(view: FeatureMapsView, path: Path) -> QImage:
    view.export_png(path)
    return QImage(str(path))


def rgb(image: QImage, x: int, y: int) -> list[int]:
    colour = image.pixelColor(x, y)
    return [colour.red(), colour.green(), colour.blue()]


def test_png_has_the_colours_of_the_map(view: FeatureMapsView, tmp_path: Path) -> None:
    pixels = np.array([[[0, 255], [255, 0]]], np.uint8)
    for index, name in enumerate(colours.NAMES[:2]):
        view.bar.colours.setCurrentIndex(index)
        view.show_maps(event(pixels), pixels.tobytes())
        image = png(view, tmp_path / "m.png")
        assert image.width() == image.height() == 1600
        low, high = colours.table(name)[[0, 255]].tolist()
        assert rgb(image, 10, 10) == low
        assert rgb(image, 1590, 10) == high


def test_zero_is_white_on_the_diverging_map(view: FeatureMapsView, tmp_path: Path) -> None:
    pixels = np.array([[[0, 128, 255]]] * 2, np.uint8).reshape(2, 1, 3)
    maps = event(pixels)  # from 0 to 1, and from −1 to 2
    view.bar.colours.setCurrentIndex(colours.NAMES.index("blue to red"))
    view.show_maps(maps, pixels.tobytes())
    image = png(view, tmp_path / "m.png")
    high, wide = view.canvas.grid.shape
    assert min(rgb(image, 1, 1)) > 235  # map 0, value 0
    assert (high, wide) != (1, 1)


def test_common_range(view: FeatureMapsView, tmp_path: Path) -> None:
    pixels = np.array([[[0, 255]], [[0, 255]]], np.uint8)
    view.show_maps(event(pixels), pixels.tobytes())  # from 0 to 1, and from −1 to 2

    def grey(index: int, column: int) -> int:
        image = png(view, tmp_path / "m.png")
        grid = view.canvas.grid
        factor = image.width() / grid.shape[1]
        x = index % grid.columns * (grid.width + grid.gap) + column + 0.5
        y = index // grid.columns * (grid.height + grid.gap) + 0.5
        return image.pixelColor(int(x * factor), int(y * factor)).red()

    assert [grey(k, c) for k in (0, 1) for c in (0, 1)] == [0, 255, 0, 255]
    view.bar.common.click()
    assert [grey(k, c) for k in (0, 1) for c in (0, 1)] == pytest.approx([85, 170, 0, 255], abs=2)


def test_csv(view: FeatureMapsView, qtbot: QtBot, tmp_path: Path) -> None:
    view.show_maps(*maps(count=2, height=2, width=3))
    path = tmp_path / "m.csv"
    view.export_csv(path)
    with path.open(newline="") as stream:
        rows = [{k: float(v) for k, v in row.items()} for row in csv.DictReader(stream)]
    assert len(rows) == 12
    assert rows[0] == {"channel": 0, "row": 0, "column": 0, "value": 0}
    assert rows[-1] == {"channel": 1, "row": 1, "column": 2, "value": 2}
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(view.canvas.view.viewport(), left, pos=place(view, 1, 0, 1))
    view.export_csv(path)
    with path.open(newline="") as stream:
        assert {row["channel"] for row in csv.DictReader(stream)} == {"1"}


@pytest.mark.parametrize("length", [2, 10, 256, 257, 5000])
def test_vectors(view: FeatureMapsView, tmp_path: Path, length: int) -> None:
    view.set_classes(CLASSES)
    pixels = np.linspace(0, 255, length).astype(np.uint8).reshape(1, 1, length)
    view.show_maps(event(pixels, "fc"), pixels.tobytes())
    assert view.vector.isVisible()
    assert f"vector of {length:,}" in view.title
    assert not view.bar.colours.isVisible()
    image = png(view, tmp_path / "v.png")
    assert image.width() == 2 * view.vector.width()
    view.export_csv(tmp_path / "v.csv")
    lines = (tmp_path / "v.csv").read_text().splitlines()
    assert lines[0] == "index,value"
    assert lines[-1] == f"{length - 1},1"
    assert len(lines) == length + 1


def test_the_last_vector_is_named_by_classes(view: FeatureMapsView, qtbot: QtBot) -> None:
    names = tuple(f"animal {k}" for k in range(4))
    view.set_classes(names)
    pixels = np.array([[[0, 85, 170, 255]]], np.uint8)
    view.show_maps(event(pixels, "fc"), pixels.tobytes())
    axis = view.vector.plot.getAxis("bottom")
    assert axis._tickLevels == [list(enumerate(names))]
    box = view.vector.plot.getViewBox()
    at = view.vector.plot.mapFromScene(box.mapViewToScene(QPointF(3, 0.5)))
    qtbot.mouseMove(view.vector.plot.viewport(), at + QPoint(1, 0))
    qtbot.mouseMove(view.vector.plot.viewport(), at)
    qtbot.waitUntil(lambda: view.readout == "class animal 3\n1")
    longer = np.zeros((1, 1, 5), np.uint8)
    view.show_maps(event(longer, "fc"), longer.tobytes())
    assert axis._tickLevels is None


def test_one_pixel_maps_are_a_grid(view: FeatureMapsView) -> None:
    view.show_maps(*maps(count=512, height=1, width=1))
    assert view.canvas.isVisible()
    assert view.canvas.grid.count == 512


@pytest.mark.parametrize("channels", [1, 3, 5])
def test_probe(view: FeatureMapsView, channels: int) -> None:
    pixels = np.zeros((channels, 4, 4), np.uint8)
    pixels[0] = 200
    view.show_probe(ProbeImage(channels, 4, 4, "a seven"), pixels.tobytes())
    shown = view.probe.image.image.pixelColor(3, 3)
    assert shown.red() == 200
    assert shown.green() == (0 if channels == 3 else 200)
    assert view.probe.label.text() == "a seven"
    assert "a seven" in view.probe.image.accessibleName()


def test_another_image_is_asked_for_beside_its_label(view: FeatureMapsView, qtbot: QtBot) -> None:
    assert not view.probe.next.isVisible()
    view.show_probe(ProbeImage(1, 2, 2, "a seven"), bytes(4))
    for button, step in ((view.probe.next, 1), (view.probe.before, -1)):
        with qtbot.waitSignal(view.probe.stepped) as asked:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert asked.args == [step]


def test_payload_of_another_length(view: FeatureMapsView) -> None:
    sent, payload = maps()
    with pytest.raises(ValueError, match="reshape"):
        view.show_maps(sent, payload[1:])


def test_nothing_to_export(view: FeatureMapsView, tmp_path: Path) -> None:
    for export in (view.export_png, view.export_csv):
        with pytest.raises(SkipwireError, match="no feature maps to export"):
            export(tmp_path / "x")


def test_export_through_the_dialog(
    view: FeatureMapsView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def answer(*args: object) -> tuple[str, str]:
        offered.append(str(args[2]))
        return str(tmp_path / "maps.csv"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    view.show_maps(*maps(path="layer1.0"))
    view.bar.export.click()
    assert offered == ["feature-maps-layer1.0.png"]
    assert (tmp_path / "maps.csv").read_text().startswith("channel,row")


def test_hidden_it_draws_when_shown(view: FeatureMapsView) -> None:
    view.hide()
    view.show_maps(*maps(count=5))
    view.show()
    assert view.canvas.grid.count == 5


def test_both_themes(view: FeatureMapsView) -> None:
    view.show_maps(*maps())
    for chosen in (theme.DARK, theme.LIGHT):
        theme.apply(chosen)
        QApplication.processEvents()
        assert view.canvas.grab().toImage().pixelColor(1, 1).name() == chosen.grid


def test_the_close_up_is_the_largest_that_fits(view: FeatureMapsView, qtbot: QtBot) -> None:
    one = view.close_up.canvas
    view.show_probe(ProbeImage(1, 16, 16, "a seven"), bytes(256))
    view.show_maps(*maps(count=16, height=8, width=8))
    view.bar.large.click()
    view.resize(1200, 200)
    qtbot.waitUntil(lambda: one.height() == view.height())  # beside the bar, not under it
    assert one.width() == one.height()
    view.resize(1000, 700)  # room for the image above the channel, and no longer beside it
    qtbot.waitUntil(lambda: one.y() > view.close_up.image.y())
    assert view.canvas.isVisible()


def test_the_close_up_fills_the_page_by_a_double_click_or_enter(
    view: FeatureMapsView, qtbot: QtBot
) -> None:
    left, one = Qt.MouseButton.LeftButton, view.close_up.canvas
    view.resize(900, 400)
    view.show_probe(ProbeImage(1, 16, 16, "a seven"), bytes(256))
    view.show_maps(*maps(count=6, height=8, width=8))
    at = place(view, 4, 3, 3)
    beside = view.canvas.view.viewport()
    qtbot.mouseClick(beside, left, pos=at)
    qtbot.mouseDClick(beside, left, pos=at)
    qtbot.mouseRelease(beside, left, pos=at)
    assert view.channel == 4
    assert not view.canvas.isVisible()
    qtbot.waitUntil(lambda: view.close_up.width() > 700)
    for high in (150, 400):  # in a low dock there would be room for the bar beside it
        view.resize(900, high)
        qtbot.waitUntil(view.bar.isVisible)  # with the way through the epochs
    QTest.keyClick(one, Qt.Key.Key_PageDown)
    assert view.channel == 5
    QTest.keyClick(one, Qt.Key.Key_Escape)
    assert view.canvas.isVisible()
    assert view.channel == 5, "it is still large beside the others"
    qtkeys(view, Qt.Key.Key_Return)
    assert not view.canvas.isVisible()
    qtbot.mouseDClick(view.close_up.image, left)
    assert view.canvas.isVisible()
    qtkeys(view, Qt.Key.Key_Return)
    view.show_maps(*maps(count=1, height=1, width=5, path="fc"))
    assert view.vector.isVisible(), "a vector has no close-up"


def test_where_the_handle_was_left_is_remembered(view: FeatureMapsView, qtbot: QtBot) -> None:
    view.resize(1200, 300)
    view.show_maps(*maps(count=6, height=8, width=8))
    view.bar.large.click()
    handle = view.stage.split.handle(1)
    at = handle.rect().center()
    qtbot.waitUntil(lambda: min(view.stage.split.sizes()) > 0)
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(handle, at + QPoint(60, 0))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=at)
    moved = view.stage.split.sizes()
    again = FeatureMapsView()
    qtbot.addWidget(again)
    again.resize(1200, 300)
    again.show()
    again.show_maps(*maps(count=6, height=8, width=8))
    again.bar.large.click()
    qtbot.waitUntil(lambda: again.stage.split.sizes() == pytest.approx(moved, abs=1))


def test_constants_are_written_on_as_far_as_there_is_room(view: FeatureMapsView) -> None:
    pixels = np.zeros((3, 8, 8), np.uint8)
    red = replace(event(pixels), lows=(1.0, 0.0, 0.0), highs=(1.0, 0.0, 0.0))
    view.resize(900, 300)
    view.show_maps(red, pixels.tobytes())
    assert view.canvas.figures == ["1", "0", "0"]
    shown = view.canvas.grab().toImage()
    seen = {
        shown.pixelColor(spot.x() + x, spot.y() + y).lightness()
        for spot in [view.canvas.view.mapTo(view.canvas, place(view, 0, 4, 4))]
        for x in range(-30, 30)
        for y in range(-30, 30)
    }
    assert min(seen) < 100 < 250 < max(seen), "black on white"
    view.bar.large.click()
    assert view.close_up.canvas.figures == ["1"]
    QTest.keyClick(view.canvas, Qt.Key.Key_Right)
    assert view.close_up.canvas.figures == ["0"]
