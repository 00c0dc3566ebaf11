"""Runs the comparisons, one after the other, and prints what was measured against its limit.

Each is a module of this package with a `run`, whose lines are printed as they come.
"""

from __future__ import annotations

import argparse
import importlib
import os
from pathlib import Path

_RUN = "\ndef run() -> Iterator[str]:\n"
BENCHES = [
    file.stem
    for file in sorted(Path(__file__).parent.glob("*.py"))
    if _RUN in file.read_text(encoding="utf-8")
]


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[[], *BENCHES], help="all by default")
    for name in parser.parse_args().names or BENCHES:
        for line in importlib.import_module(f"tests.bench.{name}").run():
            print(f"{name:11} {line}", flush=True)


if __name__ == "__main__":
    main()
