"""A whole preset as one block of another network costs what it costs alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.analysis import analyse
from app.gallery.insert import inserted
from nodes.network import ROOT
from nodes.network.builder import Builder
from nodes.network.edits import connect
from nodes.network.model import wire
from presets import preset


@pytest.mark.parametrize("id", ["lenet5", "resnet18", "vgg11"])
def test_inserted_and_wired_it_is_the_same_network(id: str) -> None:
    piece = preset(id).network()
    alone = analyse(piece)
    g = Builder("Other")
    g.input(*alone.nodes["input"].outputs["output"])
    network, (name,) = inserted(g.network(), ROOT, piece, (0, 200))
    inputs, _ = network.ports(network.graph.by_name[name].kind)
    network = connect(network, ROOT, wire("input", "output", name, inputs[0].name))
    report = analyse(network)
    assert report.nodes[name].parameters == alone.totals.parameters
    assert report.nodes[name].macs == alone.totals.macs
    assert tuple(report.nodes[name].outputs.values()) == alone.outputs


def test_a_second_copy_uses_the_same_definitions() -> None:
    piece = preset("resnet18").network()
    network, (first,) = inserted(Builder("Other").network(), ROOT, piece, (0, 0))
    again, (second,) = inserted(network, ROOT, piece, (0, 200))
    assert again.blocks == network.blocks
    assert first != second
    assert again.graph.by_name[first].kind == again.graph.by_name[second].kind


@pytest.mark.parametrize(
    ("title", "kind", "name"),
    [
        ("ResNet-20 for CIFAR", "ResNet20ForCIFAR", "resnet20_for_cifar"),
        ("Wide ResNet-50-2", "WideResNet50_2", "wide_resnet50_2"),
        ("Inception-ResNet v2", "InceptionResNetV2", "inception_resnet_v2"),
    ],
)
def test_it_is_named_as_the_network_is(title: str, kind: str, name: str) -> None:
    piece = replace(preset("lenet5").network(), name=title)
    network, (first,) = inserted(Builder("Other").network(), ROOT, piece, (0, 0))
    _, (second,) = inserted(network, ROOT, piece, (0, 200))
    assert network.graph.by_name[first].kind == kind
    assert (first, second) == (name, f"{name}_2")


def test_it_is_fed_by_the_node_that_it_comes_after() -> None:
    g = Builder("Other")
    g.input(3, 224, 224)
    network, (name,) = inserted(
        g.network(), ROOT, preset("resnet18").network(), (0, 200), after="input"
    )
    assert analyse(network).nodes[name].inputs == ((3, 224, 224),)
