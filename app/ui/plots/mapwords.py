"""What feature maps are called in titles and readouts."""

from __future__ import annotations

from collections.abc import Sequence

from app.training.messages import Maps
from app.ui.formats import count
from app.ui.language import tr
from app.ui.plots.mosaic import is_vector


def describe(
    event: Maps, size: tuple[int, ...], meanings: Sequence[str], channel: int | None
) -> str:
    """`size` is the node's real height and width where it is known, `channel` one shown large."""
    if is_vector(event):
        shape = tr("vector of {number}", number=count(event.width))
    else:
        height, width = size or (event.height, event.width)
        shape = f"{event.channels} × {height} × {width}"
        if (height, width) != (event.height, event.width):
            small = f"{event.height} × {event.width}"
            shape = tr("{shape}, shown as {small}", shape=shape, small=small)
    parts = [event.path, shape]
    if channel is not None and not is_vector(event):
        parts.append(channel_name(channel, meanings))
    elif meanings:
        parts.append(", ".join(map(tr, meanings)))
    elif event.count < event.channels:
        parts.append(tr("the first {number} channels", number=event.count))
    return "   ".join((*parts, tr("step {step}", step=count(event.step))))


def channel_name(channel: int, meanings: Sequence[str]) -> str:
    """By its number from 0, and by what it shows where that is known."""
    name = tr("channel {number}", number=channel)
    return f"{name}: {tr(meanings[channel])}" if channel < len(meanings) else name
