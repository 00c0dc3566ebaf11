"""Generated modules as they were read and found good, one a network."""

from __future__ import annotations

import re
from pathlib import Path

from app.analysis import analyse
from app.codegen import generate
from tests.app.codegen.networks import NETWORKS

FOLDER = Path(__file__).parent


def path_of(name: str) -> Path:
    return FOLDER / (re.sub(r"\W+", "_", name.lower()) + ".py")


def text_of(name: str) -> str:
    network = NETWORKS[name]
    return generate(network, analyse(network)).text
