"""What mends the flaws of data, on either side, and that each repair does mend it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace

from app.analysis import analyse
from app.data.inspecting import summary
from app.data.opening import open_source
from app.data.source import Choices, Wanted
from app.training.messages import Fault, Inspected
from app.training.recipe import Recipe
from app.training.repairs import Repair, repairs
from nodes.network import Network
from nodes.spec import Value
from presets import preset
from tests.app.data.made import noise
from tests.app.networks import ends, network, node


def looked(net: Network, recipe: Recipe) -> Inspected:
    """What the worker would tell of the data, for a network."""
    report = analyse(net)
    shape = report.nodes[net.graph.of_kind("Input")[0].name].outputs["output"]
    choices = Choices(recipe.fit, recipe.classes, recipe.distinct, recipe.own_split)
    wanted = Wanted(shape, report.outputs[0][0], recipe.seed, recipe.samples, choices)
    source = open_source(recipe.data, wanted, lambda: None)
    split = source.split(recipe.validation_share, recipe.seed)
    found = summary(source, split, shape, report.outputs[0][0], lambda: None)
    about = source.about
    return Inspected(
        about.kind, about.classes, found.train, found.val, (), (), found.sizes,
        faults=tuple(Fault(f.rule, f.text, f.count, f.grave) for f in found.flaws),
        given=split.given, channels=about.channels,
    )  # fmt: skip


def offered(net: Network, recipe: Recipe) -> dict[str, Repair]:
    """By their words. Each mends its flaw, and needs no other one."""
    found = looked(net, recipe)
    every = {r.words: r for r in repairs(net, analyse(net), recipe, found)}
    for repair in every.values():
        assert repair.costs.endswith(".")
        assert analyse(repair.network).ok
        assert (repair.network, repair.recipe) != (net, recipe)
        after = looked(repair.network, repair.recipe)
        before = {fault.text for fault in found.faults if fault.rule == repair.rule}
        assert before - {fault.text for fault in after.faults}, repair.words
    return every


def arrays(
    path: Path, images: int = 40, side: tuple[int, int] = (32, 32), **more: object
) -> Recipe:
    labels = np.arange(images) % 2
    np.savez(path, x=noise(images, *side), y=labels, **more)  # type: ignore[arg-type]
    return Recipe(data=str(path))


def unfit(path: Path) -> Recipe:
    """The recipe of data that is wrong in most ways."""
    held = noise(40, 32, 64)[:3]
    return arrays(path, side=(32, 64), x_val=held, y_val=np.zeros(3))


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"classes": 7}, {"Give the Network 10 Classes", "Take the First 7 Classes"}),
        ({"classes": 11}, {"Give the Network 10 Classes", "Leave 1 Output Without a Class"}),
        ({"channels": 3}, {"Give the Network 1 Channel"}),
        ({}, set()),
    ],
)
def test_classes_and_channels(values: dict[str, Value], words: set[str]) -> None:
    net = preset("lenet5").network(**values)
    assert {*offered(net, Recipe())} - {"Give the Network Images of 8×8"} == words


def test_classes_that_are_wanted_without_an_image_are_no_flaw() -> None:
    net = preset("lenet5").network(classes=12)
    assert {f.rule for f in looked(net, Recipe(classes=12)).faults} <= {"size"}


def test_what_is_taken_can_be_given_back() -> None:
    net = preset("lenet5").network(classes=7)
    (taken,) = (r for w, r in offered(net, Recipe()).items() if w.startswith("Take"))
    assert taken.recipe == Recipe(classes=7)
    assert taken.network is net
    given = offered(preset("lenet5").network(), taken.recipe)["Take All Classes"]
    assert given.recipe == Recipe()


def test_images_of_another_proportion(tmp_path: Path) -> None:
    net = preset("lenet5").network(classes=2)
    recipe = arrays(tmp_path / "a.npz", side=(32, 64))
    for fit, others in (("stretch", {"Crop", "Pad"}), ("pad", {"Crop", "Stretch"})):
        every = offered(net, replace(recipe, fit=fit))
        assert {f"{way} the Images" for way in others} | {"Give the Network Images of 32×64"} == {
            *every
        }


def test_a_network_of_vectors_takes_other_pixels() -> None:
    nodes = [*ends(100), node("fc", "Linear", out_features=10)]
    words = {*offered(network(nodes, "input fc output"), Recipe())}
    assert words == {"Give the Network the 64 Pixels of 8×8"}


def test_duplicates_are_left_out_and_parts_are_drawn_anew(tmp_path: Path) -> None:
    net = preset("lenet5").network(classes=2)
    held = noise(40, 32, 32)[:3]
    recipe = arrays(tmp_path / "a.npz", x_val=held, y_val=np.zeros(3))
    every = offered(net, recipe)
    assert {"Leave Them Out of Training", "Split Them Anew"} <= {*every}
    assert every["Leave Them Out of Training"].recipe == replace(recipe, distinct=True)
    assert every["Split Them Anew"].recipe == replace(recipe, own_split=False)
