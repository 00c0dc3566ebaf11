"""Branches of a decoder are made larger where they meet the encoder's, as is usual."""

from __future__ import annotations

import pytest
import torch

from app.advice import Repair, repairs
from app.analysis import analyse
from nodes.network import Network
from nodes.network.builder import Builder
from tests.networks.measured import module


def u_net(size: int = 32, pool: int = 2) -> Network:
    """Two levels of a U-Net, with nothing that brings the lower one up again."""
    b = Builder("Decoder")
    x = b.add("conv1", "Conv2d", b.input(3, size, size), out_channels=16, kernel_size=3, padding=1)
    skip = b.add("relu1", "ReLU", x)
    x = b.add("pool", "MaxPool2d", skip, kernel_size=pool)
    x = b.add("conv2", "Conv2d", x, out_channels=32, kernel_size=3, padding=1)
    x = b.add("relu2", "ReLU", x)
    b.output(b.add("concat", "Concat", [skip, x]))
    return b.network()


def pyramid(lower: int = 32, stride: int = 2) -> Network:
    """Two levels of a feature pyramid: laterals of one width, and a sum from the top down."""
    b = Builder("Decoder")
    x = b.add("conv3", "Conv2d", b.input(16, 24, 24), out_channels=64, kernel_size=3, padding=1)
    x = b.add("relu3", "ReLU", x)
    y = b.add("conv4", "Conv2d", x, out_channels=128, kernel_size=3, stride=stride, padding=1)
    upper = b.add(
        "lateral4", "Conv2d", b.add("relu4", "ReLU", y), out_channels=lower, kernel_size=1
    )
    lateral = b.add("lateral3", "Conv2d", x, out_channels=32, kernel_size=1)
    b.output(b.add("add", "Add", [lateral, upper]))
    return b.network()


def offered(found: Network) -> dict[str, Repair]:
    report = analyse(found)
    return {r.title: r for r in repairs(found, report, report.problems[0])}


def test_the_lower_level_of_a_u_net_is_made_larger_before_anything_else() -> None:
    found = u_net()
    title, repair = next(iter(offered(found).items()))
    assert title == "Add an upsampling by 2 after relu2"
    made = repair.edit(found)
    assert analyse(made).outputs == ((48, 32, 32),)
    assert module(made)(torch.zeros(2, 3, 32, 32)).shape == (2, 48, 32, 32)


@pytest.mark.parametrize("stride", [2, 3, 4])
def test_the_upper_level_of_a_pyramid_is_made_larger(stride: int) -> None:
    found = pyramid(stride=stride)
    made = offered(found)[f"Add an upsampling by {stride} after lateral4"].edit(found)
    assert analyse(made).outputs == ((32, 24, 24),)


def test_a_sum_of_other_channels_takes_a_projection_too() -> None:
    found = pyramid(lower=128)
    title = "Add a 1×1 projection to 32 channels and an upsampling by 2 after lateral4"
    (title,) = (t for t in offered(found) if "upsampling" in t)
    assert "32 channels" in title
    made = offered(found)[title].edit(found)
    assert analyse(made).outputs == ((32, 24, 24),)


def test_a_size_that_no_whole_factor_makes_is_not_interpolated() -> None:
    found = u_net(33)
    assert offered(found)
    assert not [t for t in offered(found) if "upsampling" in t]
