"""What a picture of a layer is."""

from __future__ import annotations

from typing import Protocol

from app.ui.layerhelp.sketch import Sketch


class Picture(Protocol):
    """What one layer does to a tensor, to be drawn on the paper of a sketch.

    Two that are equal look alike. A picture of several `steps` shows one of them at a time; `still`
    is the one that tells most where nothing moves.
    """

    @property
    def steps(self) -> int: ...

    @property
    def still(self) -> int: ...

    def paint(self, s: Sketch, step: int) -> None: ...


class Still:
    """A picture of one step."""

    @property
    def steps(self) -> int:
        return 1

    @property
    def still(self) -> int:
        return 0
