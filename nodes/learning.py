"""What of a network learns, told by places in its `state_dict`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Learning:
    """Paths of nodes, which are also the beginnings of keys in the `state_dict`.

    Each holds for all inside it. `frozen` do not learn; `still` are those whose running statistics
    stay as they are, too. Of the `rates`, factors on the learning rate, the innermost counts;
    elsewhere it is 1.
    """

    frozen: tuple[str, ...] = ()
    still: tuple[str, ...] = ()
    rates: tuple[tuple[str, float], ...] = ()
