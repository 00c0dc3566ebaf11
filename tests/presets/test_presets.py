"""Every preset against published figures: parameters, buffers, multiply-adds and weights by name.

reference.json holds what torchvision 0.28 and plain PyTorch versions of the papers' networks were
measured to have.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.analysis import Report, analyse
from app.analysis.report import join
from app.training.recipe import Recipe
from nodes.errors import ParameterError
from nodes.network import ROOT, Block, Graph, Network
from nodes.spec import Shape
from presets import PRESETS, Preset, Reference, UnknownPresetError, preset

FIGURES = json.loads((Path(__file__).parent / "reference.json").read_text())
REFERENCES = {r.name: (p, r) for p in PRESETS.values() for r in p.references}

every_preset = pytest.mark.parametrize("published", PRESETS.values(), ids=PRESETS)


def state_dict(network: Network, report: Report) -> list[tuple[str, Shape]]:
    """Keys and shapes in the order in which the generated module defines them."""

    def walk(graph: Graph, prefix: str) -> Iterator[tuple[str, Shape]]:
        for node in graph.nodes:
            found = report.at(prefix, node.name)
            assert found is not None
            if not found.enabled:
                continue
            definition = network.definition(node.kind)
            if not isinstance(definition, Block):
                yield from ((join(found.path, t.name), t.shape) for t in found.tensors)
            elif node.repeat == 1:
                yield from walk(definition.graph, found.path)
            else:
                for i in range(found.repeat):
                    yield from walk(definition.graph, join(found.path, str(i)))

    return list(walk(network.graph, ""))


@pytest.mark.parametrize(("published", "reference"), REFERENCES.values(), ids=REFERENCES)
def test_a_reference_has_the_published_figures(published: Preset, reference: Reference) -> None:
    figures = FIGURES["networks"][reference.name]
    network = published.network(**reference.set)
    report = analyse(network)
    assert report.problems == ()
    assert report.totals.parameters == figures["params"]
    assert report.totals.buffers == figures["buffers"]
    assert report.totals.macs == figures["macs"]
    assert report.outputs == (tuple(figures["output"]),)
    assert report.nodes["input"].outputs == {"output": tuple(figures["input"])}
    assert len(state_dict(network, report)) == figures["state_dict_entries"]


def test_every_figure_belongs_to_a_reference() -> None:
    assert set(FIGURES["networks"]) == set(REFERENCES)


@pytest.mark.parametrize("name", FIGURES["state_dicts"])
def test_weights_have_the_published_names_shapes_and_order(name: str) -> None:
    published, reference = REFERENCES[name]
    network = published.network(**reference.set)
    keys = [(key, tuple(shape)) for key, shape in FIGURES["state_dicts"][name]]
    assert state_dict(network, analyse(network)) == keys


@every_preset
@pytest.mark.parametrize("classes", [2, 1000])
@pytest.mark.parametrize("channels", [1, 3, 4])
def test_other_sizes_channels_and_classes_are_sound(
    published: Preset, channels: int, classes: int
) -> None:
    (size,) = (p for p in published.parameters if p.name == "input_size")
    assert isinstance(size.default, int)
    assert size.minimum is not None
    for pixels in (int(size.minimum), size.default, size.default + 1, 2 * size.default + 13):
        report = analyse(published.network(input_size=pixels, channels=channels, classes=classes))
        assert report.problems == (), pixels
        assert report.outputs == ((classes,),)
        assert report.nodes["input"].outputs == {"output": (channels, pixels, pixels)}


@pytest.mark.parametrize(
    ("id", "values"),
    [
        ("lenet5", {"activation": "Tanh", "pooling": "AvgPool2d"}),
        ("lenet5", {"padding": 16, "activation": "Sigmoid"}),
        ("densenet40", {"depth": 7, "growth_rate": 1}),
        ("densenet40", {"depth": 22, "growth_rate": 4}),
    ],
)
def test_other_parameters_are_sound(id: str, values: dict[str, Any]) -> None:
    assert analyse(preset(id).network(**values)).problems == ()


def test_the_small_inception_network_has_three_modules_of_four_branches() -> None:
    network = preset("inception_mini").network()
    assert len(network.graph.of_kind("Inception")) == 3
    assert len(network.block("Inception").graph.into("concat")) == 4
    shapes = [analyse(network).nodes[f"inception{i}.concat"].outputs["output"] for i in (1, 2, 3)]
    assert shapes == [(64, 32, 32), (128, 16, 16), (256, 8, 8)]


@every_preset
def test_networks_end_in_logits(published: Preset) -> None:
    network = published.network()
    assert not any(n.kind == "Softmax" for n in network.graph.nodes)
    (output,) = network.graph.of_kind("Output")
    (wire,) = network.graph.into(output.name)
    assert network.graph.by_name[wire.source.node].kind == "Linear"


@every_preset
def test_every_scope_is_laid_out(published: Preset) -> None:
    network = published.network()
    for scope in (ROOT, *(b.name for b in network.blocks)):
        places = [node.position for node in network.scope(scope).nodes]
        assert len(set(places)) == len(places) > 1


@every_preset
def test_every_block_is_used_and_every_block_parameter_named_in_it(published: Preset) -> None:
    network = published.network()
    graphs = [network.graph, *(b.graph for b in network.blocks)]
    used = {node.kind for graph in graphs for node in graph.nodes}
    for block in network.blocks:
        assert block.name in used
        assert block.summary
        values = [
            value
            for node in block.graph.nodes
            for value in (*node.args.values(), node.repeat, node.enabled)
        ]
        named = {name for value in values for name in getattr(value, "names", ())}
        assert named == {p.name for p in block.parameters}


@every_preset
def test_the_same_values_give_the_same_network(published: Preset) -> None:
    assert published.network() == published.network()
    assert published.network() != published.network(classes=7)


@every_preset
def test_a_preset_names_its_source(published: Preset) -> None:
    assert PRESETS[published.id] is published
    module = inspect.getmodule(published.build)
    assert module is not None
    text = " ".join((module.__doc__ or "").split())
    for part in (published.paper, str(published.year), published.authors.split(",")[0]):
        assert part in text
    assert "Published" in text
    assert published.title
    assert published.summary


@every_preset
def test_the_recipe_can_be_read(published: Preset) -> None:
    written = Recipe.read(published.recipe).write()
    assert {key: written[key] for key in published.recipe} == dict(published.recipe)


@every_preset
def test_every_preset_has_the_three_usual_parameters(published: Preset) -> None:
    assert [p.name for p in published.parameters][:3] == ["input_size", "channels", "classes"]


@pytest.mark.parametrize(
    ("id", "values", "words"),
    [
        ("lenet5", {"classes": 0}, "classes must be at least 1, not 0"),
        ("lenet5", {"classes": "10"}, "classes needs a whole number"),
        ("lenet5", {"input_size": 8}, "input_size must be at least 16, not 8"),
        ("lenet5", {"depth": 5}, "depth is not a parameter of LeNet-5, which has: input_size"),
        ("densenet40", {"depth": 41}, "depth must be 3 n \\+ 4.* near 41 are 40 and 43"),
    ],
)
def test_a_bad_value_is_refused(id: str, values: dict[str, Any], words: str) -> None:
    with pytest.raises(ParameterError, match=words):
        preset(id).network(**values)


def test_an_unknown_preset_has_a_near_name() -> None:
    with pytest.raises(UnknownPresetError, match="Did you mean “resnet18”"):
        preset("ResNet-18")
    with pytest.raises(UnknownPresetError, match="There are: lenet5, inception_mini"):
        preset("transformer")
