"""Every ready block fits wherever it is dropped: behind any convolution, and on any wire."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from app.advice.adapting import adapted
from app.analysis import Report, analyse
from nodes.network import Argument, Node, edits
from nodes.network.builder import Builder
from nodes.network.clipboard import with_definitions
from nodes.spec import Shape
from presets import preset
from presets.blocks import BLOCKS, ReadyBlock

IMAGES: tuple[Shape, ...] = (
    (5, 9, 9), (3, 33, 20), (64, 16, 16), (1, 8, 8), (7, 4, 4), (96, 7, 7), (17, 3, 5),
)  # fmt: skip
SEQUENCES: tuple[Shape, ...] = ((10, 64), (5, 40), (1, 8))
# Among sequences a block can keep its width only by being told it.
TOLD = ("TransformerEncoder",)


def entering(ready: ReadyBlock) -> tuple[Shape, ...]:
    return IMAGES if len(ready.takes[0]) == 3 else SEQUENCES


def dropped(ready: ReadyBlock, shape: Shape, stride: int, adapt: bool) -> Report:
    """Behind a convolution that gives this shape, and ahead of a layer that takes any."""
    g = Builder("Net")
    x = g.input(shape[0], *(stride * n for n in shape[1:]))
    if len(shape) == 3:
        x = g.add(
            "conv", "Conv2d", x, out_channels=shape[0], kernel_size=3, stride=stride, padding=1
        )
    g.output(g.add("after", "ReLU", x))
    network = g.network()
    on = network.graph.into("after")[0]
    network, names = with_definitions(network, ready.definitions)
    kind = names[ready.block.name]
    args: Mapping[str, Argument] = {}
    if adapt:
        args = adapted(network, analyse(network), "", on, kind)
    found = analyse(edits.insert_on_wire(network, "", on, Node("new", kind, args)))
    assert found.nodes["new"].inputs == (shape,) or not found.ok
    return found


@pytest.mark.parametrize("name", BLOCKS)
def test_it_is_sound_wherever_it_is_dropped(name: str) -> None:
    ready = BLOCKS[name]
    if len(ready.takes) != 1:
        pytest.skip("takes several inputs, and cannot stand on a wire")
    for shape in entering(ready):
        for stride in (1, 2) if len(shape) == 3 else (1,):
            for adapt in (True,) if name in TOLD else (False, True):
                found = dropped(ready, shape, stride, adapt)
                assert found.ok, (shape, stride, adapt, found.problems)
                assert found.nodes["new"].outputs


@pytest.mark.parametrize("shape", [(5, 10, 8), (3, 32, 20), (64, 16, 16), (1, 2, 2)])
def test_a_way_up_takes_any_widths(shape: Shape) -> None:
    """From a level of half the size below, and from across."""
    channels, height, width = shape
    g = Builder("Net")
    deep = g.input(7 * channels, height // 2, width // 2, name="deep")
    across = g.input(*shape, name="across")
    g.output(g.add("up", BLOCKS["UNetUp"].block, [deep, across]))
    found = analyse(g.network(blocks=BLOCKS["UNetUp"].definitions.blocks))
    assert found.ok, found.problems
    assert found.outputs == ((64, height, width),)


def test_a_block_of_the_same_name_and_other_content_has_a_name_of_its_own() -> None:
    """GoogLeNet in the textbook's form and as published both have an Inception."""
    network = preset("googlenet_d2l").network()
    ready = BLOCKS["Inception"]
    former = network.block("Inception")
    after, names = with_definitions(network, ready.definitions)
    assert names["Inception"] == "Inception2"
    assert after.block("Inception") == former
    kinds = {n.kind for n in after.block("Inception2").graph.nodes}
    assert kinds == {names.get(n.kind, n.kind) for n in ready.block.graph.nodes}
    again, names = with_definitions(after, ready.definitions)
    assert (again, names["Inception"]) == (after, "Inception2")
    on = after.graph.out_of("input")[0]
    assert analyse(edits.insert_on_wire(after, "", on, Node("new", "Inception2"))).ok
