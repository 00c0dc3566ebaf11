"""What a few typed words mean: names, abbreviations and arguments."""

from __future__ import annotations

import pytest

from app.ui.palette.entries import Entry
from app.ui.search.offers import Found, definition, offered, search
from nodes.catalogue import CATALOGUE
from nodes.network import Expression, Graph, Network, Node
from presets import PRESETS
from presets.blocks import BLOCKS

NETWORK = Network("Empty")
OFFERS = offered(NETWORK)


def found(query: str, *recent: str) -> list[Found]:
    return search(query, OFFERS, NETWORK, {}, recent)


def titles(query: str, *recent: str) -> list[str]:
    return [each.entry.title for each in found(query, *recent)]


@pytest.mark.parametrize("kind", CATALOGUE)
def test_every_layer_is_found_first_by_its_id(kind: str) -> None:
    assert found(kind)[0].entry.id == kind
    assert found(kind.lower())[0].entry.id == kind


@pytest.mark.parametrize("name", BLOCKS)
def test_every_block_is_found_first_by_its_name(name: str) -> None:
    assert titles(name)[0] == name


@pytest.mark.parametrize("title", [preset.title for preset in PRESETS.values()])
def test_every_network_is_found_first_by_its_title(title: str) -> None:
    assert titles(title)[0] == title


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("c2", "Conv2d"),
        ("conv", "Conv2d"),
        ("bn", "BatchNorm2d"),
        ("bn1", "BatchNorm1d"),
        ("ct", "ConvTranspose2d"),
        ("gap", "GlobalAvgPool"),
        ("fc", "Linear"),
        ("skip", "Add"),
        ("cat", "Concat"),
        ("avg pool", "AvgPool2d"),
        ("resnet 18", "ResNet-18"),
        ("vgg 16 batch_norm=true", "VGG-16"),
        ("drpt", "Dropout"),
    ],
)
def test_abbreviations_and_other_names(query: str, title: str) -> None:
    assert titles(query)[0] == title


def test_a_name_that_means_nothing_finds_nothing() -> None:
    assert titles("qqqq") == []


def test_what_was_added_lately_comes_first() -> None:
    assert titles("", "Softmax", "Tanh")[:2] == ["Softmax", "Tanh"]
    assert [each.recent for each in found("", "Softmax")[:2]] == [True, False]
    assert titles("conv", "Conv3d")[0] == "Conv3d"
    assert titles("linear", "Conv3d")[0] == "Linear"
    assert titles("sigmoid", "Hardsigmoid")[0] == "Sigmoid"
    assert titles("slides", "FixedConv2d")[0] == "Conv2d"  # which only its summary says


@pytest.mark.parametrize(
    ("query", "kind", "args"),
    [
        ("conv2d 64 3x3 /2", "Conv2d", {"out_channels": 64, "kernel_size": 3, "stride": 2}),
        ("conv2d 64 3 2 1", "Conv2d",
         {"out_channels": 64, "kernel_size": 3, "stride": 2, "padding": 1}),
        ("c2 32 3x5", "Conv2d", {"out_channels": 32, "kernel_size": (3, 5)}),
        ("conv 64 k7 s2 p3", "Conv2d",
         {"out_channels": 64, "kernel_size": 7, "stride": 2, "padding": 3}),
        ("conv2d 64 same nobias", "Conv2d",
         {"out_channels": 64, "padding": "same", "bias": False}),
        ("conv2d 16*4 groups=2", "Conv2d", {"out_channels": 64, "groups": 2}),
        ("linear 10", "Linear", {"out_features": 10}),
        ("fc 10", "Linear", {"out_features": 10}),
        ("dropout 0.3", "Dropout", {"p": 0.3}),
        ("dropout .3", "Dropout", {"p": 0.3}),
        ("maxpool 3 /2", "MaxPool2d", {"kernel_size": 3, "stride": 2}),
        ("upsample 2 bilinear", "Upsample", {"scale_factor": 2, "mode": "bilinear"}),
        ("input 3x224x224", "Input", {"shape": (3, 224, 224)}),
        ("split 16,32", "Split", {"sizes": (16, 32)}),
        ("flatten 1 -1", "Flatten", {"start_dim": 1, "end_dim": -1}),
    ],
)  # fmt: skip
def test_arguments_after_the_name(query: str, kind: str, args: dict[str, object]) -> None:
    first = found(query)[0]
    assert (first.entry.id, dict(first.typed.args)) == (kind, args)
    assert not first.typed.problems
    spec = definition(NETWORK, first.entry)
    assert spec is CATALOGUE[kind]
    spec.resolve(first.typed.args)


def test_a_block_takes_arguments_and_a_number_of_copies() -> None:
    first = found("bottleneck 64 /2 x3")[0]
    assert dict(first.typed.args) == {"channels": 64, "stride": 2}
    assert first.typed.repeat == 3


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("linear 0", ["out_features", "at least 1"]),
        ("conv2d 64 foo=3", ["no “foo”", "out_channels"]),
        ("relu /2", ["ReLU has no “stride”"]),
        ("dropout 2", ["p", "at most 1"]),
        ("conv2d 64 x3", ["only a block"]),
        ("bottleneck x0", ["1 to"]),
        ("sigmoid 3", ["no parameters"]),
        ("linear 10 20", ["no parameter left"]),
        ("conv2d 3x3 64 1 1 1 1 1 1 1", ["no parameter left"]),
    ],
)
def test_wrong_arguments_say_why(query: str, says: list[str]) -> None:
    problem = " ".join(found(query)[0].typed.problems)
    assert all(part in problem for part in says), problem


def test_in_a_block_an_argument_may_be_an_expression() -> None:
    names = {"in_channels": 64, "stride": 2}
    typed = search("conv2d in_channels*2 stride=stride", OFFERS, NETWORK, names, ())[0].typed
    assert typed.args == {
        "out_channels": Expression("in_channels*2"),
        "stride": Expression("stride"),
    }


def test_blocks_of_the_network_are_offered_before_all_else() -> None:
    from nodes.network import Block

    network = Network("Mine", Graph(), (Block("Mine", (), Graph((Node("input", "Input"),))),))
    first: Entry = offered(network)[0]
    assert first.id == "Mine"
    assert [e for e in offered(network) if e.id == "Conv2d"] != []
