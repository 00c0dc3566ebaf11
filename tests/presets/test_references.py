"""Every published network that is named here: the same figures, weights and function."""

from __future__ import annotations

import math
from functools import partial

import pytest
import torch

from app.analysis import analyse
from tests.networks.measured import module
from tests.presets.reference import FIGURES, KEYS, OUTPUTS, REFERENCES
from tests.presets.reference.computing import computed

MOST = 12_000_000  # parameters; larger ones are for `make check-presets`

small = [name for name in OUTPUTS if FIGURES[name]["parameters"] <= MOST]


def test_all_are_there() -> None:
    assert set(REFERENCES) == set(FIGURES)
    assert set(OUTPUTS) == set(KEYS)


@pytest.mark.parametrize("name", FIGURES)
def test_figures_and_names_of_weights_are_the_published_ones(name: str) -> None:
    preset, reference = REFERENCES[name]
    network, figures = preset.network(**reference.set), FIGURES[name]
    report = analyse(network)
    assert report.problems == ()
    assert report.totals.parameters == figures["parameters"]
    assert report.totals.buffers == figures["buffers"]
    assert report.totals.macs == figures["macs"]
    assert report.totals.training_macs == figures.get("training_macs", figures["macs"])
    assert report.nodes["input"].outputs == {"output": tuple(figures["input"])}
    assert report.outputs[0] == tuple(figures["output"])
    model = module(network, "meta")
    held = model.state_dict()
    assert len(held) == figures["entries"]
    assert sum(p.numel() for p in model.parameters()) == figures["parameters"]
    assert sum(b.numel() for b in model.buffers()) == figures["buffers"]
    if name in KEYS:
        assert [(key, tuple(tensor.shape)) for key, tensor in held.items()] == KEYS[name]


@pytest.mark.parametrize("name", small)
def test_it_computes_and_learns_what_the_well_known_implementation_does(name: str) -> None:
    compare(name, "small")


def compare(name: str, size: str) -> None:
    """Fails where the preset computes another function than the well-known implementation."""
    preset, reference = REFERENCES[name]
    expected = OUTPUTS[name][size]
    pixels = expected["input"][1]
    found = computed(
        module(preset.network(**{**reference.set, "input_size": pixels})), tuple(expected["input"])
    )
    for what in ("logits", "gradients", "statistics"):
        torch.testing.assert_close(
            torch.tensor(found[what], dtype=torch.float64),
            torch.tensor(expected[what], dtype=torch.float64),
            rtol=1e-7,
            atol=1e-9 * math.sqrt(FIGURES[name]["parameters"]),
            msg=partial("{0}: other {1} than published.\n{2}".format, name, what),
        )
