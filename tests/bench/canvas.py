"""The canvas with 1,000 nodes against NodeGraphQt, and with 10,000 against the time of a frame.

NodeGraphQt is installed for this alone, into a folder of its own in the cache, and uses the PySide6
that is here. Both show the same random network in a view of the same size and get the same events;
what is counted is the time of their own process, which other programs do not disturb.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from tests.bench.canvas_steps import MOVES, Figures
from tests.bench.graphs import focus, network
from tests.bench.measure import faster, stated

ROUNDS = 3
PEER, LARGE = 1_000, 10_000
LEAST = {
    "fit": 50.0,
    "fit anew": 50.0,
    "full": 10.0,
    "full anew": 10.0,
    "pan": 10.0,
    "drag": 10.0,
    "drag far": 10.0,
    "drag fast": 10.0,
}  # times faster
WHAT = {
    "fit": "all in view, repainted",
    "fit anew": "all in view, nothing kept from before",
    "full": "at 100 %, repainted",
    "full anew": "at 100 %, nothing kept from before",
    "pan": "one of 100 steps of panning",
    "drag": "one of 100 steps of dragging a node to its neighbours and back",
    "drag far": "one of 100 steps of dragging a node to the edge of the view and back",
    "drag fast": f"the same with {MOVES} moves of the mouse in each step",
    "drag move": f"a move of the mouse there: a share of {MOVES} in the frame",
    "drag many": "one of 100 steps of dragging 1,000 nodes",
}
FRAME_MS, SLOWEST_MS, OPEN_MS, MEMORY_MB = 16.0, 33.0, 2_000.0, 400.0
_PACKAGES = ("NodeGraphQt==0.6.44", "Qt.py==2.0.7", "setuptools")
_ROOT = Path(__file__).parents[2]


def run() -> Iterator[str]:
    folder = _cache() / "nodegraphqt"
    if (reason := _installed(folder)) is None:
        yield from _compared(folder)
    else:
        yield f"NodeGraphQt cannot be installed, nothing is compared: {reason}"
    rounds = [_ours(LARGE) for _ in range(ROUNDS)]
    for key, what in WHAT.items():
        yield stated(f"{LARGE:,} nodes, {what}", _medians(rounds, key), FRAME_MS, " ms")
        slowest = [_percentile(figures[key], 0.99) for figures in rounds]
        yield stated(f"{LARGE:,} nodes, {what}, 99th percentile", slowest, SLOWEST_MS, " ms")
    yield stated(f"{LARGE:,} nodes, opened", _medians(rounds, "open"), OPEN_MS, " ms")
    yield stated(f"{LARGE:,} nodes, memory", _medians(rounds, "memory"), MEMORY_MB, " MB")


def _compared(folder: Path) -> Iterator[str]:
    rounds = [(_peer(folder), _ours(PEER)) for _ in range(ROUNDS)]
    for key, least in LEAST.items():
        ours = _medians([own for _, own in rounds], key)
        theirs = _medians([other for other, _ in rounds], key.removesuffix(" anew"))
        yield (
            faster(f"{PEER:,} nodes, {WHAT[key]}", theirs, ours, least)
            + f" ({median(ours):.2f} ms against {median(theirs):.2f} ms)"
        )


def _cache() -> Path:
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "skipwire-bench"


def _installed(folder: Path) -> str | None:
    """Why it is not, or None."""
    if (folder / "NodeGraphQt").is_dir():
        return None
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps"]
    done = subprocess.run(
        [*command, "--target", str(folder), *_PACKAGES], capture_output=True, text=True, check=False
    )
    return None if done.returncode == 0 else done.stderr.strip().splitlines()[-1]


def _peer(folder: Path) -> Figures:
    shown = network(PEER)
    content = {
        "nodes": [(node.name, *node.position) for node in shown.graph.nodes],
        "wires": [(wire.source.node, wire.target.node) for wire in shown.graph.wires],
        "focus": focus(shown),
    }
    with tempfile.TemporaryDirectory() as temporary:
        file = Path(temporary) / "graph.json"
        file.write_text(json.dumps(content))
        return _figures(["-m", "tests.bench.canvas_peer", str(file), str(folder)])


def _ours(count: int) -> Figures:
    return _figures(["-m", "tests.bench.canvas_ours", str(count)])


def _figures(arguments: Sequence[str]) -> Figures:
    # Without the pause that Qt makes before it paints: only its work is to be counted.
    environment = os.environ | {"QT_QPA_UPDATE_IDLE_TIME": "0", "OMP_NUM_THREADS": "1"}
    done = subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=_ROOT,
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    found: Figures = json.loads(done.stdout.splitlines()[-1])
    return found


def _medians(rounds: Sequence[Figures], key: str) -> list[float]:
    return [median(figures[key]) for figures in rounds]


def _percentile(values: Sequence[float], share: float) -> float:
    return sorted(values)[min(int(len(values) * share), len(values) - 1)]
