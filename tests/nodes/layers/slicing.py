"""Parts of an input, one or several."""

from __future__ import annotations

from hypothesis import strategies as st

from nodes.spec import Args
from tests.nodes.layers.activation import BATCH_AXIS, over_batch
from tests.nodes.layers.cases import Cases, Example, Inputs, Stricter, anything, one

DIM = st.integers(-5, 5)
PLACE = st.integers(-9, 9)
AMOUNTS = st.lists(st.integers(0, 3), min_size=1, max_size=8).map(tuple)


@st.composite
def _splits(draw: st.DrawFn) -> Example:
    shape = list(draw(anything()))
    sizes = tuple(draw(st.lists(st.integers(1, 5), min_size=1, max_size=4)))
    at = draw(st.integers(0, len(shape) - 1))
    shape[at] = sum(sizes)
    dim = at + 1 if draw(st.booleans()) else at - len(shape)
    return {"sizes": sizes, "dim": dim}, (tuple(shape),)


def _of_channels(a: Args) -> bool:
    """Along another axis the window spans the cells of all the parts, of which each sees one."""
    return bool(a.dim == 1)


def _over_batch_in_crop(a: Args, inputs: Inputs) -> bool:
    return len(a.amounts) % 2 == 1 or len(a.amounts) // 2 > len(inputs[0])


CASES = {
    "Slice": Cases(
        one(anything()),
        {"dim": DIM, "start": PLACE, "stop": PLACE | st.none(), "step": st.integers(1, 4)},
    ),
    "Split": Cases(one(anything()), {"dim": DIM}, whole=_splits(), measurable=_of_channels),
    "Chunk": Cases(
        one(anything()), {"dim": DIM, "chunks": st.integers(1, 6)}, measurable=_of_channels
    ),
    "Crop": Cases(one(anything()), {"amounts": AMOUNTS}),
    "CenterCrop": Cases(one(anything())),
}
EMPTY = "what is left holds no data"
FAR = "no axis is so long"
STRICTER = [
    *(
        Stricter(kind, "axis", BATCH_AXIS, (args, [(4, 3)]), over_batch)
        for kind, args in (
            ("Slice", {"dim": 0}),
            ("Split", {"dim": 0, "sizes": (1, 1)}),
            ("Chunk", {"dim": 0, "chunks": 2}),
        )
    ),
    Stricter("Slice", "empty", EMPTY, ({"start": 3, "stop": 2}, [(4, 3)])),
    Stricter("Split", "sizes", EMPTY, ({"sizes": (4, 0)}, [(4, 3)]), lambda a, _: 0 in a.sizes),
    Stricter(
        "Chunk",
        "chunks",
        "torch gives fewer parts than asked for, and a node has the outputs that it shows",
        ({"chunks": 4}, [(5, 3)]),
    ),
    Stricter("Slice", "start", FAR, ({"start": -2_000_000}, [(4, 3)])),
    Stricter("Slice", "stop", FAR, ({"stop": 2_000_000}, [(4, 3)])),
    Stricter("Slice", "step", FAR, ({"step": 2_000_000}, [(4, 3)])),
    Stricter(
        "Crop", "amounts", "to add cells is what Pad is for", ({"amounts": (-1, 2)}, [(4, 3)])
    ),
    Stricter("CenterCrop", "size", EMPTY, ({"size": (0,)}, [(4, 3)]), lambda a, _: 0 in a.size),
    Stricter(
        "CenterCrop",
        "sides",
        BATCH_AXIS,
        ({"size": (1, 1)}, [(4,)]),
        lambda a, inputs: len(a.size) > len(inputs[0]),
    ),
    Stricter("Crop", "empty", EMPTY, ({"amounts": (2, 2)}, [(4, 3)])),
    Stricter("Crop", "sides", BATCH_AXIS, ({"amounts": (0, 0, 0, 0)}, [(4,)]), _over_batch_in_crop),
]
