"""The house itself: which process holds which library, one version, a tidy top level."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import app

ROOT = Path(__file__).parent.parent

IMPORT_ALL = """
import importlib, json, pkgutil, sys

found = []
for name in sys.argv[1:]:
    found.append(name)
    package = importlib.import_module(name)
    for module in pkgutil.walk_packages(package.__path__, name + "."):
        importlib.import_module(module.name)
        found.append(module.name)
print(json.dumps({"found": found, "loaded": sorted(sys.modules)}))
"""

TOP_LEVEL = {
    ".ci",
    ".gitignore",
    "CHANGELOG.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "app",
    "docs",
    "nodes",
    "presets",
    "pyproject.toml",
    "resources",
    "tests",
}


@pytest.mark.parametrize(
    ("packages", "forbidden"),
    [
        (["app.ui"], {"torch", "app.worker"}),
        (["app.worker"], {"PySide6", "pyqtgraph", "app.ui"}),
        (["nodes", "presets"], {"PySide6", "pyqtgraph", "torch", "app"}),
        (
            [
                *("app.analysis", "app.codegen", "app.gallery", "app.training"),
                *("app.recovery", "app.transfer", "app.weights"),
            ],
            {"PySide6", "pyqtgraph", "torch"},
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_fresh_interpreter_loads_nothing_of_another_floor(
    packages: list[str], forbidden: set[str]
) -> None:
    result = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL, *packages], cwd=ROOT, capture_output=True, text=True
    )
    assert result.returncode == 0, result.stderr
    report = json.loads(result.stdout)
    files = [file for name in packages for file in (ROOT / name.replace(".", "/")).rglob("*.py")]
    assert len(report["found"]) == len(files), "a module is not importable: __init__.py missing?"
    assert forbidden.isdisjoint(report["loaded"])


def test_the_version_stands_in_one_place_and_in_the_changelog() -> None:
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text())
    assert pyproject["project"]["dynamic"] == ["version"]
    assert pyproject["tool"]["hatch"]["version"]["path"] == "app/__init__.py"
    assert f"## [{app.__version__}]" in (ROOT / "CHANGELOG.md").read_text()


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="only a clone knows what is tracked")
def test_the_top_level_holds_what_belongs_there() -> None:
    trust = "safe.directory=*"  # a clone made by another user is still this clone
    tracked = subprocess.run(
        ["git", "-c", trust, "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    entries = {path.split("/")[0] for path in tracked.split("\0") if path}
    assert entries <= TOP_LEVEL
    assert {"app", "nodes", "presets", "tests", "README.md", "LICENSE"} <= entries
