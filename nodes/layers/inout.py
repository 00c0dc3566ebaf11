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
        "class: the cross-entropy loss applies the softmax itself.\n\n"
        "A network with several is trained on the sum of their losses, each times its weight. An "
        "auxiliary one is left out at inference, with all that only it needs.\n\n"
        "Source: the auxiliary classifiers of Szegedy et al., Going Deeper with Convolutions, "
        "2014, with a weight of 0.3."
    ),
    params=(
        Param("loss_weight", Kind.FLOAT, 1.0, "Times its loss, in the sum that is trained", 0),
        Param("auxiliary", Kind.BOOL, False, "For training only, and left out at inference"),
    ),
    infer=_output,
)

LAYERS = (INPUT, OUTPUT)
