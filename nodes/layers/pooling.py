"""Pooling: the maximum, the mean or a norm of a sliding window."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from nodes.errors import LayerError
from nodes.layers.convolution import ONTO, SIZES, kernel_size, padding, step
from nodes.layers.padding import (
    ABOUT_WORDS,
    PAD_SAME,
    SAME,
    VALID,
    WORDS,
    as_numbers,
    bytes_of,
    known,
    padded,
    sides_of,
    windows,
    written,
)
from nodes.shapes import AXES, Sides, each, single, spatial, window
from nodes.spec import (
    LEFT_OUT,
    Args,
    Facts,
    Kept,
    Kind,
    LayerSpec,
    LeftOut,
    ModuleCode,
    Param,
    Shape,
    Style,
    Support,
    Value,
)


def _pooled(
    layer: str,
    rank: int,
    a: Args,
    shape: Shape,
    kept: Callable[[Shape, Sides, Shape], Kept],
) -> Facts:
    """What a window makes of a shape; `kept` follows from input, padding and output."""
    channels, size = spatial(layer, shape, rank)
    kernel, stride, dilation = _window(a, rank)
    padding = getattr(a, "padding", 0)
    if padding not in WORDS:
        _check_padding(rank, kernel, each(padding, rank))
    sides = sides_of(padding, size, kernel, stride, dilation)
    ceil_mode = a.ceil_mode and padding != SAME
    made = (channels, *window(layer, size, kernel, stride, sides, dilation, ceil_mode))
    return Facts(
        outputs=(made,),
        windows=windows(kernel, stride, sides, dilation),
        kept=kept(shape, sides, made),
    )


def _check_padding(rank: int, kernel: Sequence[int], padding: Sequence[int]) -> None:
    for axis, k, p in zip(AXES[rank], kernel, padding, strict=True):
        if p > k // 2:
            raise LayerError(
                "padding-too-large",
                f"padding = {p} is more than half the kernel ({k}) in {axis}: some windows "
                "would hold nothing but padding.",
                f"Use a padding of at most {k // 2}, or a larger kernel.",
            )


def _check_volume(layer: str, a: Args, shape: Shape) -> None:
    """torch takes no mean over a window that is larger than the volume without its padding."""
    _, size = spatial(layer, shape, 3)
    for axis, n, k in zip(AXES[3], size, each(a.kernel_size, 3), strict=True):
        if k > n:
            raise LayerError(
                "window-too-large",
                f"{layer}'s window covers {k} in {axis}, and its input without padding is only "
                f"{n}.",
                f"Use a kernel of at most {n}, or less downsampling before it.",
            )


# --- padding “same” ------------------------------------------------------------------------------


def _window(a: Args, rank: int) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    """Kernel, stride and dilation along every axis."""
    stride = a.kernel_size if a.stride is None else a.stride
    numbers = a.kernel_size, stride, getattr(a, "dilation", 1)
    kernel, stride, dilation = (each(v, rank) for v in numbers)
    return kernel, stride, dilation


def _numbers(a: Args, rank: int) -> tuple[int, ...] | None:
    """The “same” padding in torch's words; None: it has none that hold at every input size."""
    kernel, stride, dilation = _window(a, rank)
    if not known((*kernel, *stride, *dilation)):
        return None
    found = as_numbers(kernel, stride, dilation)
    # torch pads by half a kernel at most, and takes no mean of a volume smaller than the kernel.
    most = (0 if rank == 3 and _averages(a) else k // 2 for k in kernel)
    fits = found is not None and all(p <= m for p, m in zip(found, most, strict=True))
    return found if fits else None


def _averages(a: Args) -> bool:
    return hasattr(a, "count_include_pad")


def _constructor(name: str, support: Support, rank: int) -> Callable[[Args], str | Support]:
    return lambda a: support if a.padding == SAME and _numbers(a, rank) is None else name


def _padding(a: Args, rank: int) -> Mapping[str, Value | LeftOut]:
    """The keywords about the padding."""
    if a.padding == VALID:
        return {"padding": LEFT_OUT}
    if a.padding != SAME:
        return {}
    amounts = _numbers(a, rank)
    number = LEFT_OUT if amounts is None else written(amounts)
    given: dict[str, Value | LeftOut] = {"padding": number, "ceil_mode": LEFT_OUT}
    if _averages(a):
        given["count_include_pad"] = LEFT_OUT if number is LEFT_OUT else False
    return given


# --- the maximum ---------------------------------------------------------------------------------


def _max_same(rank: int) -> Support:
    return Support(
        f"MaxPool{rank}dSame",
        f'''\
class MaxPool{rank}dSame(nn.MaxPool{rank}d):
    """Max pooling with TensorFlow's "same" padding."""

    def forward(self, x: Tensor) -> Tensor:
        x = pad_same(x, self.kernel_size, self.stride, self.dilation, -torch.inf)
        return super().forward(x)''',
        needs=(PAD_SAME,),
    )


def _check_seen(layer: str, rank: int, a: Args, shape: Shape) -> None:
    """Refuses a window whose cells all lie in the padding: it has no maximum."""
    _, size = spatial(layer, shape, rank)
    kernel, stride, dilation = _window(a, rank)
    sides = sides_of(SAME, size, kernel, stride, dilation)
    for axis, n, k, s, d, (before, _) in zip(
        AXES[rank], size, kernel, stride, dilation, sides, strict=True
    ):
        firsts = range(-before, n - before, s) if d > n else ()
        # first % d is the first cell of a window that the padding before does not hold.
        if any(first + (k - 1) * d < 0 or first % d >= n for first in firsts):
            raise LayerError(
                "empty-window",
                f"padding = same with dilation = {d} and a kernel of {k} makes windows that see "
                f"none of the {n} cells in {axis}.",
                f"Use a dilation of at most {n}, or an odd kernel.",
            )


_STRIDE = "Step of the window; empty means the kernel's size"
_PADDING = "Cells added on every side, at most half the kernel; or valid, which is none, or same"
_CEIL = Param(
    "ceil_mode",
    Kind.BOOL,
    False,
    "Round the output size up, so that the last cells are not dropped",
)


def _formula(rank: int, reach: str) -> str:
    along = AXES[rank][0][0].upper()
    return (
        f"C×{SIZES[rank]} → C×{ONTO[rank]} with {along}′ = ⌊({along} + 2·padding − {reach}) / "
        "stride⌋ + 1, or rounded up with ceil_mode."
    )


def _max_pool(rank: int) -> LayerSpec:
    layer = f"MaxPool{rank}d"

    def infer(a: Args, inputs: Sequence[Shape]) -> Facts:
        def kept(shape: Shape, sides: Sides, made: Shape) -> Kept:
            indices = 2 * bytes_of(*made)
            if a.padding == SAME and _numbers(a, rank) is None:
                return Kept(extra=indices + bytes_of(shape[0], *padded(shape[1:], sides)))
            return Kept((0,), extra=indices)

        if a.padding == SAME:
            _check_seen(layer, rank, a, single(inputs))
        return _pooled(layer, rank, a, single(inputs), kept)

    return LayerSpec(
        id=layer,
        family="Pooling",
        summary="Keeps the largest value of every window",
        help=(
            "out[c] = max over the window of in[c]\n\n"
            f"{_formula(rank, 'dilation·(kernel − 1) − 1')}\n\n"
            f"{ABOUT_WORDS} What is added is never the largest.\n\n"
            f"Source: torch.nn.{layer}."
        ),
        params=(
            kernel_size(rank, "the window", 2),
            step(rank, "stride", None, _STRIDE),
            padding(rank, _PADDING),
            step(rank, "dilation", 1, "Distance between the cells of a window"),
            _CEIL,
        ),
        infer=infer,
        code=ModuleCode(
            _constructor(f"nn.{layer}", _max_same(rank), rank),
            given=lambda a, inputs: _padding(a, rank),
        ),
    )


# --- the mean ------------------------------------------------------------------------------------


def _avg_same(rank: int) -> Support:
    return Support(
        f"AvgPool{rank}dSame",
        f'''\
class AvgPool{rank}dSame(nn.AvgPool{rank}d):
    """Average pooling with TensorFlow's "same" padding: the mean of the valid cells."""

    def forward(self, x: Tensor) -> Tensor:
        cells = torch.ones_like(x[:1, :1])
        cells = pad_same(cells, self.kernel_size, self.stride)
        x = pad_same(x, self.kernel_size, self.stride)
        return super().forward(x) / super().forward(cells)''',
        needs=(PAD_SAME,),
    )


def _avg_pool(rank: int) -> LayerSpec:
    layer = f"AvgPool{rank}d"

    def infer(a: Args, inputs: Sequence[Shape]) -> Facts:
        def kept(shape: Shape, sides: Sides, made: Shape) -> Kept:
            if a.padding == SAME and _numbers(a, rank) is None:
                copy = bytes_of(shape[0], *padded(shape[1:], sides))
                return Kept(extra=copy, fixed=bytes_of(*made[1:]))
            return Kept((0,))

        divisor = getattr(a, "divisor_override", None)
        if a.padding == SAME and divisor is not None:
            raise LayerError(
                "divisor",
                "padding = same divides by the cells inside the input, and receives "
                f"divisor_override = {divisor}.",
                "Clear divisor_override, or give the padding as a number.",
            )
        if rank == 3 and a.padding != SAME:
            _check_volume(layer, a, single(inputs))
        return _pooled(layer, rank, a, single(inputs), kept)

    divisor = Param(
        "divisor_override",
        Kind.INT,
        None,
        "Divide the sum of a window by this; empty means by the number of its cells",
        1,
        1_000_000,
        optional=True,
    )
    return LayerSpec(
        id=layer,
        family="Pooling",
        summary="Takes the mean of every window",
        help=(
            "out[c] = mean over the window of in[c]\n\n"
            f"{_formula(rank, 'kernel')}\n\n"
            f"{ABOUT_WORDS} The mean is then over the cells inside the input only.\n\n"
            f"Source: torch.nn.{layer}; subsampling in LeCun et al., 1998."
        ),
        params=(
            kernel_size(rank, "the window", 2),
            step(rank, "stride", None, _STRIDE),
            padding(rank, _PADDING),
            _CEIL,
            Param("count_include_pad", Kind.BOOL, True, "Count the padding's zeros in the mean"),
            *((divisor,) if rank > 1 else ()),
        ),
        infer=infer,
        code=ModuleCode(
            _constructor(f"nn.{layer}", _avg_same(rank), rank),
            given=lambda a, inputs: _padding(a, rank),
        ),
    )


# --- a norm --------------------------------------------------------------------------------------


def _lp_pool(rank: int) -> LayerSpec:
    layer = f"LPPool{rank}d"

    def infer(a: Args, inputs: Sequence[Shape]) -> Facts:
        def kept(shape: Shape, sides: Sides, made: Shape) -> Kept:
            # Its powers, and the four steps that torch takes from the mean to the root.
            return Kept((0,), extra=bytes_of(*shape) + 4 * bytes_of(*made))

        if rank == 3:
            _check_volume(layer, a, single(inputs))
        return _pooled(layer, rank, a, single(inputs), kept)

    return LayerSpec(
        id=layer,
        family="Pooling",
        summary="Takes the p-norm of every window",
        help=(
            "out[c] = (Σ over the window of in[c]ᵖ)^(1/p) with p = norm_type\n\n"
            f"{_formula(rank, 'kernel').replace(' + 2·padding', '')}\n\n"
            "With p = 1 it is the sum of the window; the larger p, the nearer the maximum. Where "
            "p is no whole number the input must not be negative.\n\n"
            f"Source: torch.nn.{layer}; Gulcehre et al., Learned-norm pooling, 2014."
        ),
        params=(
            Param(
                "norm_type",
                Kind.FLOAT,
                2,
                "The p of the norm",
                above=0,
                maximum=1000,
                style=Style.POSITIONAL,
            ),
            kernel_size(rank, "the window", 2),
            step(rank, "stride", None, _STRIDE),
            _CEIL,
        ),
        infer=infer,
        code=ModuleCode(f"nn.{layer}"),
    )


_RANKS = (2, 1, 3)
LAYERS = (
    *(_max_pool(rank) for rank in _RANKS),
    *(_avg_pool(rank) for rank in _RANKS),
    *(_lp_pool(rank) for rank in _RANKS),
)
