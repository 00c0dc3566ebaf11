"""Names for new nodes, in the style of published code: conv1, bn1, fc1."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import count

from nodes.network.model import Graph, name_problem

MAX_NAME = 200  # characters; far above any name that is read, far below what slows a screen

_STEMS = {  # of kinds without their 1d, 2d or 3d
    "Conv": "conv",
    "MaxPool": "pool",
    "AvgPool": "pool",
    "AdaptiveAvgPool": "pool",
    "BatchNorm": "bn",
    "Linear": "fc",
}
_DIMENSIONS = re.compile(r"(?<=[a-z])[123]d\Z")
_ONE_WORD = re.compile(r"P?ReLU|SiLU|NeXt|MatMul")
_WORD_START = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def fresh_name(graph: Graph, kind: str) -> str:
    """A free name for a new node of a kind: conv1, then conv2; input, then input2."""
    if kind in ("Input", "Output"):
        return unique(kind.lower(), graph.by_name.keys())
    kind = _DIMENSIONS.sub("", kind)
    plain = _ONE_WORD.sub(lambda found: found[0].capitalize(), kind)
    stem = _STEMS.get(kind) or _WORD_START.sub("_", plain).lower()
    return _numbered(stem, 1, graph.by_name.keys())


def unique(name: str, taken: Collection[str]) -> str:
    """The name itself where it is legal and free, and else the next number to it."""
    if name not in taken and name_problem(name) is None and len(name) <= MAX_NAME:
        return name
    if name.isascii() and name.isdigit():  # a place in an nn.Sequential: the next one
        return _numbered("", 0, taken)
    stem = re.sub(r"\W", "", name[: MAX_NAME // 2], flags=re.ASCII).rstrip("0123456789_")
    return _numbered(stem if stem[:1].isalpha() else "node", 2, taken)


def _numbered(stem: str, first: int, taken: Collection[str]) -> str:
    joint = "_" if stem[-1:].isdigit() else ""
    candidates = (f"{stem}{joint}{number}" for number in count(first))
    return next(c for c in candidates if c not in taken and name_problem(c) is None)
