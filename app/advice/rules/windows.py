"""Windows: what they cost, and what they never see."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import partial
from math import prod

from app.advice.advise import Finding, Rule, View
from app.advice.changes import New, chained, inserting, setting, told
from app.advice.flow import Flow, Layer
from app.advice.repair import Candidate
from app.advice.rules.words import BATCH_NORM, per_axis, percent, si, written
from nodes.catalogue import CATALOGUE

_WORTH = 0.9  # of the cost: what saves less is not worth a change
_FEW = 1_000  # weights: of fewer there is nothing to save
_NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five"}


def _large(view: View) -> Iterator[Finding]:
    for layer in view.flow.of("Conv2d"):
        a = layer.args
        kernel, stride = per_axis(layer, "kernel_size", 2), per_axis(layer, "stride", 2)
        if a.groups != 1 or per_axis(layer, "dilation", 2) != (1, 1) or not kernel or not stride:
            continue
        k, s, padding = kernel[0], stride[0], _padding(layer, kernel[0])
        if kernel != (k, k) or stride != (s, s) or k < 5 or k % 2 == 0 or padding is None:
            continue
        number = (k - 1) // 2
        weights, macs = _chain_cost(layer, number, padding)
        old = k * k * layer.report.inputs[0][0] * layer.shape[0]
        if old < _FEW or weights > _WORTH * old or macs > _WORTH * layer.report.macs:
            continue
        many = _NUMBERS.get(number, str(number))
        yield Finding(
            layer,
            f"{layer.path}: its window of {k}×{k} takes {si(old)} weights and "
            f"{si(layer.report.macs)} MACs; {many} of 3×3 see {k}×{k} cells as well, with "
            f"{si(weights)} weights and {si(macs)} MACs.",
            candidates=partial(_chain, view.flow, layer, number, padding),
        )


def _padding(layer: Layer, kernel: int) -> int | str | None:
    """What each window of a chain pads; None where a chain cannot do the same."""
    padding = layer.args.padding
    if padding in ("same", "valid"):
        return None if padding == "same" and layer.args.stride != 1 else str(padding)
    each = {0: 0, (0, 0): 0, kernel // 2: 1, (kernel // 2, kernel // 2): 1}
    return each.get(padding)


def _chain_cost(layer: Layer, number: int, padding: int | str) -> tuple[int, int]:
    """Weights and MACs of the chain; its last window takes the stride, so that all see the same."""
    channels, *size = layer.report.inputs[0]
    weights = macs = 0
    for step in range(1, number + 1):
        each = 9 * channels * layer.shape[0]
        size = [n - 2 if padding in (0, "valid") else n for n in size]
        weights += each
        macs += each * (prod(layer.shape[1:]) if step == number else prod(size))
        channels = layer.shape[0]
    return weights, macs


def _chain(flow: Flow, layer: Layer, number: int, padding: int | str) -> Iterator[Candidate]:
    scope, name = layer.definition
    after = flow.after[layer.path]
    normed = next((x.kind for x in after if x.kind.startswith(BATCH_NORM)), "")
    window = {"kernel_size": 3, "padding": padding}
    first = New(
        "Conv2d",
        {
            "out_channels": written(flow, layer, "out_channels"),
            **window,
            "bias": layer.args.bias and not normed,
        },
    )
    news = [first, *([New(normed)] if normed else []), New("ReLU")] * (number - 1)
    (wire,) = flow.network.scope(scope).into(name)
    edit = chained(setting(scope, {name: window}), inserting(scope, wire, *news))
    many = _NUMBERS.get(number, str(number))
    yield Candidate(f"Replace {name} by {many} convolutions of 3×3", edit, 0, len(news) + 1)


def _strided(view: View) -> Iterator[Finding]:
    for layer in view.flow.layers.values():
        axes = len(layer.shape) - 1
        if not hasattr(layer.args, "kernel_size") or not hasattr(layer.args, "stride"):
            continue
        kernel = per_axis(layer, "kernel_size", axes)
        stride = per_axis(layer, "stride", axes)
        dilation = per_axis(layer, "dilation", axes)
        if not kernel or not stride or not dilation or "Transpose" in layer.kind:
            continue
        reach = [d * (k - 1) + 1 for k, d in zip(kernel, dilation, strict=True)]
        if not any(s > r for s, r in zip(stride, reach, strict=True)):
            continue
        if layer.weighted and set(kernel) == {1}:
            continue  # has a rule of its own
        seen = prod(Fraction(min(k, s), s) for k, s in zip(kernel, stride, strict=True))
        yield Finding(
            layer,
            f"{layer.path}: its window of {told(kernel)} moves by {told(stride)}, so that "
            f"{percent(float(1 - seen))} of the cells are in no window.",
            candidates=partial(_fitted, layer),
        )


def _fitted(layer: Layer) -> Iterator[Candidate]:
    (scope, name), kernel, stride = layer.definition, layer.args.kernel_size, layer.args.stride
    says = f"Set the stride of {name} to {told(kernel)}"
    yield Candidate(says, setting(scope, {name: {"stride": kernel}}), 0)
    says = f"Use a window of {told(stride)} in {name}"
    yield Candidate(says, setting(scope, {name: {"kernel_size": stride}}), 0)


def _projections(view: View) -> Iterator[Finding]:
    for layer in view.flow.of("Conv1d", "Conv2d", "Conv3d"):
        axes = len(layer.shape) - 1
        kernel, stride = per_axis(layer, "kernel_size", axes), per_axis(layer, "stride", axes)
        if not kernel or set(kernel) != {1} or not stride or set(stride) == {1}:
            continue
        lost = 1 - Fraction(1, prod(stride))
        yield Finding(
            layer,
            f"{layer.path}: a 1×1 window at stride {stride[0]} reads one cell of {prod(stride)} "
            f"and leaves {percent(float(lost))} of its input unread.",
            harmless=True,
            candidates=partial(_pooled, view.flow, layer, axes),
        )


def _pooled(flow: Flow, layer: Layer, axes: int) -> Iterator[Candidate]:
    """The mean of the cells first, as ResNet-D has it; with stride 1 that does nothing."""
    scope, name = layer.definition
    if (kind := f"AvgPool{axes}d") not in CATALOGUE:
        return
    window = written(flow, layer, "stride")
    pool = New(kind, {"kernel_size": window, "ceil_mode": True})
    (wire,) = flow.network.scope(scope).into(name)
    edit = chained(inserting(scope, wire, pool), setting(scope, {name: {"stride": 1}}))
    yield Candidate(
        f"Take the mean of the cells before {layer.path}, and its stride away", edit, 0, 3
    )


RULES = (
    Rule(
        "large-kernel",
        "Large kernel",
        "Windows of 3×3 one after the other see as much as a large one, with fewer weights and an "
        "activation after each.",
        "Simonyan and Zisserman, Very Deep Convolutional Networks, 2014, section 2.3; Szegedy et "
        "al., Rethinking the Inception Architecture, 2015, section 3.1",
        _large,
    ),
    Rule(
        "stride-over-kernel",
        "Stride larger than the window",
        "Cells between the windows have no part in the result, and no gradient.",
        "Dumoulin and Visin, A guide to convolution arithmetic, 2016",
        _strided,
    ),
    Rule(
        "strided-projection",
        "1×1 convolution with a stride",
        "A 1×1 window that skips cells throws away what the layers before it worked out there. The "
        "mean over the stride, ahead of the convolution, keeps it at no weight.",
        "He, Zhang, Zhang, Zhang, Xie and Li, Bag of Tricks for Image Classification, 2018 "
        "(arXiv:1812.01187), section 4: ResNet-D",
        _projections,
    ),
)
