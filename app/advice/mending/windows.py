"""Windows that are too large, paddings that are too wide, and groups that do not divide."""

from __future__ import annotations

from collections.abc import Iterator
from math import gcd

from app.advice.changes import New, dissolving, inserting, setting, told
from app.advice.mending.branches import keeping
from app.advice.place import Place, locate, values_of
from app.advice.repair import Candidate
from app.analysis import Report
from nodes.network import Argument, Expression, Network, Node
from nodes.spec import Value

_SMALL = 7  # a larger kernel than that is a mistake rather than in need of padding
_USUAL = (7, 5, 3)
_FAR = 24  # layers that are searched before the window


def candidates(network: Network, report: Report, place: Place) -> Iterator[Candidate]:
    """Candidates for a layer that slides a window over an input that is known."""
    node = network.scope(place.scope).by_name[place.name]
    here = report.nodes.get(place.path(place.name))
    values = values_of(network, node, place.env)
    if here is None or len(here.inputs) != 1:
        return
    size = here.inputs[0][1:]
    if size and values.get("kernel_size") is not None:
        yield from _smaller(network, place, node, values, min(size))
        yield from _padded(network, place, node, values)
        yield from _earlier(network, place)
    if isinstance(values.get("groups"), int):
        yield from _grouped(network, place, node, values, here.inputs[0][0])
    if size and "out_channels" not in values and values.get("kernel_size") is not None:
        says = f"Remove {node.name}"
        yield Candidate(says, dissolving(place.scope, node.name), 3)


def _smaller(
    network: Network, place: Place, node: Node, values: dict[str, Value], room: int
) -> Iterator[Candidate]:
    """The largest kernels that may fit, odd ones where it was odd."""
    kernel, padding = values["kernel_size"], values.get("padding", 0)
    largest = max(kernel) if isinstance(kernel, tuple) else kernel
    if not isinstance(largest, int):
        return
    around = padding if isinstance(padding, int) else 0
    step = 2 if largest % 2 else 1
    room += 2 * around
    largest = next((k for k in range(largest - step, 0, -step) if k <= room), 1)
    for size in [largest, *(k for k in _USUAL if k < largest)]:
        changed: dict[str, Argument] = {"kernel_size": size}
        yield from _set(
            network, place, node, changed, f"Use a kernel of {told(size)} in {node.name}", 1
        )
        if isinstance(padding, int) and padding > size // 2:
            both = {**changed, "padding": size // 2}
            says = f"Use a kernel of {size} with a padding of {size // 2} in {node.name}"
            yield from _set(network, place, node, both, says, 1)


def _padded(
    network: Network, place: Place, node: Node, values: dict[str, Value]
) -> Iterator[Candidate]:
    param = next((p for p in network.params(node.kind) if p.name == "padding"), None)
    if param is None:
        return
    kernel = values["kernel_size"]
    small = isinstance(kernel, int) and kernel <= _SMALL
    half = tuple(k // 2 for k in kernel) if isinstance(kernel, tuple) else int(kernel or 0) // 2
    for padding in dict.fromkeys([keeping(values, param), half]):
        if padding is not None and padding != values.get("padding"):
            says = f"Give {node.name} a padding of {told(padding)}"
            if padding == "same":
                says = f"Give {node.name} “same” padding"
            yield from _set(network, place, node, {"padding": padding}, says, 0 if small else 2)
    if "dilation" in values and values["dilation"] != 1:
        yield from _set(network, place, node, {"dilation": 1}, f"Use no dilation in {node.name}", 1)


def _earlier(network: Network, place: Place) -> Iterator[Candidate]:
    """Less downsampling in the layers before, the nearest first."""
    graph = network.scope(place.scope)
    name, found = place.name, 0
    for _ in range(_FAR):
        arriving = graph.into(name)
        if len(arriving) != 1 or found == 3:
            return
        name = arriving[0].source.node
        before = graph.by_name.get(name)
        if before is None or before.kind in network.block_by_name:
            return
        values = values_of(network, before, place.env)
        stride = values.get("stride")
        if stride is None and "stride" in values:
            stride = values.get("kernel_size")  # of a pool
        if stride is not None and stride not in (1, (1, 1)):
            found += 1
            if "out_channels" in values:
                says = f"Set the stride of {name} from {told(stride)} to 1"
                yield from _set(network, place, before, {"stride": 1}, says, 1 + found)
            else:
                says = f"Remove {name}, which makes the maps smaller before it"
                yield Candidate(says, dissolving(place.scope, name), 1 + found)


def _grouped(
    network: Network, place: Place, node: Node, values: dict[str, Value], channels: int
) -> Iterator[Candidate]:
    groups, out = values["groups"], values.get("out_channels", channels)
    if not isinstance(groups, int) or not isinstance(out, int):
        return
    common = gcd(channels, out)
    fitting = max(g for g in range(1, min(groups, common) + 1) if common % g == 0)
    yield from _set(
        network,
        place,
        node,
        {"groups": fitting},
        f"Use {fitting} group{'s' * (fitting > 1)} in {node.name}",
        0,
    )
    if "out_channels" not in values:
        return
    if channels % groups == 0:
        near = max(groups, round(out / groups) * groups)
        says = f"Give {node.name} {near} output channels, which {groups} groups divide"
        yield from _set(network, place, node, {"out_channels": near}, says, 0)
    if groups > common:
        depth: dict[str, Argument] = {
            "groups": channels,
            "out_channels": max(1, round(out / channels)) * channels,
        }
        yield from _set(
            network, place, node, depth, f"Make {node.name} depthwise: one group a channel", 1
        )
    if node.kind in ("Conv1d", "Conv2d", "Conv3d"):
        wanted = -(-channels // groups) * groups
        news = New(node.kind, {"out_channels": wanted, "kernel_size": 1})
        wires = network.scope(place.scope).into(node.name)
        says = f"Add a 1×1 projection to {wanted} channels before {node.name}"
        if out % groups == 0:
            yield Candidate(says, inserting(place.scope, wires[0], news), 2, 2)


def _set(
    network: Network, place: Place, node: Node, values: dict[str, Argument], says: str, rank: int
) -> Iterator[Candidate]:
    """Other arguments; where a parameter of the block stands there, at its instance first."""
    outer = locate(network, place.prefix) if place.prefix else None
    written = {name: node.args.get(name) for name in values}
    names = {name: a.text for name, a in written.items() if isinstance(a, Expression)}
    own = {p.name for p in network.params(place.scope)} if outer is not None else set()
    if outer is not None and len(names) == len(values) and set(names.values()) <= own:
        there = {names[name]: value for name, value in values.items()}
        edit = setting(outer.scope, {outer.name: there})
        listed = ", ".join(f"{name} = {told(value)}" for name, value in there.items())
        yield Candidate(f"Give {outer.name} {listed}", edit, rank, len(values))
        rank += 1
    yield Candidate(says, setting(place.scope, {node.name: values}), rank, len(values))
