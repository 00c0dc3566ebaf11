"""Layers dropped on a wire: spliced in after it was lit, unless that is not wanted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from app.ui import settings
from app.ui.drag import PRESET, kind_data
from nodes.catalogue import CATALOGUE
from nodes.network import Wire, wire
from tests.app.ui.canvas.conftest import LEFT, PLAIN, Hand

COPY, ALT = Qt.DropAction.CopyAction, Qt.KeyboardModifier.AltModifier
WIRE = wire("conv", "output", "norm", "input")


@pytest.fixture
def insertion_off() -> Iterator[None]:
    settings.set_flag("insert_on_wire", False)
    yield
    settings.set_flag("insert_on_wire", True)


def drop(
    hand: Hand, kind: str, place: tuple[float, float], keys: Qt.KeyboardModifier = PLAIN
) -> Wire | None:
    """Gives the wire that was lit before."""
    viewport, at, mime = hand.canvas.viewport(), hand.at(*place), kind_data(kind)
    QApplication.sendEvent(viewport, QDragEnterEvent(at, COPY, mime, LEFT, keys))
    QApplication.sendEvent(viewport, QDragMoveEvent(at, COPY, mime, LEFT, keys))
    lit = hand.canvas.layer.look.target_wire
    QApplication.sendEvent(viewport, QDropEvent(QPointF(at), COPY, mime, LEFT, keys))
    assert hand.canvas.layer.look.target_wire is None
    return lit


def middle(hand: Hand) -> tuple[float, float]:
    start = hand.port("conv", "output", output=True)
    end = hand.port("norm", "input", output=False)
    return (start[0] + end[0]) / 2, (start[1] + end[1]) / 2


def test_a_wire_lights_up_and_takes_the_layer_in_one_step(hand: Hand) -> None:
    before = hand.editor.network
    assert drop(hand, "Sigmoid", middle(hand)) == WIRE
    (name,) = hand.editor.selection
    assert hand.editor.graph.into("norm") == (wire(name, "output", "norm", "input"),)
    hand.editor.undo()
    assert hand.editor.network == before


def test_with_alt_it_is_only_put_there(hand: Hand) -> None:
    assert drop(hand, "Sigmoid", middle(hand), ALT) is None
    assert WIRE in hand.editor.graph.wires


@pytest.mark.usefixtures("insertion_off")
def test_where_it_is_switched_off_it_is_only_put_there(hand: Hand) -> None:
    assert drop(hand, "Sigmoid", middle(hand)) is None
    assert WIRE in hand.editor.graph.wires


@pytest.mark.parametrize("kind", ["Linear", "Input", "Output", "BatchNorm1d", "BatchNorm3d"])
def test_only_what_fits_between_its_ends_lights_a_wire(hand: Hand, kind: str) -> None:
    """A Linear takes images too; the others do not, or have no way in or out."""
    assert kind in CATALOGUE
    assert (drop(hand, kind, middle(hand)) == WIRE) is (kind == "Linear")


def test_a_published_network_is_one_block(hand: Hand) -> None:
    drop(hand, f"{PRESET}lenet5", (700.0, 420.0))
    node = hand.editor.selected_node
    assert node is not None
    assert hand.editor.is_block(node)
