"""Every action of the table at random, on random documents: no error, no leak, every step back.

SKIPWIRE_MONKEY is how many actions are fired in all.
"""

from __future__ import annotations

import argparse
import faulthandler
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

SEEDS = (1, 2, 3, 4)
ACTIONS = 20_000
ROUND = 100  # actions, after which everything is undone, done again and closed
STUCK = 600  # seconds that a round may take
KEPT_MB = 60.0  # more memory at the end than in the middle
SPARED = 25  # things of one sort, such as closed documents that can be had back


def run() -> Iterator[str]:
    """Each seed in a process of its own, with a home of its own."""
    actions = int(os.environ.get("SKIPWIRE_MONKEY", ACTIONS)) // len(SEEDS)
    for seed in SEEDS:
        with tempfile.TemporaryDirectory(prefix="skipwire-monkey-") as home:
            kinds = ("CONFIG", "DATA", "STATE", "CACHE")
            own = {f"XDG_{kind}_HOME": str(Path(home, kind.lower())) for kind in kinds}
            command = [sys.executable, "-m", "tests.bench.monkey", str(seed), str(actions)]
            environment = {**os.environ, **own, "HOME": home, "SKIPWIRE_CACHE": home}
            ended = subprocess.run(command, env=environment, capture_output=True, text=True)
        yield from ended.stdout.splitlines()
        if ended.returncode:
            last = ended.stderr[-3000:]
            yield f"seed {seed}: MISSED, it ended with {ended.returncode}: {last}"


def play(seed: int, actions: int, a_round: int, *, classes: bool) -> None:
    """Prints what was found."""
    from app.recovery.journal import Session
    from app.ui.application import make_application
    from app.ui.recovery.recovery import Recovery
    from app.ui.recovery.saving import data_folder
    from app.ui.window import MainWindow
    from tests.monkey import watch
    from tests.monkey.monkey import LEFT_OUT, Monkey

    make_application()
    window = MainWindow()
    recovery = Recovery(window, Session(data_folder() / "recovery"))
    window.show()
    censuses, megabytes, by_class = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        monkey = Monkey(window, seed, Path(folder))
        told = 0
        with monkey.playing():
            while monkey.fired.total() < actions:
                faulthandler.dump_traceback_later(STUCK, exit=True)
                monkey.round(a_round)
                censuses.append(monkey.rest())
                megabytes.append(watch.memory())
                by_class.append(watch.classes() if classes else {})
                for fault in monkey.faults[told:]:
                    print(f"seed {seed}, round {len(censuses)}: {fault}", file=sys.stderr)
                told = len(monkey.faults)
                print(
                    f"seed {seed}: {monkey.fired.total()} fired, {told} faults, "
                    f"{megabytes[-1]:.0f} MB, {dict(censuses[-1])}",
                    file=sys.stderr,
                    flush=True,
                )
            recovery.autosave.close()
            window.documents.may_leave = lambda: True  # type: ignore[method-assign]
            window.close()
    fired, kinds = monkey.fired.total(), len(monkey.fired)
    left = ", ".join(f"{action}: {why}" for action, why in LEFT_OUT.items())
    state = "kept" if not monkey.faults else "MISSED"
    print(
        f"seed {seed}: {fired:,} actions of {kinds} kinds on random documents (not {left}), "
        f"{len(monkey.faults)} faults: {state}"
    )
    never = ", ".join(action for action in monkey.playable if action not in monkey.fired)
    print(f"seed {seed}: never enabled when drawn: {never or 'none'}")
    for name in sorted({name for each in censuses for name in each}):
        grown = watch.growth([each.get(name, 0) for each in censuses])
        state = "kept" if grown <= SPARED else "MISSED"
        print(f"seed {seed}: {name} grew by {grown:.0f}, at most {SPARED}: {state}")
    grown = watch.growth(megabytes)
    state = "kept" if grown <= KEPT_MB else "MISSED"
    print(f"seed {seed}: memory grew by {grown:.0f} MB, at most {KEPT_MB:.0f}: {state}")
    for name in sorted({name for each in by_class for name in each}):
        grown = watch.growth([each.get(name, 0) for each in by_class])
        if grown > 0:
            print(f"seed {seed}: {name} grew by {grown:.0f}", file=sys.stderr)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.monkey", description=__doc__)
    parser.add_argument("seed", type=int)
    parser.add_argument("actions", type=int)
    parser.add_argument("--round", type=int, default=ROUND, help="actions in a round")
    parser.add_argument("--classes", action="store_true", help="tell the classes that have grown")
    asked = parser.parse_args()
    play(asked.seed, asked.actions, asked.round, classes=asked.classes)


if __name__ == "__main__":
    main()
