"""What torch makes of a layer: it is built as the generated code builds it, run, and measured."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import torch
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

from app.codegen.wording import constructed
from nodes.network import Frozen, Node
from nodes.spec import (
    Args,
    ExpressionCode,
    Facts,
    Kept,
    LayerSpec,
    ModuleCode,
    Shape,
    Support,
    Window,
)
from nodes.spec import Tensor as Named
from tests.nodes.layers.cases import Case, Cases

BATCH = 2
REFUSALS = (RuntimeError, ValueError, IndexError, TypeError, ZeroDivisionError, AssertionError)
# What torch remarks on speed and memory, and where it goes on and we do not.
REMARKS = (
    "ignore:Initializing zero-element tensors",
    "ignore:Using padding='same' with even kernel lengths",
    "ignore:LSTM with projections is not supported with oneDNN",
    "ignore:TF32 acceleration on top of oneDNN",
    "ignore:dropout.d. Received a",
    "ignore:input's size at dim=0 does not match num_features",
)
Outputs = tuple[torch.Tensor, ...]


@dataclass(frozen=True)
class Built:
    """A layer in torch; the module is None where it is an expression.

    A parameter without a module of its own stands in one under the name “layer”.
    """

    module: nn.Module | None
    run: Callable[..., Outputs]

    @property
    def state(self) -> list[torch.Tensor]:
        return [] if self.module is None else [*self.module.parameters(), *self.module.buffers()]

    def train(self, mode: bool) -> Built:
        if self.module is not None:
            self.module.train(mode)
        return self


def build(spec: LayerSpec, case: Case, device: str = "cpu") -> Built:
    """The layer by the very lines that the code generator writes."""
    values = {**spec.defaults(), **case.values}
    args, single = Args(**values), len(spec.output_names(values)) == 1
    names = [f"x{i}" for i in range(len(case.inputs))]
    module, text = None, names[0] if names else ""
    space = namespace(spec, args)
    if isinstance(spec.code, ModuleCode):
        node = Node("layer", spec.id, case.values)
        with torch.device(device):
            made = eval(str(constructed(node, spec, args, case.inputs)), space)
        assert isinstance(made, nn.Parameter) is spec.code.parameter
        module = nn.ParameterDict({"layer": made}) if spec.code.parameter else made
        space["layer"], text = made, spec.code.forward(args, "layer", names)
    elif isinstance(spec.code, ExpressionCode):
        text = spec.code.expression(args, names)
    elif spec.id == "Input":
        shape = (BATCH, *args.shape)
        return Built(None, lambda: (torch.zeros(shape, device=device),))
    code = compile(text, spec.id, "eval")

    def run(*inputs: torch.Tensor) -> Outputs:
        made = eval(code, {**space, **dict(zip(names, inputs, strict=True))})
        return (made,) if single else made

    return Built(module, run)


def namespace(spec: LayerSpec, args: Args) -> dict[str, Any]:
    """What the lines of a layer find in the generated module."""
    imports = spec.code.imports if spec.code else ()
    made = spec.code.constructor(args) if isinstance(spec.code, ModuleCode) else None
    carried = made.in_order() if isinstance(made, Support) else ()
    imports += tuple(line for support in carried for line in support.imports)
    lines = ["import torch", "from torch import Tensor, nn", *imports, *(s.text for s in carried)]
    space: dict[str, Any] = {}
    exec("\n".join(lines), space)
    return space


# --- shapes, state and multiply-adds --------------------------------------------------------------


def shapes_and_costs(spec: LayerSpec, case: Case, told: Cases) -> Facts | Exception:
    """Outputs, parameters, buffers and multiply-adds; the exception where torch refuses.

    It must go in training and in evaluation. What needs no rule of its own is asserted here: the
    batch stays the first axis, and the meta device gives the same shapes and counts.
    """
    try:
        torch.manual_seed(0)
        layer = build(spec, case)
        inputs = [told.data((BATCH, *shape)) for shape in case.inputs]
        with torch.no_grad():
            macs = _macs(layer.train(True), inputs)
            made = layer.train(False).run(*inputs)
        elsewhere = build(spec, case, "meta").train(True)
        on_meta = [torch.empty(BATCH, *shape, device="meta") for shape in case.inputs]
        meta_macs = _macs(elsewhere, on_meta)
    except REFUSALS as error:
        return error
    if told.fused:
        macs = None
    assert macs in (None, meta_macs), f"{macs} multiply-adds on the CPU, {meta_macs} on meta"
    outputs = tuple(tuple(t.shape) for t in made)
    assert outputs == tuple(tuple(t.shape) for t in elsewhere.run(*on_meta))
    module = layer.module
    return Facts(
        outputs=tuple(_without_batch(s) for s in outputs),
        parameters=() if module is None else _named(_own(spec, module)),
        buffers=() if module is None else _named(module.named_buffers()),
        macs=meta_macs or 0,
    )


def _macs(layer: Built, inputs: Sequence[torch.Tensor]) -> int | None:
    with FlopCounterMode(display=False) as counter:
        layer.run(*inputs)
    flops = counter.get_total_flops()
    return -1 if flops % (2 * BATCH) else flops // 2 // BATCH


def _own(spec: LayerSpec, module: nn.Module) -> Iterator[tuple[str, torch.Tensor]]:
    nameless = isinstance(spec.code, ModuleCode) and spec.code.parameter
    for name, tensor in module.named_parameters():
        yield "" if nameless else name, tensor


def _named(tensors: Any) -> tuple[Named, ...]:
    return tuple(Named(name, tuple(t.shape)) for name, t in tensors)


def _without_batch(shape: Shape) -> Shape:
    """A batch of another size is no batch: the shape is then shown whole."""
    return shape[1:] if shape[:1] == (BATCH,) else shape


# --- what training keeps --------------------------------------------------------------------------


@dataclass(frozen=True)
class Saved:
    """What a forward pass in training left for the backward pass."""

    inputs: tuple[int, ...]
    outputs: tuple[int, ...]
    others: int  # bytes
    view: bool

    @staticmethod
    def expected(facts: Facts, batch: int, frozen: Frozen = Frozen.NO) -> Saved:
        kept: Kept = facts.kept
        if frozen is not Frozen.NO:
            kept = facts.kept_frozen or kept
        if frozen is Frozen.ALL:
            kept = facts.kept_still or kept
        return Saved(kept.inputs, kept.outputs, kept.extra * batch + kept.fixed, facts.view)


def saved(
    spec: LayerSpec, case: Case, told: Cases, batch: int, frozen: Frozen = Frozen.NO
) -> Saved:
    """What autograd keeps in training on the CPU, every storage once, without the layer's state."""
    torch.manual_seed(0)
    layer = build(spec, case).train(True)
    for tensor in layer.state:
        if tensor.requires_grad:
            tensor.requires_grad_(frozen is Frozen.NO)
    if layer.module is not None and frozen is Frozen.ALL:
        hold_still(layer.module)
    # Clones: what is a leaf cannot be overwritten, as an inplace layer does.
    inputs = [told.data((batch, *shape)).requires_grad_().clone() for shape in case.inputs]
    kept: dict[int, torch.Tensor] = {}

    def pack(tensor: torch.Tensor) -> torch.Tensor:
        kept[_address(tensor)] = tensor.detach()  # held, so that no address is used twice
        return tensor

    hooks = torch.autograd.graph.saved_tensors_hooks(pack, lambda tensor: tensor)
    # The fused recurrent kernel of oneDNN keeps a workspace that only it knows the size of.
    with torch.backends.mkldnn.flags(enabled=not told.fused), hooks:
        outputs = layer.run(*inputs)
    for tensor in layer.state:
        kept.pop(_address(tensor), None)
    at_input = [_address(t) for t in inputs]
    at_output = [_address(t) for t in outputs]
    others = kept.keys() - {*at_input, *at_output}
    return Saved(
        tuple(i for i, a in enumerate(at_input) if a in kept),
        tuple(i for i, a in enumerate(at_output) if a in kept and a not in at_input),
        sum(kept[a].untyped_storage().nbytes() for a in others),
        bool(inputs) and all(a == at_input[0] for a in at_output),
    )


def hold_still(module: nn.Module) -> None:
    """Keeps the running statistics of its normalisations as they are in training."""
    for inner in module.modules():
        if getattr(inner, "track_running_stats", False):
            inner.eval()


def _address(tensor: torch.Tensor) -> int:
    return tensor.untyped_storage().data_ptr()


# --- windows --------------------------------------------------------------------------------------

TRIES = 400  # a maximum passes its gradient to one cell only; another input, another cell


def windows_fault(spec: LayerSpec, case: Case, told: Cases, facts: Facts) -> str | None:
    """What is wrong with the windows, as gradients tell; empty where all is well.

    None where nothing could be measured: no output cell has its whole window inside the input.
    """
    if facts.windows is None:
        return None
    torch.manual_seed(0)
    layer = build(spec, case).train(False)
    if layer.module is not None:
        layer.module.double()
    for tensor in [] if layer.module is None else layer.module.parameters():
        nn.init.normal_(tensor)
    faults = [
        _fault_between(layer, case, told, facts, i, o)
        for i in range(len(case.inputs))
        for o in range(len(facts.outputs))
    ]
    if all(f is None for f in faults):
        return None
    return next((f for f in faults if f), "")


def _fault_between(
    layer: Built, case: Case, told: Cases, facts: Facts, source: int, target: int
) -> str | None:
    windows, sizes = facts.windows, case.inputs[source][1:]
    out = facts.outputs[target][1:]
    assert windows is not None
    if not windows:
        if any(n not in (m, 1) for n, m in zip(sizes, out, strict=False)) or len(sizes) != len(out):
            return f"not the same place: {sizes} and {out}"
        windows = tuple(Window(1, 0 if n == 1 else 1) for n in sizes)
    if len(windows) != len(out) or len(windows) != len(sizes):
        return f"{len(windows)} windows for the axes of {sizes} and {out}"
    inside = [
        [o for o in range(m) if _first(w, o) >= 0 and _last(w, o) < n]
        for w, n, m in zip(windows, sizes, out, strict=True)
    ]
    if not all(inside):
        return None
    begin = [int(torch.randint(len(cells), ())) for cells in inside]
    widest = [0] * len(windows)
    fine = any(_phases(w) > 1 for w in windows)
    for k in range(max(map(len, inside), default=1) if fine else 1):
        cell = [cells[(b + k) % len(cells)] for cells, b in zip(inside, begin, strict=True)]
        ends = _seen(layer, case, told, source, target, cell, windows)
        for axis, (w, o) in enumerate(zip(windows, cell, strict=True)):
            if isinstance(ends, str):
                return ends
            if (found := ends[axis]) is None:
                continue
            first, last = found
            if first < _first(w, o) or last > _last(w, o):
                return f"axis {axis}: cell {o} sees {first} to {last}, by {w}"
            widest[axis] = max(widest[axis], last - first + 1)
    for axis, (w, n) in enumerate(zip(windows, widest, strict=True)):
        phases = {o % _phases(w) for o in inside[axis]}
        if n > w.reach or (n < w.reach and len(phases) == _phases(w)):
            return f"axis {axis}: reaches over {n} cells, by {w}"
    return ""


def _seen(
    layer: Built,
    case: Case,
    told: Cases,
    source: int,
    target: int,
    cell: Sequence[int],
    windows: Sequence[Window],
) -> list[tuple[int, int] | None] | str:
    """First and last cell of the input with a gradient, along each axis."""
    seen: list[set[int]] = [set() for _ in windows]
    exact = all(_phases(w) == 1 for w in windows)
    for _ in range(TRIES if exact else 3):
        inputs = [told.data((BATCH, *shape)).double().requires_grad_() for shape in case.inputs]
        made = layer.run(*[t.clone() for t in inputs])[target]
        value = made[0]
        for axis, at in enumerate(cell):
            value = value.narrow(axis + 1, at, 1)
        (gradient,) = torch.autograd.grad((value * torch.rand_like(value)).sum(), inputs[source])
        if gradient[1].any():
            return "the second sample is seen from the first"
        for axis, found in enumerate(seen):
            others = [a for a in range(gradient.dim() - 1) if a != axis + 1]
            found.update(gradient[0].abs().sum(others).nonzero().flatten().tolist())
        if all(f and max(f) - min(f) + 1 >= w.reach for f, w in zip(seen, windows, strict=True)):
            break
    return [(min(f), max(f)) if f else None for f in seen]


def _phases(window: Window) -> int:
    """After how many output cells the same offset comes again."""
    return math.lcm(Fraction(window.step).denominator, Fraction(window.start).denominator)


def _first(window: Window, cell: int) -> int:
    return math.floor(window.start + cell * Fraction(window.step))


def _last(window: Window, cell: int) -> int:
    return math.ceil(window.start + cell * Fraction(window.step)) + window.reach - 1
