"""How information and gradients get through a deep network."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from math import prod

from app.advice.advise import Finding, Rule, View
from app.advice.changes import Edit, New, chained, inserting_after, setting
from app.advice.flow import Flow, Layer
from app.advice.repair import Candidate
from app.advice.rules.words import percent, si
from nodes.network import Endpoint, Network, Wire, edits

MOST_IN_A_ROW = 10
_LOST = 8  # a representation this many times smaller has lost most of what there was
_WIDENS = 2
_LENGTHS = (2, 3, 1)  # weighted layers that a new shortcut leads around, best first


def _in_a_row(view: View) -> Iterator[Finding]:
    for run in _runs(view.flow):
        weighted = [x for x in run if x.weighted]
        if len(weighted) > MOST_IN_A_ROW:
            yield Finding(
                weighted[0],
                f"{len(weighted)} layers with weights follow each other from {weighted[0].path} to "
                f"{weighted[-1].path} with no shortcut around any of them.",
                tuple(x.path for x in weighted[1:]),
                candidates=partial(_shortcuts, run),
            )


def _runs(flow: Flow) -> Iterator[list[Layer]]:
    """The plain chains of layers, each as long as it goes."""
    run: list[Layer] = []
    for layer in flow.layers.values():
        if run and (
            layer.sources[:1] != ((run[-1].path, next(iter(run[-1].report.outputs))),)
            or len(layer.sources) != 1
            or len(flow.after[run[-1].path]) != 1
        ):
            yield run
            run = []
        run.append(layer)
    if run:
        yield run


def _shortcuts(run: list[Layer]) -> Iterator[Candidate]:
    """Sums around the layers that keep the shape, as many as there is room for."""
    prefix = run[0].path.rpartition(".")[0]
    here = [x for x in run if x.path.rpartition(".")[0] == prefix]
    steps: list[Edit] = []
    at = 1
    while at < len(here):
        segment = next((s for n in _LENGTHS if (s := _segment(here, at, n))), None)
        if segment is None:
            at += 1
            continue
        begin, end = here[at - 1], here[segment]
        steps.append(_shortcut(begin, end))
        at = segment + 1
    if steps:
        says = f"Add {len(steps)} shortcuts around layers that keep the shape"
        yield Candidate(says, chained(*steps), 0, 2 * len(steps))


def _segment(run: list[Layer], at: int, weighted: int) -> int | None:
    """Where so many weighted layers from `at` on end, if they keep the shape they receive."""
    if not run[at].weighted:
        return None
    left = weighted
    for place in range(at, len(run)):
        left -= run[place].weighted
        if left == 0:
            if place + 1 < len(run) and "Norm" in run[place + 1].kind:
                place += 1
            fits = run[place].shape == run[at - 1].shape and place + 1 < len(run)
            return place if fits else None
    return None


def _shortcut(begin: Layer, end: Layer) -> Edit:
    scope = begin.report.scope
    source = Endpoint(begin.report.name, next(iter(begin.report.outputs)))
    last = Endpoint(end.report.name, next(iter(end.report.outputs)))

    def edit(network: Network) -> Network:
        before = network.scope(scope).by_name
        network = inserting_after(scope, last, New("Add"))(network)
        (name,) = network.scope(scope).by_name.keys() - before.keys()
        return edits.connect(network, scope, Wire(source, Endpoint(name, "inputs")))

    return edit


def _bottlenecks(view: View) -> Iterator[Finding]:
    trunk = _trunk(view.flow)
    weighted = [x for x in view.flow.layers.values() if x.weighted]
    last = weighted[-1] if weighted else None
    sizes = [prod(x.shape) for x in trunk]
    end = next((i for i, x in enumerate(trunk) if x is last), len(trunk))
    for i in range(1, end):
        widest = max(sizes[i + 1 : end], default=0)
        if sizes[i] * _LOST > sizes[i - 1] or widest < _WIDENS * sizes[i]:
            continue
        layer, before = trunk[i], trunk[i - 1]
        yield Finding(
            layer,
            f"{layer.path}: it passes on {si(sizes[i])} of the {si(sizes[i - 1])} numbers it "
            f"receives ({percent(sizes[i] / sizes[i - 1])}), and the layers behind it widen to "
            f"{si(widest)} again; what is lost here does not come back.",
            (before.path,),
            candidates=partial(_wider, layer, sizes[i - 1]),
        )


def _trunk(flow: Flow) -> list[Layer]:
    """The layers that everything runs through: where one is done, nothing else is still open."""
    waiting: dict[str, int] = {}
    found = []
    for layer in flow.layers.values():
        for path, _ in layer.sources:
            waiting[path] -= 1
            if not waiting[path]:
                del waiting[path]
        if number := len(flow.after[layer.path]):
            waiting[layer.path] = number
        if waiting.keys() <= {layer.path}:
            found.append(layer)
    return found


def _wider(layer: Layer, received: int) -> Iterator[Candidate]:
    scope, name = layer.definition
    for parameter in ("out_channels", "out_features"):
        if hasattr(layer.args, parameter):
            each = prod(layer.shape) / getattr(layer.args, parameter)
            wanted = -(-received // int(4 * each))
            edit = setting(scope, {name: {parameter: wanted}})
            yield Candidate(f"Give {name} {wanted} {parameter.removeprefix('out_')}", edit, 1)
    if getattr(layer.args, "stride", 0) not in (0, 1, 2):
        values: dict[str, int] = {"stride": 2}
        if not layer.weighted:
            values["kernel_size"] = 2
        yield Candidate(f"Let {name} move by 2", setting(scope, {name: values}), 0, len(values))


RULES = (
    Rule(
        "no-shortcut",
        f"More than {MOST_IN_A_ROW} weighted layers in a row",
        "Plain networks get worse with depth, in training too: the gradient has to pass every "
        "layer. A shortcut lets it pass around them.",
        "He, Zhang, Ren and Sun, Deep Residual Learning, 2015 (arXiv:1512.03385), section 4.1",
        _in_a_row,
    ),
    Rule(
        "bottleneck",
        "Bottleneck",
        "A layer that everything runs through should not shrink the representation much at once, "
        "least of all early: its size is to fall gently from the input to the output.",
        "Szegedy et al., Rethinking the Inception Architecture, 2015 (arXiv:1512.00567), section "
        "2, first principle",
        _bottlenecks,
    ),
)
