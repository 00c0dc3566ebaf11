"""What the classes that code carries along work out, against the formulas of their layers."""

from __future__ import annotations

import math
from typing import Any

import pytest
import torch
from torch import nn

from nodes.catalogue import CATALOGUE
from tests.nodes.layers.cases import Case
from tests.nodes.measured import build


def made(
    kind: str, input: torch.Tensor, train: bool = False, **values: Any
) -> tuple[nn.Module, torch.Tensor]:
    """The module of a layer with these arguments, and its value."""
    torch.manual_seed(0)
    layer = build(CATALOGUE[kind], Case(values, [tuple(input.shape[1:])])).train(train)
    assert layer.module is not None
    return layer.module, layer.run(input)[0]


@pytest.mark.parametrize("code", ["random", "digits", "learned"])
def test_rbf_is_the_squared_distance_to_its_code(code: str) -> None:
    x = torch.randn(3, 84)
    module, y = made("RBF", x, out_features=10, code=code)
    signs = module.state_dict()["code"]
    torch.testing.assert_close(y, torch.cdist(x, signs) ** 2)
    assert signs.unique().tolist() == [-1, 1]
    assert len(signs.unique(dim=0)) == 10
    torch.testing.assert_close(made("RBF", x, out_features=10, code=code)[0].state_dict(),
                               module.state_dict())  # fmt: skip


def test_a_digit_is_drawn_in_twelve_rows_of_seven() -> None:
    module, _ = made("RBF", torch.zeros(2, 84), out_features=10, code="digits")
    four = module.state_dict()["code"][4].view(12, 7)
    assert ["".join("#" if pixel > 0 else "." for pixel in row) for row in four.tolist()] == [
        ".......",
        "....##.",
        "...###.",
        "..####.",
        ".##.##.",
        "##..##.",
        "##..##.",
        "#######",
        "....##.",
        "....##.",
        "....##.",
        ".......",
    ]


def test_layer_norm_channels_first_normalises_every_cell() -> None:
    x = torch.randn(2, 5, 4, 6)
    _, y = made("LayerNormChannelsFirst", x, eps=1e-6)
    variance = x.var(1, unbiased=False, keepdim=True)
    torch.testing.assert_close(y, (x - x.mean(1, keepdim=True)) / (variance + 1e-6).sqrt())


@pytest.mark.parametrize("features", [1, 5, 8])
def test_positions_are_told_by_sines_and_cosines(features: int) -> None:
    _, y = made("PositionalEncoding", torch.ones(2, 7, features), base=100.0)
    for step in range(7):
        for i in range(features):
            angle = step / 100.0 ** (2 * (i // 2) / features)
            expected = 1 + (math.cos(angle) if i % 2 else math.sin(angle))
            assert y[1, step, i].item() == pytest.approx(expected, abs=1e-5)


def test_drop_path_zeroes_samples_and_scales_up_the_others() -> None:
    x = torch.ones(4000, 2, 3)
    _, y = made("DropPath", x, train=True, p=0.2)
    whole = y.flatten(1)
    assert (whole == whole[:, :1]).all()
    assert sorted(y.unique().tolist()) == pytest.approx([0, 1.25])
    assert y.mean().item() == pytest.approx(1, abs=0.05)
    assert not made("DropPath", x, train=True, p=1.0)[1].any()
    assert made("DropPath", x, p=0.2)[1] is x


@pytest.mark.parametrize(
    ("coefficient", "shape"),
    [("each channel", (3, 1, 1)), ("each feature", (5,)), ("all", (1,))],
)
def test_scale_multiplies_by_its_coefficients(coefficient: str, shape: tuple[int, ...]) -> None:
    x = torch.randn(2, 3, 4, 5)
    module, y = made("Scale", x, coefficient=coefficient, init=0.5, bias=True)
    assert module.get_parameter("weight").shape == module.get_parameter("bias").shape == shape
    torch.testing.assert_close(y, 0.5 * x)


def test_a_factor_is_fixed() -> None:
    x = torch.randn(2, 3, 4, 5)
    module, y = made("Factor", x, factor=-0.3)
    assert not module.state_dict()
    torch.testing.assert_close(y, -0.3 * x)


@pytest.mark.parametrize("kind", ["LSTM", "GRU"])
@pytest.mark.parametrize("bidirectional", [False, True])
def test_the_last_step_is_where_each_direction_ends(kind: str, bidirectional: bool) -> None:
    x = torch.randn(3, 6, 4)
    values: dict[str, Any] = {"hidden_size": 5, "num_layers": 2, "bidirectional": bidirectional}
    _, every = made(kind, x, **values)
    _, last = made(kind, x, **values, output="last step")
    ends = [every[:, -1, :5], every[:, 0, 5:]]
    torch.testing.assert_close(last, torch.cat(ends, 1))
