"""Published networks as they were measured: figures, weights by name, and what they compute.

figures.json and keys.json.gz are of torchvision 0.28.0, timm 1.0.31 (Inception v4, Inception-ResNet
v2, Xception) and plain PyTorch versions of the papers' networks. outputs.json has what the first
two compute, filled as `tests.presets.reference.computing` fills a module.
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

from presets import PRESETS

_FOLDER = Path(__file__).parent

FIGURES: dict[str, dict[str, Any]] = json.loads((_FOLDER / "figures.json").read_text())
OUTPUTS: dict[str, dict[str, Any]] = json.loads((_FOLDER / "outputs.json").read_text())
KEYS: dict[str, list[tuple[str, tuple[int, ...]]]] = {
    name: [(key, tuple(shape)) for key, shape in listed]
    for name, listed in json.loads(gzip.decompress((_FOLDER / "keys.json.gz").read_bytes())).items()
    if name in FIGURES
}
REFERENCES = {r.name: (p, r) for p in PRESETS.values() for r in p.references}
