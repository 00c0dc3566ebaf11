"""What the gallery knows of the presets is so, and the file of it is up to date."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from app.analysis import analyse
from app.gallery import BATCHES, facts, work_out
from app.gallery.resource import FILE, write
from presets import PRESETS, Preset, preset


@pytest.mark.parametrize("published", PRESETS.values(), ids=PRESETS)
def test_the_file_has_what_the_preset_comes_to(published: Preset) -> None:
    stored = json.loads(FILE.read_text("utf-8"))
    worked = msgspec.to_builtins(work_out(published))
    assert stored.get(published.id) == json.loads(json.dumps(worked)), "run: make gallery"


def test_the_file_has_no_preset_that_is_gone() -> None:
    assert list(json.loads(FILE.read_text("utf-8"))) == list(PRESETS), "run: make gallery"


def test_a_preset_that_the_file_lacks_is_worked_out() -> None:
    unknown = Preset(**{**vars(preset("lenet5")), "id": "lenet5_of_tomorrow"})
    assert facts(unknown) == facts(preset("lenet5"))


def test_the_file_holds_a_line_for_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.gallery.resource.PRESETS", {"lenet5": preset("lenet5")})
    path = tmp_path / "gallery.json"
    write(path)
    lines = path.read_text("utf-8").splitlines()
    assert (len(lines), lines[0], lines[-1]) == (3, "{", "}")
    assert list(json.loads(path.read_text("utf-8"))) == ["lenet5"]


@pytest.mark.parametrize(
    ("id", "depth", "field"),
    [
        ("lenet5", 5, 16),
        ("lenet5_1998", 5, 16),
        ("resnet18", 18, 435),
        ("resnet50", 50, 427),
        ("densenet40", 40, None),
        ("regnet_y_400mf", 50, None),  # what squeezes and excites stands beside the path
    ],
)
def test_depth_as_in_the_name_and_receptive_field(id: str, depth: int, field: int | None) -> None:
    # 435: Araujo, Norris and Sim, 2019. 427 by hand: a stride in the 3×3 sees less than theirs.
    found = facts(preset(id))
    assert found.depth == depth
    if field is not None:
        assert found.field == field


def test_counts_are_those_of_the_analysis() -> None:
    report, found = analyse(preset("resnet18").network()), facts(preset("resnet18"))
    totals = report.totals
    assert (found.parameters, found.buffers) == (totals.parameters, totals.buffers)
    assert (found.macs, found.activations) == (totals.macs, totals.activations)
    assert found.input == (3, 224, 224)
    assert found.kinds["Conv2d"] == 20
    assert found.kinds["Add"] == 8
    assert "Input" not in found.kinds
    assert found.memory[BATCHES.index(64)] == report.memory.training(64).total


def test_stages_are_the_steps_of_the_network_itself() -> None:
    stages = {s.name: s for s in facts(preset("resnet18")).stages}
    assert (stages["layer2"].kind, stages["layer2"].repeat) == ("BasicBlock", 2)
    assert stages["layer2"].output == "128×28×28"
    assert "relu" not in stages


def test_a_block_that_is_most_of_the_network_is_opened() -> None:
    stages = facts(preset("vgg16")).stages
    repeats = [s.repeat for s in stages if s.kind == "Conv2d"]
    assert repeats == [2, 2, 3, 3, 3]  # the table of the paper
