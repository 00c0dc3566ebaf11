"""`make check-presets`: every published network at its full size, which takes minutes."""

from __future__ import annotations

import sys
import time

import torch
from torch.utils.flop_counter import FlopCounterMode

from tests.networks.measured import module
from tests.presets.reference import FIGURES, OUTPUTS, REFERENCES
from tests.presets.test_references import (
    compare,
    test_figures_and_names_of_weights_are_the_published_ones,
)


def counted(name: str) -> None:
    """Fails where torch counts other multiply-adds than were published."""
    preset, reference = REFERENCES[name]
    model = module(preset.network(**reference.set), "meta").eval()
    with FlopCounterMode(display=False) as counter, torch.no_grad():
        made = model(torch.zeros(1, *FIGURES[name]["input"], device="meta"))
    assert isinstance(made, torch.Tensor), "it gives more than its logits"
    assert counter.get_total_flops() == 2 * FIGURES[name]["macs"], "torch counts other MACs"


def main() -> int:
    """Prints a line for each; returns how many failed."""
    failed = 0
    for name in sys.argv[1:] or FIGURES:
        began = time.perf_counter()
        says = "figures, names"
        try:
            test_figures_and_names_of_weights_are_the_published_ones(name)
            counted(name)
            if name in OUTPUTS:
                says += ", logits, gradients and statistics"
                compare(name, "full")
        except AssertionError as error:
            failed += 1
            says = f"FAILED: {error}"
        print(f"{name:28} {time.perf_counter() - began:6.1f} s  {says}", flush=True)
    print(f"{failed} failed" if failed else "all are as published")
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main())
