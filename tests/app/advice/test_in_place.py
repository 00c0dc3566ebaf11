"""The rule on layers in place says what torch does: it raises, changes numbers, or does neither."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import torch
from torch import Tensor

from app.advice import Advice, advise
from app.analysis import analyse
from nodes.catalogue import CATALOGUE
from nodes.errors import SkipwireError
from nodes.network import Graph, Network, edits
from nodes.network.builder import Builder
from presets import PRESETS
from tests.app.advice.samples import chain
from tests.networks import PUBLISHED
from tests.networks.measured import module

Layer = tuple[str, str, dict[str, Any]]
SHAPE = (4, 6, 6)
CONV: Layer = ("conv", "Conv2d", {"out_channels": 4, "kernel_size": 1})
RELU: Layer = ("relu", "ReLU", {"inplace": True})


def told(found: Network) -> list[Advice]:
    return [a for a in advise(found, analyse(found)) if a.rule.id == "in-place"]


def after_conv(*layers: Layer) -> Network:
    return chain(CONV, *layers, shape=SHAPE)


def shortcut(view: str = "", overwritten_first: bool = True) -> Network:
    """A convolution whose value goes through an in-place ReLU, and around it."""
    b = Builder("Shortcut")
    x = b.add("conv", "Conv2d", b.input(*SHAPE), out_channels=4, kernel_size=1)
    y = b.add("view", view, x) if view else x
    y = b.add("relu", "ReLU", y, inplace=True)
    y = b.add("flat", "Flatten", y)
    x = b.add("other", "Flatten", x)
    b.output(b.add("add", "Add", [y, x] if overwritten_first else [x, y]))
    return b.network()


def two_outputs() -> Network:
    b = Builder("Outputs")
    x = b.add("conv", "Conv2d", b.input(*SHAPE), out_channels=4, kernel_size=1)
    b.output(x)
    b.output(b.add("relu", "ReLU", x, inplace=True), "second")
    return b.network()


def in_a_block() -> Network:
    inner = Builder("Branch")
    x = inner.add("conv", "Conv2d", inner.input(), out_channels=4, kernel_size=1)
    y = inner.add("relu", "ReLU", x, inplace=True)
    inner.output(inner.add("add", "Add", [x, y]))
    block = inner.block()
    b = Builder("Net")
    b.output(b.add("branch", block, b.input(*SHAPE), repeat=2))
    return b.network(blocks=(block,))


def around_a_block() -> Network:
    inner = Builder("Branch")
    inner.output(inner.add("relu", "ReLU", inner.input(), inplace=True))
    block = inner.block()
    b = Builder("Net")
    x = b.add("conv", "Conv2d", b.input(*SHAPE), out_channels=4, kernel_size=1)
    y = b.add("branch", block, x)
    b.output(b.add("add", "Add", [x, y]))
    return b.network(blocks=(block,))


def cut_up() -> Network:
    b = Builder("Cut")
    x = b.add("conv", "Conv2d", b.input(*SHAPE), out_channels=4, kernel_size=1)
    left, right = b.branches("cut", "Chunk", x, chunks=2)
    b.output(b.add("add", "Add", [b.add("relu", "ReLU", left, inplace=True), right]))
    return b.network()


def read_before(kind: str, **args: Any) -> Network:
    """A layer that reads the value ahead of the one that overwrites it."""
    b = Builder("Before")
    x = b.add("conv", "Conv2d", b.input(*SHAPE), out_channels=4, kernel_size=1)
    y = b.add("first", kind, x, **args)
    z = b.add("relu", "ReLU", x, inplace=True)
    b.output(b.add("add", "Add", [y, z]))
    return b.network()


def stepped(found: Network) -> tuple[tuple[Tensor, ...], list[Tensor], Tensor]:
    """One step of training: what comes out, the gradients, and what has become of the batch."""
    torch.manual_seed(0)
    batch = torch.randn(2, *SHAPE)
    model = module(found).train()
    made = model(batch)
    outputs = made if isinstance(made, tuple) else (made,)
    torch.stack([t.pow(2).sum() for t in outputs]).sum().backward()
    gradients = [p.grad for p in model.parameters() if p.grad is not None]
    return outputs, gradients, batch


def refused(found: Network) -> bool:
    """Whether autograd stops the step."""
    try:
        stepped(found)
    except RuntimeError as error:
        return "inplace" in str(error)
    return False


def beside(found: Network) -> Network:
    """The same network with nothing in place."""

    def cleared(graph: Graph) -> Graph:
        kept = (
            replace(n, args={k: v for k, v in n.args.items() if k != "inplace"})
            for n in graph.nodes
        )
        return replace(graph, nodes=tuple(kept))

    blocks = tuple(replace(b, graph=cleared(b.graph)) for b in found.blocks)
    return replace(found, graph=cleared(found.graph), blocks=blocks)


RAISES = {
    "Sigmoid": after_conv(("act", "Sigmoid", {}), RELU),
    "Tanh, then a dropout": after_conv(("act", "Tanh", {}), ("drop", "Dropout", {"inplace": True})),
    "Softmax": after_conv(("act", "Softmax", {"dim": 1}), RELU),
    "ReLU in place, then a dropout in place": after_conv(
        RELU, ("drop", "Dropout", {"inplace": True})
    ),
    "through a view": after_conv(("act", "Sigmoid", {}), ("flat", "Flatten", {}), RELU),
    "a convolution read it before": read_before("Conv2d", out_channels=4, kernel_size=1),
    "a part of what was cut up": cut_up(),
}
CHANGES = {
    "a shortcut": shortcut(),
    "a shortcut that is summed first": shortcut(overwritten_first=False),
    "a shortcut, by a view": shortcut("Flatten"),
    "an Output": two_outputs(),
    "in a block": in_a_block(),
    "across the wall of a block": around_a_block(),
}
HARMLESS = {
    "Conv": after_conv(RELU),
    "BatchNorm": after_conv(("bn", "BatchNorm2d", {}), RELU),
    "ReLU in place, then a dropout": after_conv(RELU, ("drop", "Dropout", {"p": 0.0})),
    "Hardswish and a dropout in place": after_conv(
        ("act", "Hardswish", {"inplace": True}), ("drop", "Dropout", {"inplace": True, "p": 1.0})
    ),
    "a dropout of nothing": after_conv(
        ("act", "Sigmoid", {}), ("drop", "Dropout", {"inplace": True, "p": 0.0})
    ),
    "read before, and not kept": read_before("AdaptiveAvgPool2d"),
}


@pytest.mark.parametrize("name", RAISES)
def test_what_autograd_refuses_is_told(name: str) -> None:
    found = RAISES[name]
    with pytest.raises(RuntimeError, match="inplace"):
        stepped(found)
    (given,) = told(found)
    assert "autograd refuses" in given.message or "backward pass" in given.message


@pytest.mark.parametrize("name", CHANGES)
def test_what_changes_the_numbers_is_told(name: str) -> None:
    found = CHANGES[name]
    outputs, expected = stepped(found)[0], stepped(beside(found))[0]
    assert any(not torch.equal(a, b) for a, b in zip(outputs, expected, strict=True))
    (given,) = told(found)
    assert "what arrives there is the output of" in given.message


def test_what_the_network_is_given_is_not_overwritten() -> None:
    found = chain(RELU, CONV, shape=SHAPE)
    assert not torch.equal(stepped(found)[2], stepped(beside(found))[2])
    (given,) = told(found)
    assert "what the network is given" in given.message
    (repair,) = given.repairs(found, analyse(found))
    assert torch.equal(stepped(repair.edit(found))[2], stepped(beside(found))[2])


@pytest.mark.parametrize("name", HARMLESS)
def test_what_harms_nothing_is_not_told(name: str) -> None:
    found = HARMLESS[name]
    (outputs, gradients, batch), expected = stepped(found), stepped(beside(found))
    torch.testing.assert_close(outputs, expected[0])
    torch.testing.assert_close(gradients, expected[1])
    assert torch.equal(batch, expected[2])
    assert not told(found)


@pytest.mark.parametrize("found", [*RAISES.values(), *CHANGES.values()], ids=[*RAISES, *CHANGES])
def test_one_repair_leaves_the_input(found: Network) -> None:
    (given,) = told(found)
    (repair,) = given.repairs(found, analyse(found))
    made = repair.edit(found)
    assert not told(made)
    torch.testing.assert_close(stepped(made)[0], stepped(beside(found))[0])


def unlike(kind: str) -> Network | None:
    """A convolution, a layer with its defaults, and a ReLU in place; None where it does not fit."""
    try:
        found = after_conv(("layer", kind, {}), RELU)
    except SkipwireError:
        return None
    return found if analyse(found).ok else None


BEFORE = {
    kind: found
    for kind, spec in CATALOGUE.items()
    if spec.code is not None
    and len(spec.inputs) == 1
    and kind != "Embedding"  # it takes indices
    and (found := unlike(kind)) is not None
}


@pytest.mark.parametrize("kind", BEFORE)
def test_it_is_told_of_a_layer_behind_any_other_as_torch_has_it(kind: str) -> None:
    assert bool(told(BEFORE[kind])) == refused(BEFORE[kind])


def test_there_are_layers_of_both_sorts() -> None:
    assert len(BEFORE) > 30
    assert {bool(told(found)) for found in BEFORE.values()} == {True, False}


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_networks_in_place_are_sound(name: str) -> None:
    """torchvision has every ReLU of theirs in place."""
    found = PUBLISHED[name].build(64 if name != "googlenet" else 224)
    for scope in ["", *found.block_by_name]:
        names = [n.name for n in found.scope(scope).of_kind("ReLU")]
        found = edits.set_argument(found, scope, names, "inplace", True)
    assert not told(found)


@pytest.mark.parametrize("name", PRESETS)
def test_presets_are_sound(name: str) -> None:
    assert not told(PRESETS[name].network())
