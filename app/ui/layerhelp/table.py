"""Which picture every layer has: a table from its id, and one for those that are not in it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from app.ui.language import tr
from app.ui.layerhelp import rearranging, sliding
from app.ui.layerhelp.elements import Bars, Combined, Curve, Dropped, Product, Scaled
from app.ui.layerhelp.figures import CURVES, normalised, responses
from app.ui.layerhelp.picture import Picture
from app.ui.layerhelp.sequences import Attended, Lookup, Unrolled, Waves
from app.ui.layerhelp.solid import Normalised
from app.ui.layerhelp.units import Connected, End, General
from nodes.errors import LayerError, ParameterError
from nodes.shapes import text
from nodes.spec import Args, LayerSpec, Shape

Inputs = Sequence[Shape]
Maker = Callable[[LayerSpec, Args, Inputs], Picture]

_SAMPLE = (1.0, 3.0, 5.0, 7.0)
_STRONG = (20.0, 60.0, 40.0, 90.0)  # what a local response normalisation acts on
_AXES = {1: ("C",), 2: ("C", "L"), 3: ("C", "H", "W"), 4: ("C", "D", "H", "W")}
_ALPHA = -1.7580993408473766  # where SELU ends on the left


def picture_of(
    spec: LayerSpec, args: Mapping[str, object] | None = None, inputs: Inputs = ()
) -> Picture:
    """What a layer with these arguments does to inputs of these shapes, as far as both are known.

    Where it cannot work so, the picture is that of the layer as it comes from the palette.
    """
    maker = TABLE.get(spec.id, _general)
    try:
        resolved = spec.resolve(args or {})
        if inputs:
            spec.infer(resolved, inputs)
    except (ParameterError, LayerError):
        resolved, inputs = spec.resolve({}), ()
    return maker(spec, resolved, inputs)


def _general(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    entering = tuple(text(s) for s in inputs) or tuple(p.name for p in spec.inputs)
    return General(spec.id, entering, spec.output_names(vars(a)), tr(spec.summary))


# --- ends -----------------------------------------------------------------------------------------


def _input(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    return End(True, text(a.shape), tr("a batch of samples, each of this shape"))


def _output(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    note = tr("counts {weight} times in the loss", weight=f"{a.loss_weight:g}")
    if a.auxiliary:
        note = tr("in training only: {what}", what=note)
    return End(False, tr("loss"), note)


# --- element by element ---------------------------------------------------------------------------


def _curve(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    shown = {k: v for k, v in vars(a).items() if k not in ("inplace", "per_channel")}
    return Curve(spec.id, tuple(shown.items()), 8.0 if spec.id == "ReLU6" else 4.0)


def _bars(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    return Bars(spec.id == "LogSoftmax", tr("along axis {axis}", axis=a.dim))


def _dropped(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    scale = 1 / (1 - a.p) if a.p < 1 else 1.0
    if spec.id == "AlphaDropout":
        keep = 1 - a.p
        scale = 1 / math.sqrt(keep * (1 + a.p * _ALPHA**2)) if a.p < 1 else 1.0
        shift = -scale * _ALPHA * a.p
        note = tr("elements become −1.76; mean and variance are kept")
        return Dropped("cell", a.p, note, _ALPHA, scale, shift)
    if spec.id == "DropPath":
        return Dropped("sample", a.p, tr("whole samples become 0"), scale=scale)
    if spec.id == "Dropout":
        return Dropped("cell", a.p, tr("single elements become 0"), scale=scale)
    return Dropped("channel", a.p, _whole_channels(spec), scale=scale)


def _whole_channels(spec: LayerSpec) -> str:
    return {
        "Dropout1d": tr("whole channels of a sequence become 0"),
        "Dropout2d": tr("whole maps of an image become 0"),
        "Dropout3d": tr("whole maps of a volume become 0"),
    }[spec.id]


def _scaled(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    if spec.id == "Factor":
        return Scaled("all", (f"{a.factor:g}",), (a.factor,), tr("nothing is learned"))
    each = {"each channel": "channel", "each feature": "feature"}.get(a.coefficient, "all")
    many = {"channel": 3, "feature": 4, "all": 1}[each]
    names = tuple("abcd"[:many])
    note = tr("learned, beginning at {value}", value=f"{a.init:g}")
    if getattr(a, "bias", False):
        note = tr("{what}, and a bias", what=note)
    return Scaled(each, names, None, note)


# --- normalisation --------------------------------------------------------------------------------

_CENTRED = "(x − E[x]) / √Var[x]"


def _cells(axes: Sequence[str]) -> str:
    return "·".join(axes) or "1"


def _over_channels(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    """The block has channels across, places down, and samples into the depth."""
    rank = len(inputs[0]) if inputs else _rank(spec)
    places = _AXES[min(max(rank, 1), 4)][1:]
    across, down, deep = 6 if spec.id == "LocalResponseNorm" else 4, 4 if places else 1, 3
    whole, near, last = (0, down), (0, 1), (across - 1, across)
    says, after = (
        _CENTRED,
        tuple(normalised(_SAMPLE, a.eps if hasattr(a, "eps") else 0, centred=True)),
    )
    before = _SAMPLE
    if spec.id.startswith("BatchNorm"):
        together = (last, whole, (0, deep))
        note = tr("one channel over all samples and places")
    elif spec.id.startswith("InstanceNorm"):
        together, note = (last, whole, near), tr("one channel of one sample")
    elif spec.id == "GroupNorm":
        channels = inputs[0][0] if inputs else 0
        per = 1 if a.num_groups == channels else 4 if a.num_groups == 1 else 2
        together = ((across - per, across), whole, near)
        note = tr("one of {groups} groups of channels, of one sample", groups=a.num_groups)
    elif spec.id == "LayerNormChannelsFirst":
        together, note = ((0, across), near, near), tr("all channels of one place")
    else:
        size = min(a.size, across - 1)
        together = ((across - size, across), near, near)
        note = tr("{size} neighbouring channels at one place", size=a.size)
        before, says = _STRONG, tr("damped by what is around")
        after = tuple(responses(before, a.size, a.alpha, a.beta, a.k))
    return Normalised(("C", _cells(places), "N"), (across, down, deep), together, before, after,
                      says, note)  # fmt: skip


def _rank(spec: LayerSpec) -> int:
    return sliding.rank_of(spec) + 1 if spec.id.endswith("d") else 3


def _over_last(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    """The block has the last axes across, the others down, and samples into the depth."""
    rank = len(inputs[0]) if inputs else max(2, a.axes)
    names = ("L", "F")[2 - rank :] if rank < 3 else _AXES[min(rank, 4)]
    many = min(a.axes, len(names))
    others, last = names[: len(names) - many], names[len(names) - many :]
    centred = spec.id == "LayerNorm"
    after = tuple(normalised(_SAMPLE, a.eps or 0.0, centred=centred))
    says = _CENTRED if centred else "x / √E[x²]"
    axes = (_cells(last), _cells(others), "N")
    note = tr("the last axis of one place") if others else tr("one whole sample")
    return Normalised(axes, (4, 4 if others else 1, 3), ((0, 4), (0, 1), (0, 1)), _SAMPLE, after,
                      says, note)  # fmt: skip


# --- linear, sequences ----------------------------------------------------------------------------


def _linear(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    entering = str(inputs[0][-1]) if inputs and inputs[0] else tr("inputs")
    distances = spec.id == "RBF"
    note = tr("the smallest distance wins") if distances else tr("every output sees every input")
    return Connected(distances, getattr(a, "bias", False), entering, str(a.out_features), note)


def _embedding(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    table = (str(a.num_embeddings), str(a.embedding_dim))
    return Lookup(table, tr("every index picks its row of the table"), a.padding_idx)


def _waves(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    learned = a.encoding == "learned"
    note = (
        tr("a learned vector for every step") if learned else tr("sines, slower from left to right")
    )
    return Waves(learned, a.base, note)


def _unrolled(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    lstm = spec.id == "LSTM"
    last = a.output != "all steps"
    note = tr("the state after the last step") if last else tr("the state after every step")
    gates = ("i", "f", "g", "o") if lstm else ("r", "z", "n")
    return Unrolled(gates, lstm, a.num_layers, a.bidirectional, last, note)


def _attended(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    return Attended(a.num_heads, tr("softmax(q · kᵀ / √d) · v, in {n} heads", n=a.num_heads))


# --- merging --------------------------------------------------------------------------------------


def _combined(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    many = min(max(len(inputs), 2), 3)
    shapes = [(3, 3) if many == 2 else (3, 2)] * many
    note = tr("cell by cell")
    if len({*map(tuple, inputs)}) > 1:
        shapes[-1] = (1, 1) if all(n == 1 for n in inputs[-1][1:]) else (1, shapes[0][1])
        note = tr("cell by cell; the smaller is repeated")
    return Combined(spec.id, tuple(shapes), note)


def _product(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    return Product(tr("a row of the left times a column of the right"))


def _ranks(stem: str, maker: Maker) -> dict[str, Maker]:
    return {f"{stem}{rank}d": maker for rank in (1, 2, 3)}


TABLE: Mapping[str, Maker] = {
    "Input": _input,
    "Output": _output,
    **_ranks("Conv", sliding.convolution),
    "DepthwiseConv2d": sliding.convolution,
    "FixedConv2d": sliding.convolution,
    **_ranks("ConvTranspose", sliding.transposed),
    "Upsample": sliding.upsampling,
    "PixelShuffle": rearranging.pixel_shuffle,
    "PixelUnshuffle": rearranging.pixel_unshuffle,
    **_ranks("MaxPool", sliding.pooling),
    **_ranks("AvgPool", sliding.pooling),
    **_ranks("LPPool", sliding.pooling),
    "Subsampling2d": sliding.pooling,
    **_ranks("AdaptiveAvgPool", sliding.adaptive),
    **_ranks("AdaptiveMaxPool", sliding.adaptive),
    "GlobalAvgPool": sliding.globally,
    "GlobalMaxPool": sliding.globally,
    **_ranks("BatchNorm", _over_channels),
    **_ranks("InstanceNorm", _over_channels),
    "GroupNorm": _over_channels,
    "LocalResponseNorm": _over_channels,
    "LayerNormChannelsFirst": _over_channels,
    "LayerNorm": _over_last,
    "RMSNorm": _over_last,
    **dict.fromkeys(CURVES, _curve),
    "Softmax": _bars,
    "LogSoftmax": _bars,
    "Dropout": _dropped,
    **_ranks("Dropout", _dropped),
    "AlphaDropout": _dropped,
    "DropPath": _dropped,
    "Linear": _linear,
    "RBF": _linear,
    "Scale": _scaled,
    "LayerScale": _scaled,
    "Factor": _scaled,
    "Embedding": _embedding,
    "PositionalEncoding": _waves,
    "LSTM": _unrolled,
    "GRU": _unrolled,
    "MultiheadAttention": _attended,
    "Flatten": rearranging.flatten,
    "Reshape": rearranging.reshape,
    "Unflatten": rearranging.unflatten,
    "Permute": rearranging.permute,
    "ChannelShuffle": rearranging.channel_shuffle,
    "Slice": rearranging.slicing,
    "Split": rearranging.split,
    "Chunk": rearranging.chunk,
    "Crop": rearranging.crop,
    "CenterCrop": rearranging.center_crop,
    "Pad": rearranging.pad,
    "ZeroPadChannels": rearranging.zero_pad_channels,
    "Add": _combined,
    "Subtract": _combined,
    "Multiply": _combined,
    "Maximum": _combined,
    "Average": _combined,
    "Concat": rearranging.concat,
    "MatMul": _product,
    "Identity": rearranging.identity,
}
