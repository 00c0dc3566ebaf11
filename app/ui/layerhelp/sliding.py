"""From the parameters of convolutions and pooling to their pictures, drawn smaller than life."""

from __future__ import annotations

from collections.abc import Sequence

from app.ui.language import tr
from app.ui.layerhelp.figures import Axis, sharing, sliding, spread
from app.ui.layerhelp.picture import Picture
from app.ui.layerhelp.solid import Volume
from app.ui.layerhelp.spreading import Finer, Spread
from app.ui.layerhelp.windows import Channels, Rule, Squeezed, Windows, fixed, kernel
from nodes.layers.padding import sides_of
from nodes.shapes import each
from nodes.spec import Args, LayerSpec, Shape

_KERNEL, _KERNEL_3D = 4, 3  # the largest that are drawn as they are; larger ones as 3
_CELLS = 8  # of an axis with its padding
Inputs = Sequence[Shape]


def rank_of(spec: LayerSpec) -> int:
    """The axes that windows slide along, from the end of the layer's name."""
    return int(spec.id[-2])


def _small(value: int, most: int, instead: int | None = None) -> int:
    return value if value <= most else (most if instead is None else instead)


def _axis(
    kernel: int, stride: int, padding: int | str, dilation: int, rank: int, ceil: bool, pools: bool
) -> Axis:
    """An axis with such windows, with the numbers made smaller where they are large."""
    k = _small(kernel, _KERNEL_3D if rank == 3 else _KERNEL, 3)
    s, d = _small(stride, 3), _small(dilation, 2)
    reach = d * (k - 1) + 1
    most = 2 if k == kernel and rank < 3 else reach // 2
    if pools:
        most = k // 2  # or a window could lie in the padding
    small: int | str = padding if isinstance(padding, str) else _small(padding, most)
    least = {1: 6, 2: 5, 3: 3}[rank] if s == 1 else {1: 7, 2: 6, 3: 4}[rank]
    for size in range(least - (1 if small and rank == 2 else 0), _CELLS + reach):
        (sides,) = sides_of(small, (size,), (k,), (s,), (d,))
        if size + sum(sides) >= reach + s:
            return sliding(size, k, s, sides, d, ceil=ceil)
    raise AssertionError("some size holds two windows")


def _axes(a: Args, rank: int) -> tuple[Axis, ...]:
    stride = a.kernel_size if a.stride is None else a.stride
    padding = getattr(a, "padding", 0)
    paddings = (padding,) * rank if isinstance(padding, str) else each(padding, rank)
    numbers = (a.kernel_size, stride, getattr(a, "dilation", 1))
    ceil = getattr(a, "ceil_mode", False)
    return tuple(
        _axis(k, s, p, d, rank, ceil, hasattr(a, "ceil_mode"))
        for k, s, d, p in zip(*(each(n, rank) for n in numbers), paddings, strict=True)
    )


def _sliding_note(a: Args, rank: int) -> str:
    stride = a.kernel_size if a.stride is None else a.stride
    told = {"kernel": a.kernel_size, "stride": stride, "padding": getattr(a, "padding", 0)}
    if getattr(a, "dilation", 1) not in (1, (1,) * rank):
        told["dilation"] = a.dilation
    said = ", ".join(f"{tr(name)} {_times(value)}" for name, value in told.items())
    largest = max(each(a.kernel_size, rank))
    drawn = largest <= (_KERNEL_3D if rank == 3 else _KERNEL) and max(each(stride, rank)) <= 3
    return said if drawn else tr("{numbers}; drawn smaller", numbers=said)


def _times(value: object) -> str:
    return "×".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _flat(rank: int, axes: tuple[Axis, ...]) -> tuple[Axis, Axis]:
    """Rows and columns; a sequence is one row."""
    return (axes[0], axes[1]) if rank == 2 else (Axis(1, 0, 0, ((0,),), 1), axes[0])


# --- convolutions ---------------------------------------------------------------------------------


def convolution(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    rank = rank_of(spec)
    axes, note = _axes(a, rank), _sliding_note(a, rank)
    if rank == 3:
        return Volume((axes[0], axes[1], axes[2]), "Σ w · x", note)
    rows, columns = _flat(rank, axes)
    if spec.id == "FixedConv2d":
        rule = Rule("conv", fixed(a.filters, rows.whole))
        channels = Channels(2, 2, 2, tr("the same filter for every channel"))
        return Windows(rows, columns, rule, "zeros", channels, note)
    rule = Rule("conv", kernel(rows.whole, columns.whole))
    mode = a.padding_mode if _can_pad(a.padding_mode, rows, columns) else "zeros"
    return Windows(rows, columns, rule, mode, _channels(a), note)


def _can_pad(mode: str, *axes: Axis) -> bool:
    """A mirror needs one cell more than it gives."""
    return mode != "reflect" or all(max(x.before, x.after) < x.size for x in axes)


def _channels(a: Args) -> Channels:
    if not hasattr(a, "groups"):
        many = _small(a.depth_multiplier, 2)
        return Channels(3, 3, 3 * many, tr("every channel has filters of its own"))
    if a.groups == 1:
        return Channels(1, 3, 4, tr("every map sees every channel"))
    groups = _small(a.groups, 4)
    per = 1 if groups > 2 else 2
    says = tr("{groups} groups: a map sees those of its own", groups=a.groups)
    return Channels(groups, groups * per, groups * per, says)


def transposed(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    rank = rank_of(spec)
    numbers = (a.kernel_size, a.stride, a.padding, a.output_padding, a.dilation)
    made = []
    for k, s, p, more, d in zip(*(each(n, rank) for n in numbers), strict=True):
        k = _small(k, _KERNEL_3D if rank > 1 else _KERNEL, 3)
        s, d = _small(s, 3), _small(d, 2)
        p = _small(p, (d * (k - 1)) // 2)
        more = _small(more, max(s, d) - 1)
        made.append(spread(3 if rank == 1 else 2, k, s, p, more, d))
    note = _sliding_note(a, rank)
    if rank == 3:
        return Volume((made[0], made[1], made[2]), "x · w", note, spreads=True)
    rows, columns = _flat(rank, tuple(made))
    return Spread(rows, columns, _weights(rows.whole, columns.whole), note)


def _weights(rows: int, columns: int) -> tuple[tuple[float, ...], ...]:
    """A kernel whose copies are told apart in their sum."""
    if rows == 1:
        return ((1, 2, 3, 1)[:columns],)
    return tuple(line[:columns] for line in ((1, 2, 1), (0, 1, 3), (2, 0, 1))[:rows])


# --- pooling --------------------------------------------------------------------------------------


def _rule(spec: LayerSpec, a: Args) -> Rule:
    if "Max" in spec.id:
        return Rule("max")
    if spec.id.startswith("LPPool"):
        return Rule("norm", power=a.norm_type)
    if spec.id == "Subsampling2d" and a.mode == "sum":
        return Rule("sum")
    pads = getattr(a, "count_include_pad", True)
    return Rule("mean", pads=pads, divisor=getattr(a, "divisor_override", None))


_NAMES = {"max": "maximum", "mean": "mean", "norm": "norm", "sum": "sum"}


def pooling(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    rank, rule = rank_of(spec), _rule(spec, a)
    axes, note = _axes(a, rank), _sliding_note(a, rank)
    if spec.id == "Subsampling2d":
        note = tr("then times a weight plus a bias, learned for every map")
    elif spec.id.startswith("LPPool"):
        note = f"{note}, p = {a.norm_type:g}"
    if rank == 3:
        return Volume((axes[0], axes[1], axes[2]), tr(_NAMES[rule.name]), note)
    return Windows(*_flat(rank, axes), rule, note=note)


def adaptive(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    rank, rule = rank_of(spec), _rule(spec, a)
    wanted = [_small(n, 3) for n in each(a.output_size, rank)]
    sizes = {1: 7, 2: 5, 3: 4}[rank]
    axes = tuple(sharing(sizes, n) for n in wanted)
    note = tr("size {size} comes out, whatever comes in", size=_times(a.output_size))
    if rank == 3:
        return Volume((axes[0], axes[1], axes[2]), tr(_NAMES[rule.name]), note)
    return Windows(*_flat(rank, axes), rule, note=note)


def globally(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    return Squeezed(_rule(spec, a), tr("every map becomes one number"))


# --- finer ----------------------------------------------------------------------------------------


def upsampling(spec: LayerSpec, a: Args, inputs: Inputs) -> Picture:
    flat = a.mode == "linear" or (bool(inputs) and len(inputs[0]) == 2)
    size = (1, 3) if flat else (2, 2)
    if a.size is None:
        scale = max(1.0, min(a.scale_factor, 3.0))
        note = tr("{times} times as many cells along every axis", times=f"{a.scale_factor:g}")
    else:
        scale = 2.0
        note = tr("to the size {size}", size=_times(a.size))
    wanted = (1 if flat else int(size[0] * scale), int(size[1] * scale))
    return Finer(size, wanted, a.mode, bool(a.align_corners), note)
