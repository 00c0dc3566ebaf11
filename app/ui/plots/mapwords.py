"""What feature maps are called in titles and readouts."""

from __future__ import annotations

from collections.abc import Sequence

from app.training.messages import Maps
from app.ui.formats import count
from app.ui.plots.mosaic import is_vector


def describe(
    event: Maps, size: tuple[int, ...], meanings: Sequence[str], channel: int | None
) -> str:
    """`size` is the node's real height and width where it is known, `channel` one shown large."""
    if is_vector(event):
        shape = f"vector of {count(event.width)}"
    else:
        height, width = size or (event.height, event.width)
        shape = f"{event.channels} × {height} × {width}"
        if (height, width) != (event.height, event.width):
            shape += f", shown as {event.height} × {event.width}"
    parts = [event.path, shape]
    if channel is not None and not is_vector(event):
        parts.append(channel_name(channel, meanings))
    elif meanings:
        parts.append(", ".join(meanings))
    elif event.count < event.channels:
        parts.append(f"the first {event.count} channels")
    return "   ".join((*parts, f"step {count(event.step)}"))


def channel_name(channel: int, meanings: Sequence[str]) -> str:
    """By its number from 0, and by what it shows where that is known."""
    if channel < len(meanings):
        return f"channel {channel}: {meanings[channel]}"
    return f"channel {channel}"
