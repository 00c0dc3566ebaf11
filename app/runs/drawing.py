"""Curves and feature maps as pictures that a page can hold: SVG text, and PNG in base 64."""

from __future__ import annotations

import base64
import io
import math
from collections.abc import Sequence
from html import escape

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Points = tuple[NDArray[np.float64], NDArray[np.float64]]  # x and y
_WIDTH, _HEIGHT = 460, 220
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 12, 28, 30
_FAR = 1000  # times what half of the lines take: who goes so high is cut off at the top
_MOST = 1000  # points of a line
_CELL = 4  # pixels that a map's own pixel has at least, in a picture of 28 a side
_SIDE = 84
_SAMPLE = 40  # pixels of a line that stands before its name
LINES = 8  # that look different


def plot(title: str, lines: Sequence[tuple[str, Points]]) -> str:
    """Lines over steps in one SVG, each under its name; empty where there is nothing to draw.

    Where a line stands among them decides how it looks, as in `key`.
    """
    finite = [(at, name, *_finite(points)) for at, (name, points) in enumerate(lines)]
    known = [(_kind(at), name, x, y) for at, name, x, y in finite if len(x)]
    if not known:
        return ""
    xs = np.concatenate([x for _, _, x, _ in known])
    ys = np.concatenate([y for _, _, _, y in known])
    right, low, high = max(float(xs.max()), 1.0), float(ys.min()), float(ys.max())
    usual = sorted(float(y.max()) for _, _, _, y in known)[(len(known) - 1) // 2]
    if high - low > _FAR * (usual - low) > 0:
        high = low + 3 * (usual - low)
    if high == low:
        low, high = low - 0.5, high + 0.5
    across, down = _WIDTH - _LEFT - _RIGHT, _HEIGHT - _TOP - _BOTTOM
    parts = [tag("text", escape(title), kind="title", x=_LEFT, y=16)]
    for value in _round_values(low, high):
        y = _TOP + down * (high - value) / (high - low)
        parts.append(tag("path", kind="grid", d=f"M{_LEFT},{y:.1f}h{across}"))
        parts.append(tag("text", f"{value:,.6g}", kind="tick", x=_LEFT - 6, y=round(y + 4, 1)))
    for share in (0.0, 0.5, 1.0):
        step = f"{round(right * share):,}"
        x = round(_LEFT + across * share, 1)
        parts.append(tag("text", step, kind="step", x=x, y=_HEIGHT - 10))
    for at, (kind, name, steps, values) in enumerate(known):
        places = np.column_stack([
            _LEFT + across * steps / right,
            _TOP + down * (high - values.clip(max=high)) / (high - low),
        ])  # fmt: skip
        way = " ".join(f"{a:.1f},{b:.1f}" for a, b in places.tolist())
        parts.append(tag("polyline", kind=kind, points=way))
        x = _WIDTH - _RIGHT - 90 * (len(known) - 1 - at)
        parts.append(tag("text", escape(name), kind=f"{kind} name", x=x, y=16))
    box = f"0 0 {_WIDTH} {_HEIGHT}"
    return tag("svg", "".join(parts), viewBox=box, role="img", **{"aria-label": escape(title)})


def _round_values(low: float, high: float) -> list[float]:
    """Two to six between these, as far apart as 1, 2 or 5 of a power of ten."""
    power = 10.0 ** math.floor(math.log10((high - low) / 3))
    apart = next(power * k for k in (1, 2, 5, 10) if high - low <= 5 * power * k)
    return [apart * k for k in range(math.ceil(low / apart), math.floor(high / apart) + 1)]


def key(names: Sequence[str]) -> str:
    """How the lines of several plots look, where their names have no room in them."""
    box = f"0 0 {_SAMPLE} 10"
    rows = (
        tag("svg", tag("polyline", kind=_kind(at), points=f"0,5 {_SAMPLE},5"), viewBox=box)
        + escape(name)
        for at, name in enumerate(names)
    )
    return tag("ul", "".join(tag("li", row) for row in rows), kind="key")


def _kind(at: int) -> str:
    """The class of a line, by which it has its colour and its dashes."""
    return f"line{at % LINES}"


def tag(name: str, content: str = "", kind: str = "", **attributes: object) -> str:
    """An element of HTML or SVG; `kind` is its class, and `content` is escaped already."""
    told = {"class": kind, **attributes} if kind else attributes
    inside = "".join(f' {key}="{value}"' for key, value in told.items())
    return f"<{name}{inside}>{content}</{name}>"


def mosaic(maps: NDArray[np.uint8]) -> str:
    """Maps of one node, (channels, height, width), beside one another as the source of an <img>."""
    channels, height, width = maps.shape
    columns = max(1, math.ceil(math.sqrt(channels)))
    rows = -(-channels // columns)
    sheet = np.full((rows * (height + 1) - 1, columns * (width + 1) - 1), 255, np.uint8)
    for at, each in enumerate(maps):
        top, left = at // columns * (height + 1), at % columns * (width + 1)
        sheet[top : top + height, left : left + width] = each
    times = max(1, min(_CELL, _SIDE // max(height, width)))
    picture = Image.fromarray(sheet.repeat(times, 0).repeat(times, 1))
    file = io.BytesIO()
    picture.save(file, "PNG")
    return f"data:image/png;base64,{base64.b64encode(file.getvalue()).decode()}"


def _finite(points: Points) -> Points:
    x, y = points
    x, y = x[np.isfinite(y)], y[np.isfinite(y)]
    stride = -(-len(x) // _MOST) or 1
    return x[::stride], y[::stride]
