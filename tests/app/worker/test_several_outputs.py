"""Training with several outputs: their losses add up, each times its weight."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from torch import nn
from torch.nn.functional import cross_entropy

from app.analysis import analyse
from app.codegen import generate
from app.training.messages import Epoch, Exported, ExportFailed, Finished, Maps, Start, Steps, Watch
from app.training.recipe import Recipe
from app.training.request import RequestError, request
from app.worker.figures import Figures
from app.worker.learner import Learner
from app.worker.parts import Batch, Marks, Told
from nodes.network import Network
from tests.app.heads import WEIGHT, two_heads, two_kept_and_one_auxiliary
from tests.app.networks import ends, network, node
from tests.app.worker.conftest import Worker, conduct
from tests.app.worker.test_export import wish
from tests.networks.measured import module

BATCH = 8


def start(net: Network, **recipe: object) -> Start:
    report = analyse(net)
    values = {"device": "cpu", "epochs": 2, "batch_size": 32, **recipe}
    return request(net, report, generate(net, report), Recipe(**values))  # type: ignore[arg-type]


def of_vectors(*sizes: int, **args: float) -> Network:
    """An Output of each size, on a vector."""
    nodes = [
        n
        for k, size in enumerate(sizes)
        for n in (
            node(f"fc{k}", "Linear", out_features=size),
            node(f"out{k}", "Output", **args),
        )
    ]
    chains = [f"input fc{k} out{k}" for k in range(len(sizes))]
    return network([node("input", "Input", shape=(64,)), *nodes], *chains)


def test_a_run_tells_the_loss_of_each_output(worker: Worker) -> None:
    told = [event for event, _ in worker.run(start(two_heads()))]
    finished = told[-1]
    assert isinstance(finished, Finished), finished
    epochs = [event for event in told if isinstance(event, Epoch)]
    for epoch in epochs:
        losses = epoch.output_losses
        assert [*losses] == ["output", "aux1", "aux2"]
        total = losses["output"] + WEIGHT * (losses["aux1"] + losses["aux2"])
        assert epoch.learned_loss == pytest.approx(total)
        assert epoch.train_loss == pytest.approx(losses["output"]), "as the validation has it"
    first, last = epochs
    assert all(last.output_losses[name] < first.output_losses[name] for name in last.output_losses)
    assert finished.val_accuracy > 0.5


def test_outputs_that_stay_are_validated_together() -> None:
    events = conduct(start(of_vectors(10, 10, loss_weight=0.5), epochs=1), lambda _: None)
    (epoch,) = (event for event in events if isinstance(event, Epoch))
    assert [*epoch.output_losses] == ["out0", "out1"]
    assert epoch.train_loss == pytest.approx(0.5 * sum(epoch.output_losses.values()))
    assert epoch.val_loss == pytest.approx(epoch.train_loss, rel=0.9)
    assert epoch.learned_loss is None


def test_a_step_tells_the_loss_of_the_outputs_that_stay() -> None:
    events = conduct(start(two_heads(), epochs=1), lambda _: None)
    (epoch,) = (event for event in events if isinstance(event, Epoch))
    told = [loss for event in events if isinstance(event, Steps) for loss in event.losses]
    assert sum(told) / len(told) == pytest.approx(epoch.train_loss, rel=0.05)


def test_a_step_whose_auxiliary_loss_is_no_number_is_none_either() -> None:
    figures = Figures((1.0, 0.3), auxiliary=1)
    figures.add(Told(torch.tensor([1.5, 2.0]), torch.tensor(1), 4, Marks()))
    figures.add(Told(torch.tensor([1.5, torch.nan]), torch.tensor(1), 4, Marks()))
    first, second = figures.read()
    assert first == 1.5
    assert second != second


def test_one_output_alone_tells_its_loss_once() -> None:
    events = conduct(start(of_vectors(10), epochs=1), lambda _: None)
    (epoch,) = (event for event in events if isinstance(event, Epoch))
    assert epoch.output_losses == {}


def test_maps_of_a_head_are_shown() -> None:
    watch = Watch((), "head1.fc")
    events = conduct(start(two_heads(), epochs=1), lambda _: None, watch)
    paths = {event.path for event in events if isinstance(event, Maps)}
    assert paths == {"head1.fc"}


@pytest.mark.parametrize("weights", [(1.0, 0.3, 0.3), (0.0, 1.0, 0.0), (2.0, 0.0, 0.5)])
def test_a_step_goes_down_the_sum_of_the_weighed_losses(weights: tuple[float, ...]) -> None:
    torch.manual_seed(0)
    model, plain = module(two_heads()), module(two_heads())
    plain.load_state_dict(model.state_dict())
    inputs, labels = torch.rand(BATCH, 1, 8, 8), torch.arange(BATCH)
    recipe = Recipe(optimizer="sgd", momentum=0.0, learning_rate=0.1, device="cpu")
    learner = Learner(model, recipe, torch.device("cpu"), 10, weights)
    torch.manual_seed(1)  # of the dropout
    losses = learner.step(Batch(inputs, labels, torch.arange(len(labels))), 0).losses

    torch.manual_seed(1)
    expected = [cross_entropy(logits, labels) for logits in plain.train()(inputs)]
    torch.stack([w * loss for w, loss in zip(weights, expected, strict=True)]).sum().backward()
    assert losses.tolist() == pytest.approx([loss.item() for loss in expected])
    for (name, ours), theirs in zip(model.named_parameters(), plain.parameters(), strict=True):
        moved = theirs if theirs.grad is None else theirs - 0.1 * theirs.grad
        torch.testing.assert_close(ours, moved, msg=name)


def test_the_first_output_is_judged() -> None:
    class Sure(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.scale = nn.Parameter(torch.ones(()))

        def forward(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
            right = self.scale * torch.eye(BATCH)
            return right, -right

    recipe = Recipe(device="cpu")
    inputs, labels = torch.zeros(BATCH, 1), torch.arange(BATCH)
    learner = Learner(Sure(), recipe, torch.device("cpu"), 10, (0.5, 0.5))
    batch = Batch(inputs, labels, torch.arange(BATCH))
    assert int(learner.step(batch, 0).hits) == BATCH
    assert int(learner.evaluate(batch).hits) == BATCH


@pytest.mark.parametrize(
    ("net", "reason"),
    [
        (of_vectors(10, 84), "out1 gives 84 for a sample and out0 10"),
        (of_vectors(10, 10, loss_weight=0.0), "The loss of out0 and out1 has the weight 0"),
        (of_vectors(10, loss_weight=0.0), "The loss of out0 has the weight 0"),
    ],
)
def test_what_cannot_be_trained_together_is_refused(net: Network, reason: str) -> None:
    with pytest.raises(RequestError, match=reason):
        start(net)


@pytest.mark.parametrize("draw", [two_heads, two_kept_and_one_auxiliary])
@pytest.mark.parametrize("suffix", [".onnx", ".pt2"])
def test_files_hold_what_inference_returns(
    worker: Worker, tmp_path: Path, draw: object, suffix: str
) -> None:
    assert callable(draw)
    net = draw()
    asked = wish(net, tmp_path / f"a{suffix}")
    assert asked.outputs == (("output",) if draw is two_heads else ("output", "other"))
    worker.send(asked)
    told = worker.until(Exported, ExportFailed)[-1][0]
    assert isinstance(told, Exported), told


def test_an_output_of_a_vector_needs_no_head() -> None:
    plain = network([*ends(64), node("fc", "Linear", out_features=10)], "input fc output")
    assert start(plain).outputs == (("output", 1.0),)
