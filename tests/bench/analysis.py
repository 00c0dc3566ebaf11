"""The analysis: its speed against torch.fx, an edit, and its memory against what torch needs."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from functools import partial

import torch
from torch import fx
from torch.fx.passes.shape_prop import ShapeProp

from app.analysis import Report, analyse
from app.analysis.memory import Optimiser, Precision
from app.analysis.rules import forget
from nodes.network import ROOT, Network
from nodes.network.document import Document, dumps, loads
from nodes.network.edits import set_argument
from tests.bench.measure import stated
from tests.networks import KEPT, PUBLISHED
from tests.networks.measured import module, most_alive_in_training, saved_bytes

ROUNDS = 30
SHARE = 1 / 20  # of the time of torch.fx
SHARE_ALL = 1 / 15  # with two more walks through the network, for what each node keeps and sees
LIMIT_MS = 5.0
BATCH, SIZE = 2, 224
NEAR = 0.10
EDITS = (
    (ROOT, "conv1", "out_channels", (32, 64)),  # changes every shape behind it
    ("Bottleneck", "conv1", "out_channels", (48, 96)),  # changes all fifty instances
)


def run() -> Iterator[str]:
    torch.set_num_threads(1)
    gc.collect()
    gc.freeze()  # torch has a million objects, which are not to be searched for ours
    yield from _against_fx()
    yield from _edits()
    yield from _kept()
    yield from _on_cuda() if torch.cuda.is_available() else ["no GPU here: nothing measured on one"]


def _against_fx() -> Iterator[str]:
    """A first look at ResNet-152, against shapes alone by torch.fx on the meta device."""
    drawn = PUBLISHED["resnet152"].build(SIZE)
    with torch.device("meta"):
        image = torch.empty(1, 3, SIZE, SIZE)
    propagation = ShapeProp(fx.symbolic_trace(module(drawn, "meta").eval()))
    looks: dict[str, tuple[Callable[[Report], object], float]] = {
        "analysed, every node's shapes and costs read": (_shapes, SHARE),
        "analysed, and what every node keeps and sees": (_everything, SHARE_ALL),
    }
    for what, (look, limit) in looks.items():
        shares = []
        for _ in range(ROUNDS):
            forget()
            ours = _seconds(partial(_look, _new(drawn), look))
            with torch.no_grad():
                theirs = _seconds(lambda: propagation.propagate(image))
            shares.append(ours / theirs)
        yield stated(f"ResNet-152 {what}, in the time of shapes by torch.fx", shares, limit)


def _new(drawn: Network) -> Network:
    """The same network of new values, of which nothing is known yet."""
    return loads(dumps(Document(drawn, {}))).network


def _look(drawn: Network, look: Callable[[Report], object]) -> object:
    return look(analyse(drawn))


def _status(report: Report) -> object:
    """What the window shows of the whole network after every edit."""
    memory = report.memory
    fits = memory.training(64), memory.largest_batch(2**34)
    return report.problems, report.totals, memory.inference(), fits


def _shapes(report: Report) -> object:
    """What torch.fx tells of every node, and what it does not: its costs and the whole's memory."""
    read = [(r.inputs, r.outputs, r.parameters, r.macs) for r in report.nodes.values()]
    return _status(report), read


def _everything(report: Report) -> object:
    read = [(r.outputs, r.kept, r.field) for r in report.nodes.values()]
    return _status(report), read


def _edits() -> Iterator[str]:
    for scope, name, parameter, choices in EDITS:
        drawn = PUBLISHED["resnet152"].build(SIZE)
        analyse(drawn)
        took = []
        for number in range(2 * ROUNDS):
            forget()  # so that no value comes twice
            value = choices[number % 2] + number
            edited = set_argument(drawn, scope, [name], parameter, value)
            took.append(1000 * _seconds(partial(_look, edited, _status)))
            drawn = edited
        yield stated(
            f"{name}.{parameter} of {scope or 'ResNet-152'}, with the totals and the memory",
            took, LIMIT_MS, " ms",
        )  # fmt: skip


def _kept() -> Iterator[str]:
    """What training keeps and needs, in bytes, ours and torch's on the CPU."""
    for name in KEPT:
        known = PUBLISHED[name]
        drawn = known.build(SIZE)
        memory, model = analyse(drawn).memory, module(drawn)
        saved = saved_bytes(model, torch.rand(BATCH, 3, SIZE, SIZE))
        yield _compared(f"{known.title}, kept at batch {BATCH}", memory.kept(BATCH), saved)
        lives = most_alive_in_training(model, BATCH, 3, SIZE, SIZE)
        ours = memory.training(BATCH, Optimiser.MOMENTUM).total
        yield _compared(f"{known.title}, a training step at batch {BATCH}", ours, lives)


def _on_cuda() -> Iterator[str]:
    for name in KEPT:
        known = PUBLISHED[name]
        drawn = known.build(SIZE)
        memory = analyse(drawn).memory
        for precision in Precision:
            torch.cuda.empty_cache()
            ours = memory.training(64, Optimiser.MOMENTUM, precision).total
            real = _allocated(drawn, 64, precision is Precision.MIXED)
            yield _compared(f"{known.title}, {precision} on cuda at batch 64", ours, real)


def _allocated(drawn: Network, batch: int, mixed: bool) -> int:
    """The most bytes that the second training step has allocated on the GPU."""
    model = module(drawn, "cuda")
    optimiser = torch.optim.SGD(model.parameters(), lr=1e-3, momentum=0.9)
    images = torch.rand(batch, 3, SIZE, SIZE, device="cuda")
    labels = torch.zeros(batch, dtype=torch.long, device="cuda")
    for _ in range(2):
        torch.cuda.reset_peak_memory_stats()
        optimiser.zero_grad()
        with torch.autocast("cuda", enabled=mixed):
            loss = torch.nn.functional.cross_entropy(model(images), labels)
        loss.backward()
        optimiser.step()
        del loss
    return torch.cuda.max_memory_allocated()


def _compared(what: str, ours: int, real: int) -> str:
    kept = "kept" if abs(ours / real - 1) <= NEAR else "MISSED"
    return f"{what}: {ours:,} bytes, torch {real:,}, ratio {ours / real:.4f}, 0.9 to 1.1: {kept}"


def _seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()  # others may share the processor
    work()
    return time.process_time() - begin
