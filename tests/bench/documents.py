"""Mutated documents, opened and analysed or refused: none may crash, none take over a second."""

from __future__ import annotations

import time
from collections.abc import Iterator

from hypothesis import HealthCheck, Phase, given, seed, settings

from nodes.errors import DocumentError
from tests.nodes.network.mutations import mutated, opened

COUNT = 5_000
LIMIT_MS = 1_000.0


def run() -> Iterator[str]:
    took: list[float] = []
    refused = crashed = 0
    shortest = ""

    @seed(0)
    @settings(
        max_examples=COUNT,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(mutated())
    def once(content: bytes) -> None:
        nonlocal refused, crashed, shortest
        begin = time.perf_counter()
        try:
            found = opened(content)
        except Exception as error:  # counted here: it is what this bench looks for
            crashed, shortest = crashed + 1, f"{type(error).__name__}: {error}"[:200]
        else:
            refused += isinstance(found, DocumentError)
        took.append(1000 * (time.perf_counter() - begin))

    once()
    slowest = max(took)
    kept = "kept" if slowest <= LIMIT_MS and not crashed else "MISSED"
    yield (
        f"{len(took):,} documents: {refused:,} refused, {len(took) - refused - crashed:,} opened, "
        f"{crashed} crashed, the slowest {slowest:.0f} ms, at most {LIMIT_MS:g} ms: {kept}"
    )
    if crashed:
        yield f"the last crash: {shortest}"
