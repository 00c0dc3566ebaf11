"""Edits of 2,000 nodes to the repainted canvas; a document of 10,000: its opening, its memory.

Beside the time on the clock stands the processor's, which other work on the machine moves less.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.ui.application import make_application
from app.ui.window import MainWindow
from nodes.network import ROOT, Network, Node, edits
from nodes.network.document import Document, dumps, loads
from nodes.network.model import Endpoint, wire
from tests.bench.large import MIDDLE, STEM, large
from tests.bench.measure import stated

ROUNDS, FEWER = 30, 10
COUNT, LIMIT_MS = 2_000, 16.0
OPENED, OPEN_S, MEMORY_MB = 10_000, 2.0, 400.0
MANY = [f"conv{k}" for k in range(100, 350)]
MANY += [f"bn{k}" for k in range(100, 350)]
LOOSE = 1_000

Edit = Callable[[Network], Network]


def _padded(name: str, number: int) -> Edit:
    """Every shape behind the node is one that it never was."""
    value = number + 2, number + 2
    return partial(edits.set_argument, scope=ROOT, names=[name], parameter="padding", value=value)


def _moved(names: list[str], number: int) -> Edit:
    return lambda n: edits.move(
        n, ROOT, {name: (16.0 * number, 16.0 * k) for k, name in enumerate(names)}
    )


def _dragged(names: list[str], number: int) -> Edit:
    def edit(network: Network) -> Network:
        nodes = network.graph.by_name
        places = {name: nodes[name].position for name in names}
        return edits.move(network, ROOT, {n: (x + 16, y + 16) for n, (x, y) in places.items()})

    return edit


def _added(number: int) -> Edit:
    return lambda n: edits.add(n, ROOT, Node(f"new{number}", "ReLU", position=(-300, 90 * number)))


def _wired(number: int) -> Edit:
    """From each unit to the next but three, whose Add takes any number."""
    at = 20 + 4 * number
    return lambda n: edits.connect(n, ROOT, wire(f"add{at}", "output", f"add{at + 3}", "inputs"))


EDITS: dict[str, Callable[[int], Edit]] = {
    "padding of the first layer": partial(_padded, STEM),
    "padding of the one in the middle": partial(_padded, MIDDLE),
    "rename": lambda k: lambda n: edits.rename(n, ROOT, f"relu{k}", f"other{k}"),
    "move one": partial(_moved, ["conv5"]),
    "move 500 onto a heap": partial(_moved, MANY),
    "drag 500": partial(_dragged, MANY),
    "add a node": _added,
    "draw a wire": _wired,
    "delete a node": lambda k: lambda n: edits.remove(n, ROOT, [f"new{k}"]),
}


def _all_added(nodes: list[Node]) -> Edit:
    return lambda n: replace(n, graph=replace(n.graph, nodes=(*n.graph.nodes, *nodes)))


def _all_removed(nodes: list[Node]) -> Edit:
    return lambda n: edits.remove(n, ROOT, [node.name for node in nodes])


class _Clock:
    """How long steps took until the canvas was painted anew, by what they do, in milliseconds."""

    def __init__(self, window: MainWindow, count: int) -> None:
        self._window, self._count = window, count
        self._took: dict[str, list[tuple[float, float]]] = {}

    def take(self, what: str, step: Callable[[], object]) -> None:
        begin, busy = time.perf_counter(), time.process_time()
        step()
        self._window.canvas.viewport().repaint()
        took = 1000 * (time.perf_counter() - begin), 1000 * (time.process_time() - busy)
        self._took.setdefault(what, []).append(took)
        QApplication.processEvents()

    def told(self, what: str) -> Iterator[str]:
        clock, busy = zip(*self._took[what], strict=True)
        what = f"{what}, of {self._count:,} nodes, to the repainted canvas"
        yield stated(what, clock, LIMIT_MS, " ms")
        yield stated("    of the processor", busy, LIMIT_MS, " ms")


def run() -> Iterator[str]:
    application = make_application()
    window = MainWindow()
    window.resize(1600, 1000)
    window.show()
    application.processEvents()
    window.documents.show(Document(large(COUNT)), None)
    application.processEvents()
    window.editor.select([STEM])
    application.processEvents()
    clock = _Clock(window, COUNT)
    for what, edit in EDITS.items():
        before = window.editor.sheet.history.at
        for number in range(ROUNDS if what == "delete a node" else 0):
            window.editor.apply("Add", _added(number))
        for number in range(ROUNDS):
            clock.take(what, partial(window.editor.apply, what, edit(number)))
        window.editor.go_to(before)  # each kind of edit begins with the same document
        application.processEvents()
        yield from clock.told(what)
    loose = [Node(f"loose{k}", "ReLU", position=(-600, 120 * k)) for k in range(LOOSE)]
    steps: dict[str, Callable[[], object]] = {
        "add 1,000": lambda: window.editor.apply("Add", _all_added(loose)),
        "select 1,000": lambda: window.editor.select([node.name for node in loose]),
        "delete 1,000": lambda: window.editor.apply("Delete", _all_removed(loose)),
        "undo of deleting 1,000": window.editor.undo,
        "undo of adding 1,000": window.editor.undo,
    }
    for _ in range(FEWER):
        for what, step in steps.items():
            clock.take(what, step)
    for what in steps:
        yield from clock.told(what)
    took = []
    for number in range(ROUNDS):
        source = Endpoint(f"relu{100 + number}", "output")
        begin = time.perf_counter()
        edits.refusing(window.editor.network, ROOT, [source], replacing=True)
        took.append(1000 * (time.perf_counter() - begin))
    yield stated(f"where a wire can end, of {COUNT:,} nodes", took, LIMIT_MS, " ms")
    window.runs.trainer.shutdown()
    yield from _opened()


def _opened() -> Iterator[str]:
    """In a process of its own, for its memory."""
    command = [sys.executable, "-m", "tests.bench.large_edits"]
    lines = [
        subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
        for _ in range(3)
    ]
    took = [float(seconds) for seconds, _ in lines]
    yield stated(f"a document of {OPENED:,} nodes, opened and painted", took, OPEN_S, " s")
    peaks = [float(memory) for _, memory in lines]
    yield stated("the most memory of the process that opened it", peaks, MEMORY_MB, " MB")


def open_one() -> None:
    """Prints the seconds from the bytes of a document to its picture, and the most megabytes."""
    content = dumps(Document(large(OPENED)))
    application = make_application()
    window = MainWindow()
    window.resize(1600, 1000)
    window.show()
    for _ in range(20):
        application.processEvents()
    begin = time.perf_counter()
    window.documents.show(loads(content), None)
    window.canvas.viewport().repaint()
    took = time.perf_counter() - begin
    application.processEvents()
    status = Path("/proc/self/status").read_text()  # unlike getrusage it knows nothing of parents
    print(took, int(status.partition("VmHWM:")[2].split()[0]) / 1024)
    window.runs.trainer.shutdown()


if __name__ == "__main__":
    open_one()
