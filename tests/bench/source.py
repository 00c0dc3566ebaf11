"""The generated source of two deep networks."""

from __future__ import annotations

import time
from collections.abc import Iterator

from app.analysis import analyse
from app.codegen import generate
from tests.bench.measure import stated
from tests.networks import PUBLISHED

ROUNDS = 15
LIMIT_MS = 30.0


def run() -> Iterator[str]:
    for name in ("resnet152", "densenet201"):
        network = PUBLISHED[name].build(224)
        report = analyse(network)
        took = []
        for _ in range(ROUNDS):
            begin = time.process_time()  # others may share the processor
            generate(network, report)
            took.append(1000 * (time.process_time() - begin))
        yield stated(f"source of {network.name}", took, LIMIT_MS, " ms")
