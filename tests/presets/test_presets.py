"""Every preset is sound in all its sizes, says where it comes from and takes a training step."""

from __future__ import annotations

import inspect
from functools import partial
from typing import Any

import pytest
import torch
from torch.nn import functional

from app.analysis import analyse
from app.training.recipe import Recipe
from nodes.errors import ParameterError
from nodes.network import ROOT
from presets import PRESETS, Preset, UnknownPresetError, preset
from tests.networks.measured import module

every_preset = pytest.mark.parametrize("published", PRESETS.values(), ids=PRESETS)


def smallest(published: Preset, **values: int) -> dict[str, Any]:
    """Parameters of the smallest input, and others where the preset has them."""
    known = {p.name: p for p in published.parameters}
    size = known["input_size"].minimum
    assert size is not None
    return {"input_size": int(size), **{k: v for k, v in values.items() if k in known}}


@every_preset
def test_other_sizes_channels_and_classes_are_sound(published: Preset) -> None:
    least = smallest(published, channels=4, classes=7)
    default = next(p.default for p in published.parameters if p.name == "input_size")
    larger = default + 1 if isinstance(default, int) else 300
    for pixels in (least["input_size"], larger):
        report = analyse(published.network(**{**least, "input_size": pixels}))
        assert report.problems == (), pixels
        if "channels" in least:
            assert report.nodes["input"].outputs == {"output": (4, pixels, pixels)}
        if "classes" in least:
            assert {shape[0] for shape in report.outputs} == {7}


@every_preset
def test_it_takes_a_training_step(published: Preset) -> None:
    network = published.network(**smallest(published, classes=3))
    report = analyse(network)
    torch.manual_seed(0)
    model = module(network).train()
    shapes = [report.nodes[n.name].outputs["output"] for n in network.graph.of_kind("Input")]
    made = model(*(torch.rand(2, *shape) for shape in shapes))
    outputs = made if isinstance(made, tuple) else (made,)
    assert len(outputs) == len(network.graph.of_kind("Output"))
    assert all(output.isfinite().all() for output in outputs)
    if not report.totals.parameters:
        return  # filters that are given, not learned
    torch.stack(
        [
            functional.cross_entropy(o, torch.zeros(2, *o.shape[2:], dtype=torch.long))
            for o in outputs
        ]
    ).sum().backward()
    for name, weight in model.named_parameters():
        assert weight.grad is not None, name
        assert weight.grad.isfinite().all(), name


@pytest.mark.parametrize(
    ("id", "values"),
    [
        ("lenet5", {"activation": "Tanh", "pooling": "AvgPool2d"}),
        ("lenet5", {"padding": 16, "activation": "Sigmoid"}),
    ],
)
def test_other_parameters_are_sound(id: str, values: dict[str, Any]) -> None:
    assert analyse(preset(id).network(**values)).problems == ()


@every_preset
def test_networks_end_in_logits(published: Preset) -> None:
    network = published.network()
    graphs = [network.graph, *(block.graph for block in network.blocks)]
    assert not any(n.kind in ("Softmax", "LogSoftmax") for graph in graphs for n in graph.nodes)


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
        assert named >= {p.name for p in block.parameters}


@every_preset
def test_the_same_values_give_the_same_network(published: Preset) -> None:
    assert published.network() == published.network()


@every_preset
def test_a_preset_names_its_source(published: Preset) -> None:
    assert PRESETS[published.id] is published
    build = published.build.func if isinstance(published.build, partial) else published.build
    home = inspect.getmodule(build)
    assert home is not None
    text = " ".join((home.__doc__ or "").split())
    for part in (published.paper, str(published.year), published.authors.split(",")[0]):
        assert part in text
    assert "Published" in text
    assert published.title
    assert published.family
    assert published.summary
    assert published.link.startswith("https://")


@every_preset
def test_the_recipe_can_be_read(published: Preset) -> None:
    written = Recipe.read(published.recipe).write()
    assert {key: written[key] for key in published.recipe} == dict(published.recipe)


@every_preset
def test_every_preset_has_the_three_usual_parameters(published: Preset) -> None:
    names = [p.name for p in published.parameters]
    assert names[0] == "input_size"
    assert published.family == "Teaching" or names[1:3] == ["channels", "classes"]


@pytest.mark.parametrize(
    ("id", "values", "words"),
    [
        ("lenet5", {"classes": 0}, "classes must be at least 1, not 0"),
        ("lenet5", {"classes": "10"}, "classes needs a whole number"),
        ("lenet5", {"input_size": 8}, "input_size must be at least 16, not 8"),
        ("lenet5", {"depth": 5}, "depth is not a parameter of LeNet-5, which has: input_size"),
    ],
)
def test_a_bad_value_is_refused(id: str, values: dict[str, Any], words: str) -> None:
    with pytest.raises(ParameterError, match=words):
        preset(id).network(**values)


def test_an_unknown_preset_has_a_near_name() -> None:
    with pytest.raises(UnknownPresetError, match="Did you mean “resnet18”"):
        preset("ResNet-18")
    with pytest.raises(UnknownPresetError, match="There are: lenet5, "):
        preset("zzzzzz")
