"""Documents made of presets: how they are called, what they are trained on, where they are from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.data.names import DIGITS, SYNTHETIC
from app.training.misfit import GREY, RGB, classes_of
from nodes.network import Frozen, Graph, Network, Node
from nodes.network.document import Document, Origin
from nodes.spec import Value
from presets import Preset

_OF_THE_DATA = ("input_size", "channels", "classes")  # another of these is no other architecture
_WORDS = {"batch_norm": "batch normalisation", "auxiliary": "auxiliary heads"}


def made_of(preset: Preset, values: Mapping[str, Value]) -> Document:
    """The network of a preset with these parameters, and a recipe whose data fits it.

    Raises:
        SkipwireError: a parameter is refused.
    """
    network = replace(preset.network(**values), name=name_of(preset, values))
    changed = preset.changed(values)
    recipe = {"data": _data(preset, values), **preset.recipe}
    return Document(network, recipe, origin=Origin(preset.id, changed))


def unchanged(network: Network, made: Network) -> bool:
    """Whether a network is drawn as another one was, wherever its nodes stand and whatever learns.

    So its accuracy is still that of the preset it was made of.
    """
    return _drawn(network) == _drawn(made)


def _drawn(network: Network) -> tuple[object, ...]:
    blocks = {b.name: (b.parameters, _nodes(b.graph), b.graph.wires) for b in network.blocks}
    return _nodes(network.graph), network.graph.wires, blocks, network.custom


def _nodes(graph: Graph) -> list[Node]:
    return [replace(node, position=(0.0, 0.0), frozen=Frozen.NO, rate=1.0) for node in graph.nodes]


def name_of(preset: Preset, values: Mapping[str, Value]) -> str:
    """“VGG-16 with batch normalisation”: the title, and what makes it another architecture."""
    name = preset.title
    for parameter, value in preset.changed(values).items():
        if parameter in _OF_THE_DATA:
            continue
        words = _WORDS.get(parameter, parameter.replace("_", " "))
        if isinstance(value, bool):
            name += f" {'with' if value else 'without'} {words}"
        else:
            name += f", {words} {value_text(value)}"
    return name


def value_text(value: Value) -> str:
    """A parameter's value as a person reads it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "×".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _data(preset: Preset, values: Mapping[str, Value]) -> str:
    """The digits where they fit the network, or the preset as it is meant; else made-up patterns.

    So every classifier can be trained as it is opened, without any file.
    """
    defaults: dict[str, Any] = {p.name: p.default for p in preset.parameters}
    fits = (_takes_digits(each) for each in (defaults, {**defaults, **values}))
    return DIGITS if any(fits) else SYNTHETIC


def _takes_digits(values: Mapping[str, Any]) -> bool:
    return values.get("classes") == classes_of(DIGITS) and values.get("channels") in (GREY, RGB)
