"""Receptive fields: known figures, and random branched networks against gradients in torch."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
import torch
from torch import Tensor, fx, nn

from app.analysis import analyse
from app.analysis.field import Field
from nodes.network import Graph, Network, Node, wire
from tests.app.networks import ends, network, node
from tests.networks import PUBLISHED
from tests.networks.measured import module

SIZE = 24
SEEDS = range(24)


def conv(name: str, kernel: int = 3, **args: object) -> Node:
    given = {"out_channels": 2, "kernel_size": kernel, "padding": kernel // 2, **args}
    return node(name, "Conv2d", **given)


def fields(drawn: Network, name: str) -> tuple[Field, ...]:
    report = analyse(drawn)
    assert report.ok, report.problems
    found = report.nodes[name].field
    assert found is not None
    return found


# --- known figures -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "path", "largest", "jump"),
    [  # with the stride in the 3×3 convolutions; Araujo, Norris and Sim have it in the 1×1
        ("resnet50", "layer4", 483 - 8 - 16 - 32, 32),
        ("resnet152", "layer4", 1507 - 8 - 16 - 32, 32),
        ("vgg11", "features", 150, 32),
    ],
)
def test_published_receptive_fields(name: str, path: str, largest: int, jump: int) -> None:
    for found in fields(PUBLISHED[name].build(224), path):
        assert (found.largest, found.jump, found.size) == (largest, jump, 224)


def test_two_small_windows_see_as_much_as_a_large_one() -> None:
    two = fields(network([*ends(), conv("a"), conv("b")], "input a b output"), "b")
    one = fields(network([*ends(), conv("a", 5)], "input a output"), "a")
    assert two == one == (Field(8, 5, 5, 1, -2),) * 2


def test_branches_have_a_smallest_and_a_largest() -> None:
    nodes = [*ends(3, SIZE, SIZE), conv("a", 1), conv("b", 5, dilation=2, padding=4),
             node("add", "Add"), conv("c", stride=2)]  # fmt: skip
    drawn = network(nodes, "input a add c output", "input b add")
    assert fields(drawn, "add") == (Field(SIZE, 1, 9, 1, -4),) * 2
    assert fields(drawn, "c") == (Field(SIZE, 3, 11, 2, -5),) * 2
    assert list(fields(drawn, "c")[0].cells(3)) == list(range(1, 12))
    assert fields(drawn, "c")[0].centre(3) == 6


def test_padding_is_not_of_the_input() -> None:
    (found, _) = fields(network([*ends(), conv("a", 7)], "input a output"), "a")
    assert list(found.cells(0)) == [0, 1, 2, 3]
    assert list(found.cells(7)) == [4, 5, 6, 7]


def test_each_axis_has_its_own() -> None:
    wide = node("a", "Conv2d", kernel_size=(1, 5), stride=(1, 2), padding=(0, 2))
    rows, columns = fields(network([*ends(), wide], "input a output"), "a")
    assert (rows.largest, rows.jump) == (1, 1)
    assert (columns.largest, columns.jump, columns.start) == (5, 2, -2)


def test_a_linear_layer_sees_the_whole_input() -> None:
    nodes = [*ends(), conv("a"), node("flat", "Flatten"), node("fc", "Linear")]
    drawn = network(nodes, "input a flat fc output")
    for found in (*fields(drawn, "flat"), *fields(drawn, "fc")):
        assert found.whole
        assert list(found.cells(5)) == list(range(8))
        assert found.centre(5) == Fraction(7, 2)


def test_a_branch_that_sees_everything_makes_what_it_meets_see_everything() -> None:
    nodes = [*ends(), conv("a"), node("pool", "AdaptiveAvgPool2d"), node("gate", "Sigmoid"),
             node("scale", "Multiply"), conv("b")]  # fmt: skip
    wires = network(nodes, "input a pool gate", "b output").graph.wires
    met = (
        wire("a", "output", "scale", "inputs"),
        wire("gate", "output", "scale", "inputs"),
        wire("scale", "output", "b", "input"),
    )
    drawn = Network("Test", Graph(tuple(nodes), (*wires, *met)))
    for found in fields(drawn, "b"):
        assert found.whole
        assert (found.smallest, found.jump) == (5, 1)


def test_where_several_inputs_meet_there_is_no_telling() -> None:
    nodes = [*ends(), node("second", "Input", shape=(2, 8, 8)), conv("a"), node("add", "Add"),
             conv("b")]  # fmt: skip
    report = analyse(network(nodes, "input a add b output", "second add"))
    assert report.ok
    assert report.nodes["a"].field == (Field(8, 3, 3, 1, -1),) * 2
    assert report.nodes["add"].field is report.nodes["b"].field is None


def test_a_network_that_is_not_sound_tells_what_it_can() -> None:
    report = analyse(network([*ends(), conv("a"), conv("b", groups=5)], "input a b output"))
    assert report.nodes["a"].field == (Field(8, 3, 3, 1, -1),) * 2
    assert report.nodes["b"].field is None


# --- random networks, against gradients ----------------------------------------------------------


def drawn_at_random(seed: int) -> Network:
    """Branches of convolutions and average pools of stride 1, summed; a stride between them."""
    rng = random.Random(seed)
    nodes, chains, last, number = [*ends(1, SIZE, SIZE)], [], "input", 0

    def layer(stride: int = 1) -> str:
        nonlocal number
        number += 1
        name, kernel = f"n{number}", rng.choice((1, 3, 5))
        dilation = rng.choice((1, 2)) if kernel > 1 else 1
        if rng.random() < 0.2 and stride == 1:
            nodes.append(node(name, "AvgPool2d", kernel_size=3, stride=1, padding=1))
        else:
            padding = dilation * (kernel - 1) // 2
            nodes.append(conv(name, kernel, stride=stride, dilation=dilation, padding=padding))
        return name

    for stage in range(rng.randint(1, 3)):
        head = layer()
        chains.append(f"{last} {head}")
        merge = f"add{stage}"
        nodes.append(node(merge, "Add"))
        for _ in range(rng.randint(1, 3)):
            branch = [layer() for _ in range(rng.randint(0, 2))]
            chains.append(" ".join([head, *branch, merge]))
        last = layer(stride=rng.choice((1, 2)))
        chains.append(f"{merge} {last}")
    return network(nodes, *chains, f"{last} output")


def values(model: nn.Module, x: Tensor) -> dict[str, Tensor]:
    """The value of every node of a traced module, by its name there."""
    found: dict[str, Tensor] = {}

    class Keeping(fx.Interpreter):
        def run_node(self, n: fx.Node) -> Tensor:
            found[n.name] = made = super().run_node(n)
            return made

    Keeping(fx.symbolic_trace(model)).run(x)
    return found


def reached(value: Tensor, x: Tensor, place: tuple[int, int]) -> list[list[int]]:
    """The rows and columns of the input with a gradient of one output cell."""
    (gradient,) = torch.autograd.grad(value[:, :, place[0], place[1]].sum(), x, retain_graph=True)
    return [gradient[0, 0].abs().sum(1 - a).nonzero().flatten().tolist() for a in (0, 1)]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_gradient_reaches_the_ends_of_the_largest_field(seed: int) -> None:
    drawn = drawn_at_random(seed)
    report = analyse(drawn)
    assert report.ok, report.problems
    torch.manual_seed(seed)
    model = module(drawn).double()
    for weights in model.parameters():  # positive: no two paths cancel
        nn.init.uniform_(weights, 0.1, 1.0)
    x = torch.rand(1, 1, SIZE, SIZE, dtype=torch.double, requires_grad=True)
    compared = 0
    for name, value in values(model, x).items():
        known = report.nodes.get(name)
        if known is None or known.field is None or name in ("input", "output"):
            continue
        rows, columns = value.shape[2:]
        for place in ((0, 0), (rows // 2, columns // 3), (rows - 1, columns - 1)):
            for found, at, cells in zip(known.field, place, reached(value, x, place), strict=True):
                seen = found.cells(at)
                if len(seen) == found.largest:
                    assert (cells[0], cells[-1]) == (seen[0], seen[-1]), (name, at, found)
                    compared += 1
                else:  # the last tap of a dilated window may lie beyond the edge
                    assert set(cells) <= set(seen), (name, at, found)
    assert compared


@pytest.mark.parametrize("mode", ["nearest", "bilinear", "nearest-exact"])
@pytest.mark.parametrize("before", [1, 2])
def test_behind_upsampling_no_gradient_is_outside_and_the_field_is_little_more(
    mode: str, before: int
) -> None:
    up = node("up", "Upsample", scale_factor=2.0, mode=mode)
    nodes = [*ends(1, SIZE, SIZE), conv("a", stride=before), up, conv("b")]
    drawn = network(nodes, "input a up b output")
    model = module(drawn).double()
    for weights in model.parameters():
        nn.init.uniform_(weights, 0.1, 1.0)
    x = torch.rand(1, 1, SIZE, SIZE, dtype=torch.double, requires_grad=True)
    value = model(x)
    for at in range(value.shape[2]):
        cells, _ = reached(value, x, (at, at))
        (found, _) = fields(drawn, "b")
        assert found.jump == Fraction(before, 2)
        seen = found.cells(at)
        assert seen[0] <= cells[0]
        assert cells[-1] <= seen[-1]
        assert len(seen) - len(cells) <= 3 * before
