"""What is kept, made wider, inserted or new, and why a network computes something else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.analysis import analyse
from app.growth import Fate, Growth, Why, carried, plan
from app.growth.telling import outcome, summary, words
from app.weights.manifest import manifest
from nodes.learning import Learning
from nodes.network import Network, Node, edits
from nodes.network.model import ROOT, wire
from presets import preset
from tests.app.growth.changes import EXACT, inserted, lenet, out_of, repeated, set_all


def planned(old: Network, new: Network) -> Growth:
    reports = [analyse(network) for network in (old, new)]
    assert all(report.ok for report in reports)
    return plan(*reports)


@pytest.mark.parametrize("change", EXACT)
def test_every_tensor_comes_from_somewhere(change: str) -> None:
    old, new = EXACT[change]()
    found = planned(old, new)
    after = analyse(new)
    assert [graft.key for graft in found.grafts] == [e.key for e in manifest(new, after)]
    known = {entry.key for entry in manifest(old, analyse(old))}
    taken = {graft.source for graft in found.grafts if graft.how in ("copy", "gather")}
    assert taken <= known
    assert found.fates.keys() == {p for p, n in after.nodes.items() if n.tensors}


def test_what_stays_is_counted() -> None:
    found = planned(lenet(), inserted(lenet(), "act1", Node("bn", "BatchNorm2d")))
    assert summary(found) == ["All weights stay", "1 layer is inserted"]
    assert words(found) == "1 layer changed, no weight lost"
    assert found.of(Fate.INSERTED) == ("bn",)
    assert found.of(Fate.KEPT) == ("conv1", "conv2", "fc1", "fc2", "fc3")


def test_a_wider_layer_and_the_one_that_reads_it() -> None:
    found = planned(lenet(), set_all(lenet(), "conv2", out_channels=20))
    assert found.of(Fate.WIDENED) == ("conv2", "fc1")
    grafts = {graft.key: graft for graft in found.grafts}
    assert grafts["conv2.bias"].gathers == ((0, (*range(16), 0, 1, 2, 3)),)
    (axis, places), = grafts["fc1.weight"].gathers  # fmt: skip
    assert axis == 1
    assert places[400:] == tuple(range(100))
    assert dict(grafts["fc1.weight"].divide)[1][0] == 2


def test_a_residual_block_begins_with_zeros_at_its_end() -> None:
    network = preset("resnet20").network()
    found = planned(network, repeated(network, "layer1", 4))
    how = {graft.key: graft.how for graft in found.grafts}
    assert how["layer1.3.bn2.weight"] == how["layer1.3.bn2.bias"] == "zeros"
    assert how["layer1.3.conv1.weight"] == "initial"  # or nothing could be learned there
    assert not found.of(Fate.FRESH)
    assert set(found.of(Fate.INSERTED)) == {
        f"layer1.3.{n}" for n in ("conv1", "bn1", "conv2", "bn2")
    }


def test_a_renamed_layer_is_found_by_what_it_reads() -> None:
    found = planned(lenet(), edits.rename(lenet(), ROOT, "conv2", "other"))
    assert found.sources["other"] == "conv2"
    assert not found.gone


def _swapped() -> Network:
    network = edits.remove(lenet(), ROOT, ["act2"])
    network = edits.add(network, ROOT, Node("tanh", "Tanh"))
    network = edits.connect(network, ROOT, wire("conv2", "output", "tanh", "input"))
    return edits.connect(network, ROOT, wire("tanh", "output", "pool2", "input"))


def _bypassed() -> Network:
    network = inserted(lenet(), "act3", Node("add", "Add"))
    network = inserted(network, "fc1", Node("norm", "LayerNorm"))
    return edits.connect(network, ROOT, wire("fc1", "output", "add", "inputs"))


LOST: dict[str, tuple[Callable[[], Network], str, Why]] = {
    "fewer units": (lambda: set_all(lenet(), "fc1", out_features=50), "fc2", Why.NARROWED),
    "smaller kernel": (
        lambda: set_all(lenet(), "conv2", kernel_size=3, padding=0), "conv2", Why.NARROWED
    ),
    "another stride": (
        lambda: set_all(set_all(lenet(), "pool2", stride=1), "conv2", stride=2), "conv2", Why.OTHER
    ),
    "another activation": (_swapped, "tanh", Why.NEW),
    "a new activation": (lambda: inserted(lenet(), "conv1", Node("g", "GELU")), "g", Why.NEW),
    "a normalisation": (lambda: inserted(lenet(), "fc1", Node("n", "LayerNorm")), "n", Why.NEW),
    "a way round": (_bypassed, "norm", Why.NEW),
    "less to read": (lambda: set_all(lenet(), "pool2", kernel_size=4), "pool2", Why.OTHER),
}  # fmt: skip


@pytest.mark.parametrize("case", LOST)
def test_where_the_function_is_lost(case: str) -> None:
    change, path, why = LOST[case]
    found = planned(lenet(), change())
    assert found.broken is not None
    assert found.broken is not None
    assert (found.broken.path, found.broken.why) == (path, why)


def test_a_layer_that_is_gone() -> None:
    old = inserted(lenet(), "act1", Node("bn", "BatchNorm2d"))
    found = planned(old, lenet())
    assert found.gone == ("bn",)
    assert found.broken is not None
    assert (found.broken.path, found.broken.why) == ("pool1", Why.REWIRED)


def test_narrower_layers_keep_the_first_of_their_units() -> None:
    found = planned(lenet(), set_all(lenet(), "conv1", out_channels=4))
    grafts = {graft.key: graft for graft in found.grafts}
    assert grafts["conv1.bias"].gathers == ((0, (0, 1, 2, 3)),)
    assert grafts["conv2.weight"].gathers == ((1, (0, 1, 2, 3)),)
    assert found.of(Fate.NARROWED) == ("conv1", "conv2")
    assert summary(found) == ["The weights of 3 of 5 layers stay", "2 layers keep a part"]
    assert words(found) == "2 layers changed, 2 lost weights"
    assert outcome(found) == "What the network computes changes: conv2 reads less than before."


def test_what_does_not_fit_is_new() -> None:
    assert out_of(lenet(), "pool2").target.node == "flatten"
    found = planned(lenet(), set_all(lenet(), "pool2", kernel_size=3))
    assert found.of(Fate.FRESH) == ("fc1",)
    assert found.gone == ("fc1",)
    assert summary(found) == ["The weights of 4 of 5 layers stay", "1 layer begins at random"]


def test_what_was_frozen_in_the_run_stays_so_unless_the_drawing_says_else() -> None:
    new = edits.rename(set_all(lenet(), "conv2", out_channels=20), ROOT, "conv1", "first")
    found = planned(lenet(), new)
    freely, now = Learning(), Learning(frozen=("conv1", "conv2"))
    assert carried(found, freely, freely, freely) == freely
    assert carried(found, freely, freely, now).frozen == ("first", "conv2")
    drawn = Learning(frozen=("conv2",))
    let_go = carried(found, drawn, freely, Learning(frozen=("conv1", "conv2")))
    assert let_go.frozen == ("first",), "the drawing lets conv2 learn now"
    assert carried(found, freely, drawn, Learning(frozen=("fc1",), still=("fc1",))) == Learning(
        frozen=("conv2", "fc1"), still=("fc1",)
    )
