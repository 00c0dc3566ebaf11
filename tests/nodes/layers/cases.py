"""What the harness tries of a layer: the two things that its author writes.

A module of this folder is about one family and exports `CASES` and `STRICTER`:

    CASES = {"Conv2d": Cases(one(mostly(3)), {"groups": st.sampled_from([1, 2, 4])})}
    STRICTER = [Stricter("Conv2d", "rank", "why we say no where torch goes on", ({}, [(8,)]))]

`Cases.inputs` draws the input shapes; write the sizes small, so that torch runs in milliseconds.
Parameters need no word: legal values and, now and then, one just beyond its bounds are derived from
each `Param`; `values` overrides the legal ones of a parameter (and may hold what the layer
refuses), `whole` draws arguments and inputs together where they depend on each other, and
`examples` are tried always. `pytest tests/nodes/test_layers.py -k Conv2d` runs one layer,
`SKIPWIRE_EXAMPLES=500` before it many more cases of it, other ones each time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import torch
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from nodes.initialisers import INITIALISERS
from nodes.spec import Args, Kind, LayerSpec, Param, Shape, Style

Inputs = Sequence[Shape]
Example = tuple[Mapping[str, Any], Inputs]


@dataclass(frozen=True)
class Cases:
    """What to try of one layer.

    `data` fills an input of a given shape, batch included. `fused` says that the CPU runs it in one
    kernel that FlopCounterMode does not see, so that multiply-adds are counted on meta only.
    `measurable` says of which settings gradients can tell the windows: of none in an embedding,
    which passes none on, nor where statistics of the batch stand in the way.
    """

    inputs: SearchStrategy[Inputs]
    values: Mapping[str, SearchStrategy[Any]] = field(default_factory=dict)
    whole: SearchStrategy[Example] | None = None
    examples: Sequence[Example] = ()
    data: Callable[[Shape], torch.Tensor] = torch.randn
    fused: bool = False
    measurable: Callable[[Args], bool] = lambda a: True


@dataclass(frozen=True)
class Stricter:
    """A case in which torch goes on and this house says no.

    `rule` is that of the LayerError, or the name of the refused parameter; `example` is one such
    case, which is tried, and `when` tells for any other whether it is one.
    """

    layer: str
    rule: str
    why: str
    example: Example
    when: Callable[[Args, Inputs], bool] = lambda a, inputs: True


@dataclass(frozen=True)
class Case:
    """The arguments of a node and its input shapes."""

    values: Mapping[str, Any]
    inputs: Inputs


# --- input shapes ---------------------------------------------------------------------------------

LARGEST = {0: 1, 1: 14, 2: 12, 3: 6}  # the sizes of an image, by the number of its axes


def shape(rank: int, channels: int = 8, largest: int | None = None) -> SearchStrategy[Shape]:
    """Shapes of so many axes; half the time of equal size along all but the first."""
    size = st.integers(1, largest or LARGEST[rank - 1])
    square = size.map(lambda n: (n,) * (rank - 1))
    sizes = square | st.tuples(*[size] * (rank - 1))
    return st.builds(lambda c, rest: (c, *rest), st.integers(1, channels), sizes)


def mostly(*ranks: int, channels: int = 8, largest: int | None = None) -> SearchStrategy[Shape]:
    """Shapes of the right number of axes, and now and then of another."""
    right = st.one_of(*(shape(r, channels, largest) for r in ranks))
    others = [shape(r, channels, largest) for r in (1, 2, 3, 4) if r not in ranks]
    return st.integers(0, 7).flatmap(lambda n: right if n < 7 or not others else st.one_of(others))


def anything() -> SearchStrategy[Shape]:
    """Shapes of one to four axes, each as likely as the others."""
    return mostly(1, 2, 3, 4)


def one(shapes: SearchStrategy[Shape]) -> SearchStrategy[Inputs]:
    """The inputs of a layer that has one."""
    return shapes.map(lambda s: (s,))


@st.composite
def branches(
    draw: st.DrawFn, shapes: SearchStrategy[Shape], least: int = 1, most: int = 4
) -> Inputs:
    """Inputs of one shape; half the time some differ along one axis, seldom in their number."""
    first = draw(shapes)
    count = draw(st.integers(least, most))
    change = draw(st.sampled_from(["none", "none", "axis", "ones", "rank"]))
    axis = draw(st.integers(0, len(first) - 1))
    found = [first]
    for _ in range(count - 1):
        other = list(first)
        if change == "axis":
            other[axis] = draw(st.integers(1, 8))
        elif change == "ones":
            other = [draw(st.sampled_from([n, n, 1])) for n in other]
        elif change == "rank":
            other = list(draw(anything()))
        found.append(tuple(other))
    return tuple(found)


# --- parameters -----------------------------------------------------------------------------------

SMALL_BOUND = 64  # no value beyond a larger maximum is tried: torch would take its time


def legal(param: Param) -> SearchStrategy[Any]:
    """Values that `Param.check` takes, near the lower bound."""
    found = [_legal(param)]
    if param.words:
        found.append(st.sampled_from(param.words))
    if param.optional:
        found.append(st.none())
    return st.one_of(*found)


def _legal(param: Param) -> SearchStrategy[Any]:
    match param.kind:
        case Kind.BOOL:
            return st.booleans()
        case Kind.CHOICE:
            return st.sampled_from(param.choices)
        case Kind.INIT:
            return st.sampled_from(param.choices or tuple(INITIALISERS))
        case Kind.FLOAT:
            low = param.minimum if param.above is None else param.above
            low = -2.0 if low is None else low
            high = low + 4.0 if param.maximum is None else min(param.maximum, low + 4.0)
            ends = [v for v in (param.minimum, param.maximum, param.default) if v is not None]
            some = st.integers(1, 1_000).map(lambda n: low + (high - low) * n / 1_000)
            return st.sampled_from(ends) | some if ends else some
    number = _whole(param)
    match param.kind:
        case Kind.PAIR:
            return number | st.tuples(number, number)
        case Kind.TRIPLE:
            return number | st.tuples(number, number, number)
        case Kind.SHAPE:
            return st.lists(number, min_size=1, max_size=4).map(tuple)
        case Kind.INTS:
            return st.lists(number, min_size=1, max_size=5).map(tuple)
    return number


def _whole(param: Param) -> SearchStrategy[int]:
    low = -3 if param.minimum is None else int(param.minimum)
    if param.above is not None:
        low = int(param.above) + 1
    high = low + 7 if param.maximum is None else min(low + 7, int(param.maximum))
    if param.minimum is not None and param.minimum < 0:
        high = low + 24 if param.maximum is None else min(low + 24, int(param.maximum))
    return st.integers(low, high)


def beyond(param: Param) -> list[Any]:
    """Values just outside the bounds, which `Param.check` refuses."""
    if param.kind in (Kind.BOOL, Kind.CHOICE, Kind.INIT):
        return []
    step = 0.5 if param.kind is Kind.FLOAT else 1
    found: list[Any] = []
    if param.minimum is not None:
        found.append(_as_kind(param, param.minimum - step))
    if param.above is not None:
        found += [_as_kind(param, param.above), _as_kind(param, param.above - step)]
    if param.maximum is not None and param.maximum <= SMALL_BOUND:
        found.append(_as_kind(param, param.maximum + step))
    match param.kind:
        case Kind.PAIR:
            found += [(1, n) for n in found]
        case Kind.TRIPLE:
            found += [(1, n, 1) for n in found]
        case Kind.SHAPE | Kind.INTS:
            found = [(2, n) for n in found]
    return found


def _as_kind(param: Param, number: float) -> float:
    return float(number) if param.kind is Kind.FLOAT else int(number)


@st.composite
def cases(draw: st.DrawFn, spec: LayerSpec, told: Cases) -> Case:
    """Arguments and inputs of a layer; in a few of them one parameter is out of its bounds."""
    if told.whole is not None and draw(st.booleans()):
        values, inputs = draw(told.whole)
        return Case(values, inputs)
    breakable = [p.name for p in spec.params if beyond(p)]
    wrong = draw(st.sampled_from([None, *breakable])) if draw(st.integers(0, 5)) == 5 else None
    found: dict[str, Any] = {}
    for param in spec.params:
        if param.name == wrong:
            found[param.name] = draw(st.sampled_from(beyond(param)))
        elif param.style is Style.POSITIONAL or draw(st.booleans()):
            known = param.name in told.values
            found[param.name] = draw(told.values[param.name] if known else legal(param))
    return Case(found, draw(told.inputs))
