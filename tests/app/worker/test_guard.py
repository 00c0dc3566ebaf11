"""A run ends before what is no number gets into its weights, and says where that was first."""

from __future__ import annotations

import math

import pytest
import torch

from app.training.messages import Alert
from app.training.recipe import Recipe
from app.worker.guard import RULE, NotFiniteError
from app.worker.parts import Batch
from tests.app.training.networks import TINY, TINY_PROBE
from tests.app.worker.watch.test_instruments import Bench

ROOT = "x = (x * 0) ** 0.5"  # whose gradient at 0 is infinite


def network(line: str = "") -> tuple[str, str]:
    """The tiny one with a line behind its BatchNorm, in its probe too."""
    source = TINY.replace(
        "        x = self.drop(torch.relu(self.bn(self.conv(x))))\n",
        "        x = self.bn(self.conv(x))\n"
        f"        {line}\n"
        "        x = self.drop(torch.relu(x))\n",
    )
    probe = TINY_PROBE.replace(
        '    yield "bn", x\n', f'    yield "bn", x\n    {line}\n    yield "line", x\n'
    )
    return source, probe


def stopped(bench: Bench, batch: Batch) -> tuple[str, Alert]:
    """What is said, and that neither weights nor running statistics have moved."""
    before = [value.clone() for value in bench.learner.raw.state_dict().values()]
    with pytest.raises(NotFiniteError) as caught:
        bench.learner.step(batch, bench.step)
    after = bench.learner.raw.state_dict().values()
    assert all(
        torch.equal(a, b) for a, b in zip(before, after, strict=True) if b.is_floating_point()
    )
    (alert,) = [event for event, _ in bench.outbox.told if isinstance(event, Alert)]
    assert alert.rule == RULE
    assert alert.advice in str(caught.value)
    return str(caught.value), alert


@pytest.mark.parametrize(
    ("line", "path", "words"),
    [
        ("x = x / (x - x)", "line", "infinity|NaN"),
        ("x = x * 1e30 * 1e30", "line", "infinity"),
        (ROOT, "line", "NaN|infinity"),
    ],
    ids=["division", "overflow", "gradient"],
)
@pytest.mark.parametrize("step", [0, 1], ids=["at a norm", "between two"])
def test_where_it_was_first(line: str, path: str, words: str, step: int) -> None:
    source, probe = network(line)
    bench = Bench(source, probe)
    bench.step = step
    with pytest.raises(NotFiniteError):
        bench.train(1)
    (alert,) = [event for event, _ in bench.outbox.told if isinstance(event, Alert)]
    assert alert.path == path
    assert any(word in alert.reason for word in words.split("|"))
    assert ("gradient" in alert.reason) == (line == ROOT)


def test_the_data_and_the_weights_are_looked_at_first() -> None:
    bench = Bench()
    bench.train(3)
    bad = bench.batch.inputs.clone()
    bad[0, 0, 0, 0] = math.nan
    said, alert = stopped(bench, Batch(bad, bench.batch.labels, bench.batch.indices))
    assert "NaN (not a number) was in the data" in said
    assert alert.path == ""


def test_weights_that_are_no_numbers_are_named() -> None:
    bench = Bench()
    bench.train(3)
    with torch.no_grad():
        bench.learner.raw.get_parameter("conv.weight")[0, 0, 0, 0] = math.inf
    said, alert = stopped(bench, bench.batch)
    assert "infinity was in the weight “conv.weight” already" in said
    assert alert.path == "conv"


def test_the_rate_that_is_told_is_the_one_in_force() -> None:
    bench = Bench()
    bench.train(3)
    bench.recipe = Recipe(learning_rate=7.0)
    bad = Batch(bench.batch.inputs / 0, bench.batch.labels, bench.batch.indices)
    assert "Lower the learning rate, now 7, " in stopped(bench, bad)[0]


def test_a_sound_network_goes_on() -> None:
    bench = Bench()
    bench.train(5)
    assert not [event for event, _ in bench.outbox.told if isinstance(event, Alert)]
