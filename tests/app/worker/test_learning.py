"""What is frozen stays to the bit, its statistics too where they are still; rates multiply."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import torch
from torch import nn

from app.analysis import analyse
from app.codegen import generate
from app.data.names import PHOTOGRAPHS
from app.training.messages import Event, Finished, Maps, Start, Watch
from app.training.recipe import Recipe
from app.training.request import RequestError, request
from app.worker.learner import Learner
from app.worker.parts import Batch, Told
from nodes.learning import Learning
from nodes.network import ROOT, Block, Frozen, Network
from nodes.network.edits import set_frozen, set_rate
from tests.app.networks import ends, graph, network, node
from tests.app.worker.conftest import Worker, conduct
from tests.networks.measured import module

UNIT = Block(
    "Unit",
    (),
    graph(
        [*ends(), node("conv", "Conv2d", out_channels=4, padding=1), node("bn", "BatchNorm2d"),
         node("scale", "LayerScale", init=0.5), node("drop", "Dropout", p=0.5)],
        "input conv bn scale drop output",
    ),
)  # fmt: skip
DRAWN = network(
    [*ends(1, 8, 8), node("body", "Unit", repeat=2), node("flat", "Flatten"),
     node("fc", "Linear", out_features=10)],
    "input body flat fc output", blocks=(UNIT,),
)  # fmt: skip
CPU = torch.device("cpu")
SGD = Recipe(optimizer="sgd", momentum=0.0, learning_rate=0.1, schedule="constant", device="cpu")
BATCH = Batch(torch.rand(8, 1, 8, 8), torch.arange(8), torch.arange(8))


def start(drawn: Network, **recipe: object) -> Start:
    report = analyse(drawn)
    values = {"device": "cpu", "epochs": 1, "batch_size": 256, **recipe}
    return request(drawn, report, generate(drawn, report), Recipe(**values))  # type: ignore[arg-type]


def stepped(drawn: Network, recipe: Recipe = SGD) -> tuple[nn.Module, dict[str, torch.Tensor]]:
    """The network after a step of training, and what it was before."""
    torch.manual_seed(0)
    model = module(DRAWN)
    before = {key: tensor.clone() for key, tensor in model.state_dict().items()}
    learner = Learner(model, recipe, CPU, 10, learning=start(drawn).learning)
    torch.manual_seed(1)
    learner.step(BATCH, 0)
    return model, before


def moved(drawn: Network) -> Iterator[str]:
    """The keys of the `state_dict` that a step changes."""
    model, before = stepped(drawn)
    for key, tensor in model.state_dict().items():
        if not torch.equal(tensor, before[key]):
            yield key


def test_frozen_weights_stay_and_their_statistics_go_on() -> None:
    found = set(moved(set_frozen(DRAWN, ROOT, ["body"], Frozen.WEIGHTS)))
    statistics = {
        f"body.{copy}.bn.{name}"
        for copy in (0, 1)
        for name in ("running_mean", "running_var", "num_batches_tracked")
    }
    assert found == statistics | {"fc.weight", "fc.bias"}


def test_statistics_stay_where_they_are_still() -> None:
    assert set(moved(set_frozen(DRAWN, ROOT, ["body"], Frozen.ALL))) == {"fc.weight", "fc.bias"}


def test_one_node_of_a_block_is_frozen_in_every_copy() -> None:
    drawn = set_frozen(DRAWN, "Unit", ["conv", "scale"], Frozen.ALL)
    found = set(moved(drawn))
    everything = set(module(DRAWN).state_dict())
    held = {f"body.{c}.{n}" for c in (0, 1) for n in ("conv.weight", "conv.bias", "scale")}
    still = {key for key in everything if "conv" in key or "scale" in key}
    assert still == held
    assert found == everything - held


def test_dropout_acts_in_what_is_still() -> None:
    drawn = set_frozen(DRAWN, ROOT, ["body"], Frozen.ALL)
    model = module(DRAWN)
    Learner(model, SGD, CPU, 10, learning=start(drawn).learning)
    modes = {name: inner.training for name, inner in model.named_modules()}
    assert modes["body.0.drop"]
    assert not modes["body.0.bn"]


def test_rates_are_factors_on_the_step() -> None:
    plain, before = stepped(DRAWN)
    slow = set_rate(set_rate(DRAWN, ROOT, ["body"], 0.1), "Unit", ["conv"], 0.5)
    model, _ = stepped(slow)
    for (key, ours), theirs in zip(model.named_parameters(), plain.parameters(), strict=True):
        factor = 1.0 if key.startswith("fc") else 0.05 if "conv" in key else 0.1
        expected = before[key] + factor * (theirs - before[key])
        torch.testing.assert_close(ours, expected, msg=key)


@pytest.mark.parametrize("optimizer", ["sgd", "adam", "adamw"])
def test_the_schedule_multiplies_every_rate(optimizer: str) -> None:
    recipe = Recipe(optimizer=optimizer, learning_rate=0.1, device="cpu")  # type: ignore[arg-type]
    model = module(DRAWN)
    learning = Learning(frozen=("body.0",), rates=(("body", 0.1), ("body.1.conv", 0.0)))
    learner = Learner(model, recipe, CPU, 100, learning=learning)
    before = {key: tensor.clone() for key, tensor in model.named_parameters()}
    learner.step(BATCH, 0)
    assert learner.rate == pytest.approx(0.01)
    still = {key for key, tensor in model.named_parameters() if torch.equal(tensor, before[key])}
    assert still == {key for key in before if key.startswith(("body.0.", "body.1.conv"))}


def everything(drawn: Network, react: Callable[[Event], None] = lambda _: None) -> list[Event]:
    return conduct(start(drawn, epochs=2), react, Watch(("body.0.bn", "fc")))


def test_validation_and_probe_do_not_wake_what_is_still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Throughout a run, of which the second epoch comes after a validation and many probes."""
    drawn = set_frozen(DRAWN, ROOT, ["body"], Frozen.ALL)
    modes: list[set[bool]] = []
    plain = Learner.step

    def step(self: Learner, batch: Batch, number: int) -> Told:
        norms = [m for m in self.network.modules() if isinstance(m, nn.BatchNorm2d)]
        modes.append({m.training for m in norms})
        assert self.network.training
        return plain(self, batch, number)

    monkeypatch.setattr(Learner, "step", step)
    told = everything(drawn)
    assert isinstance(told[-1], Finished)
    assert any(isinstance(event, Maps) for event in told)
    assert len(modes) == 12
    assert all(mode == {False} for mode in modes)


def test_a_worker_trains_the_head_of_a_frozen_body(worker: Worker) -> None:
    drawn = set_rate(set_frozen(DRAWN, ROOT, ["body"], Frozen.ALL), ROOT, ["fc"], 2.0)
    finished = worker.run(start(drawn, epochs=4, batch_size=32))[-1][0]
    assert isinstance(finished, Finished), finished
    assert finished.val_accuracy > 0.7


def test_nothing_begins_where_everything_is_frozen() -> None:
    drawn = set_frozen(DRAWN, ROOT, ["body", "fc"], Frozen.WEIGHTS)
    with pytest.raises(RequestError, match=r"All weights are frozen.*Unfreeze"):
        start(drawn)
    assert start(drawn, data=PHOTOGRAPHS).learning.frozen == ("body", "fc")


def test_of_other_networks_nothing_is_said() -> None:
    assert start(DRAWN).learning == Learning()
