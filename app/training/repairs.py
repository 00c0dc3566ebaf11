"""What mends the flaws of data, on the network's side or on the data's, with what it costs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from msgspec.structs import replace

from app.analysis import analyse
from app.analysis.report import Report
from app.data.names import Fit
from app.training.messages import Fault, Inspected
from app.training.misfit import fitted, misfit, taking
from app.training.recipe import Recipe
from nodes.errors import SkipwireError
from nodes.network import ROOT, Network, edits
from nodes.spec import Shape


@dataclass(frozen=True)
class Repair:
    """One edit: another network, or another recipe. `costs` is what is lost by it, in a sentence.

    `rule` is that of the flaw that it mends.
    """

    rule: str
    words: str
    costs: str
    network: Network
    recipe: Recipe


@dataclass(frozen=True)
class _Case:
    network: Network
    report: Report
    recipe: Recipe
    found: Inspected
    fault: Fault

    def on_data(self, words: str, costs: str, recipe: Recipe) -> Repair:
        return Repair(self.fault.rule, words, costs, self.network, recipe)

    def on_network(self, words: str, costs: str, network: Network) -> Repair:
        return Repair(self.fault.rule, words, costs, network, self.recipe)

    @property
    def entering(self) -> Shape:
        return self.report.inputs[0]


def repairs(network: Network, report: Report, recipe: Recipe, found: Inspected) -> Iterator[Repair]:
    """All that can be done about what was found in the data of a recipe, in the order of it.

    The network has no problems, and one input.
    """
    for fault in found.faults:
        mend = _MENDING.get(fault.rule, _nothing)
        yield from mend(_Case(network, report, recipe, found, fault))


def mends(rule: str) -> bool:
    """Whether there may be something to be done about flaws of a rule."""
    return rule in _MENDING


# --- what does not fit ---------------------------------------------------------------------------


def _classes(case: _Case) -> Iterator[Repair]:
    number, (shape, *_) = len(case.found.classes), case.report.outputs
    wanted = {"classes": number}
    edited = fitted(case.network, case.report, case.recipe, wanted)
    if edited is not None:
        yield case.on_network(
            f"Give the Network {number:,} Classes", "Its last layer begins anew.", edited
        )
    if case.recipe.classes:
        every = replace(case.recipe, classes=0)
        yield case.on_data("Take All Classes", "Other images are learned from than now.", every)
    if len(shape) != 1 or shape[0] < 2:
        return
    lost = f"The images of {number - shape[0]:,} classes are left out."
    spare = "Numbers without a class only learn to be small."
    yield case.on_data(
        taking(number, shape[0]),
        lost if number > shape[0] else spare,
        replace(case.recipe, classes=shape[0]),
    )


def _channels(case: _Case) -> Iterator[Repair]:
    shape = case.entering
    if len(shape) == 3 and shape[0] != case.found.channels:
        edited = _entering(case, (case.found.channels, *shape[1:]))
        if edited is not None:
            number = case.found.channels
            words = f"Give the Network {number:,} Channels"
            if number == 1:
                words = "Give the Network 1 Channel"
            yield case.on_network(words, "Its first layers begin anew.", edited)


def _proportions(case: _Case) -> Iterator[Repair]:
    ways: Mapping[Fit, tuple[str, str]] = {
        "crop": ("Crop the Images", "What sticks out on two sides is not seen."),
        "pad": ("Pad the Images", "Nothing is lost; a part of each image is black."),
        "stretch": ("Stretch the Images", "Nothing is lost; what is round is so no more."),
    }
    for fit, (words, costs) in ways.items():
        if fit != case.recipe.fit:
            yield case.on_data(words, costs, replace(case.recipe, fit=fit))
    yield from _size(case)


def _size(case: _Case) -> Iterator[Repair]:
    """The network for images as most of them come, as they are or as vectors."""
    if not case.found.sizes:
        return
    (height, width, _), *_ = case.found.sizes
    own = (case.entering[0] if len(case.entering) == 3 else case.found.channels, height, width)
    ways: dict[Shape, str] = {own: f"Give the Network Images of {height}×{width}"}
    if len(case.entering) == 1:
        pixels = case.found.channels * height * width
        ways[(pixels,)] = f"Give the Network the {pixels:,} Pixels of {height}×{width}"
    for shape, words in ways.items():
        if (edited := _entering(case, shape)) is not None:
            yield case.on_network(words, "Layers that see the whole image begin anew.", edited)


# --- what is wrong with the parts ----------------------------------------------------------------


def _duplicates(case: _Case) -> Iterator[Repair]:
    if not case.recipe.distinct:
        changed = replace(case.recipe, distinct=True)
        costs = "There are fewer images to learn from; each start compares all of them."
        yield case.on_data("Leave Them Out of Training", costs, changed)


def _split(case: _Case) -> Iterator[Repair]:
    if case.found.given:
        changed = replace(case.recipe, own_split=False)
        costs = "Results cannot be compared with those of others, who keep to the parts as given."
        yield case.on_data("Split Them Anew", costs, changed)


def _nothing(case: _Case) -> Iterator[Repair]:
    yield from ()


_MENDING: Mapping[str, Callable[[_Case], Iterator[Repair]]] = {
    "classes": _classes,
    "channels": _channels,
    "proportions": _proportions,
    "size": _size,
    "duplicates": _duplicates,
    "nothing": _split,
    "empty in training": _split,
    "empty in validation": _split,
}


def _entering(case: _Case, shape: Shape) -> Network | None:
    """The network for samples of another shape, or None where it cannot take them."""
    (node, *_) = case.network.graph.of_kind("Input")
    if shape == case.entering:
        return None
    try:
        edited = edits.set_argument(case.network, ROOT, [node.name], "shape", shape)
    except SkipwireError:
        return None
    after = analyse(edited)
    number = len(case.found.classes)
    fits = after.ok and misfit(edited, after, case.recipe, lambda _: number) is None
    alike = after.ok and after.outputs == case.report.outputs
    return edited if fits or alike else None
