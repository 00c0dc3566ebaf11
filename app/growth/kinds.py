"""What growth has to know of the layers: which keep channels apart, and what their tensors mean."""

from __future__ import annotations

from nodes.spec import Shape, Tensor

# Compute nothing in evaluation.
IDLE = frozenset({
    "Identity", "Dropout", "Dropout1d", "Dropout2d", "Dropout3d", "AlphaDropout", "DropPath",
})  # fmt: skip

# Treat every number by itself.
ELEMENTWISE = IDLE | {
    "ReLU", "ReLU6", "LeakyReLU", "ELU", "SELU", "GELU", "SiLU", "Mish", "Hardswish",
    "Hardsigmoid", "Sigmoid", "Tanh", "ScaledTanh", "Softplus", "Factor",
}  # fmt: skip

# Treat every channel, which is the first axis, by itself and all of them alike.
BY_CHANNEL = frozenset({
    *(f"{kind}{rank}d" for kind in ("MaxPool", "AvgPool", "LPPool", "AdaptiveAvgPool",
                                    "AdaptiveMaxPool") for rank in (1, 2, 3)),
    "GlobalAvgPool", "GlobalMaxPool", "Upsample", "Crop", "CenterCrop", "Pad",
})  # fmt: skip

# Make no zero of a zero.
LIFTING = frozenset({"Sigmoid", "Hardsigmoid", "Softplus", "Pad"})

# Give nothing below zero, or nothing for what gives nothing below zero.
POSITIVE = frozenset({"ReLU", "ReLU6", "Sigmoid", "Hardsigmoid", "Softplus", "Softmax"})
STAYS_POSITIVE = (ELEMENTWISE | BY_CHANNEL | {"Flatten", "Add", "Concat", "Multiply", "Maximum",
                  "Average"}) - {"Mish", "Factor", "Pad"}  # fmt: skip

SUMS = "Add"
MERGES = frozenset({"Add", "Subtract", "Multiply", "Maximum", "Average"})

CONVOLUTIONS = frozenset({"Conv1d", "Conv2d", "Conv3d", "DepthwiseConv2d"})
TRANSPOSED = frozenset({"ConvTranspose1d", "ConvTranspose2d", "ConvTranspose3d"})
BATCH_NORMS = frozenset({"BatchNorm1d", "BatchNorm2d", "BatchNorm3d"})
APART = BATCH_NORMS | {"InstanceNorm1d", "InstanceNorm2d", "InstanceNorm3d"}  # every channel
TOGETHER = frozenset({"LayerNorm", "RMSNorm", "LayerNormChannelsFirst", "GroupNorm"})
SCALES = frozenset({"Scale", "LayerScale", "Subsampling2d"})

# Give zero wherever their weight and bias are zero.
SILENCEABLE = (
    CONVOLUTIONS | TRANSPOSED | APART | TOGETHER | {"Linear", "Scale", "LayerScale"}
)  # fmt: skip

# Arguments that say nothing of what is computed in evaluation, or that show in shapes and windows.
ASIDE = frozenset({
    "out_channels", "out_features", "kernel_size", "stride", "padding", "dilation", "groups",
    "depth_multiplier", "bias", "affine", "inplace", "p", "momentum", "init", "weight_init",
    "bias_init",
})  # fmt: skip

OUT, IN, TAP, SAME = "out", "in", "tap", "same"
OWN = "own"  # the axis of the value that it lies along, told by a number behind it


def roles(kind: str, tensor: Tensor, value: Shape) -> tuple[str, ...] | None:
    """What runs along the axes of a layer's tensor, where `value` is the shape that enters.

    None where nothing is known of them.
    """
    axes = len(tensor.shape)
    name = tensor.name
    if axes == 0:
        return ()
    if kind in CONVOLUTIONS:
        if name == "bias":
            return (OUT,)
        groups = value[0] // tensor.shape[1]
        if groups > 1 and tensor.shape[1] > 1:  # what is in a group would have to stay in it
            return None
        return (OUT, SAME if groups > 1 else IN, *[TAP] * (axes - 2))
    if kind in TRANSPOSED:
        return (OUT,) if name == "bias" else (IN, OUT, *[SAME] * (axes - 2))
    if kind == "Linear":
        return (OUT,) if name == "bias" else (OUT, IN)
    if kind in APART | {"GroupNorm", "LayerNormChannelsFirst"}:
        return (f"{OWN}0",)
    if kind in TOGETHER:
        return tuple(f"{OWN}{len(value) - axes + axis}" for axis in range(axes))
    if kind == "PReLU":
        return (SAME if tensor.shape == (1,) else f"{OWN}0",)
    if kind in SCALES:
        first = len(value) - axes
        return tuple(SAME if n == 1 else f"{OWN}{first + k}" for k, n in enumerate(tensor.shape))
    return None
