"""What the rules say and ask of a layer alike."""

from __future__ import annotations

from app.advice.flow import Flow, Layer
from nodes.network import Argument

BATCH_NORM = "BatchNorm"
SEEN_THROUGH = ("Identity", "Dropout", "AlphaDropout", "DropPath", "Flatten")


def si(value: float) -> str:
    """Three significant digits with a prefix: 102.4 k."""
    for unit in ("", " k", " M", " G"):
        if abs(value) < 999.5:
            return f"{value:.3g}{unit}"
        value /= 1000
    return f"{value:.3g} T"


def percent(share: float) -> str:
    """Without decimals, unless it would then say all or nothing of what is neither."""
    for decimals in range(4):
        text = f"{100 * share:.{decimals}f}"
        if share in (0, 1) or 0 < float(text) < 100:
            break
    return f"{text} %"


def per_axis(layer: Layer, name: str, axes: int, default: int = 1) -> tuple[int, ...] | None:
    """A window's argument for each axis; None where it is no number."""
    value = getattr(layer.args, name, default)
    if isinstance(value, int):
        return (value,) * axes
    return value if isinstance(value, tuple) and len(value) == axes else None


def written(flow: Flow, layer: Layer, name: str) -> Argument:
    """An argument as it stands in the definition, be it an expression."""
    node = flow.network.scope(layer.report.scope).by_name[layer.report.name]
    return node.args.get(name, getattr(layer.args, name))


def count(number: int) -> str:
    return f"{number:,}"
