"""A problem as a value, and how its nodes are named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong.

    `nodes` are the paths of the nodes involved, the culprit first. `received` holds the values
    that broke the rule, `cure` what to do. A `consequence` goes away with its root cause.
    `line` is where in the source of a custom layer its code failed, or 0.
    """

    rule: str
    nodes: tuple[str, ...]
    message: str
    cure: str = ""
    received: tuple[str, ...] = ()
    consequence: bool = False
    line: int = 0


def join(prefix: str, name: str) -> str:
    """The path of a node in the instance at `prefix`; with no name, what such paths begin with."""
    return f"{prefix}.{name}" if prefix else name


def some(names: Sequence[str], most: int = 4) -> str:
    """A list of names that stays short."""
    if len(names) <= most:
        return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    return f"{', '.join(names[:most])} and {len(names) - most} more"
