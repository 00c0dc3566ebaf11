"""What the palette offers, as values: layers by family, blocks ready and own, presets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from app.ui.drag import READY
from nodes.catalogue import CATALOGUE
from nodes.network import Block
from nodes.spec import LayerSpec
from presets import PRESETS
from presets.blocks import BLOCKS as READY_BLOCKS

BLOCKS = "Blocks"
READY_GROUP = "Ready blocks"
CUSTOM = "Custom layers"
PRESETS_GROUP = "Presets"


@dataclass(frozen=True)
class Entry:
    """One row. `id` is the kind to place, or the preset to open where `preset` is set."""

    id: str
    title: str
    group: str
    summary: str
    tooltip: str
    preset: bool = False


def layers() -> Iterator[Entry]:
    for spec in CATALOGUE.values():
        yield Entry(
            spec.id, spec.id, spec.family, spec.summary, _rich(spec.id, spec.summary, spec.help)
        )


def blocks(definitions: Iterable[Block]) -> Iterator[Entry]:
    for block in definitions:
        yield Entry(
            block.name, block.name, BLOCKS, block.summary, _rich(block.name, block.summary, "")
        )


def ready() -> Iterator[Entry]:
    """Blocks that come with their definition when they are placed."""
    for name, found in READY_BLOCKS.items():
        summary = found.block.summary
        tooltip = _rich(name, summary, f"Source: {found.source}.")
        yield Entry(READY + name, name, READY_GROUP, summary, tooltip)


def custom(definitions: Iterable[LayerSpec]) -> Iterator[Entry]:
    for spec in definitions:
        yield Entry(spec.id, spec.id, CUSTOM, spec.summary, _rich(spec.id, spec.summary, spec.help))


def presets() -> Iterator[Entry]:
    for preset in PRESETS.values():
        by = f"{preset.authors}, {preset.year}"
        yield Entry(
            preset.id,
            preset.title,
            PRESETS_GROUP,
            preset.summary,
            _rich(preset.title, preset.summary, f"{by}\n\n{preset.paper}"),
            preset=True,
        )


def _rich(title: str, summary: str, help: str) -> str:
    """Rich text, which Qt wraps to a sensible width."""
    paragraphs = [p for p in (summary, *help.split("\n\n")) if p]
    return f"<b>{escape(title)}</b>" + "".join(f"<p>{escape(p)}</p>" for p in paragraphs)
