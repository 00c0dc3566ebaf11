"""What a layer sees that takes whole axes together, and leaves the others apart."""

from __future__ import annotations

from collections.abc import Collection

from nodes.spec import Shape, Window


def across(shape: Shape, axes: Collection[int]) -> tuple[Window, ...] | None:
    """The windows of a layer whose output cells see all of some axes, where 0 is the channels.

    Along the other axes it sees its own place only.
    """
    together = [axis in axes for axis in range(1, len(shape))]
    if not any(together):
        return ()
    if all(together):
        return None
    return tuple(
        Window(int(n), step=0) if whole else Window(1)
        for n, whole in zip(shape[1:], together, strict=True)
    )
