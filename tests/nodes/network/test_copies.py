"""The copies of a repeated block can have names of their own, as published networks have them."""

from __future__ import annotations

from typing import Any

import pytest

from app.advice.place import locate
from app.analysis import analyse
from app.codegen import generate
from nodes.errors import DocumentError, EditError, ParameterError
from nodes.network import Block, Network, Node
from nodes.network.builder import Builder
from nodes.network.document import Document, dumps, loads
from nodes.network.edits.arguments import set_repeat
from nodes.spec import Kind, Param


def layer() -> Block:
    b = Builder("Layer", (Param("growth", Kind.INT, 4, "Maps that it adds", 1, 100),))
    x = b.input()
    y = b.add("conv", "Conv2d", x, out_channels="=growth", kernel_size=1, bias=False)
    b.output(b.add("concat", "Concat", [x, y]))
    return b.block()


def network(first: str, repeat: int = 3) -> Network:
    g = Builder("Net")
    x = g.input(3, 8, 8)
    growth = "=4 + i" if first or repeat > 1 else 4
    g.output(g.add("stage", layer(), x, repeat=repeat, first=first, growth=growth))
    return g.network(blocks=(layer(),))


FIRSTS = {
    "": ["0", "1", "2"],
    "0": ["0", "1", "2"],
    "1": ["1", "2", "3"],
    "denselayer1": ["denselayer1", "denselayer2", "denselayer3"],
    "block1-0": ["block1-0", "block1-1", "block1-2"],
    "layer_9": ["layer_9", "layer_10", "layer_11"],
}


@pytest.mark.parametrize("first", FIRSTS)
@pytest.mark.parametrize("repeat", [1, 3])
def test_they_count_on_from_the_first_in_paths_and_weights(first: str, repeat: int) -> None:
    net = network(first, repeat)
    names = FIRSTS[first][:repeat]
    expected = [f"stage.{n}.conv" if first or repeat > 1 else "stage.conv" for n in names]
    report = analyse(net)
    assert report.ok
    assert [p for p in report.nodes if p.endswith("conv")] == expected
    space: dict[str, Any] = {}
    source = generate(net, report)
    exec(source.text, space)
    assert [*space[source.class_name]().state_dict()] == [f"{p}.weight" for p in expected]
    place = locate(net, expected[-1], report)
    assert place is not None
    assert place.env["growth"] == 4 + repeat - 1
    assert loads(dumps(Document(net))).network == net


@pytest.mark.parametrize(
    "first", ["denselayer", "a.0", "block 0", "-0", "layer01", "1layer1", "é1"]
)
def test_a_name_that_cannot_be_counted_or_written_is_refused(first: str) -> None:
    with pytest.raises(ParameterError, match="first"):
        network(first)
    text = dumps(Document(network("layer1"))).replace("layer1", first)
    with pytest.raises(DocumentError, match="stage"):
        loads(text)


def test_a_layer_has_no_copies_to_name() -> None:
    with pytest.raises(ParameterError, match="for blocks only"):
        Builder("Net").add("conv", "Input", (), first="layer1")


def test_the_index_goes_with_the_last_name() -> None:
    net = network("1", repeat=1)
    assert set_repeat(net, "", "stage", 1) == net, "the one copy has an index for its name"
    with pytest.raises(EditError, match="growth depends on the index"):
        set_repeat(network("", repeat=2), "", "stage", 1)
    assert Node("a", "Layer", first="x5").copy_index("x7") == 2
