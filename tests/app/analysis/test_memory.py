"""What training keeps and inference holds, against what torch really does; and the sums of it."""

from __future__ import annotations

import pytest
import torch
from torch import fx

from app.analysis import Report, analyse
from app.analysis.memory import Optimiser, Precision
from nodes.network import Block, Network, Node
from tests.app.networks import ends, graph, network, node
from tests.networks import KEPT, PUBLISHED
from tests.networks.measured import module, most_alive, most_alive_in_training, saved_bytes

BATCH = 2
SIZE = 64


def conv(name: str, channels: int = 4, **args: object) -> Node:
    return node(name, "Conv2d", **{"out_channels": channels, "padding": 1, **args})


def measured(drawn: Network) -> tuple[int, int]:
    """Bytes kept for the backward pass, ours and torch's."""
    report = analyse(drawn)
    assert report.ok, report.problems
    shapes = [report.nodes[n.name].outputs["output"] for n in drawn.graph.of_kind("Input")]
    inputs = [torch.rand(BATCH, *shape) for shape in shapes]
    return report.memory.kept(BATCH), saved_bytes(module(drawn), *inputs)


# --- published networks --------------------------------------------------------------------------


@pytest.mark.parametrize("name", [name for name, p in PUBLISHED.items() if p.activations])
def test_activations_are_the_published_ones(name: str) -> None:
    report = analyse(PUBLISHED[name].build(224))
    assert report.ok
    assert report.totals.activations == PUBLISHED[name].activations
    assert report.totals.flops == 2 * report.totals.macs


@pytest.mark.parametrize("name", KEPT)
def test_what_training_keeps_is_what_torch_saves(name: str) -> None:
    ours, torchs = measured(PUBLISHED[name].build(SIZE))
    assert ours == torchs


@pytest.mark.parametrize("name", ["resnet50", "densenet121", "googlenet"])
def test_the_peak_of_inference_is_what_lives_at_once_in_torch(name: str) -> None:
    drawn = PUBLISHED[name].build(SIZE)
    need = analyse(drawn).memory.inference(BATCH)
    assert need.transient == most_alive(module(drawn), (BATCH, 3, SIZE, SIZE))


@pytest.mark.parametrize("name", ["densenet121", "googlenet"])
def test_a_training_step_needs_what_lives_at_once_in_torch(name: str) -> None:
    drawn = PUBLISHED[name].build(SIZE)
    ours = analyse(drawn).memory.training(BATCH, Optimiser.MOMENTUM).total
    torchs = most_alive_in_training(module(drawn), BATCH, 3, SIZE, SIZE)
    assert ours == pytest.approx(torchs, rel=0.005)


# --- small networks ------------------------------------------------------------------------------

SQUEEZE = Block(
    "Squeeze", (), graph([*ends(), conv("c", 4), node("r", "ReLU")], "input c r output")
)
BRANCHED = network(
    [*ends(), conv("stem", 4), conv("wide", 16), node("relu", "ReLU"), conv("narrow", 4),
     conv("side", 2), conv("back", 4), node("add", "Add"), node("act", "Sigmoid")],
    "input stem wide relu narrow add act output", "stem side back add", "stem add",
)  # fmt: skip
SMALL = {
    "branches": BRANCHED,
    "nothing is kept ahead of the first weights": network(
        [*ends(), node("tanh", "Tanh"), node("pool", "MaxPool2d"), conv("c")],
        "input tanh pool c output",
    ),
    "a tensor that two layers keep": network(
        [*ends(), conv("a"), node("relu", "ReLU"), conv("b"), conv("c"), node("add", "Add")],
        "input a relu b add output", "relu c add",
    ),
    "overwritten": network(
        [*ends(), conv("a"), node("relu", "ReLU", inplace=True), conv("b")],
        "input a relu b output",
    ),
    "views": network(
        [*ends(), conv("a"), node("same", "Identity"), node("flat", "Flatten"),
         node("fc", "Linear"), node("off", "Tanh", enabled=False)],
        "input a same flat off fc output",
    ),
    "copies of a block": network(
        [*ends(4, 8, 8), node("many", "Squeeze", repeat=3), node("one", "Squeeze")],
        "input many one output", blocks=(SQUEEZE,),
    ),
    "a block that is given what is kept": network(
        [*ends(4, 8, 8), node("one", "Squeeze"), conv("side"), node("two", "Squeeze"),
         node("add", "Add")],
        "input one two add output", "one side add", blocks=(SQUEEZE,),
    ),
}  # fmt: skip


@pytest.mark.parametrize("drawn", SMALL.values(), ids=SMALL)
def test_small_networks_keep_what_torch_saves(drawn: Network) -> None:
    ours, torchs = measured(drawn)
    assert ours == torchs > 0


@pytest.mark.parametrize("drawn", [BRANCHED, SMALL["views"], SMALL["copies of a block"]])
def test_small_networks_hold_what_lives_at_once(drawn: Network) -> None:
    report = analyse(drawn)
    shape = report.nodes["input"].outputs["output"]
    assert report.memory.inference(BATCH).transient == most_alive(module(drawn), (BATCH, *shape))


def test_the_peak_is_named() -> None:
    need = analyse(BRANCHED).memory.inference()
    assert need.at == "relu"
    assert need.transient == 4 * 64 * (4 + 16 + 16)  # the stem is still needed
    assert need.total == need.transient + need.weights + need.buffers


def test_what_is_kept_counts_at_the_first_that_keeps_it() -> None:
    nodes = analyse(SMALL["a tensor that two layers keep"]).nodes
    assert nodes["a"].kept == 4 * 3 * 64
    assert nodes["relu"].kept == 4 * 4 * 64
    assert nodes["b"].kept == nodes["c"].kept == nodes["add"].kept == 0


def test_a_block_costs_what_is_inside_it() -> None:
    nodes = analyse(SMALL["copies of a block"]).nodes
    for path, inner in (
        ("many", ["many.0", "many.1", "many.2"]),
        ("many.1", ["many.1.c", "many.1.r"]),
    ):
        for cost in ("parameters", "macs", "activations", "kept"):
            assert getattr(nodes[path], cost) == sum(getattr(nodes[p], cost) for p in inner) > 0


# --- training ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def resnet() -> Report:
    return analyse(PUBLISHED["resnet50"].build(SIZE))


@pytest.mark.parametrize("optimiser", Optimiser)
@pytest.mark.parametrize("precision", Precision)
def test_the_largest_batch_fits_and_one_more_does_not(
    resnet: Report, optimiser: Optimiser, precision: Precision
) -> None:
    memory, limit = resnet.memory, 3 * 2**30
    batch = memory.largest_batch(limit, optimiser, precision)
    assert memory.training(batch, optimiser, precision).total <= limit
    assert memory.training(batch + 1, optimiser, precision).total > limit


def test_nothing_fits_a_device_that_the_weights_fill(resnet: Report) -> None:
    assert resnet.memory.largest_batch(3 * resnet.memory.weights) == 0


def test_a_large_batch_needs_what_is_kept_and_little_else(resnet: Report) -> None:
    memory = resnet.memory
    need = memory.training(256, Optimiser.MOMENTUM)
    assert need.weights == need.optimiser == 4 * resnet.totals.parameters
    assert 0.95 * memory.kept(256) < need.activations <= memory.kept(256)
    assert need.at


def test_a_small_batch_needs_most_in_the_step_of_the_optimiser(resnet: Report) -> None:
    weights = resnet.memory.weights
    need = resnet.memory.training(1, Optimiser.ADAM)
    assert (need.gradients, need.optimiser, need.at) == (weights, 2 * weights, "")


def test_mixed_precision_halves_what_convolutions_keep() -> None:
    drawn = network([*ends(), conv("a"), node("relu", "ReLU"), conv("b")], "input a relu b output")
    memory = analyse(drawn).memory
    weights = memory.weights // 2  # the copies of the weights in 16 bits
    assert memory.kept(8, Precision.MIXED) == memory.kept(8) // 2 + weights


def test_softmax_stays_in_32_bits_under_mixed_precision() -> None:
    drawn = network([*ends(), conv("a"), node("soft", "Softmax")], "input a soft output")
    memory = analyse(drawn).memory
    image, made = 3 * 64, 4 * 64
    assert memory.kept(8) == 8 * (4 * image + 4 * made)
    assert memory.kept(8, Precision.MIXED) == 8 * (2 * image + 4 * made) + memory.weights // 2


def test_gradients_and_kept_tensors_come_and_go_in_the_backward_pass() -> None:
    """Linear layers in a row: at the first to go back everything is kept and one gradient made."""
    nodes = [
        *ends(100),
        *(node(f"fc{k}", "Linear", out_features=100, bias=False) for k in range(3)),
    ]
    memory = analyse(network(nodes, "input fc0 fc1 fc2 output")).memory
    need = memory.training(1000, Optimiser.SGD)
    assert need.activations == 1000 * 4 * 300
    assert need.gradients == 4 * 100 * 100
    assert need.transient == 1000 * 4 * 300  # the result, its gradient and that of the last input
    assert need.at == "fc2"


def test_a_network_with_problems_still_says_what_it_knows() -> None:
    report = analyse(network([*ends(), conv("a"), conv("b", groups=3)], "input a b output"))
    assert not report.ok
    assert report.nodes["a"].kept == 4 * 3 * 64
    assert report.memory.training(4).total > 0


def test_an_empty_network_needs_nothing() -> None:
    memory = analyse(Network()).memory
    assert memory.inference().total == memory.training(8).total == memory.kept() == 0
    assert memory.largest_batch(2**30) == 0


def test_inference_frees_the_input_as_the_traced_module_does() -> None:
    # The proof above rests on fx letting go of values; one that it holds would be counted.
    drawn = network(
        [*ends(64, 8, 8), conv("a", 1), conv("b", 1), conv("c", 1)], "input a b c output"
    )
    traced = fx.symbolic_trace(module(drawn))
    assert most_alive(traced, (1, 64, 8, 8)) == 4 * 64 * (64 + 1)
