"""Several inputs and outputs, sequences and volumes: all the way from the drawing to torch."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import torch

from app.analysis import analyse
from app.codegen import generate, generate_probe
from app.training.recipe import Recipe
from app.training.request import RequestError, request
from nodes.network import Network
from nodes.network.builder import Builder
from nodes.network.document import Document, dumps, loads
from nodes.spec import Kind, Param


def two_views() -> Network:
    """An image and a vector in, classes and a box out."""
    g = Builder("Two views")
    image, vector = g.input(3, 16, 16, name="image"), g.input(10, name="vector")
    x = g.add("conv", "Conv2d", image, out_channels=8, kernel_size=3, padding=1)
    left, right = g.branches("split", "Split", x, sizes=(2, 6))
    right = g.add("pool", "AdaptiveAvgPool2d", right)
    x = g.add("product", "Multiply", [g.add("narrow", "Conv2d", left, out_channels=6), right])
    x = g.add("flatten", "Flatten", x)
    y = g.add("embed", "Linear", vector, out_features=4)
    x = g.add("concat", "Concat", [x, y])
    g.output(g.add("classes", "Linear", x, out_features=5), name="logits")
    g.output(g.add("box", "Linear", x, out_features=4), name="corners")
    return g.network()


def gates() -> Network:
    """A block of two inputs and three outputs, of which one is not used."""
    b = Builder("Gates", (Param("width", Kind.INT, 4, "Features of each", 1),))
    x, h = b.input(name="x"), b.input(name="h")
    x = b.add("both", "Add", [b.add("fc_x", "Linear", x, out_features="=3 * width"),
                              b.add("fc_h", "Linear", h, out_features="=3 * width")])  # fmt: skip
    for name, part in zip(("reset", "update", "new"), b.branches("cut", "Split", x,
                          sizes="=(width, width, width)"), strict=True):  # fmt: skip
        b.output(part, name=name)
    block = b.block()
    g = Builder("Cell")
    x, h = g.input(6, name="x"), g.input(5, name="state")
    reset, _, new = g.branches("gates", block, [x, h], width=5)
    reset = g.add("sigmoid", "Sigmoid", reset)
    kept = g.add("kept", "Maximum", [reset, h, g.add("off", "Tanh", new, enabled=False)])
    g.output(kept, name="out")
    g.output(g.add("less", "Subtract", [kept, h]), name="change")
    return g.network((block,))


def audio() -> Network:
    """(channels, length): a dilated convolution with a gate, as in WaveNet."""
    g = Builder("Audio")
    x = g.input(2, 64)
    y = g.add("pad", "Pad", x, padding=(4, 0))
    y = g.add("conv", "Conv1d", y, out_channels=8, kernel_size=3, dilation=2)
    value, gate = g.branches("chunk", "Chunk", y, chunks=2)
    y = g.add("gated", "Multiply", [g.add("tanh", "Tanh", value),
                                    g.add("sigmoid", "Sigmoid", gate)])  # fmt: skip
    y = g.add("mix", "Conv1d", y, out_channels=2, kernel_size=1)
    x = g.add("add", "Add", [x, y])
    x = g.add("last", "Slice", x, dim=-1, start=-8)
    g.output(x)
    g.output(g.add("crop", "CenterCrop", y, size=(32,)), name="middle")
    return g.network()


def volume() -> Network:
    """(channels, depth, height, width): a U of two levels."""
    g = Builder("Volume")
    x = g.input(1, 8, 16, 16)
    top = g.add("down", "Conv3d", x, out_channels=4, kernel_size=3)
    x = g.add("pool", "MaxPool3d", top, kernel_size=2)
    x = g.add("up", "ConvTranspose3d", x, out_channels=4, kernel_size=2, stride=2)
    x = g.add("concat", "Concat", [g.add("crop", "Crop", top, amounts=(1, 1, 1, 1, 0, 0)),
                                   g.add("inner", "CenterCrop", x, size=(6, 12, 12))])  # fmt: skip
    x = g.add("shuffle", "ChannelShuffle", x, groups=2)
    x = g.add("pad", "Pad", x, padding=(2, 2, 2, 2, 1, 1), mode="replicate")
    g.output(g.add("maps", "Conv3d", x, out_channels=2, kernel_size=1))
    return g.network()


NETWORKS = [two_views, gates, audio, volume]
every_network = pytest.mark.parametrize("draw", NETWORKS, ids=lambda draw: draw.__name__)


def built(network: Network) -> tuple[Any, list[torch.Tensor]]:
    """The generated module, in evaluation, and a batch for each of its inputs."""
    report = analyse(network)
    assert report.ok, report.problems
    source = generate(network, report)
    space: dict[str, Any] = {}
    exec(source.text, space)
    torch.manual_seed(0)
    shapes = (report.nodes[n.name].outputs["output"] for n in network.graph.of_kind("Input"))
    return space[source.class_name]().eval(), [torch.rand(2, *shape) for shape in shapes]


@every_network
def test_torch_makes_the_shapes_that_are_shown(draw: Callable[[], Network]) -> None:
    network = draw()
    report = analyse(network)
    model, inputs = built(network)
    with torch.no_grad():
        made = model(*inputs)
    outputs = made if isinstance(made, tuple) else (made,)
    assert tuple(tuple(t.shape[1:]) for t in outputs) == report.outputs
    assert len(outputs) == len(network.graph.of_kind("Output"))
    assert sum(p.numel() for p in model.parameters()) == report.totals.parameters


@every_network
def test_a_probe_shows_every_node_as_forward_computes_it(draw: Callable[[], Network]) -> None:
    network = draw()
    report = analyse(network)
    model, inputs = built(network)
    space: dict[str, Any] = {}
    exec(generate_probe(network, report), space)
    with torch.no_grad():
        shown = dict(space["probe"](model, *inputs))
        made = model(*inputs)
    assert shown.keys() == report.nodes.keys()
    for path, node in report.nodes.items():
        assert tuple(shown[path].shape[1:]) == next(iter(node.outputs.values())), path
    outputs = made if isinstance(made, tuple) else (made,)
    for end, value in zip(network.graph.of_kind("Output"), outputs, strict=True):
        torch.testing.assert_close(shown[end.name], value)


@every_network
def test_it_comes_back_from_a_document(draw: Callable[[], Network]) -> None:
    network = draw()
    assert loads(dumps(Document(network, {}))).network == network


def test_outputs_that_nothing_reads_have_no_variable() -> None:
    network = gates()
    text = generate(network, analyse(network)).text
    assert "gates_reset, _, gates_new = self.gates(x, state)" in text
    assert "cut_0, cut_1, cut_2 = torch.split(" in text
    assert "def forward(self, x: Tensor, state: Tensor) -> tuple[Tensor, Tensor]:" in text


@pytest.mark.parametrize(
    ("draw", "says"),
    [
        (two_views, r"2 inputs \(image, vector\).*Remove the others"),
        (audio, r"middle gives 2×32 for a sample and output 2×8.*remove those"),
    ],
)
def test_training_on_classes_of_images_says_what_to_remove(
    draw: Callable[[], Network], says: str
) -> None:
    network = draw()
    report = analyse(network)
    with pytest.raises(RequestError, match=says):
        request(network, report, generate(network, report), Recipe())
