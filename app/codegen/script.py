"""A training script that stands beside the generated module: plain torch, alone or by torchrun."""

from __future__ import annotations

import math
import sys
from collections.abc import Mapping
from string import Template
from typing import Any, NamedTuple

from app.analysis.outputs import exits, loss_weights, not_alike
from app.analysis.report import Report
from app.codegen import script_text as part
from app.codegen.script_learning import learning_parts
from app.codegen.script_recipe import recipe_parts
from app.codegen.source import Source
from app.codegen.wording import value_text
from app.images import is_image
from nodes.errors import SkipwireError
from nodes.network import Network
from nodes.network.document import How, Weights
from nodes.spec import Shape

SCRIPT_NAME = "train.py"
_DIGIT = 64  # numbers of one digit of scikit-learn


class _Data(NamedTuple):
    """A kind of data: how it is asked for, what it is, its test in the code and what reads it."""

    name: str
    words: str
    test: str
    made: str


_ON_DIGITS = _Data(
    "digits", "the handwritten digits of scikit-learn", 'args.data == "digits"', "digits()"
)
_MADE_UP = _Data(
    "synthetic", "random patterns, to try it", 'args.data == "synthetic"', "synthetic()"
)
_ON_IMAGES = _Data(
    "FOLDER", "one folder of PNG or JPEG images a class", "path.is_dir()", "ImageFolder(path)"
)
_ON_ARRAYS = _Data(
    "FILE.npz", "arrays x of samples and y of labels", "path.is_file()", "from_npz(path)"
)
# What the script or torch itself imports.
_TAKEN = {"train", "torch", "numpy", "PIL", "sklearn", "scipy", *sys.stdlib_module_names}


class ScriptError(SkipwireError):
    """There is no training script for this network."""


def module_name(source: Source) -> str:
    """The file beside the script, without its suffix: ResNet18 -> resnet18."""
    name = source.class_name.lower()
    return f"{name}_network" if name in _TAKEN else name


def generate_script(
    network: Network,
    report: Report,
    source: Source,
    recipe: Mapping[str, Any],
    weights: Weights | None = None,
) -> str:
    """The text of `train.py`, with the settings of a recipe as its defaults.

    It begins with the file of `weights`, unless it is told another.

    Raises:
        ScriptError: the network has several inputs, or an output that gives no scores of the
            classes; or all of its weights are frozen, or are taken from their file by order.
    """
    entering, *others = network.graph.of_kind("Input")
    if others:
        raise ScriptError(
            f"The network has {len(others) + 1} inputs, and the training script takes one. Export "
            "the module alone, and write the training of it."
        )
    shape = report.nodes[entering.name].outputs["output"]
    if len(report.outputs[0]) != 1:
        raise ScriptError(
            f"The network gives a tensor of shape {'×'.join(map(str, report.outputs[0]))} for a "
            "sample, and the training script needs one number a class. End it with a Linear layer."
        )
    given = {n.name: report.nodes[n.name].outputs["output"] for n in exits(network.graph)}
    if reason := not_alike(network, given):
        raise ScriptError(reason)
    if report.memory.weights and not report.memory.learning:
        raise ScriptError(
            "All weights are frozen, so that the training script would learn nothing. Unfreeze the "
            "nodes that are to learn."
        )
    if weights is not None and weights.how is How.ORDER:
        raise ScriptError(
            f"The weights of “{weights.file}” find their places by order, and the training script "
            "goes by name. Save Weights writes them by the names of this network; load that file, "
            "and export the script again."
        )
    loss = _loss(dict(loss_weights(network)), len(report.outputs))
    differing = {**loss, **learning_parts(report.learning, weights.file if weights else "")}
    return _filled(source, recipe, shape, report.outputs[0][0], differing)


def _loss(weights: Mapping[str, float], kept: int) -> Mapping[str, str]:
    """The parts that differ where several outputs, of which so many are kept, have their losses."""
    if [*weights.values()] == [1.0]:
        return {
            "loss_weights": "",
            "loss_function": "",
            "validated": part.VALIDATED,
            "loss": "cross_entropy",
        }
    judged = "outputs" if kept == 1 else "outputs[0]"
    numbers = ", ".join(map(repr, weights.values())) + "," * (len(weights) == 1)
    return {
        "loss_weights": f"LOSS_WEIGHTS = ({numbers})  # of {', '.join(weights)}\n",
        "loss_function": part.LOSS_FUNCTION,
        "validated": Template(part.VALIDATED_WEIGHED).substitute(judged=judged),
        "loss": "weighed_loss",
    }


def _filled(
    source: Source,
    recipe: Mapping[str, Any],
    shape: Shape,
    classes: int,
    differing: Mapping[str, str],
) -> str:
    grid = len(shape) == 3
    images = grid and shape[0] in (1, 3)
    digits = grid or math.prod(shape) == _DIGIT
    offered = [row for row, fits in ((_ON_DIGITS, digits), (_MADE_UP, True), (_ON_IMAGES, images),
                                     (_ON_ARRAYS, True)) if fits]  # fmt: skip
    parts = [
        part.HEAD,
        part.FOLDER if images else "",
        part.DIGITS if digits else "",
        part.DATA,
        part.REST,
    ]
    # what nothing is learned from, and what the script cannot draw
    without = recipe["data"] in ("photographs", "shapes") or is_image(recipe["data"])
    built_in = recipe["data"] == "digits" or without
    data = recipe["data"] if not built_in else "digits" if digits else "synthetic"
    return Template("".join(parts)).substitute(
        {name: value_text(value) for name, value in recipe.items()},
        class_name=source.class_name,
        module=module_name(source),
        example="photos" if images else "samples.npz",
        data_words="".join(f"    {row.name:<12} {row.words}\n" for row in offered),
        image_import="from PIL import Image\n" if images else "",
        **{**differing, **recipe_parts(recipe, differing["parameters"])},
        torch_names="Tensor, nn" if images or differing["loss_function"] else "nn",
        data_names=", ".join(
            ["DataLoader", *(["Dataset"] if images else []), "Subset, TensorDataset, random_split"]
        ),
        functions="cross_entropy, interpolate" if grid else "cross_entropy",
        input_shape=repr(tuple(shape)),
        classes=classes,
        data=value_text(data),
        mode="L" if shape[0] == 1 else "RGB",
        shaped=part.RESIZED if grid else part.RESHAPED,
        choices="".join(
            f"    {'elif' if at else 'if'} {row.test}:\n        data = {row.made}\n"
            for at, row in enumerate(offered)
        ),
    )
