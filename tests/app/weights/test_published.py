"""The table of published weights: each is of a preset, and as torchvision publishes it."""

from __future__ import annotations

import re

import pytest

from app.analysis import analyse
from app.weights.cache import VARIABLE
from app.weights.published import PUBLISHED, Published, nearest
from presets import PRESETS

NETWORKS = {r.name: (p, r) for p in PRESETS.values() for r in p.references}


def names(each: Published) -> list[str]:
    return [n for n in (each.name, f"{each.name}_aux", f"{each.name}_noaux") if n in NETWORKS]


@pytest.mark.parametrize("each", PUBLISHED, ids=lambda each: each.file)
def test_a_file(each: Published) -> None:
    assert re.fullmatch(
        r"https://download\.pytorch\.org/models/[\w.-]+-[0-9a-f]{8,10}\.pth", each.url
    )
    assert re.fullmatch(r"[0-9a-f]{8,10}", each.sha256)
    assert 50 < each.accuracy < 90
    heaviest = max(each.parameters)
    assert 1.9 * heaviest < each.size < 4.4 * heaviest, "32-bit numbers, few files 16-bit"
    assert names(each), "no preset gives this network"


@pytest.mark.parametrize("name", sorted({each.name for each in PUBLISHED if "_" not in each.name}))
def test_a_preset_has_as_many_parameters(name: str) -> None:
    found = [each for each in PUBLISHED if each.name == name]
    counts = set()
    for reference in names(found[0]):
        preset, at = NETWORKS[reference]
        counts.add(analyse(preset.network(**at.set)).totals.parameters)
    assert counts == set(found[0].parameters)


def test_every_file_stands_there_once() -> None:
    assert len({each.file for each in PUBLISHED}) == len(PUBLISHED)
    assert len({(each.name, each.version) for each in PUBLISHED}) == len(PUBLISHED)


def test_the_nearest_come_first() -> None:
    found = nearest(11_689_512)
    assert found[0].name == "resnet18"
    assert len(found) == len(PUBLISHED)


def test_where_they_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "/some/where")
    each = PUBLISHED[0]
    assert str(each.path) == f"/some/where/downloads/{each.file}"
