"""The curves of a run, through the widget."""

from __future__ import annotations

import csv
from math import nan
from pathlib import Path

import msgspec
import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from app.training.history import RunHistory
from app.training.messages import Change, Changed
from app.training.recipe import Recipe
from app.ui import theme
from app.ui.plots.curves import WINDOWS, CurvesView
from app.ui.plots.decimate import POINTS
from app.ui.plots.ranges import usual_range
from app.ui.plots.runplots import THIRD
from app.ui.plots.style import picture
from nodes.errors import SkipwireError
from tests.app.ui.plots.runs import epoch, history, started, steps


@pytest.fixture
def view(qtbot: QtBot) -> CurvesView:
    theme.apply(theme.LIGHT)
    widget = CurvesView()
    qtbot.addWidget(widget)
    widget.resize(900, 200)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def line(view: CurvesView, name: str) -> tuple[np.ndarray, np.ndarray]:
    x, y = view.plots.lines[name].getOriginalDataset()
    return (np.empty(0), np.empty(0)) if x is None else (x, y)


def test_without_a_run_it_says_how_to_get_one(view: CurvesView) -> None:
    (empty,) = [w for w in view.findChildren(QLabel) if w.text().startswith("Press Train")]
    assert empty.isVisible()
    view.show_history(history())
    assert not empty.isVisible()
    view.show_history(None)
    assert empty.isVisible()
    assert view.accessibleDescription() == "Press Train to see the curves"


def test_lines_are_the_history(view: CurvesView) -> None:
    run = history(epochs=3, per_epoch=10)
    view.show_history(run)
    x, y = line(view, "step")
    np.testing.assert_array_equal(x, np.arange(1, 31))
    np.testing.assert_allclose(y, 1 / x, rtol=1e-6)
    np.testing.assert_array_equal(line(view, "train_loss")[0], [10, 20, 30])
    np.testing.assert_allclose(line(view, "val_loss")[1], [1.5, 0.75, 0.5])
    np.testing.assert_allclose(line(view, "train_accuracy")[1], [90] * 3)
    np.testing.assert_allclose(line(view, "val_accuracy")[1], [87.5] * 3)
    x, y = line(view, "rate")
    np.testing.assert_array_equal(x, [1, 10, 11, 30])
    np.testing.assert_array_equal(y, [0.002, 0.002, 0.001, 0.001])


def test_splits_differ_by_more_than_colour(view: CurvesView) -> None:
    view.show_history(history())
    for name in ("loss", "accuracy"):
        train, val = (view.plots.lines[f"{s}_{name}"].opts for s in ("train", "val"))
        assert train["symbol"] != val["symbol"]
        assert train["pen"].style() != val["pen"].style()


def test_a_growing_run_and_another_one(view: CurvesView) -> None:
    run = history(epochs=1)
    view.show_history(run)
    view.show_history(run.extend(steps(10, (5.0,))))
    assert line(view, "step")[1][-1] == 5
    assert "step 11" in view.readout
    view.show_history(RunHistory(Recipe()).extend(started()).extend(steps(0, (7.0, 8.0))))
    np.testing.assert_array_equal(line(view, "step")[1], [7, 8])
    assert len(line(view, "train_loss")[0]) == 0


def test_nothing_is_drawn_while_hidden_and_all_when_shown(view: CurvesView) -> None:
    view.hide()
    view.show_history(history())
    assert len(line(view, "step")[0]) == 0
    view.show()
    assert len(line(view, "step")[0]) == 30


def test_a_long_run_is_thinned_with_its_extremes(view: CurvesView) -> None:
    losses = np.random.default_rng(0).random(300_000) + 1
    losses[123_457] = 50
    run = RunHistory(Recipe()).extend(started()).extend(steps(0, tuple(losses.tolist())))
    view.show_history(run)
    x, y = line(view, "step")
    assert len(x) <= POINTS
    assert y.max() == 50
    view.plots.loss.setXRange(123_400, 123_500, padding=0)
    x, y = line(view, "step")
    assert len(x) < 110
    assert y[x == 123_458] == 50


def test_follow_shows_the_whole_run_until_moved_by_hand(view: CurvesView) -> None:
    box = view.plots.loss.getViewBox()
    run = history(epochs=3)
    view.show_history(run)
    assert 30 < box.viewRange()[0][1] < 34
    box.scaleBy(x=0.5)
    box.sigRangeChangedManually.emit([True, True])  # as the wheel does
    assert not view.follow.isChecked()
    before = box.viewRange()[0]
    view.show_history(run.extend(steps(30, (1.0,) * 100)))
    assert box.viewRange()[0] == before
    view.follow.click()
    assert 130 < box.viewRange()[0][1] < 147


def test_the_three_plots_show_the_same_steps(view: CurvesView) -> None:
    view.show_history(history())
    for moved in view.plots.plots:
        moved.setXRange(5, 12 + id(moved) % 7, padding=0)
        ranges = [tuple(p.getViewBox().viewRange()[0]) for p in view.plots.plots]
        assert len(set(ranges)) == 1


def test_logarithmic_scale_leaves_out_what_has_no_logarithm(view: CurvesView) -> None:
    run = RunHistory(Recipe()).extend(started()).extend(steps(0, (1.0, 0.0, float("nan"), 0.01)))
    view.show_history(run)
    view.logarithmic.click()
    _, y = view.plots.lines["step"].getData()
    np.testing.assert_allclose(y[[0, 3]], [0, -2], atol=1e-6)
    assert np.isnan(y[1:3]).all()
    view.logarithmic.click()
    np.testing.assert_allclose(view.plots.lines["step"].getData()[1][:2], [1, 0])


def test_logarithmic_scale_keeps_the_steps_that_are_shown(view: CurvesView) -> None:
    view.show_history(history())
    shown = view.plots.loss.getViewBox().viewRange()[0]
    view.logarithmic.click()
    view.grab()
    assert view.plots.loss.getViewBox().viewRange()[0] == shown


@pytest.mark.parametrize("losses", [(float("nan"),) * 5, (float("inf"), 1e30), (0.0,) * 4, (2.0,)])
@pytest.mark.parametrize("logarithmic", [False, True])
def test_runs_that_go_wrong_are_drawn(
    view: CurvesView, losses: tuple[float, ...], logarithmic: bool
) -> None:
    view.logarithmic.setChecked(logarithmic)
    run = RunHistory(Recipe()).extend(started()).extend(steps(0, losses))
    view.show_history(run.extend(epoch(1, len(losses))))
    assert not view.grab().isNull()
    assert f"step {len(losses)}" in view.readout


def test_smoothing(view: CurvesView) -> None:
    run = RunHistory(Recipe()).extend(started()).extend(steps(0, (1.0, 2.0, 3.0, 4.0, 5.0, 6.0)))
    view.show_history(run)
    view.smoothing.setValue(WINDOWS.index(5))
    np.testing.assert_allclose(line(view, "mean")[1], [1, 1.5, 2, 2.5, 3, 4])
    assert "mean 4" in view.readout
    view.smoothing.setValue(WINDOWS.index(1))
    assert not view.plots.lines["mean"].isVisible()
    assert "mean" not in view.readout


def test_the_crosshair_reads_the_step_and_the_nearest_epoch(view: CurvesView, qtbot: QtBot) -> None:
    view.show_history(history(epochs=3))
    view.smoothing.setValue(0)
    assert view.readout.startswith("step 30")
    plot = view.plots.loss
    picture(view)
    QApplication.processEvents()  # axes take their widths when painted
    at = plot.getViewBox().mapViewToScene(plot.getViewBox().viewRect().center())
    wanted = round(plot.getViewBox().viewRect().center().x())
    qtbot.mouseMove(plot.viewport(), plot.mapFromScene(at) + QPoint(1, 0))
    qtbot.mouseMove(plot.viewport(), plot.mapFromScene(at))
    qtbot.waitUntil(lambda: view.readout.startswith(f"step {wanted} "))
    view.point_at(17)
    assert view.readout == ("step 17   loss 0.05882   epoch 2: train 0.5, 90.0 %; val 0.75, 87.5 %")
    assert view.accessibleDescription() == view.readout
    view.point_at(0)
    assert view.readout.startswith("step 30")


def test_csv_holds_every_step_and_the_epochs(view: CurvesView, tmp_path: Path) -> None:
    view.show_history(history(epochs=2, per_epoch=3))
    path = tmp_path / "curves.csv"
    view.export_csv(path)
    with path.open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [int(r["step"]) for r in rows] == [1, 2, 3, 4, 5, 6]
    assert [float(r["loss"]) for r in rows] == pytest.approx([1 / n for n in range(1, 7)])
    assert [float(r["learning_rate"]) for r in rows] == [0.002] * 3 + [0.001] * 3
    assert [r["epoch"] for r in rows] == ["", "", "1", "", "", "2"]
    assert float(rows[5]["val_accuracy"]) == 0.875
    assert float(rows[5]["train_loss"]) == 0.5
    assert [p.name for p in tmp_path.iterdir()] == ["curves.csv"]


def test_several_outputs_have_a_line_and_a_column_each(view: CurvesView, tmp_path: Path) -> None:
    run = RunHistory(Recipe(epochs=2)).extend(started(2))
    for number in (1, 2):
        run = run.extend(steps(2 * number - 2, (1.5, 1.0), number))
        given = {"output": 1 / number, "aux": 2 / number}
        told = {"output_losses": given, "learned_loss": 1.3 / number}
        run = run.extend(msgspec.structs.replace(epoch(number, 2 * number), **told))
        view.show_history(run)
    lines = view.plots.outputs
    total = "sum with auxiliary"
    assert [*lines] == ["output", "aux", total]
    for name, values in (("output", [1, 0.5]), ("aux", [2, 1]), (total, [1.3, 0.65])):
        x, y = lines[name].getOriginalDataset()
        np.testing.assert_array_equal(x, [2, 4])
        np.testing.assert_allclose(y, values)
    patterns = {tuple(item.opts["pen"].dashPattern()) for item in lines.values()}
    assert len(patterns) == 3
    assert len({item.opts["pen"].color().name() for item in lines.values()}) == 3
    assert {"output", "aux", total} <= legend(view)
    assert "output 0.5   aux 1   sum with auxiliary 0.65" in view.readout
    view.export_csv(tmp_path / "curves.csv")
    with (tmp_path / "curves.csv").open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [r["aux_loss"] for r in rows] == ["", "2.0", "", "1.0"]
    assert [r["sum_of_losses"] for r in rows] == ["", "1.3", "", "0.65"]
    view.show_history(history())
    assert view.plots.outputs == {}
    assert not {"output", "aux"} & legend(view)


def test_a_line_leads_from_one_norm_to_the_next_where_gradients_add_up(view: CurvesView) -> None:
    told = msgspec.structs.replace(steps(0, (0.5,) * 4), gradient_norms=(nan, 2.0, nan, 4.0))
    view.show_history(RunHistory(Recipe()).extend(started(4)).extend(told))
    view.third.setCurrentIndex(view.third.findData("norm"))
    np.testing.assert_allclose(line(view, "norm"), ([2, 4], [2, 4]))


def test_the_third_plot_shows_what_is_chosen(view: CurvesView, tmp_path: Path) -> None:
    run = RunHistory(Recipe()).extend(started(4))
    for first, speed in ((0, 100.0), (2, 400.0)):
        told = {"images_per_second": speed, "gradient_norms": (first + 1.0, first + 2.0)}
        run = run.extend(msgspec.structs.replace(steps(first, (0.5, 0.4)), **told))
    run = run.extend(msgspec.structs.replace(epoch(1, 4), val_top5=0.99))
    view.show_history(run)
    for name, x, y in (
        ("norm", [1, 2, 3, 4], [1, 2, 3, 4]),
        ("speed", [1, 3], [100, 400]),
        ("rate", [1, 4], [0.002, 0.002]),
    ):
        view.third.setCurrentIndex(view.third.findData(name))
        np.testing.assert_allclose(line(view, name)[0], x)
        np.testing.assert_allclose(line(view, name)[1], y)
        shown = [other for other in THIRD if view.plots.lines[other].isVisible()]
        assert shown == [name]
        assert view.plots.rate.getAxis("left").labelText == THIRD[name]
    np.testing.assert_allclose(line(view, "val_top5")[1], [99])
    assert "gradient 4" in view.readout
    assert "top five 99.0 %" in view.readout
    view.export_csv(tmp_path / "curves.csv")
    with (tmp_path / "curves.csv").open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [r["gradient_norm"] for r in rows] == ["1", "2", "3", "4"]
    assert [r["val_top5"] for r in rows] == ["", "", "", "0.99"]
    view.show_history(history())
    assert not view.plots.lines["val_top5"].isVisible()


def test_changes_are_marked(view: CurvesView) -> None:
    run = history()
    view.show_history(run.extend(Changed(12, Change(words="learning rate 0.1"))))
    for plot in view.plots.plots:
        (mark,) = (
            item
            for item in plot.getPlotItem().items
            if isinstance(item, pg.InfiniteLine) and item.value() == 12.5
        )
        assert mark.isVisible()
    view.show_history(run)
    assert not [
        item
        for item in view.plots.loss.getPlotItem().items
        if isinstance(item, pg.InfiniteLine) and item.value() == 12.5
    ]


@pytest.mark.parametrize("rises", [False, True])
def test_words_of_a_mark_stand_clear_of_the_curve(view: CurvesView, rises: bool) -> None:
    """Those of a late one at the left of it."""
    flat, then = np.zeros(70), np.linspace(0, 2 if rises else -2, 30)
    losses = 3 + np.concatenate((flat, then))
    run = RunHistory(Recipe()).extend(started()).extend(steps(0, tuple(losses.tolist())))
    view.show_history(run.extend(Changed(60, Change(words="wider"))))
    (label,) = (
        item.label
        for item in view.plots.loss.getPlotItem().items
        if isinstance(item, pg.InfiniteLine) and hasattr(item, "label")
    )
    assert (label.orthoPos > 0.5) == rises


def test_words_of_marks_side_by_side_stand_at_other_heights_and_are_told_in_full(
    view: CurvesView,
) -> None:
    words = [f"Frozen from here on: a layer with a long name, number {n}" for n in range(3)]
    run = history()
    for at, said in enumerate(words):
        run = run.extend(Changed(12 + at, Change(words=said)))
    view.show_history(run)
    labels = [
        item.label
        for item in view.plots.loss.getPlotItem().items
        if isinstance(item, pg.InfiniteLine) and hasattr(item, "label")
    ]
    assert len({label.orthoPos for label in labels}) == 3
    assert all(len(label.format) < 40 and label.format.endswith("…") for label in labels)
    view.point_at(13)
    assert words[0] in view.readout
    view.point_at(30)
    assert not any(said in view.readout for said in words)


def test_marks_of_a_run_are_gone_with_it(view: CurvesView) -> None:
    view.show_history(history().extend(Changed(12, Change(words="Frozen from here on: conv1"))))
    view.show_history(RunHistory(Recipe(epochs=2)).extend(started(10)).extend(steps(0, (1.0,), 1)))
    assert not [
        item
        for item in view.plots.loss.getPlotItem().items
        if isinstance(item, pg.InfiniteLine) and hasattr(item, "label")
    ]


def timed(epochs: int = 3, per_epoch: int = 10, seconds: float = 0.1) -> RunHistory:
    """A run whose epochs take ever longer: the first `seconds` a step, the second twice that, …"""
    run, passed = RunHistory(Recipe(epochs=epochs)).extend(started(per_epoch)), 0.0
    for number in range(1, epochs + 1):
        for first in range((number - 1) * per_epoch, number * per_epoch, 5):
            passed += 5 * seconds * number
            told = msgspec.structs.replace(steps(first, (1.0,) * 5, number), seconds=passed)
            run = run.extend(told)
        run = run.extend(epoch(number, number * per_epoch))
    return run


@pytest.mark.parametrize(
    ("kind", "seconds", "ends", "label"),
    [
        ("step", 0.1, [10, 20, 30], "step"),
        ("epoch", 0.1, [1, 2, 3], "epoch"),
        ("time", 0.1, [1, 3, 6], "time (s)"),
        ("time", 60.0, [10, 30, 60], "time (min)"),
        ("time", 3600.0, [10, 30, 60], "time (h)"),
    ],
)
def test_all_goes_over_steps_epochs_or_time(
    view: CurvesView, kind: str, seconds: float, ends: list[float], label: str
) -> None:
    run = timed(seconds=seconds).extend(Changed(20, Change(words="slower")))
    view.show_history(run)
    view.across.setCurrentIndex(view.across.findData(kind))
    plots = view.plots
    np.testing.assert_allclose(line(view, "val_loss")[0], ends)
    np.testing.assert_allclose(line(view, "step")[0][-1], ends[-1])
    assert plots.loss.getAxis("bottom").labelText == label
    end = plots.loss.getViewBox().viewRange()[0][1]
    assert ends[-1] < end < 1.3 * ends[-1]
    marks = [i for i in plots.rate.getPlotItem().items if isinstance(i, pg.InfiniteLine)]
    where = [mark.value() for mark in marks if mark.isVisible()]
    assert where == pytest.approx([plots.across.at(20.5)])
    assert plots.across.step(plots.across.at(17)) == pytest.approx(17)
    view.point_at(30)
    assert [mark.value() for mark in marks if mark.value() == pytest.approx(ends[-1])]
    view.follow.setChecked(False)
    plots.loss.setXRange(0, ends[0], padding=0)
    view.across.setCurrentIndex(view.across.findData("step"))
    assert plots.loss.getViewBox().viewRange()[0] == pytest.approx([0, 10]), "the same is in view"
    assert [mark.value() for mark in marks if mark.value() == pytest.approx(30)], "and pointed at"


def test_of_a_run_of_before_the_epochs_tell_the_time(view: CurvesView) -> None:
    view.across.setCurrentIndex(view.across.findData("time"))
    view.show_history(history())
    np.testing.assert_allclose(line(view, "val_loss")[0], [1, 2, 3])


def beside(view: CurvesView) -> list[tuple[np.ndarray, np.ndarray]]:
    """What is drawn of the losses of other runs."""
    own = {*view.plots.lines.values(), *view.plots.outputs.values()}
    drawn = [i for i in view.plots.loss.getPlotItem().listDataItems() if i not in own]
    return [item.getOriginalDataset() for item in drawn]


def test_other_runs_are_drawn_beside_under_their_names(view: CurvesView) -> None:
    view.show_history(history(2, per_epoch=10))
    view.smoothing.setValue(0)
    names = ["slower", "a run whose name is longer than anybody wants to read"]
    other = history(3, per_epoch=20)
    rooms: list[int] = []
    view.named.connect(rooms.append)
    view.compare.chosen.emit([(names[0], other), (names[1], timed())])
    legend = [label.text for _, label in view.plots.loss.getPlotItem().legend.items]
    assert "slower" in legend
    assert legend[-1].startswith("a run whose name")
    assert legend[-1].endswith("…")
    for _ in range(20):
        view.plots.dress()  # which made it ever wider
    assert view.plots.loss.getPlotItem().legend.x() > 0, "all of it is in sight"
    (x, y), _ = beside(view)
    np.testing.assert_allclose(x, np.arange(1, 61))
    np.testing.assert_allclose(y, 1 / x, rtol=1e-6)
    assert view.plots.loss.getViewBox().viewRange()[0][1] > 60, "the longest is seen"
    view.across.setCurrentIndex(view.across.findData("epoch"))
    assert beside(view)[0][0][-1] == 3
    view.logarithmic.setChecked(True)
    view.show_history(history(2, per_epoch=10).extend(steps(20, (0.1,), 3)))
    assert len(beside(view)) == 2
    view.compare.chosen.emit([])
    assert beside(view) == []
    assert rooms == [40, 0], "two rows more of names, where all had one"
    legend = [label.text for _, label in view.plots.loss.getPlotItem().legend.items]
    assert "slower" not in legend


def test_one_loss_far_off_does_not_flatten_the_others(view: CurvesView) -> None:
    run = RunHistory(Recipe(epochs=5)).extend(started(2))
    for number in range(1, 6):
        run = run.extend(steps(2 * number - 2, (2.0, 1.0), number))
        loss = 28.0 if number == 2 else 1.5
        run = run.extend(msgspec.structs.replace(epoch(number, 2 * number), val_loss=loss))
    view.show_history(run)
    shown = view.plots.loss.getViewBox()
    assert 2 < shown.viewRange()[1][1] < 4
    view.logarithmic.setChecked(True)
    assert shown.viewRange()[1][1] >= np.log10(28), "there is room for it"
    view.logarithmic.setChecked(False)
    assert 2 < shown.viewRange()[1][1] < 4


@pytest.mark.parametrize(
    ("steps", "validation", "most"),
    [
        ([2.0, 1.0, 0.5], [9.0, 9.0, 9.0], 9.0),  # overfitted throughout: that is the news
        ([2.0, 1.0, 0.5], [1.0, 28.0, 0.9], 3.0),
        ([2.0, 1.0, 0.5], [], 2.0),
        ([2.0, float("nan"), 0.5], [float("inf")], 2.0),
    ],
)
def test_the_usual_range(steps: list[float], validation: list[float], most: float) -> None:
    found = usual_range(np.array(steps), np.array(validation), np.array(validation))
    assert found == pytest.approx((0.5, most), rel=0.05)


def test_made_up_data_is_told_below_the_curves(view: CurvesView) -> None:
    def told() -> list[str]:
        return [p.getAxis("bottom").labelText for p in (view.plots.loss, view.plots.accuracy)]

    view.show_history(RunHistory(Recipe(data="synthetic")).extend(started(2)))
    assert all("not real data" in text for text in told())
    view.show_history(history())
    assert told() == ["step", "step"]


def test_the_legend_covers_no_curve(view: CurvesView) -> None:
    view.show_history(history())
    QApplication.processEvents()
    plot = view.plots.loss.getPlotItem()
    lowest = plot.legend.sceneBoundingRect().bottom()
    assert lowest <= plot.getViewBox().sceneBoundingRect().top() + 1


def legend(view: CurvesView) -> set[str]:
    return {label.text for _, label in view.plots.loss.getPlotItem().legend.items}


def test_png_shows_the_curves(view: CurvesView, tmp_path: Path) -> None:
    view.show_history(history())
    view.export_png(tmp_path / "curves.png")
    image = QImage(str(tmp_path / "curves.png"))
    assert image.width() == 2 * view.plots.width()
    colours = {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 2)
        for y in range(image.height())
    }
    assert {theme.LIGHT.base, theme.LIGHT.validation} <= colours


def test_nothing_to_export(view: CurvesView, tmp_path: Path) -> None:
    for export in (view.export_csv, view.export_png):
        with pytest.raises(SkipwireError, match="Train the network first"):
            export(tmp_path / "x")
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there(view: CurvesView, tmp_path: Path) -> None:
    view.show_history(history())
    for export in (view.export_csv, view.export_png):
        with pytest.raises(SkipwireError, match="cannot be written"):
            export(tmp_path / "missing" / "curves")


def test_export_through_the_dialog(
    view: CurvesView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    view.show_history(history())
    warned: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *args: warned.append(args[2]))

    def answer(path: Path | str, chosen: str = "") -> None:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), chosen))
        view.export_button.click()

    answer("")
    assert not list(tmp_path.iterdir())
    answer(tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_text().startswith("step,loss")
    answer(tmp_path / "b", "CSV (*.csv)")
    assert (tmp_path / "b.csv").exists()
    assert not warned
    answer(tmp_path / "b", "CSV (*.csv)")
    assert "exists already" in warned.pop()
    answer(tmp_path / "missing" / "c.png")
    assert "cannot be written" in warned.pop()


@pytest.mark.parametrize("epochs", [0, 3])
def test_both_themes(view: CurvesView, epochs: int) -> None:
    view.show_history(history(epochs=epochs))
    for chosen in (theme.DARK, theme.LIGHT):
        theme.apply(chosen)
        QApplication.processEvents()
        image = view.plots.loss.grab().toImage()
        assert image.pixelColor(2, 2).name() == chosen.base
        assert view.plots.lines["mean"].opts["pen"].color().name() == chosen.train
        marker = view.plots.lines["val_loss"].scatter.opts["brush"]  # as the legend has it
        assert marker.color().name() == chosen.validation
        _, label = view.plots.loss.getPlotItem().legend.items[0]
        assert label.opts["color"] == chosen.text


def test_pyqtgraph_menus_with_their_failing_exporters_are_gone(view: CurvesView) -> None:
    for plot in view.plots.plots:
        assert not plot.getPlotItem().menuEnabled()
        assert not plot.getViewBox().menuEnabled()
        assert plot.scene().contextMenu == []
