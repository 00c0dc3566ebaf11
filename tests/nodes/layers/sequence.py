"""Sequences: embedding, positions, recurrent layers and attention."""

from __future__ import annotations

import torch
from hypothesis import strategies as st

from tests.nodes.layers.cases import Cases, Inputs, Stricter, anything, mostly, one


@st.composite
def _attention(draw: st.DrawFn) -> Inputs:
    """Query, key and value: mostly of one width, and as many values as keys."""
    size = st.integers(1, 6)
    asked, steps, width = draw(size), draw(size), draw(st.sampled_from([2, 4, 6, 8]))
    key = draw(st.just(width) | size)
    value = draw(st.just(width) | size)
    values = draw(st.sampled_from([steps] * 7 + [steps + 1]))
    found = (asked, width), (steps, key), (values, value)
    return found if draw(st.integers(0, 9)) else (*found[:2], draw(anything()))


CASES = {
    "Embedding": Cases(one(anything()), data=torch.zeros, measurable=lambda a: False),
    "PositionalEncoding": Cases(one(mostly(2))),
    "LSTM": Cases(
        one(mostly(2)),
        {"hidden_size": st.integers(1, 6), "num_layers": st.integers(1, 3)},
        fused=True,
    ),
    "GRU": Cases(
        one(mostly(2)),
        {"hidden_size": st.integers(1, 6), "num_layers": st.integers(1, 3)},
    ),
    "MultiheadAttention": Cases(
        _attention(), {"num_heads": st.sampled_from([1, 1, 2, 2, 4, 3])}, fused=True
    ),
}
STRICTER = [
    Stricter(
        "Embedding",
        "embedding_dim",
        "a vector of no length says nothing",
        ({"num_embeddings": 3, "embedding_dim": 0}, [(4,)]),
    ),
    *(
        Stricter(
            "Embedding",
            name,
            "torch takes any number, and shortens vectors to none or turns them around",
            ({"num_embeddings": 3, "embedding_dim": 2, name: 0.0}, [(4,)]),
        )
        for name in ("max_norm", "norm_type")
    ),
    *(
        Stricter(
            kind,
            "dropout",
            "a single layer has none, and the code does not say it",
            ({"hidden_size": 2, "dropout": 1.5}, [(4, 6)]),
            lambda a, inputs: a.num_layers == 1,
        )
        for kind in ("LSTM", "GRU")
    ),
    Stricter(
        "PositionalEncoding",
        "base",
        "the class makes numbers of it that are not finite",
        ({"base": 0.0}, [(4, 6)]),
    ),
    Stricter(
        "PositionalEncoding",
        "rank",
        "torch would add the same to every channel, where the axes happen to fit",
        ({}, [(4, 4, 4)]),
        lambda a, inputs: len(inputs[0]) != 2,
    ),
]
