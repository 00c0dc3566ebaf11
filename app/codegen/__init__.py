"""From a sound network and its report to code: a stand-alone PyTorch module. No Qt, no torch."""

from __future__ import annotations

from app.codegen.generate import generate
from app.codegen.probe import generate_probe
from app.codegen.source import Place, Source

__all__ = ["Place", "Source", "generate", "generate_probe"]
