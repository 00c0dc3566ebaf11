"""The layers, one file a family, in palette order."""

from __future__ import annotations

from nodes.layers import (
    activation,
    adaptive,
    attention,
    convolution,
    crop,
    distance,
    embedding,
    inout,
    layernorm,
    linear,
    merge,
    normalization,
    pad,
    pooling,
    recurrent,
    regularization,
    resampling,
    reshape,
    scale,
    slicing,
    subsampling,
    transposed,
)
from nodes.spec import LayerSpec

FAMILIES: tuple[tuple[LayerSpec, ...], ...] = (
    inout.LAYERS,
    convolution.LAYERS,
    transposed.LAYERS,
    resampling.LAYERS,
    pooling.LAYERS,
    adaptive.LAYERS,
    subsampling.LAYERS,
    normalization.LAYERS,
    layernorm.LAYERS,
    activation.LAYERS,
    regularization.LAYERS,
    linear.LAYERS,
    scale.LAYERS,
    distance.LAYERS,
    embedding.LAYERS,
    recurrent.LAYERS,
    attention.LAYERS,
    reshape.LAYERS,
    slicing.LAYERS,
    crop.LAYERS,
    pad.LAYERS,
    merge.LAYERS,
)
