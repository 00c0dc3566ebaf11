"""What views of a run wish to see of it, put together for the worker."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.training.messages import Shown, Watch


@dataclass(frozen=True)
class Wish:
    """Of one view. One that is hidden wishes nothing, so that the worker does nothing for it."""

    paths: frozenset[str] = frozenset()  # of nodes, for thumbnails
    selected: str = ""  # the path of the node of which all channels are wanted
    images: tuple[int, ...] = ()  # numbers of validation images; none leaves it to others
    picture: str = ""  # an image file in the place of the first of them
    shown: frozenset[Shown] = frozenset()


NOTHING = Wish()


def together(wishes: Iterable[Wish]) -> Watch:
    """All that is wished for; where only one can have its way, the first that asks for it."""
    every = tuple(wishes)
    return Watch(
        thumbnails=tuple(sorted(frozenset().union(*(wish.paths for wish in every)))),
        selected=next((wish.selected for wish in every if wish.selected), ""),
        images=next((wish.images for wish in every if wish.images), (0,)),
        picture=next((wish.picture for wish in every if wish.picture), ""),
        shown=frozenset().union(*(wish.shown for wish in every)),
    )
