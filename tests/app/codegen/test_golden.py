"""The code of every preset and drawn network is what was last read and found good."""

from __future__ import annotations

import pytest

from tests.app.codegen.golden import FOLDER, path_of, text_of
from tests.app.codegen.networks import NETWORKS

REWRITE = "python -m tests.app.codegen.golden"


@pytest.mark.parametrize("name", NETWORKS)
def test_the_code_is_the_golden_one(name: str) -> None:
    path = path_of(name)
    assert path.exists(), f"read the code and write the golden file: {REWRITE}"
    assert text_of(name) == path.read_text(encoding="utf-8"), f"after reading the change: {REWRITE}"


def test_every_golden_file_is_of_a_network() -> None:
    assert {p.name for p in FOLDER.glob("[!_]*.py")} == {path_of(n).name for n in NETWORKS}
