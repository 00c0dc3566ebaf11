"""Processes that edit and save until they are killed; a server that forks them is quick to start.

`python victims.py FOLDER` reads lanes (numbers) from its input; for each it forks a process that
takes over what the last one of this lane left, tells what came back, and goes on editing three
documents: one with a file, one without, one that is only open. What it has done it tells line by
line in a pipe, whose content outlives it.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer

from app.history import History, Snapshot
from app.recovery.journal import Session
from app.recovery.saving import save_document
from app.recovery.versions import Versions
from app.ui.editor import Editor
from app.ui.recovery.autosave import Autosave, Shown
from app.ui.recovery.restoring import sheet_of
from app.ui.sheet import Sheet
from nodes.network import Graph, Network, Node
from nodes.network.document import Document
from nodes.network.edits import move

NODES = 60
FILE = "net.skipwire"
LEFT = "only open"
SHORT_MS = 15  # of the autosave: its two seconds, made short so that a kill is often amid it
SYNCING = 0.002  # seconds that the disk takes at the least


def document(name: str) -> Document:
    nodes = tuple(Node(f"input{k}", "Input", position=(0, 50 * k)) for k in range(NODES))
    return Document(Network(name, Graph(nodes)))


def number(sheet: Sheet) -> int:
    """Which edit is the last one: the first node is as far to the right."""
    return int(sheet.network.graph.nodes[0].position[0])


class Victim:
    """One process: what it is told it does, in an order of its own, until it is killed."""

    def __init__(self, lane: Path, seed: int, out: int) -> None:
        self._out = out
        self._random = random.Random(seed)
        self._file = lane / FILE
        self._versions = Versions(lane / "versions")
        session = Session(lane / "recovery")
        left = session.adopt()
        self.sheets = {tab.title: sheet_of(tab) for _, tab in left.tabs}
        self.autosave = Autosave(session, self._shown, after_ms=SHORT_MS)
        for file, tab in left.tabs:
            self.autosave.adopt(self.sheets[tab.title], file)
        for title, sheet in self.sheets.items():
            self._tell("back", title, number(sheet), len(left.unreadable))
        for title in (FILE, "never saved", LEFT):
            if title not in self.sheets:
                path = self._file if title == FILE else None
                history = History("Open", Snapshot.of(document(title.removesuffix(".skipwire"))))
                self.sheets[title] = Sheet(history, path, blank=False)
        self._editors = {title: Editor(None, sheet) for title, sheet in self.sheets.items()}
        for editor in self._editors.values():
            editor.changed.connect(self.autosave.touch)
            editor.path_changed.connect(self.autosave.touch)
        self._asked: dict[str, int] = {}
        self.autosave.kept.connect(self._kept)
        self._timer = QTimer(interval=1)
        self._timer.timeout.connect(self._act)

    def begin(self) -> None:
        self.autosave.flush()
        self._tell("began", "")
        self._timer.start()

    def _shown(self) -> Sequence[Shown]:
        self._asked = {title: number(sheet) for title, sheet in self.sheets.items()}
        return [Shown(sheet) for sheet in self.sheets.values()]

    def _kept(self) -> None:
        """What was asked for last is kept, unless this tells of the write before that one."""
        last_write = self.autosave._under_way
        if last_write is None or not last_write.done():
            return
        for title, last in self._asked.items():
            self._tell("kept", title, last)

    def _act(self) -> None:
        title = self._random.choice((FILE, "never saved"))
        editor = self._editors[title]
        if title == FILE and self._random.random() < 0.4:
            self._save(editor)
        else:
            last = number(editor.sheet) + 1
            editor.apply("Move", lambda n: move(n, "", {"input0": (last, 0)}))
            self._tell("edited", title, last)

    def _save(self, editor: Editor) -> None:
        sheet = editor.sheet
        last = number(sheet)
        self._tell("saving", FILE, last)
        self.autosave.flush()  # so that what comes back is never older than the file
        known = sheet.fingerprint
        saved = save_document(self._file, editor.document, known, self._versions)
        sheet.fingerprint = saved.fingerprint
        editor.mark_saved(self._file)
        self._tell("saved", FILE, last)

    def _tell(self, what: str, title: str, *more: object) -> None:
        line = "\t".join(map(str, (what, title, *more, time.monotonic())))
        os.write(self._out, f"{line}\n".encode())


def take_time() -> None:
    """Of a disk in memory, too, so that kills hit what is being written there."""
    sync = os.fsync

    def fsync(fd: Any) -> None:
        time.sleep(SYNCING)
        sync(fd)

    os.fsync = fsync


def serve(folder: Path) -> None:
    """Fork a process for every lane that is read, and tell its number; kill them in the end."""
    children = []
    take_time()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for count, line in enumerate(sys.stdin):
        lane = folder / line.strip()
        lane.mkdir(exist_ok=True)
        child = os.fork()
        if not child:
            out = os.open(lane / "told", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            app = QCoreApplication([])
            victim = Victim(lane, count, out)
            victim.begin()
            app.exec()
            os._exit(1)
        children.append(child)
        print(child, flush=True)
    for child in children:
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
