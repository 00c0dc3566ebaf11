"""The heat map: cards are shaded and labelled by a cost."""

from __future__ import annotations

import math
from itertools import groupby

import pytest
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from app.analysis.costs import COSTS, Cost
from app.ui.canvas import CanvasView
from app.ui.canvas.heat import LEVELS
from app.ui.canvas.legend import ROOM, level_colour
from app.ui.editor import Editor
from app.ui.formats import quantity
from nodes.network.document import Document
from presets import PRESETS

COST_BY_ID = {cost.id: cost for cost in COSTS}


@pytest.fixture
def canvas(qtbot: QtBot) -> CanvasView:
    editor = Editor()
    editor.open(Document(PRESETS["resnet18"].network()))
    canvas = CanvasView(editor)
    qtbot.addWidget(canvas)
    canvas.resize(900, 700)
    canvas.show()
    qtbot.waitExposed(canvas)
    return canvas


@pytest.mark.parametrize("cost", COSTS, ids=lambda c: c.id)
def test_the_costliest_card_is_the_warmest(canvas: CanvasView, cost: Cost) -> None:
    canvas.weigh_by(cost)
    report = canvas.editor.report
    levels = {card.name: card.level for card in canvas.layer.cards}
    values = {name: cost.of(report.nodes[name]) or 0 for name in levels}
    assert max(values.values()) > 0
    order = sorted(levels, key=lambda name: values[name])
    assert [levels[n] for n in order] == sorted(levels.values())
    assert levels[order[-1]] == LEVELS
    assert all((levels[name] == 0) == (value == 0) for name, value in values.items())
    assert not canvas.grab().isNull()


def test_cards_say_the_figure_and_its_share(canvas: CanvasView) -> None:
    canvas.weigh_by(COST_BY_ID["parameters"])
    weights = {card.name: card.weight for card in canvas.layer.cards}
    assert weights["layer4"] == "8,393,728   71.8 %"
    canvas.weigh_by(None)
    assert {card.weight for card in canvas.layer.cards} == {""}
    assert {card.level for card in canvas.layer.cards} == {0}
    assert canvas.layer.look.heat is None


@pytest.mark.parametrize("cost", COSTS, ids=lambda c: c.id)
def test_the_middle_of_the_legend_stands_where_cards_of_half_the_cost_are_shaded(
    canvas: CanvasView, cost: Cost
) -> None:
    canvas.weigh_by(cost)
    heat = canvas.layer.look.heat
    assert heat is not None
    place, text = heat.middle
    assert text == quantity(heat.most // 2, cost.unit)
    assert math.ceil(LEVELS * place) == math.ceil(LEVELS * math.sqrt(0.5))
    assert (place**2) * heat.most == pytest.approx(heat.most // 2)


def test_a_cost_of_nothing_has_a_legend_too(canvas: CanvasView) -> None:
    canvas.editor.select(canvas.layer.geometry.names)
    canvas.delete_selection()
    canvas.weigh_by(COST_BY_ID["macs"])
    assert canvas.layer.look.heat is not None
    assert canvas.layer.look.heat.middle[0] == 0
    assert not canvas.grab().isNull()


def test_the_legend_shows_every_shade_in_its_order(canvas: CanvasView) -> None:
    canvas.weigh_by(COST_BY_ID["macs"])
    image = canvas.viewport().grab().toImage()
    rows = [[image.pixelColor(x, y).name() for x in range(200)] for y in range(image.height())]
    shades = [level_colour(canvas.layer.theme, k).name() for k in range(1, LEVELS + 1)]
    (seen,) = {tuple(c for c, _ in groupby(row) if c in shades) for row in rows[-62:]} - {()}
    assert seen == tuple(shades)


@pytest.mark.parametrize("size", [(900, 700), (330, 600), (500, 300), (360, 360)])
def test_what_is_fitted_keeps_clear_of_the_legend(
    canvas: CanvasView, size: tuple[int, int]
) -> None:
    canvas.resize(*size)
    canvas.fit()
    plain = canvas.navigator.zoom
    canvas.weigh_by(COST_BY_ID["macs"])
    canvas.fit()
    bounds = canvas.layer.geometry.bounds()
    assert bounds is not None
    assert canvas.navigator.sees(bounds)
    assert plain / 2 < canvas.navigator.zoom <= plain
    width, height = ROOM
    corner = canvas.mapToScene(QRect(0, size[1] - int(height), int(width), int(height)))
    seen = corner.boundingRect()
    assert not len(
        canvas.layer.geometry.cards_in((seen.left(), seen.top(), seen.right(), seen.bottom()))
    )


def test_the_heat_map_follows_into_a_block(canvas: CanvasView) -> None:
    canvas.weigh_by(COST_BY_ID["macs"])
    canvas.editor.enter("layer2")
    warmest = [card.name for card in canvas.layer.cards if card.level == LEVELS]
    assert "conv2" in warmest
    assert "relu1" not in warmest
