"""Normalisation."""

from __future__ import annotations

from hypothesis import strategies as st

from nodes.spec import Args
from tests.nodes.layers.activation import MORE_THAN_ONE
from tests.nodes.layers.cases import Cases, Stricter, anything, mostly, one

EPS = "torch also takes what is no small positive number, and may divide by zero"
MOMENTUM = "torch does not look at it; a share is from 0 to 1"
NO_BATCH = "torch takes it for one sample without a batch, and the batch for its channels"
EXPONENT = "torch takes any number; these make of a division by the neighbours something else"

_SHAPES = {1: (3, 4), 2: (3, 4, 4), 3: (3, 4, 4, 4)}
_BATCH = [f"BatchNorm{n}d" for n in (1, 2, 3)]
_INSTANCE = [f"InstanceNorm{n}d" for n in (1, 2, 3)]


def _own_statistics(a: Args) -> bool:
    """Whether evaluation uses the running ones, so that no sample sees another."""
    return bool(a.track_running_stats)


CASES = {
    **{
        f"BatchNorm{n}d": Cases(
            one(mostly(1, 2) if n == 1 else mostly(n + 1)),
            {"momentum": st.floats(0, 1)},  # None asks a counter for its value: not on meta
            measurable=_own_statistics,
        )
        for n in (1, 2, 3)
    },
    **{f"InstanceNorm{n}d": Cases(one(mostly(n + 1))) for n in (1, 2, 3)},
    "GroupNorm": Cases(one(anything()), {"num_groups": st.sampled_from([1, 1, 2, 3, 4])}),
    "LocalResponseNorm": Cases(
        one(mostly(2, 3, 4)), {"beta": st.floats(0, 2), "k": st.floats(0.5, 4)}
    ),
    "LayerNorm": Cases(one(MORE_THAN_ONE)),
    "LayerNormChannelsFirst": Cases(one(MORE_THAN_ONE)),
    "RMSNorm": Cases(one(MORE_THAN_ONE)),
}
STRICTER = [
    *(
        Stricter(kind, "eps", EPS, ({"eps": 1.5}, [_SHAPES[int(kind[-2])]]))
        for kind in (*_BATCH, *_INSTANCE)
    ),
    *(
        Stricter(kind, "momentum", MOMENTUM, ({"momentum": 1.5}, [_SHAPES[int(kind[-2])]]))
        for kind in (*_BATCH, *_INSTANCE)
    ),
    *(
        Stricter(kind, "eps", EPS, ({"eps": 1.5, "num_groups": 1} if kind == "GroupNorm" else
                                    {"eps": 1.5}, [(3, 4)]))
        for kind in ("GroupNorm", "LayerNorm", "LayerNormChannelsFirst", "RMSNorm")
    ),
    *(
        Stricter(kind, "rank", NO_BATCH, ({}, [_SHAPES[int(kind[-2])][:-1]]))
        for kind in _INSTANCE
    ),
    *(
        Stricter("LocalResponseNorm", name, EXPONENT, ({name: value, "size": 3}, [(3, 4)]))
        for name, value in (("alpha", -0.5), ("beta", -0.5), ("k", 0.0))
    ),
    *(
        Stricter(
            kind,
            "axis",
            "there are no more axes to normalise than the wire has",
            ({"axes": 3}, [(3, 4)]),
        )
        for kind in ("LayerNorm", "RMSNorm")
    ),
    *(
        Stricter(kind, "axes", "over no axis there is nothing to do", ({"axes": 0}, [(3, 4)]))
        for kind in ("LayerNorm", "RMSNorm")
    ),
]  # fmt: skip
