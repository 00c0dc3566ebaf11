"""Batch normalisation and what stands around it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from math import gcd, prod

from app.advice.advise import Finding, Rule, View
from app.advice.changes import New, chained, dissolving, inserting, setting
from app.advice.flow import Flow, Layer
from app.advice.mending.axes import becoming
from app.advice.repair import Candidate
from app.advice.rules.words import BATCH_NORM, count
from nodes.catalogue import CATALOGUE
from nodes.network import ROOT

_SUBTRACTS_MEAN = (BATCH_NORM, "InstanceNorm")
_GROUPS = 32


def _bias(view: View) -> Iterator[Finding]:
    for layer in view.flow.layers.values():
        if not layer.weighted or getattr(layer.args, "bias", False) is not True:
            continue
        after = view.flow.after[layer.path]
        if not after or not all(x.kind.startswith(_SUBTRACTS_MEAN) for x in after):
            continue
        if layer.kind == "Linear" and len(layer.shape) > 1:
            continue  # the mean is taken along another axis than the features
        numbers = sum(t.elements for t in layer.report.tensors if t.name.endswith("bias"))
        names = " and ".join(x.path for x in after)
        yield Finding(
            layer,
            f"{layer.path}: its bias of {count(numbers)} numbers has no effect, since {names} "
            "subtracts the mean of every channel.",
            tuple(x.path for x in after),
            candidates=partial(_biasless, layer),
        )


def _biasless(layer: Layer) -> Iterator[Candidate]:
    scope, name = layer.definition
    yield Candidate(f"Leave the bias of {name} out", setting(scope, {name: {"bias": False}}))


def _dropout(view: View) -> Iterator[Finding]:
    for layer in view.flow.of("Dropout", "AlphaDropout"):
        if not getattr(layer.args, "p", 0):
            continue
        norm = _norm_behind(view.flow, layer)
        if norm is None:
            continue
        yield Finding(
            layer,
            f"{layer.path}: in training its noise of p = {layer.args.p:g} raises the variance that "
            f"{norm.path} measures; in evaluation there is none, and the measured variance is too "
            "large.",
            (norm.path,),
            candidates=partial(_without, view.flow, layer),
        )


def _norm_behind(flow: Flow, layer: Layer) -> Layer | None:
    waiting, seen = [layer], {layer.path}
    while waiting:
        for after in flow.after[waiting.pop(0).path]:
            if after.kind.startswith(BATCH_NORM):
                return after
            if after.path not in seen:
                seen.add(after.path)
                waiting.append(after)
    return None


def _without(flow: Flow, layer: Layer) -> Iterator[Candidate]:
    scope, name = layer.definition
    gone = dissolving(scope, name)
    node = flow.network.scope(scope).by_name[name]
    last = next((x for x in reversed(flow.layers.values()) if x.weighted), None)
    if last is not None and last.report.scope == ROOT == scope:
        (wire, *_) = flow.network.graph.into(last.report.name)
        moved = chained(inserting(ROOT, wire, New(node.kind, node.args)), gone)
        yield Candidate(f"Move {name} to before {last.path}, the last layer", moved, 0, 2)
    yield Candidate(f"Remove {name}", gone, 1)


def _one_sample(view: View) -> Iterator[Finding]:
    if view.batch_size != 1:
        return
    for layer in view.flow.of(BATCH_NORM):
        cells = prod(layer.shape[1:])
        says = (
            "torch refuses to train it with one number a channel."
            if cells == 1
            else f"mean and variance come from the {count(cells)} cells of one sample, and differ "
            "from the running ones that evaluation uses."
        )
        yield Finding(
            layer,
            f"{layer.path}: the batch size is 1, and {says}",
            candidates=partial(_other_norms, layer),
        )


def _other_norms(layer: Layer) -> Iterator[Candidate]:
    scope, name = layer.definition
    if "GroupNorm" in CATALOGUE:
        groups = gcd(_GROUPS, layer.shape[0])
        params = {p.name for p in CATALOGUE["GroupNorm"].params}
        edit = becoming(scope, name, "GroupNorm")
        if "num_groups" in params:
            edit = chained(edit, setting(scope, {name: {"num_groups": groups}}))
        yield Candidate(f"Make {name} a group normalisation of {groups} groups", edit, 0)
    if (kind := layer.kind.replace("Batch", "Instance")) in CATALOGUE:
        yield Candidate(f"Make {name} an {kind}", becoming(scope, name, kind), 1)


RULES = (
    Rule(
        "bias-before-norm",
        "Bias before batch normalisation",
        "The normalisation subtracts the mean of every channel, and the bias with it; its own "
        "shift takes the bias's place. The bias costs memory and never learns.",
        "Ioffe and Szegedy, Batch Normalization, 2015, section 3.2",
        _bias,
    ),
    Rule(
        "dropout-before-norm",
        "Dropout before batch normalisation",
        "Dropout changes the variance between training and evaluation, and the running variance of "
        "every normalisation behind it is that of training. Dropout behind the last one is safe.",
        "Li, Chen, Hu and Yang, Understanding the Disharmony between Dropout and Batch "
        "Normalization by Variance Shift, 2018 (arXiv:1801.05134)",
        _dropout,
    ),
    Rule(
        "norm-one-sample",
        "Batch normalisation at batch size 1",
        "The statistics of a batch of one are those of the sample itself. Normalisation over "
        "groups of channels does not depend on the batch.",
        "Wu and He, Group Normalization, 2018 (arXiv:1803.08494)",
        _one_sample,
    ),
)
