"""Whether a network fits the data of its recipe, known before a run starts, and what mends it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from app.analysis import analyse
from app.analysis.report import Report
from app.data.names import DIGITS, SYNTHETIC
from app.data.opening import classes_of as classes_of
from app.data.opening import flat
from app.training.recipe import Recipe
from app.transfer.heads import find_heads, with_classes
from nodes.errors import SkipwireError
from nodes.network import ROOT, Network, edits
from nodes.shapes import text
from nodes.spec import Shape

GREY, RGB = 1, 3
_DIGIT = 64  # pixels
_CLASSES = 10  # of the digits


@dataclass(frozen=True)
class Misfit:
    """`reason` says what does not fit. `wanted` has the numbers that do.

    They are of "classes" and "channels", which are also what parameters of presets are called.
    """

    reason: str
    wanted: Mapping[str, int]


@dataclass(frozen=True)
class Cure:
    """What can be done in one press: another network, or another recipe."""

    words: str
    network: Network
    recipe: Recipe


def misfit(
    network: Network,
    report: Report,
    recipe: Recipe,
    classes: Callable[[str], int | None] = classes_of,
) -> Misfit | None:
    """Why a network without problems cannot be trained on the recipe's data, or None.

    Of several inputs or outputs the first is looked at.
    """
    reasons: list[str] = []
    wanted: dict[str, int] = {}
    for shape in report.inputs[:1]:
        reason, channels = _entering(shape, recipe.data)
        if reason:
            reasons.append(reason)
        if channels:
            wanted["channels"] = channels
    if not recipe.looks:
        reason, number = _leaving(report.outputs[0], recipe, classes)
        if reason:
            reasons.append(reason)
            wanted["classes"] = number
    return Misfit(" ".join(reasons), wanted) if reasons else None


def _entering(shape: Shape, data: str) -> tuple[str, int]:
    """Why no sample of the data can enter, and the channels that could."""
    if data == SYNTHETIC or (data == DIGITS and shape == (_DIGIT,)) or flat(data, shape):
        return "", 0
    if len(shape) != 3:
        digits = f", or the {_DIGIT} pixels of a digit" if data == DIGITS else ""
        return (
            f"The network's input is {text(shape)}, and images are channels × height × width"
            f"{digits}. Change the shape of the Input node.",
            0,
        )
    if shape[0] not in (GREY, RGB):
        return (
            f"The network's input {text(shape)} has {shape[0]} channels, and images have 1 (grey) "
            "or 3 (RGB).",
            GREY if data == DIGITS else RGB,
        )
    return "", 0


def _leaving(shape: Shape, recipe: Recipe, classes: Callable[[str], int | None]) -> tuple[str, int]:
    """Why what comes out are not the scores of the data's classes, and how many these are."""
    data, number = recipe.data, classes(recipe.data)
    if number is not None and recipe.classes:
        number = recipe.classes
    if len(shape) != 1:
        return (
            f"The network gives {text(shape)} for a sample. Only classifiers can be trained so "
            "far: networks that end in one number a class, such as those of a Linear layer.",
            number or _CLASSES,
        )
    if number is None and shape[0] == 1:
        return "The network gives one number for a sample, and there are two classes at least.", 2
    if number is None or shape[0] == number:
        return "", 0
    given = f"{shape[0]:,} numbers" if shape[0] > 1 else "one number"
    which = "the digits have" if data == DIGITS else f"“{Path(data).name}” has"
    return f"The network gives {given} for a sample, and {which} {number:,} classes.", number


# --- what would mend it --------------------------------------------------------------------------


def cures(network: Network, report: Report, recipe: Recipe, found: Misfit) -> Iterator[Cure]:
    """The edit after which the network fits, and data that fits it as it is; each if there is."""
    if (edited := fitted(network, report, recipe, found.wanted)) is not None:
        words = " and ".join(_counted(*each) for each in found.wanted.items())
        yield Cure(f"Give It {words}", edited, recipe)
    if (other := _taken(network, report, recipe, found)) is not None:
        yield other
    made_up = replace(recipe, data=SYNTHETIC)
    if not recipe.looks and misfit(network, report, made_up) is None:
        yield Cure("Use Random Patterns", network, made_up)


def _taken(network: Network, report: Report, recipe: Recipe, found: Misfit) -> Cure | None:
    """The data with as many classes as the network has, where that is all that does not fit."""
    (shape, *_), number = report.outputs, found.wanted.get("classes", 0)
    if len(shape) != 1 or shape[0] < 2 or not number:
        return None
    changed = replace(recipe, classes=shape[0])
    if misfit(network, report, changed) is not None:
        return None
    return Cure(taking(number, shape[0]), network, changed)


def taking(number: int, outputs: int) -> str:
    """What it is called to take a set of so many classes for a network of so many outputs."""
    if number > outputs:
        return f"Take the First {outputs:,} Classes"
    spare = outputs - number
    if spare == 1:
        return "Leave 1 Output Without a Class"
    return f"Leave {spare:,} Outputs Without a Class"


def _counted(name: str, number: int) -> str:
    return "1 Channel" if (name, number) == ("channels", 1) else f"{number:,} {name.title()}"


def fitted(
    network: Network, report: Report, recipe: Recipe, wanted: Mapping[str, int]
) -> Network | None:
    """The network with so many classes and channels, or None where it cannot be so.

    What is frozen or slower stays so: a transfer is not undone by it.
    """
    try:
        if "classes" in wanted:
            heads = find_heads(network, report)
            network = with_classes(network, report, heads, wanted["classes"])
        if "channels" in wanted:
            entering = network.graph.of_kind("Input")[0].name
            shape = (wanted["channels"], *report.inputs[0][1:])
            network = edits.set_argument(network, ROOT, [entering], "shape", shape)
    except SkipwireError:
        return None
    after = analyse(network)
    return network if after.ok and misfit(network, after, recipe) is None else None
