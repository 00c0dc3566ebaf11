"""What becomes of the weights of a network that is edited while it learns: a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.training.messages import Graft


class Fate(StrEnum):
    """Of a node with weights."""

    KEPT = "kept"
    WIDENED = "widened"  # with copies of its units, whose weights are shared out behind it
    NARROWED = "narrowed"  # without some of its units
    INSERTED = "inserted"  # begins so that it changes nothing
    FRESH = "fresh"


class Why(StrEnum):
    """What of a node makes the network compute something else."""

    NEW = "new"  # it does not pass on what it gets
    OTHER = "other"  # it computes otherwise than before
    REWIRED = "rewired"  # it reads something else
    NARROWED = "narrowed"  # something of what it read is gone
    UNEVEN = "uneven"  # it normalises over units of which some are there several times
    SIZES = "sizes"  # its weights do not fit any more


@dataclass(frozen=True)
class Break:
    """From where on the network computes something else: a node, and why."""

    path: str
    why: Why


@dataclass(frozen=True)
class Growth:
    """`grafts` tell how every tensor comes about, `fates` what that is for the nodes with weights.

    `sources` are the nodes of the network before that theirs come from, `gone` those whose weights
    are given up. `broken` is why the function cannot be kept, and empty where it can.
    """

    grafts: tuple[Graft, ...] = ()
    fates: Mapping[str, Fate] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    gone: tuple[str, ...] = ()
    broken: Break | None = None

    def of(self, *fates: Fate) -> tuple[str, ...]:
        """The nodes of such a fate."""
        return tuple(path for path, fate in self.fates.items() if fate in fates)
