"""A node's main values in the field's notation: "Conv2d 64, 3×3 /2"; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from nodes.errors import SkipwireError
from nodes.network import Block, Expression, Network, Node
from nodes.network.resolve import Environment, arguments, repeat
from nodes.spec import Kind, LayerSpec, Param

Values = Mapping[str, object]

_WIDTHS = ("out_channels", "out_features", "features", "classes", "growth_rate")
_NAMED = ("p", "groups", "dilation", "dim")  # of a layer, where they are not the default
_ALWAYS = ("p",)
_LETTERS = 4  # of a kind that are left at least
JOIN = "·"  # between the widths of stages, which are one item
_WINDOWS = ("kernel_size", "kernel")


def values(network: Network, node: Node, names: Environment) -> Values:
    """The arguments as they hold where the node is shown.

    Of a repeated node, one that changes from copy to copy goes from the first to the last. Where
    they have no value they stay as they were typed.
    """
    try:
        if not node.numbered:
            return arguments(network, node, names)
        first = arguments(network, node, names, 0)
        last = arguments(network, node, names, repeat(node, names) - 1)
    except SkipwireError:
        return node.args
    same = {n for n, value in first.items() if value == last[n] or n == "stride"}  # a stage's first
    return {n: v if n in same else f"{_round(v)}–{_round(last[n])}" for n, v in first.items()}


def _round(value: object) -> str:
    return f"{value:.2g}" if isinstance(value, float) else short(value)


def is_wide(param: Param, layer: bool) -> bool:
    """Whether a parameter is a number of channels, units or classes."""
    return param.name in _WIDTHS or (param.unit == "maps" and not layer)


def items(definition: LayerSpec | Block | None, shown: Values, axes: int = 1) -> tuple[str, ...]:
    """What stands behind the kind, the most telling first.

    Widths and windows are known without their names. `axes` are those of the output after its
    channels: a window of one number has as many.
    """
    if definition is None:
        return tuple(f"{name}={short(value)}" for name, value in shown.items())
    layer = isinstance(definition, LayerSpec)
    axes = 1 if layer else axes
    params = definition.params if isinstance(definition, LayerSpec) else definition.parameters
    known = {p.name: shown.get(p.name, p.default) for p in params}
    widths = [p.name for p in params if is_wide(p, layer)]
    found = [short(known[name]) for name in widths if known[name] is not None]
    if window := _window(params, known, axes):
        found.append(window)
    for param in params:
        name, value = param.name, known[param.name]
        if name == "output_size":
            found.append(_across(param, value, axes))
        elif name in widths or name in (*_WINDOWS, "stride") or param.kind is Kind.INIT:
            continue
        elif name in _ALWAYS or ((name in _NAMED or not layer) and value != param.default):
            found.append(f"{name}={short(value)}")
    return tuple(found)


def fitted(kind: str, listed: Sequence[str], fits: Callable[[str], bool]) -> str:
    """The kind with as many whole items as there is room for, and "…" for those left out.

    Where not even one has room beside it, the kind is cut: numbers say more, and are cut nowhere.
    """
    if not listed:
        return kind
    for count in range(len(listed), 0, -1):
        more = ", …" if count < len(listed) else ""
        if fits(text := f"{kind} {', '.join(listed[:count])}{more}"):
            return text
    first, more = listed[0], ", …" if len(listed) > 1 else ""
    numbers = first.split(JOIN)
    if len(numbers) > 1:
        shorter = (JOIN.join((*numbers[:n], "…")) for n in range(len(numbers) - 1, 1, -1))
        return next(filter(fits, (first, *shorter)), kind)
    cut = (f"{kind[:letters]}… {first}{more}" for letters in range(len(kind) - 1, _LETTERS, -1))
    return next(filter(fits, cut), f"{kind} …" if fits(f"{kind} …") else kind)


def _window(params: Sequence[Param], known: Values, axes: int) -> str:
    """Kernel and stride in short: 3×3 /2; of a block that only has a stride, /2."""
    stride = known.get("stride", 1)
    kernel = next((p for p in params if p.name in _WINDOWS), None)
    if kernel is not None and stride is None:  # pooling: each window stands beside the last
        stride = known[kernel.name]
    step = "" if stride in (1, (1, 1), (1, 1, 1)) else f"/{short(stride)}"
    window = _across(kernel, known[kernel.name], axes) if kernel is not None else ""
    return " ".join(filter(None, (window, step)))


def _across(param: Param, value: object, axes: int) -> str:
    """One number stands for all axes, of which there are as many as the layer has: 3 is 3×3×3."""
    axes = {Kind.PAIR: 2, Kind.TRIPLE: 3}.get(param.kind, max(axes, 1))
    return short((value,) * axes if isinstance(value, int) else value)


def short(value: object) -> str:
    """A value in as few letters as it takes."""
    if isinstance(value, Expression):
        return value.text
    if isinstance(value, tuple):
        return "×".join(str(v) for v in value)
    return f"{value:g}" if isinstance(value, float) else str(value)
