"""Where a non-linearity is missing, and where one is too many."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import partial

from app.advice.advise import Finding, Rule, View
from app.advice.changes import New, dissolving, inserting_after
from app.advice.flow import Flow, Layer
from app.advice.repair import Candidate
from app.advice.rules.words import BATCH_NORM, SEEN_THROUGH
from nodes.network import Endpoint


def _softmax(view: View) -> Iterator[Finding]:
    for layer in view.flow.of("Softmax", "LogSoftmax"):
        if not _returned(view.flow, layer):
            continue
        classes = layer.shape[(layer.args.dim - 1) if layer.args.dim > 0 else layer.args.dim]
        floor = math.log(math.e + classes - 1) - 1
        says = (
            f"the loss applies a second one, and cannot fall below {floor:.3f} with {classes} "
            "classes, however sure the network is."
            if layer.kind == "Softmax"
            else "the loss applies another, to which it makes no difference."
        )
        yield Finding(
            layer,
            f"{layer.path}: {says}",
            candidates=partial(_removed, layer),
        )


def _removed(layer: Layer) -> Iterator[Candidate]:
    scope, name = layer.definition
    yield Candidate(f"Remove {name}", dissolving(scope, name))


def _returned(flow: Flow, layer: Layer) -> bool:
    """Whether the network returns a layer's value as it is."""
    waiting = [layer]
    while waiting:
        for after in flow.after[waiting.pop().path]:
            if after.kind == "Output":
                return True
            if after.kind.startswith(SEEN_THROUGH):
                waiting.append(after)
    return False


def _nothing_between(view: View) -> Iterator[Finding]:
    for layer in view.flow.layers.values():
        if layer.weighted:
            for after, normed in _next_weighted(view.flow, layer):
                if _separable(layer, after) or (normed and _narrow(layer, after)):
                    continue
                yield Finding(
                    layer,
                    f"{layer.path} and {after.path} follow each other with no activation between "
                    "them: together they can do no more than one layer could.",
                    (after.path,),
                    candidates=partial(_activated, layer),
                )
                break


def _activated(layer: Layer) -> Iterator[Candidate]:
    scope, name = layer.definition
    output = Endpoint(name, next(iter(layer.report.outputs)))
    yield Candidate(f"Insert a ReLU after {name}", inserting_after(scope, output, New("ReLU")))


def _next_weighted(flow: Flow, layer: Layer) -> Iterator[tuple[Layer, bool]]:
    """The weighted layers that take a layer's value unbent, and whether a normalisation did."""
    waiting = [(layer, False)]
    while waiting:
        here, normed = waiting.pop()
        for after in flow.after[here.path]:
            if after.weighted:
                yield after, normed
            elif after.kind.startswith(BATCH_NORM):
                waiting.append((after, True))
            elif after.kind.startswith(SEEN_THROUGH):
                waiting.append((after, normed))


def _separable(one: Layer, two: Layer) -> bool:
    """A depthwise convolution and the 1×1 that mixes its maps, in either order."""
    return _depthwise(one) != _depthwise(two)


def _depthwise(layer: Layer) -> bool:
    groups = getattr(layer.args, "groups", 1)
    if layer.kind.startswith("Depthwise"):
        return True
    return isinstance(groups, int) and groups > 1 and groups == layer.report.inputs[0][0]


def _narrow(one: Layer, two: Layer) -> bool:
    """A linear bottleneck between two wider layers, which is meant to be one."""
    middle = one.shape[0]
    return middle < one.report.inputs[0][0] and middle < two.shape[0]


RULES = (
    Rule(
        "softmax-before-loss",
        "Softmax before the loss",
        "Training uses the cross-entropy loss, which takes logits and applies the softmax itself, "
        "in a way that keeps its precision.",
        "torch.nn.CrossEntropyLoss; Goodfellow, Bengio and Courville, Deep Learning, 2016, "
        "section 6.2.2.3",
        _softmax,
    ),
    Rule(
        "nothing-between",
        "Two layers with nothing between",
        "A linear map of a linear map is a linear map: without an activation between them, two "
        "layers have the cost of two and the reach of one.",
        "Goodfellow, Bengio and Courville, Deep Learning, 2016, section 6.1; the exceptions are "
        "separable convolutions (Chollet, 2016) and linear bottlenecks (Sandler et al., 2018)",
        _nothing_between,
    ),
)
