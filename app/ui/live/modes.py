"""What the canvas can show of a network while it learns, in the order in which a key goes on."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from app.training.messages import Shown
from app.ui.canvas.heat import LEVELS
from app.ui.canvas.live import STEPS, Live
from app.ui.formats import count, number, percent, size
from app.ui.language import tr
from app.ui.live.figures import Figures, Values

_FEWEST, _MOST = 4, 8  # decades that the scale of the wires has
_LARGE = 1e6  # from here on, ratios are told by their powers of ten


@dataclass(frozen=True)
class Mode:
    """One row of the menu. `figures` makes what is painted; `shown` is wished for meanwhile."""

    id: str
    title: str
    help: str
    shown: Shown | None = None
    figures: Callable[[Figures], Live] | None = None


def _flow(title: str, column: str, figures: Figures) -> Live:
    """On one logarithmic scale for the whole network, so that what fades away is seen.

    It begins at a power of ten and reaches over as many decades as there are, within bounds: else
    a network in which nothing fades would look like one in which all does.
    """
    values = figures.last(column)
    there = ~np.isnan(values)
    finite = values[np.isfinite(values) & (values > 0)]
    if not len(finite):
        return _on_wires(title, ("0", "", ""), figures, values, there.astype(int))
    least, greatest = np.log10([finite.min(), finite.max()]).round(4)  # of 32-bit floats
    top = math.ceil(greatest)
    decades = min(max(math.ceil(top - least), _FEWEST), _MOST)
    bottom = top - decades
    with np.errstate(divide="ignore"):  # nothing at all is the least
        share = (np.log10(np.where(there, values, 1.0)).round(4) - bottom) / decades
    levels = np.where(there, np.ceil(np.clip(share, 0.0, 1.0) * STEPS).clip(1), 0)
    scale = (_power(bottom), _power(bottom + decades / 2), _power(top))
    span = f"{_times(float(finite.max() / finite.min()))} : 1"
    return _on_wires(title, scale, figures, values, levels, span)


def _on_wires(
    title: str,
    scale: tuple[str, str, str],
    figures: Figures,
    values: Values,
    levels: Values,
    span: str = "",
) -> Live:
    wires = _by_path(figures, levels)
    found = zip(figures.paths, values.tolist(), strict=True)
    texts = {path: _short(value) for path, value in found if path in wires}
    return Live(tr(title), scale, texts, wires, strips=figures.strips(wires), span=span)


def _shares(
    title: str, columns: tuple[str, ...], text: Callable[[float], str], figures: Figures
) -> Live:
    """What the cards take of a whole; by the square root, which lifts the small."""
    values = figures.total(*columns)
    whole, most = figures.whole(values), _greatest(values)
    texts = {
        path: f"{text(value)}   {percent(value / whole)}" if whole else text(value)
        for path, value in zip(figures.paths, values.tolist(), strict=True)
        if not math.isnan(value)
    }
    levels = np.ceil(LEVELS * np.sqrt(np.nan_to_num(values) / most)) if most else 0 * values
    scale = ("0", text(most / 4), text(most))
    return Live(tr(title), scale, texts, cards=_by_path(figures, np.nan_to_num(levels)))


def _dead(title: str, figures: Figures) -> Live:
    values = figures.most("dead")
    texts = {
        path: tr("{share} dead", share=percent(value))
        for path, value in zip(figures.paths, values.tolist(), strict=True)
        if not math.isnan(value)
    }
    levels = np.ceil(LEVELS * np.nan_to_num(values))
    scale = (percent(0), percent(0.5), percent(1))
    return Live(tr(title), scale, texts, cards=_by_path(figures, levels))


def _by_path(figures: Figures, levels: Values) -> dict[str, int]:
    found = zip(figures.paths, levels.astype(int).tolist(), strict=True)
    return {path: level for path, level in found if level}


def _greatest(values: Values) -> float:
    return float(np.nanmax(values)) if not np.isnan(values).all() else 0.0


def _power(exponent: float) -> str:
    return _short(10.0**exponent, 1)


def _times(value: float) -> str:
    """25,123 -> "25,000"."""
    rounded = float(f"{value:.2g}")
    return count(round(rounded)) if 10 <= rounded < _LARGE else _short(value)


def _milliseconds(value: float) -> str:
    return f"{_short(value)} ms"


def _short(value: float, digits: int = 2) -> str:
    """1.234e-09 -> "1.2e−9"."""
    rounded = float(f"{value:.{digits}g}")
    figure, e, exponent = number(rounded).partition("e")
    return f"{figure}e{exponent[0]}{int(exponent[1:])}".replace("+", "") if e else figure


_ACTIVATIONS = "Activations on wires"
_GRADIENTS = "Gradients on wires"
_TIME = "Time of a step"
_MEMORY = "Memory of values"
_DEAD = "Dead units"
MODES = (
    Mode("maps", "Feature maps", "Small feature maps on the nodes"),
    Mode(
        "activations", _ACTIVATIONS, "Wires by the root mean square of what runs along them",
        "flow", partial(_flow, _ACTIVATIONS, "rms"),
    ),
    Mode(
        "gradients", _GRADIENTS, "Wires by the size of the gradient that comes back along them",
        "flow", partial(_flow, _GRADIENTS, "gradient"),
    ),
    Mode(
        "time", _TIME, "Nodes by the time that they take, forwards and backwards",
        "times", partial(_shares, _TIME, ("forward_ms", "backward_ms"), _milliseconds),
    ),
    Mode(
        "memory", _MEMORY, "Nodes by what their values take of one batch",
        "times", partial(_shares, _MEMORY, ("bytes",), size),
    ),
    Mode(
        "dead", _DEAD, "Nodes by the share of their units that are never above zero",
        "dead", partial(_dead, _DEAD),
    ),
    Mode("off", "&Nothing", "The network alone, while it learns too"),
)  # fmt: skip
