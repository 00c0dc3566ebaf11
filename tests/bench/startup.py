"""From the start of the process to the first painted window, against a bare PySide6 program."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator

from tests.bench.measure import stated

ROUNDS = 7
LIMIT = 2.0

_PAINTED = """
from PySide6.QtCore import QEvent, QObject
class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched.isWindow():
            print("painted", flush=True)
            os._exit(0)
        return False
"""
BARE = f"""
import os
import networkx, pyqtgraph
from PySide6.QtWidgets import QApplication, QMainWindow
{_PAINTED}
app = QApplication([])
painted = Painted()
app.installEventFilter(painted)
window = QMainWindow()
window.resize(1280, 800)
window.show()
app.exec()
"""
OURS = f"""
import os, sys
from app.cli import main
from PySide6.QtWidgets import QApplication
{_PAINTED}
app = QApplication([])
painted = Painted()
app.installEventFilter(painted)
sys.exit(main([]))
"""


def run() -> Iterator[str]:
    ratios, ours, bare = [], [], []
    for _ in range(ROUNDS):
        a, b = _first_paint(OURS), _first_paint(BARE)
        ours.append(a)
        bare.append(b)
        ratios.append(a / b)
    yield stated("first painted window, Skipwire against a bare program", ratios[1:], LIMIT)
    yield f"medians: {sorted(ours)[ROUNDS // 2]:.2f} s against {sorted(bare)[ROUNDS // 2]:.2f} s"


def _first_paint(program: str) -> float:
    begin = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.stdout.startswith("painted"), done.stderr
    return time.perf_counter() - begin
