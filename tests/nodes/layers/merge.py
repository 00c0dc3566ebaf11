"""Where branches meet."""

from __future__ import annotations

from hypothesis import strategies as st

from nodes.spec import Args, Shape
from tests.nodes.layers.activation import BATCH_AXIS, over_batch
from tests.nodes.layers.cases import (
    Cases,
    Inputs,
    Stricter,
    anything,
    branches,
    mostly,
    one,
)


def _ranks_differ(a: Args, inputs: Inputs) -> bool:
    return len({len(shape) for shape in inputs}) > 1


def _of_channels(a: Args) -> bool:
    """Along another axis the window spans the cells of all branches, of which it sees one."""
    return bool(a.dim == 1)


@st.composite
def _matrices(draw: st.DrawFn) -> Inputs:
    """Two stacks of matrices that fit, but for a size now and then."""
    outer, size = draw(st.lists(st.integers(1, 3), max_size=2)), st.integers(1, 5)
    rows, inner, columns = draw(st.tuples(size, size, size))
    left, right = [[draw(st.sampled_from([n, n, n, 1])) for n in outer] for _ in range(2)]
    found = [[*left, rows, inner], [*right, inner, columns]]
    if draw(st.integers(0, 4)) == 0:
        broken = draw(st.sampled_from(found))
        broken[draw(st.integers(0, len(broken) - 1))] = draw(size)
    return tuple(map(tuple, found))


def _pairs(shapes: st.SearchStrategy[Shape]) -> st.SearchStrategy[Inputs]:
    return branches(shapes, least=2, most=2)


RANKS = "where the numbers of axes differ, torch lines the batch up with another axis"
ELEMENTWISE = {"Add": 1, "Subtract": 2, "Multiply": 1, "Maximum": 1, "Average": 1}

CASES = {
    **{
        kind: Cases(_pairs(anything()) if least == 2 else branches(anything()))
        for kind, least in ELEMENTWISE.items()
    },
    "Concat": Cases(branches(anything()), {"dim": st.integers(-5, 5)}, measurable=_of_channels),
    "MatMul": Cases(_matrices() | _pairs(mostly(2, 3, largest=3))),
    "Identity": Cases(one(anything())),
}
STRICTER = [
    *(
        Stricter(kind, f"{kind.lower()}-mismatch", RANKS, ({}, [(2, 4), (4,)]), _ranks_differ)
        for kind in ELEMENTWISE
    ),
    Stricter("Concat", "axis", BATCH_AXIS, ({"dim": 0}, [(4, 8), (4, 8)]), over_batch),
    Stricter(
        "MatMul",
        "matmul-mismatch",
        "torch takes the batch for the rows, or lines it up with another axis",
        ({}, [(3, 2), (2, 2, 2)]),
        lambda a, inputs: _ranks_differ(a, inputs) or len(inputs[0]) == 1,
    ),
]
