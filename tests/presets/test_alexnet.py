"""AlexNet as published, and ZFNet: the sizes, the halves and the normalisation."""

from __future__ import annotations

import pytest
import torch

from app.analysis import analyse
from presets import preset
from tests.networks.measured import module


@pytest.mark.parametrize(
    ("id", "sizes"),
    [
        ("alexnet_2012_grouped", {"conv1": 55, "pool1": 27, "conv2": 27, "pool2": 13, "pool5": 6}),
        ("alexnet_d2l", {"conv1": 54, "pool1": 26, "conv2": 26, "pool2": 12, "pool5": 5}),
        ("zfnet", {"conv1": 110, "pool1": 55, "conv2": 26, "pool2": 13, "pool5": 6}),
    ],
)
def test_the_sizes_are_those_of_the_figure(id: str, sizes: dict[str, int]) -> None:
    report = analyse(preset(id).network())
    for path, size in sizes.items():
        assert report.nodes[path].outputs["output"][1:] == (size, size)


def test_the_halves_meet_in_the_third_convolution_only() -> None:
    graph = preset("alexnet_2012_grouped").network().graph
    groups = [graph.by_name[f"conv{k}"].args.get("groups", 1) for k in range(1, 6)]
    assert groups == [1, 2, 1, 2, 2]


@pytest.mark.parametrize(
    ("id", "order"),
    [
        ("alexnet_2012_grouped", ["conv1", "relu1", "norm1", "pool1", "conv2"]),
        ("zfnet", ["conv1", "relu1", "pool1", "norm1", "conv2"]),
    ],
)
def test_normalisation_stands_where_the_paper_has_it(id: str, order: list[str]) -> None:
    graph = preset(id).network().graph
    sources = [graph.into(name)[0].source.node for name in order]
    assert sources == ["input", *order[:-1]]


def test_normalisation_is_the_formula_of_the_paper() -> None:
    norm = module(preset("alexnet_2012_grouped").network(), "meta").get_submodule("norm1")
    a = 100 * torch.rand(1, 96, 2, 2)
    around = [a[:, max(0, i - 2) : i + 3].square().sum(1) for i in range(96)]
    expected = a / (2 + 1e-4 * torch.stack(around, 1)) ** 0.75
    torch.testing.assert_close(norm(a), expected)


def test_the_biases_begin_as_in_the_paper() -> None:
    model = module(preset("alexnet_2012_grouped").network(input_size=67))
    for name, bias in {"conv1": 0, "conv2": 1, "conv3": 0, "conv4": 1, "conv5": 1, "fc6": 1,
                       "fc7": 1, "fc8": 0}.items():  # fmt: skip
        layer = model.get_submodule(name)
        assert (layer.get_parameter("bias") == bias).all()
        assert layer.get_parameter("weight").std().item() == pytest.approx(0.01, rel=0.05)
