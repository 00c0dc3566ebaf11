"""`skipwire check` tells the repairs of every problem, and advice that can be switched off."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.cli import main
from nodes.network.document import Document, save
from tests.app.advice.samples import textbook_inception

RESNET = "preset:resnet18"


@pytest.fixture
def inception(tmp_path: Path) -> str:
    path = tmp_path / "inception.skipwire"
    save(path, Document(textbook_inception(), {}))
    return str(path)


def values(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    main(["check", *words, "--json"])
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_repairs_are_told_with_shapes_and_cost(
    capsys: pytest.CaptureFixture[str], inception: str
) -> None:
    (problem,) = values(capsys, inception)["problems"]
    first = problem["repairs"][0]
    assert first["title"].startswith("Give conv2b, pool, conv3")
    assert first["shapes"]["conv3"] == {"before": [32, 11, 11], "after": [32, 14, 14]}
    assert (first["parameters"], first["problems_left"]) == (0, 0)
    assert first["macs"] > 0


def test_repairs_and_advice_can_be_read(capsys: pytest.CaptureFixture[str], inception: str) -> None:
    assert main(["check", inception]) == 1
    out = capsys.readouterr().out
    assert "· Give conv2b, pool, conv3, conv4b and conv4c the padding that keeps the size" in out
    assert "conv3: 32×11×11 → 32×14×14" in out
    assert "advice: conv2a and conv2b follow each other" in out
    assert "nothing-between" in out


def test_advice_is_told_with_reason_source_and_repairs(capsys: pytest.CaptureFixture[str]) -> None:
    found = values(capsys, RESNET)
    assert found["ok"]
    (advice,) = found["advice"]
    assert advice["rule"] == "strided-projection"
    assert advice["reason"]
    assert "arXiv" in advice["source"]
    assert advice["repairs"][0]["parameters"] == 0


def test_advice_can_be_switched_off(capsys: pytest.CaptureFixture[str]) -> None:
    assert values(capsys, RESNET, "--no-advice", "strided-projection")["advice"] == []


def test_a_rule_that_does_not_exist_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["check", RESNET, "--no-advice", "wrong"])
    assert left.value.code == 2
    assert "strided-projection" in capsys.readouterr().err


def test_the_batch_of_the_recipe_counts(capsys: pytest.CaptureFixture[str]) -> None:
    rules = {a["rule"] for a in values(capsys, RESNET, "--batch-size", "1")["advice"]}
    assert "norm-one-sample" in rules
