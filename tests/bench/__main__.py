"""Runs the comparisons, one after the other, and prints what was measured against its limit."""

from __future__ import annotations

import argparse
import importlib
import os

from tests.bench import (
    accuracy,
    analysis,
    canvas,
    documents,
    edit,
    large_edits,
    monkey,
    source,
    startup,
    step,
    watching,
)

BENCHES = {
    "accuracy": accuracy.run,
    "startup": startup.run,
    "step": step.run,
    "edit": edit.run,
    "large_edits": large_edits.run,
    "analysis": analysis.run,
    "canvas": canvas.run,
    "watching": watching.run,
    "documents": documents.run,
    "source": source.run,
    "monkey": monkey.run,
}


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[[], *BENCHES], help="all by default")
    for name in parser.parse_args().names or BENCHES:
        for line in importlib.import_module(f"tests.bench.{name}").run():
            print(f"{name:11} {line}", flush=True)


if __name__ == "__main__":
    main()
