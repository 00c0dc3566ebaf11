"""The layers, one file a family, in palette order."""

from __future__ import annotations

from nodes.layers import (
    activation,
    convolution,
    inout,
    linear,
    merge,
    normalization,
    pooling,
    regularization,
)
from nodes.spec import LayerSpec

FAMILIES: tuple[tuple[LayerSpec, ...], ...] = (
    inout.LAYERS,
    convolution.LAYERS,
    pooling.LAYERS,
    normalization.LAYERS,
    activation.LAYERS,
    regularization.LAYERS,
    linear.LAYERS,
    merge.LAYERS,
)
