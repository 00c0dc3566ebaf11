"""Freezing and dropout in mid-run, of the nodes that are selected."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from app.analysis import analyse
from app.analysis.report import Report
from app.training.controls import Standing
from app.training.messages import Change
from app.training.recipe import Recipe
from app.ui.training.nodeknobs import NodeKnobs, drops
from nodes.learning import Learning
from presets import PRESETS


@pytest.fixture(scope="module")
def report() -> Report:
    return analyse(PRESETS["vgg11"].network())


@pytest.fixture
def knobs(qtbot: QtBot) -> NodeKnobs:
    widget = NodeKnobs()
    qtbot.addWidget(widget)
    widget.resize(400, 160)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


@pytest.fixture
def wanted(knobs: NodeKnobs) -> list[Change]:
    heard: list[Change] = []
    knobs.wanted.connect(heard.append)
    return heard


def names(report: Report) -> tuple[str, str, str]:
    """Two convolutions and a dropout, by path."""
    convolutions = [p for p, r in report.nodes.items() if r.kind == "Conv2d"]
    (dropout, *_) = drops(report, [*report.nodes])
    return convolutions[0], convolutions[1], dropout


def choose(knobs: NodeKnobs, words: str) -> None:
    combo = knobs.frozen.field.findChild(QComboBox)
    assert combo is not None
    combo.setCurrentText(words)
    combo.activated.emit(combo.currentIndex())


def test_without_a_node_it_says_where_to_choose_one(knobs: NodeKnobs, report: Report) -> None:
    knobs.show_nodes((), report, Standing(Recipe()))
    assert "Select nodes on the canvas" in knobs.title.text()
    assert not knobs.frozen.field.isVisible()
    assert not knobs.drops.field.isVisible()


def test_nodes_are_frozen_and_learn_again(
    knobs: NodeKnobs, report: Report, wanted: list[Change]
) -> None:
    first, second, _ = names(report)
    begun = Standing(Recipe(), Learning(rates=((second, 0.1),)))
    knobs.show_nodes((first, second), report, begun)
    assert not knobs.drops.field.isVisible(), "neither drops anything"
    choose(knobs, "frozen")
    assert wanted[0].learning == Learning((first, second), (), begun.learning.rates)
    assert wanted[0].words == f"Frozen from here on: {first}, {second}"
    asleep = begun.after(wanted)
    knobs.show_nodes((second,), report, asleep)
    note = knobs.findChild(QLabel, "note_frozen")
    assert note is not None
    assert note.text() == f"Frozen now: {first}, {second}"
    choose(knobs, "frozen, statistics too")
    assert wanted[1].learning == Learning((first, second), (second,), begun.learning.rates)
    choose(knobs, "learn")
    assert wanted[2].learning == Learning((first,), (), begun.learning.rates)
    assert asleep.taking_back(wanted[2], {}, "").learning == asleep.learning


def test_what_a_block_freezes_cannot_be_freed_alone(
    knobs: NodeKnobs, report: Report, wanted: list[Change]
) -> None:
    inner = next(p for p, r in report.nodes.items() if "." in p and r.parameters)
    block = inner.partition(".")[0]
    knobs.show_nodes((inner,), report, Standing(Recipe(), Learning((block,))))
    choose(knobs, "learn")
    assert wanted == []
    assert f"Frozen by the block {block}" in knobs.frozen.note.text()


def test_what_a_node_drops(
    knobs: NodeKnobs, report: Report, wanted: list[Change], qtbot: QtBot
) -> None:
    _, _, dropout = names(report)
    begun = Standing(Recipe())
    knobs.show_nodes((dropout,), report, begun)
    assert not knobs.frozen.field.isVisible(), "it has no weights"
    line = knobs.drops.field.findChild(QLineEdit)
    assert line is not None
    assert line.text() == "0.5"
    line.selectAll()
    qtbot.keyClicks(line, "0.2")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    words = f"Dropout of {dropout} now 0.2, was 0.5"
    assert wanted == [Change(dropouts=((dropout, 0.2),), words=words)]
    after = begun.after(wanted)
    knobs.show_nodes((dropout,), report, after)
    reset = knobs.findChild(QToolButton, "reset drops")
    assert reset is not None
    assert reset.isVisible()
    back = begun.taking_back(wanted[0], drops(report, [dropout]), "back")
    assert back == Change(dropouts=((dropout, 0.5),), words="back")
    assert replace(after.after([back]), dropouts={}) == begun
