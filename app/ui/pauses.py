"""The search for garbage among Python's objects, which would hold edits up in a large document."""

from __future__ import annotations

import gc

_YOUNG = 50_000  # objects; an edit of 2,000 nodes makes 10,000


def search_seldom() -> None:
    gc.set_threshold(_YOUNG, 10, 10)


def set_aside() -> None:
    """Search once, and leave what is there now out of later searches, until the next call.

    What is open stays for long, and a search through all of it takes a tenth of a second.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
