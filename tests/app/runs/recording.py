"""Records the runs that tests play: `python -m tests.app.runs.recording`."""

from __future__ import annotations

import io
import math
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

import msgspec
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from app.analysis import analyse
from app.codegen import generate
from app.runs.folder import MAPS, RECORD, START, RunFolder
from app.runs.log import RunLog
from app.runs.maps import write_maps
from app.training.frames import encode
from app.training.messages import (
    COLUMNS,
    Epoch,
    Event,
    Lasting,
    Maps,
    Nodes,
    NodeStats,
    Steps,
    Watch,
)
from app.training.recipe import Recipe
from app.training.request import request
from app.worker.commands import Commands
from app.worker.errors import RunError, explain
from app.worker.loading import Probe, build_probe
from app.worker.outbox import Outbox
from app.worker.parts import Feed, Learner
from app.worker.starting import prepare
from nodes.network import Network
from nodes.network.document import Document
from presets import PRESETS
from tests.app.networks import ends, network, node
from tests.app.runs.played import FRAMES, RECORDED

IMAGES = 8  # that figures of nodes are of


def sigmoids(depth: int = 8) -> Network:
    names = [name for at in range(1, depth + 1) for name in (f"fc{at}", f"act{at}")]
    layers = [
        node(name, "Sigmoid") if name.startswith("act") else node(name, "Linear", out_features=32)
        for name in names
    ]
    last = node("last", "Linear", out_features=10)
    return network([*ends(64), *layers, last], " ".join(["input", *names, "last", "output"]))


RUNS: dict[str, tuple[Network, Recipe]] = {
    "healthy": (PRESETS["lenet5"].network(), Recipe(epochs=3, device="cpu")),
    "vanishing": (
        sigmoids(),
        Recipe(epochs=2, optimizer="sgd", learning_rate=0.1, device="cpu"),
    ),
    "broken": (
        PRESETS["lenet5"].network(),
        Recipe(epochs=1, optimizer="sgd", learning_rate=100.0, device="cpu"),
    ),
}


class Recorder(Outbox):
    """Keeps what is sent; of the maps only those at the start and after each epoch."""

    def __init__(self, log: RunLog, maps: Path) -> None:
        super().__init__(io.BytesIO())
        self.frames = bytearray()
        self._log = log
        self._folder = maps
        self._kept: dict[tuple[str, bool], tuple[Maps, bytes]] = {}
        self.looks: Looks | None = None

    def send(self, event: Event, payload: bytes = b"") -> None:
        self.frames += encode(event, payload)
        if isinstance(event, get_args(Lasting)):
            self._log.append(event)
        if isinstance(event, Epoch):
            self.keep_maps(event.epoch)
        if isinstance(event, Steps) and self.looks is not None:
            self.looks.look(event)

    def offer(self, seen: Sequence[tuple[Event, bytes]]) -> None:
        maps = ((event, p) for event, p in seen if isinstance(event, Maps))
        self._kept.update({(event.path, event.thumbnail): (event, p) for event, p in maps})

    def keep_maps(self, epoch: int) -> None:
        for event, payload in self._kept.values():
            self.frames += encode(event, payload)
        write_maps(self._folder, epoch, [each for each in self._kept.values() if each[0].thumbnail])


class Looks:
    """Tells figures of every node, of the same images each time."""

    def __init__(self, learner: Learner, feed: Feed, probe: Probe, outbox: Outbox) -> None:
        self._learner = learner
        self._feed = feed
        self._probe = probe
        self._outbox = outbox
        self._named = False

    def look(self, told: Steps) -> None:
        network, looked = self._learner.raw, self._feed.images(range(IMAGES))
        with self._learner.validating():
            found = dict(self._probe(network, looked.inputs.requires_grad_()))
        loss = cross_entropy([*found.values()][-1], looked.labels)
        gradients = torch.autograd.grad(loss, [*found.values()], retain_graph=True)
        if not self._named:
            self._named = True
            self._outbox.send(Nodes(tuple(found)))
        rows = [
            _row(value, gradient, _weight(network, path), loss, told.learning_rate)
            for (path, value), gradient in zip(found.items(), gradients, strict=True)
        ]
        step = told.first + len(told.losses)
        self._outbox.send(NodeStats(step), torch.tensor(rows).numpy().tobytes())


def _row(
    value: Tensor, gradient: Tensor, weight: Tensor | None, loss: Tensor, rate: float
) -> list[float]:
    units = value.flatten(2).amax((0, 2)) if value.dim() > 2 else value.amax(0)
    learned = (
        torch.autograd.grad(loss, weight, retain_graph=True)[0] if weight is not None else None
    )
    value = value.detach()
    figures = dict.fromkeys(COLUMNS, math.nan)
    figures |= {
        "mean": float(value.mean()),
        "std": float(value.std()),
        "rms": _rms(value),
        "dead": float((units <= 0).float().mean()),
        "gradient": _rms(gradient),
        "bytes": 4.0 * value.numel() / len(value),
    }
    if weight is not None:
        (learned,) = torch.autograd.grad(loss, weight, retain_graph=True)
        figures |= {
            "weight": _rms(weight),
            "weight_gradient": _rms(learned),
            "update_ratio": rate * _rms(learned) / _rms(weight),
        }
    return [figures[column] for column in COLUMNS]


def _rms(tensor: Tensor) -> float:
    return float(tensor.detach().square().mean().sqrt())


def _weight(network: nn.Module, path: str) -> Tensor | None:
    modules: dict[str, Any] = dict(network.named_modules())
    weight = getattr(modules.get(path), "weight", None)
    return weight if isinstance(weight, Tensor) else None


def record(name: str) -> None:
    torch.set_num_threads(1)
    drawn, recipe = RUNS[name]
    report = analyse(drawn)
    start = request(drawn, report, generate(drawn, report), recipe)
    document = Document(drawn, recipe.write())
    made = RunFolder.create(RECORDED, start, document, parameters=report.totals.parameters)
    shutil.rmtree(RECORDED / name, ignore_errors=True)
    run = RunFolder(made.path.rename(RECORDED / name))
    _forget_machine(run)
    (run.path / MAPS).mkdir()
    log = run.log()
    outbox = Recorder(log, run.path / MAPS)
    commands = Commands()
    commands.take(Watch(tuple(report.nodes), next(iter(report.nodes))))
    commands.take(start)
    while (job := commands.wait_for_job()) is None:
        pass
    begun = prepare(job, commands, outbox)
    outbox.keep_maps(0)
    outbox.looks = Looks(begun._learner, begun._feed, build_probe(start), outbox)
    try:
        outbox.send(begun.train())
    except RunError as error:
        outbox.send(explain(error, start, job.doing))
    log.close()
    (run.path / FRAMES).write_bytes(outbox.frames)


def _forget_machine(run: RunFolder) -> None:
    """The same whoever records it, but for the times and the figures."""
    found = run.record()
    assert found is not None
    plain = msgspec.structs.replace(found, id=run.path.name, host="recorded")
    (run.path / RECORD).write_bytes(msgspec.json.format(msgspec.json.encode(plain)) + b"\n")
    start = msgspec.structs.replace(run.start(), folder="")
    (run.path / START).write_bytes(encode(start))


if __name__ == "__main__":
    for each in RUNS:
        record(each)
