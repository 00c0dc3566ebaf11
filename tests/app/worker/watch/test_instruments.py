"""What the instruments tell, and that a network learns the same under all of them."""

from __future__ import annotations

import gc
import io
import random
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
import torch
from torch import Tensor, nn

from app.training.messages import (
    COLUMNS,
    Buffers,
    DeviceUse,
    Event,
    Filters,
    Histograms,
    Maps,
    Nodes,
    NodeStats,
    Shares,
    Watch,
)
from app.training.recipe import Recipe
from app.worker.learner import Learner
from app.worker.loading import build, build_probe
from app.worker.outbox import Outbox
from app.worker.parts import Batch, Marks
from app.worker.watch.equip import equip
from app.worker.watch.filters import Kernels
from app.worker.watch.instrument import Instrument, Moment
from app.worker.watch.watching import Watching
from tests.app.training.networks import TINY, TINY_PROBE, tiny
from tests.app.worker.watch.feeds import Zeros

NODES = ("input", "conv", "bn", "relu", "drop", "flatten", "fc")
EVERYTHING = Watch(
    NODES,
    "conv",
    (0, 3),
    "",
    frozenset({"flow", "times", "dead", "histograms", "filters", "buffers"}),
)
# in place, so that values are written over behind the one who looks
IN_PLACE = TINY.replace("self.drop(torch.relu(", "self.drop(torch.relu_(")
RANDOM = "import random\nimport numpy\n" + TINY.replace(
    "return self.fc(x.flatten(1))",
    "return self.fc(x.flatten(1)) * (1 + random.random() * numpy.random.rand())",
)


class Kept(Outbox):
    def __init__(self) -> None:
        super().__init__(io.BytesIO())
        self.told: list[tuple[Event, bytes]] = []

    def send(self, event: Event, payload: bytes = b"") -> None:
        self.told.append((event, payload))

    def offer(self, seen: object) -> None:
        self.told.extend(seen)  # type: ignore[arg-type]


class Bench:
    """A network in training, and what looks at it."""

    def __init__(self, source: str = TINY, probe: str = TINY_PROBE, **recipe: Any) -> None:
        random.seed(0)
        np.random.seed(0)
        torch.manual_seed(0)
        start = tiny(source, probe, **recipe)
        cpu = torch.device("cpu")
        self.recipe = Recipe(optimizer="sgd", learning_rate=0.01)
        self.learner = Learner(build(start, cpu), self.recipe, cpu, steps=50)
        self.outbox = Kept()
        self.watching: Watching = equip(
            start,
            Zeros(),
            self.learner,
            cpu,
            self.outbox,
            lambda: EVERYTHING,
            lambda: self.recipe,
        )
        self.step = 0
        self.batch = Batch(torch.zeros(1), torch.zeros(1), torch.zeros(1))

    def train(self, steps: int) -> None:
        generator = torch.Generator().manual_seed(self.step)
        for _ in range(steps):
            inputs = torch.randn(16, 1, 8, 8, generator=generator)
            labels = torch.randint(10, (16,), generator=generator)
            self.batch = Batch(inputs, labels, torch.arange(16))
            self.told = self.learner.step(self.batch, self.step)
            self.step += 1

    def look(self, instrument: Instrument, watch: Watch = EVERYTHING) -> list[tuple[Event, bytes]]:
        before = len(self.outbox.told)
        instrument.look(Moment(self.step, watch, self.batch, 0.01, self.told.marks))
        return self.outbox.told[before:]

    def one(self, name: str) -> Instrument:
        (found,) = [i for i in self.watching.instruments if type(i).__name__ == name]
        return found

    def weights(self) -> list[Tensor]:
        return [*self.learner.raw.state_dict().values()]

    def state(self) -> list[Tensor]:
        network = self.learner.raw
        tensors, _ = self.learner.state()
        gradients = [p.grad for p in network.parameters() if p.grad is not None]
        modes = torch.tensor([module.training for module in network.modules()])
        generators = [
            torch.get_rng_state(),
            torch.tensor(hash(random.getstate())),
            torch.tensor(hash(repr(np.random.get_state()))),
        ]
        found = [*network.state_dict().values(), *tensors.values(), *gradients, modes, *generators]
        return [value.clone() for value in found]


NAMES = (
    *("FeatureMaps", "Flow", "Norms", "NodeHistograms", "Kernels", "Statistics", "Gauge", "Doctor"),
)  # fmt: skip


def test_all_instruments_are_here() -> None:
    assert {type(i).__name__ for i in Bench().watching.instruments} == {*NAMES}


@pytest.mark.parametrize("source", [TINY, IN_PLACE, RANDOM], ids=["plain", "in place", "random"])
@pytest.mark.parametrize("name", NAMES)
def test_an_instrument_leaves_no_trace(source: str, name: str) -> None:
    bench = Bench(source)
    bench.train(2)
    batch = bench.batch.inputs.clone()
    before = bench.state()
    looks = 0
    for selected in ("conv", "bn"):
        watch = Watch(NODES, selected, (0, 3), "", EVERYTHING.shown)
        if bench.one(name).weight(watch):
            bench.look(bench.one(name), watch)
            looks += 1
    assert looks
    assert len(before) == len(after := bench.state())
    assert all(torch.equal(a, b) for a, b in zip(before, after, strict=True))
    assert torch.equal(bench.batch.inputs, batch)


@pytest.mark.parametrize("name", NAMES)
def test_a_look_is_gone_at_once_and_the_batch_with_it(name: str) -> None:
    """Cycles wait for a collector, which comes to what is old after thousands of steps."""
    bench = Bench()
    bench.train(1)
    instrument = bench.one(name)
    watches = (Watch(NODES, at, (0,), "", EVERYTHING.shown) for at in ("conv", "bn"))
    watch = next(watch for watch in watches if instrument.weight(watch))
    bench.look(instrument, watch)  # what is kept from one to the next is there now
    gc.collect()
    gc.disable()
    try:
        before = graphs()
        bench.look(instrument, watch)
        assert graphs() == before
    finally:
        gc.enable()


def graphs() -> int:
    """How many values there are that somebody could go back from."""
    alive = (o for o in gc.get_objects() if issubclass(type(o), Tensor))
    return sum(tensor.grad_fn is not None for tensor in alive)


def test_a_network_learns_the_same_under_all_instruments() -> None:
    plain = Bench(RANDOM)
    for _ in range(6):
        plain.train(1)
    watched = Bench(RANDOM)
    for _ in range(6):
        watched.train(1)
        for instrument in watched.watching.instruments:
            if instrument.weight(EVERYTHING):
                watched.look(instrument)
    for a, b in zip(plain.weights(), watched.weights(), strict=True):
        assert torch.equal(a, b)


def table(
    told: list[tuple[Event, bytes]],
) -> dict[str, np.ndarray[tuple[int], np.dtype[np.float32]]]:
    (payload,) = [payload for event, payload in told if isinstance(event, NodeStats)]
    values = np.frombuffer(payload, np.float32).reshape(len(NODES), len(COLUMNS))
    return dict(zip(COLUMNS, values.T, strict=True))


def test_the_flow_through_the_nodes() -> None:
    bench = Bench()
    ((nodes, _),) = [told for told in bench.outbox.told if isinstance(told[0], Nodes)]
    assert isinstance(nodes, Nodes)
    assert nodes.paths == NODES
    bench.train(1)
    found = table(bench.look(bench.one("Flow")))
    at = {path: row for row, path in enumerate(NODES)}
    inputs = bench.batch.inputs[:8]
    assert found["mean"][at["input"]] == pytest.approx(float(inputs.mean()), abs=1e-6)
    assert found["std"][at["input"]] == pytest.approx(float(inputs.std(correction=0)), rel=1e-5)
    assert found["std"][at["bn"]] == pytest.approx(1, abs=0.02)
    assert found["rms"][at["relu"]] == pytest.approx(0.5**0.5, abs=0.05)
    assert found["bytes"][at["conv"]] == 16 * 6 * 8 * 8 * 4
    # of ten classes that are equally likely at first, a sample's gradient has a length of about 1
    assert found["gradient"][at["fc"]] == pytest.approx(0.95, abs=0.15)
    assert np.isnan(found["dead"]).all()  # torch.relu is no module
    times = found["forward_ms"], found["backward_ms"]
    marks = bench.told.marks
    for column, seconds in zip(times, (marks.forward, marks.backward), strict=True):
        assert np.nansum(column) == pytest.approx(1000 * seconds, rel=1e-3)


def test_gradients_are_those_of_each_value_though_it_is_written_over() -> None:
    over = TINY_PROBE.replace("torch.relu(x)", "torch.relu_(x)")
    found = []
    for probe in (TINY_PROBE, over):
        bench = Bench(probe=probe)
        bench.train(1)
        found.append(table(bench.look(bench.one("Flow"))))
    for column in ("mean", "std", "gradient"):
        assert np.allclose(found[0][column], found[1][column], rtol=1e-5, equal_nan=True)


DEAD = TINY.replace("nn.BatchNorm2d(6)", "nn.ReLU()").replace("torch.relu(", "(")


def test_units_that_answer_nothing_for_long_are_dead() -> None:
    bench = Bench(DEAD)
    with torch.no_grad():
        bias = bench.learner.raw.get_parameter("conv.bias")
        bias[:] = torch.tensor([-9.0, 9, -9, 9, 9, 9])
    bench.train(1)
    found = table(bench.look(bench.one("Flow")))
    assert found["dead"][NODES.index("bn")] == pytest.approx(2 / 6)
    with torch.no_grad():
        bias[:] = -9.0
    assert table(bench.look(bench.one("Flow")))["dead"][NODES.index("bn")] == pytest.approx(2 / 6)
    for _ in range(4):
        told = bench.look(bench.one("Flow"))
    assert table(told)["dead"][NODES.index("bn")] == 1


def test_norms_and_what_a_step_changed() -> None:
    bench = Bench()
    bench.train(1)
    norms = bench.one("Norms")
    assert np.isnan(table(bench.look(norms))["update_ratio"]).all()  # the first half
    before = bench.learner.raw.get_parameter("fc.weight").detach().clone()
    bias = bench.learner.raw.get_parameter("fc.bias").detach().clone()
    bench.train(1)
    found = table(bench.look(norms))
    row = NODES.index("fc")
    fc = bench.learner.raw.get_submodule("fc")
    assert isinstance(fc, nn.Linear)
    assert fc.weight.grad is not None
    assert fc.bias.grad is not None
    whole = torch.cat([fc.weight.flatten(), fc.bias]).detach()
    change = whole - torch.cat([before.flatten(), bias])
    gradient = torch.cat([fc.weight.grad.flatten(), fc.bias.grad])
    assert found["weight"][row] == pytest.approx(float(whole.norm()), rel=1e-4)
    assert found["weight_gradient"][row] == pytest.approx(float(gradient.norm()), rel=1e-4)
    ratio = float(change.norm() / whole.norm())
    assert found["update_ratio"][row] == pytest.approx(ratio, rel=1e-3)
    assert np.isnan(found["weight"][NODES.index("relu")])


def test_histograms_count_everything() -> None:
    bench = Bench()
    bench.train(1)
    ((event, payload),) = bench.look(bench.one("NodeHistograms"))
    assert isinstance(event, Histograms)
    assert (event.path, event.what) == ("conv", ("activations", "weights", "gradients"))
    counts = np.frombuffer(payload, np.uint32).reshape(3, event.bins)
    assert counts.sum(1).tolist() == [8 * 6 * 8 * 8, 60, 60]
    weight = torch.cat(
        [p.detach().flatten() for p in bench.learner.raw.get_submodule("conv").parameters()]
    )
    assert event.lows[1] == pytest.approx(float(weight.min()))
    assert event.highs[1] == pytest.approx(float(weight.max()))
    assert counts[1].tolist() == torch.histc(weight, event.bins).int().tolist()
    ((event, _),) = bench.look(bench.one("NodeHistograms"), Watch((), "relu"))
    assert isinstance(event, Histograms)
    assert event.what == ("activations",)


def test_kernels_and_their_change_since_the_start() -> None:
    bench = Bench()
    conv = bench.learner.raw.get_parameter("conv.weight")
    begun = conv.detach().clone()
    bench.train(3)
    told = bench.look(bench.one("Kernels"))
    for (event, payload), values in zip(told, (conv.detach(), conv.detach() - begun), strict=True):
        assert isinstance(event, Filters)
        assert (event.count, event.height, event.width, event.channels) == (6, 3, 3, 6)
        assert len(payload) == 54
        assert event.lows == pytest.approx(values.flatten(1).amin(1).tolist())
        assert event.highs == pytest.approx(values.flatten(1).amax(1).tolist())
    assert [event.change for event, _ in told if isinstance(event, Filters)] == [False, True]


def test_the_change_holds_where_a_run_goes_on(tmp_path: Path) -> None:
    start = msgspec.structs.replace(tiny(), folder=str(tmp_path))
    network = build(start, torch.device("cpu"))
    conv = network.get_parameter("conv.weight")
    begun = conv.detach().clone()
    Kernels(network, Kept(), start)
    with torch.no_grad():
        conv.add_(1.0)
    again = Kernels(network, Kept(), msgspec.structs.replace(start, resume=True))
    assert torch.equal(again.beginning["conv"], begun.flatten(0, 1))
    (tmp_path / "filters" / "0000.safetensors").write_bytes(b"damaged")
    without = Kernels(network, Kept(), msgspec.structs.replace(start, resume=True))
    assert torch.equal(without.beginning["conv"], conv.detach().flatten(0, 1))


@pytest.mark.parametrize(
    ("layer", "shape"),
    [
        (nn.Conv1d(2, 3, 5), (6, 1, 5)),
        (nn.Conv3d(2, 3, (2, 3, 4)), (6, 6, 4)),
        (nn.ConvTranspose2d(2, 3, 4), (6, 4, 4)),
        (nn.ConvTranspose3d(2, 3, (2, 3, 4)), (6, 6, 4)),
        (nn.Conv2d(4, 4, 3, groups=4), (4, 3, 3)),
    ],
    ids=lambda each: type(each).__name__,
)
def test_kernels_of_every_convolution(layer: nn.Module, shape: tuple[int, ...]) -> None:
    outbox = Kept()
    kernels = Kernels(nn.ModuleDict({"conv": layer}), outbox, tiny())
    watch = Watch((), "conv", shown=frozenset({"filters"}))
    assert kernels.weight(watch) > 0
    batch = Batch(torch.zeros(1, 1), torch.zeros(1).long(), torch.zeros(1).long())
    kernels.look(Moment(1, watch, batch, 0.1, Marks()))
    (event, payload), _ = outbox.told
    assert isinstance(event, Filters)
    assert (event.count, event.height, event.width) == shape
    assert len(payload) == np.prod(shape)


def test_running_statistics() -> None:
    bench = Bench()
    bench.train(2)
    ((event, payload),) = bench.look(bench.one("Statistics"), Watch((), "bn"))
    assert isinstance(event, Buffers)
    values = np.frombuffer(payload, np.float32).reshape(2, event.count)
    norm = bench.learner.raw.get_submodule("bn")
    assert isinstance(norm, nn.BatchNorm2d)
    assert norm.running_mean is not None
    assert norm.running_var is not None
    assert values[0].tolist() == norm.running_mean.tolist()
    assert values[1].tolist() == norm.running_var.tolist()


def test_maps_of_several_images() -> None:
    bench = Bench()
    bench.train(1)
    told = [event for event, _ in bench.look(bench.one("FeatureMaps")) if isinstance(event, Maps)]
    assert [event.path for event in told if event.thumbnail] == [*NODES]
    assert {event.image for event in told if event.thumbnail} == {0}
    assert [event.image for event in told if not event.thumbnail] == [0, 3]


def test_without_the_library_of_a_card_there_is_memory_alone() -> None:
    bench = Bench()
    bench.train(1)
    ((use, _),) = bench.look(bench.one("Gauge"))
    assert isinstance(use, DeviceUse)
    assert (use.utilisation, use.celsius) == (None, None)
    assert 0 < use.used <= use.peak <= use.limit


def test_the_shares_of_a_step_are_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.worker.watch.shares.EVERY", 0)
    bench = Bench()
    for step in range(2):
        bench.train(1)
        bench.watching.step(step + 1, bench.batch, bench.told)
    ((shares, _),) = [told for told in bench.outbox.told if isinstance(told[0], Shares)]
    assert isinstance(shares, Shares)
    parts = shares.data, shares.forward, shares.backward, shares.optimizer, shares.watching
    assert sum(parts) == pytest.approx(1)
    assert all(part > 0 for part in parts[1:])


def test_the_probe_runs_in_training_what_the_network_runs() -> None:
    """A walk computes as a step does: the batch's own statistics, and units dropped."""
    bench = Bench()
    probe = build_probe(tiny())
    with torch.no_grad():
        values = dict(probe(bench.learner.raw, torch.randn(8, 1, 8, 8)))
    assert float(values["bn"].mean()) == pytest.approx(0, abs=1e-5)
    assert (values["drop"] == 0).sum() > (values["relu"] == 0).sum()
