"""LeNet-5 with everything watched: short steps, of which watching may take its share alone."""

from __future__ import annotations

from collections.abc import Iterator

from app.analysis import analyse
from app.codegen import generate
from app.targets import load
from app.training.messages import DeviceUse, Failed, Finished, NodeStats, Shown, Watch
from app.training.recipe import Recipe
from app.training.request import request
from app.training.session import Session
from tests.bench.measure import stated

ROUNDS = 3
SHARE_LIMIT = 0.02
EPOCHS = 60
SHOWN: frozenset[Shown] = frozenset({"flow", "times", "dead", "histograms", "filters", "buffers"})


def run() -> Iterator[str]:
    network = load("preset:lenet5", ()).network
    report = analyse(network)
    recipe = Recipe(epochs=EPOCHS, batch_size=128, device="cpu")
    start = request(network, report, generate(network, report), recipe)
    shares, tables, memory = [], [], []
    for _ in range(ROUNDS):
        with Session() as session:
            session.send(Watch(tuple(report.nodes), "conv1", (0,), "", SHOWN))
            session.send(start)
            looks, used = 0, []
            for event, _payload in session.events():
                looks += isinstance(event, NodeStats)
                if isinstance(event, DeviceUse):
                    used.append(event.process)
                if isinstance(event, Failed):
                    raise RuntimeError(event.reason)
                if isinstance(event, Finished):
                    shares.append(event.probe_share)
                    tables.append(looks / event.seconds)
                    memory.append((used[-1] - used[len(used) // 2]) / 2**20)
                    break
    yield stated("watching LeNet-5, share of the worker's time", shares, SHARE_LIMIT)
    yield f"tables of all nodes a second: {', '.join(f'{rate:.1f}' for rate in tables)}"
    yield f"MiB that the worker has grown by in the second half: {memory[-1]:.1f}"
