"""What the palette offers, as values: blocks ready, own and kept, and layers by family."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from app.library import Kept, block_of
from app.ui.drag import KEPT, PRESET, READY
from app.ui.language import tr, tr_help
from nodes.catalogue import CATALOGUE
from nodes.custom import CustomLayer
from nodes.network import Block, Network
from nodes.spec import Param, Value

HERE = "In this network"
LIBRARY = "My library"
BLOCKS = "Blocks"
LAYERS = "Layers"
PRESETS = "Networks"  # only in the search on the canvas: the gallery shows them at length
LIBRARY_HINT = "Right-click a block to save it"
SECTIONS = (HERE, LIBRARY, BLOCKS, LAYERS)
_BLOCK = "Block"  # the family whose colour blocks have


@dataclass(frozen=True)
class Entry:
    """One row. `id` is the kind to place, and `family` gives its colour.

    `group` is its heading within the section, if that has any. A row that cannot be placed tells
    why as its `problem`.
    """

    id: str
    title: str
    section: str
    group: str
    family: str
    summary: str
    tooltip: str
    problem: str = ""


def layers() -> Iterator[Entry]:
    """By family; those of other packages join the families that there are."""
    families = list(dict.fromkeys(spec.family for spec in CATALOGUE.values()))
    for spec in sorted(CATALOGUE.values(), key=lambda s: families.index(s.family)):
        tooltip = _rich(spec.id, spec.summary, *spec.help.split("\n\n"))
        yield Entry(spec.id, spec.id, LAYERS, spec.family, spec.family, spec.summary, tooltip)


def ready() -> Iterator[Entry]:
    """Blocks that come with their definitions when they are placed."""
    from presets.blocks import BLOCKS as READY_BLOCKS  # which makes them all

    for name, found in READY_BLOCKS.items():
        tooltip = _block_tooltip(found.block, tr("Source: {source}.", source=found.source))
        summary = found.block.summary
        yield Entry(READY + name, name, BLOCKS, found.group, _BLOCK, summary, tooltip)


def presets() -> Iterator[Entry]:
    """Published networks, each as one block."""
    from presets import PRESETS as READY_PRESETS

    for preset in READY_PRESETS.values():
        source = f"{preset.authors}: {preset.paper} ({preset.year})."
        tooltip = _rich(preset.title, preset.summary, source)
        group = preset.family
        yield Entry(
            PRESET + preset.id, preset.title, PRESETS, group, _BLOCK, preset.summary, tooltip
        )


def here(network: Network) -> Iterator[Entry]:
    """The custom layers and blocks of a network."""
    for layer in network.custom_by_name.values():
        spec = layer.spec
        tooltip = _rich(spec.id, spec.summary, *spec.help.split("\n\n"))
        yield Entry(spec.id, spec.id, HERE, "", spec.family, spec.summary, tooltip)
    for block in network.blocks:
        tooltip = _block_tooltip(block)
        yield Entry(block.name, block.name, HERE, "", _BLOCK, block.summary, tooltip)


def kept(files: Iterable[Kept]) -> Iterator[Entry]:
    """The files of the person's library; one that is damaged says why."""
    for file in files:
        kind, where = f"{KEPT}{file.path}", tr("File: {path}", path=file.path)
        if file.piece is None:
            summary, tooltip = file.problem, _rich(file.name, file.problem, where)
        else:
            block = block_of(file.piece)
            summary = block.summary
            tooltip = _block_tooltip(block, _code(file.piece.custom_by_name.values()), where)
        yield Entry(kind, file.name, LIBRARY, "", _BLOCK, summary, tooltip, file.problem)


def _block_tooltip(block: Block, *more: str) -> str:
    rows = "".join(map(_row, block.parameters))
    table = f"<table cellspacing='0' cellpadding='2'>{rows}</table>" if rows else ""
    return _rich(block.name, block.summary) + table + "".join(map(_paragraph, more))


def _row(param: Param) -> str:
    unit = f" {param.unit}" if param.unit else ""
    value = tr("torch's own") if param.default is None else f"{_text(param.default)}{unit}"
    cells = (f"<b>{escape(param.name)}</b>", escape(value), escape(tr(param.help)))
    return f"<tr>{''.join(f'<td>{cell}&nbsp;</td>' for cell in cells)}</tr>"


def _text(value: Value) -> str:
    """As it is typed in the inspector."""
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    return "×".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _code(layers: Iterable[CustomLayer]) -> str:
    names = [layer.name for layer in layers if not layer.trusted]
    if not names:
        return ""
    return tr("Carries code that is not run until you trust it: {names}.", names=", ".join(names))


def _rich(title: str, *paragraphs: str) -> str:
    """Rich text, which Qt wraps to a sensible width."""
    return f"<b>{escape(title)}</b>" + "".join(map(_paragraph, paragraphs))


def _paragraph(text: str) -> str:
    return f"<p>{escape(tr_help(text))}</p>" if text else ""
