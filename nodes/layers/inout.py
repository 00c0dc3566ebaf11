"""Where data enters and leaves a network or a block."""

from __future__ import annotations

from collections.abc import Sequence

from nodes.shapes import single
from nodes.spec import Args, Facts, Kind, LayerSpec, Param, Shape


def _input(a: Args, inputs: Sequence[Shape]) -> Facts:
    return Facts(outputs=(a.shape,))


def _output(a: Args, inputs: Sequence[Shape]) -> Facts:
    return Facts(outputs=(single(inputs),), view=True)


INPUT = LayerSpec(
    id="Input",
    family="Input and output",
    summary="Where the data enters",
    help=(
        "The shape of one sample, without the batch: (channels, height, width).\n\n"
        "Inside a block the shape comes from the wire into the block, and this one is not used."
    ),
    params=(Param("shape", Kind.SHAPE, (3, 32, 32), "Channels, height and width", 1, 1_000_000),),
    inputs=(),
    infer=_input,
)

OUTPUT = LayerSpec(
    id="Output",
    family="Input and output",
    summary="What the network returns",
    help=(
        "Marks the value that the network returns. A classifier ends in its logits, one number a "
        "class: the cross-entropy loss applies the softmax itself."
    ),
    infer=_output,
)

LAYERS = (INPUT, OUTPUT)
