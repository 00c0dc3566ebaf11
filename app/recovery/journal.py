"""The journal of a session: a folder with one file for every open tab, so that all come back.

The process that a session is of holds a lock beside its folder. A session that ends by itself
removes both; a folder whose lock is free is of a process that was killed, and the next one takes
the files over by renaming them: at no moment are there two copies of a tab, or none.
"""

from __future__ import annotations

import os
import secrets
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.recovery.lock import Lock, lock
from app.recovery.tab import SUFFIX, Tab, read_tab
from nodes.files import remove_strays, replace

CRASH = "crash.txt"  # what a crash of the interpreter itself leaves
_ASIDE = "unreadable"
_TRIES = "tries"


@dataclass(frozen=True)
class Unreadable:
    """A file of the journal that cannot be read: where it is kept, and why."""

    file: Path
    reason: str


@dataclass(frozen=True)
class Left:
    """What killed sessions left: their tabs by file, in their order, and what cannot be read.

    `crashes` are the reports of those that crashed in foreign code; `tries` counts how often it was
    begun to bring these tabs back, this time included.
    """

    tabs: Sequence[tuple[Path, Tab]] = ()
    unreadable: Sequence[Unreadable] = ()
    crashes: Sequence[str] = ()
    tries: int = 0


class Session:
    """The session of this process."""

    def __init__(self, root: Path) -> None:
        """Raises OSError: its folder cannot be made."""
        self._root = root
        root.mkdir(parents=True, exist_ok=True)
        self.folder = root / f"{os.getpid()}-{secrets.token_hex(6)}"
        # The lock is held before there is a folder that another process could take for a dead one.
        self._lock = lock(_lock_of(self.folder))
        self.folder.mkdir(mode=0o700)

    def new_file(self) -> Path:
        """Where a tab will be kept."""
        return self.folder / f"{secrets.token_hex(6)}{SUFFIX}"

    def close(self) -> None:
        """The session ends by itself: nothing of it needs to come back."""
        _drop(self.folder, self._lock)

    def adopt(self) -> Left:
        """Take over what killed sessions left: it is part of this one from now on.

        Raises:
            OSError: one of them cannot be read or moved; what is left of it stays for another time.
        """
        dead = list(self._dead())
        tries = 1 + max((_tries(folder) for folder, _ in dead), default=0)
        if any(_tab_files(folder) for folder, _ in dead):
            # before any of the tabs: one of them may be what kills the next process
            replace(self.folder / _TRIES, lambda file: file.write_text(str(tries)))
        crashes, processes = [], []
        for folder, held in dead:
            with suppress(OSError):
                crashes.append((folder / CRASH).read_text(errors="replace"))
            for file in _tab_files(folder):
                os.replace(file, self.folder / file.name)
            processes.append(_process(folder))
            _drop(folder, held)
        return self._read([text for text in crashes if text.strip()], processes, tries)

    def put_aside(self, file: Path, reason: str) -> Unreadable:
        """Keep what cannot be read out of the way, where a person may still look at it."""
        kept = self._root / _ASIDE / f"{time.strftime('%Y-%m-%d %H.%M.%S')} {file.name}"
        try:
            kept.parent.mkdir(exist_ok=True)
            os.replace(file, kept)
        except OSError:
            return Unreadable(file, reason)
        return Unreadable(kept, reason)

    def settled(self) -> None:
        """What was brought back stands, and has not killed the process."""
        with suppress(OSError):
            (self.folder / _TRIES).unlink(missing_ok=True)

    def _dead(self) -> Iterator[tuple[Path, Lock]]:
        """The folders of killed sessions, oldest first, locked from now on."""
        folders = (f for f in self._root.iterdir() if f.name[0].isdigit() and f.is_dir())
        for folder in sorted((f for f in folders if f != self.folder), key=_started):
            held = lock(_lock_of(folder))
            if held is not None:
                yield folder, held

    def _read(self, crashes: Sequence[str], processes: Sequence[int], tries: int) -> Left:
        tabs, unreadable = [], []
        for file in _tab_files(self.folder):
            try:
                tabs.append((file, read_tab(file)))
            except OSError as error:
                unreadable.append(self.put_aside(file, error.strerror or str(error)))
            except ValueError as error:
                unreadable.append(self.put_aside(file, str(error)))
        for place in {Path(tab.path).parent for _, tab in tabs if tab.path}:
            for process in processes:
                remove_strays(place, process)  # of a save that was cut off
        tabs.sort(key=lambda found: found[1].place)
        return Left(tabs, unreadable, crashes, tries)


def _tab_files(folder: Path) -> Sequence[Path]:
    return sorted(folder.glob(f"[!.]*{SUFFIX}"))


def _process(folder: Path) -> int:
    return int(folder.name.partition("-")[0])


def _tries(folder: Path) -> int:
    try:
        return int((folder / _TRIES).read_text())
    except (OSError, ValueError):
        return 0


def _lock_of(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.lock")


def _started(folder: Path) -> float:
    try:
        return folder.stat().st_ctime
    except OSError:
        return 0.0


def _drop(folder: Path, held: Lock | None) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    with suppress(OSError):  # Windows removes no open file
        _lock_of(folder).unlink(missing_ok=True)
    if held is not None:
        held.release()
