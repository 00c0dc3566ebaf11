"""Stages behind the cards, and names beside them."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

from app.analysis import analyse
from app.ui.canvas import CanvasView
from app.ui.canvas.beside import Beside
from app.ui.canvas.beside import room as room_at
from app.ui.canvas.cards import Cards
from app.ui.canvas.geometry import Geometry
from app.ui.canvas.labels import Labels
from app.ui.canvas.metrics import BESIDE_FROM, CARD_HEIGHT, CARD_WIDTH, TEXTS_FROM
from app.ui.canvas.stages import Stages
from app.ui.editor import Editor
from app.ui.theme import LIGHT
from nodes.network import ROOT, Network
from nodes.network.document import Document
from nodes.network.edits import move
from presets import PRESETS


def stages(network: Network, scope: str = ROOT, prefix: str = "") -> Stages:
    cards, _ = Cards().make(network, scope, prefix, analyse(network))
    return Stages(cards, Geometry(cards, network.scope(scope).wires).places)


def captions(found: Stages) -> list[str]:
    return [band.caption for band in found.bands]


def test_the_stages_of_vgg_are_the_sizes_of_its_maps() -> None:
    found = stages(PRESETS["vgg16"].network(), "VGGFeatures", "features")
    assert captions(found) == [f"{side}×{side}" for side in (224, 112, 56, 28, 14, 7)]
    for upper, lower in pairwise(found.bands):
        assert upper.top < upper.bottom == lower.top < lower.bottom


def test_a_head_of_vectors_beside_the_trunk_does_not_end_its_stage() -> None:
    sides = [224, 112, 56, 28, 14, 7, 1]
    assert captions(stages(PRESETS["googlenet"].network())) == [f"{side}×{side}" for side in sides]


def test_a_graph_of_one_size_has_no_stages() -> None:
    assert captions(stages(PRESETS["inception_v3"].network(), "InceptionC", "Mixed_6b")) == []


def test_where_sizes_share_a_row_there_is_no_band() -> None:
    network = PRESETS["vgg16"].network()
    first = network.block("VGGFeatures").graph.by_name["1"]
    beside = {"4": (first.position[0] + 300, first.position[1])}
    found = stages(move(network, "VGGFeatures", beside), "VGGFeatures", "features")
    middle = first.position[1] + CARD_HEIGHT / 2
    assert not any(band.top <= middle <= band.bottom for band in found.bands)


def test_captions_stay_in_view_and_bands_are_seen(qtbot: QtBot) -> None:
    found, labels = stages(PRESETS["lenet5"].network()), Labels(QFont())

    def painted(view: QRectF, what: Stages) -> QImage:
        image = QImage(400, 300, QImage.Format.Format_RGB32)
        image.fill(LIGHT.canvas)
        painter = QPainter(image)
        painter.translate(-view.topLeft())
        what.paint(painter, labels, LIGHT, view)
        painter.end()
        return image

    below = found.bands[0].bottom - 150
    for left in (-200.0, 60.0):  # beside the cards, and where their left side is out of view
        view = QRectF(left, below, 400, 300)
        caption = painted(view, found).copy(0, 150, 200, 25)
        plain = painted(view, Stages()).copy(0, 150, 200, 25)
        colours = {caption.pixel(x, y) for x in range(200) for y in range(25)}
        assert caption != plain
        assert len(colours) > 3  # letters, not the band alone


def test_room_ends_at_the_next_card_and_at_wires() -> None:
    network = PRESETS["googlenet"].network()
    cards, _ = Cards().make(network, ROOT, "", analyse(network))
    geometry = Geometry(cards, network.graph.wires)
    room = np.array([room_at(geometry, i) for i in range(len(geometry.places))])
    for i, (x, y) in enumerate(geometry.places):
        row = (np.abs(geometry.places[:, 1] - y) < 1) & (geometry.places[:, 0] > x)
        nearest = geometry.places[row, 0].min() - x - CARD_WIDTH if row.any() else np.inf
        assert room[i] <= nearest
    assert np.isinf(room[geometry.index["input"]])
    assert np.isfinite(room[geometry.index["inception4b"]])


def test_room_follows_what_is_dragged() -> None:
    network = PRESETS["lenet5"].network()
    cards, _ = Cards().make(network, ROOT, "", analyse(network))
    geometry, labels, beside = Geometry(cards, network.graph.wires), Labels(QFont()), Beside()
    last = len(cards) - 1
    assert beside.fits(geometry, labels, cards[0], 0, BESIDE_FROM)
    away = geometry.places[0] + (CARD_WIDTH + 20, 0) - geometry.places[last]
    geometry.shift([cards[last].name], *away.tolist())
    assert not beside.fits(geometry, labels, cards[0], 0, BESIDE_FROM)


@pytest.mark.parametrize("preset", ["vgg16", "densenet201", "googlenet", "inception_v3"])
def test_a_network_is_first_shown_whole_or_from_its_top(qtbot: QtBot, preset: str) -> None:
    editor = Editor()
    view = CanvasView(editor)
    qtbot.addWidget(view)
    view.resize(768, 459)
    view.show()
    qtbot.waitExposed(view)
    editor.open(Document(PRESETS[preset].network(), editor.document.recipe))
    left, top, right, bottom = view.navigator.seen()
    bounds = view.layer.geometry.bounds()
    assert bounds is not None
    assert view.navigator.zoom >= TEXTS_FROM
    assert top <= bounds[1]
    assert left <= view.layer.geometry.trunk() <= right
    assert (bottom >= bounds[3]) == (preset in ("vgg16", "densenet201"))
    assert len(view.visible_paths()) >= 6
