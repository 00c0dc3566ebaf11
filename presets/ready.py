"""A block that is ready to be placed in any network, with its source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from nodes.network import Block, Network
from nodes.spec import Shape


@dataclass(frozen=True)
class ReadyBlock:
    """A block of a published network, made when it is first asked for.

    `make` gives it, `needs` the definitions that it is built of, inner ones first; `takes` are the
    shapes of inputs that fit its defaults, `group` its heading in the palette.
    """

    make: Callable[[], Block]
    source: str
    needs: tuple[Callable[[], Block], ...] = ()
    takes: tuple[Shape, ...] = ((64, 16, 16),)
    group: str = "Convolution"

    @property
    def block(self) -> Block:
        return self.make()

    @cached_property
    def definitions(self) -> Network:
        """The block with all it needs, as a piece to be brought into a network."""
        return Network(self.block.name, blocks=(*(make() for make in self.needs), self.block))
