"""Transposed convolutions, which make their input larger."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction

from nodes.errors import LayerError
from nodes.initialisers import WEIGHT_AND_BIAS
from nodes.layers.convolution import (
    BIAS,
    GROUPS,
    NUMBERS,
    ONTO,
    OUT_CHANNELS,
    SIZES,
    UNITS,
    check_groups,
    kernel_size,
    step,
)
from nodes.shapes import AXES, DATA, each, single, spatial
from nodes.spec import Args, Facts, Kept, LayerSpec, ModuleCode, Param, Shape, Tensor, Window


def _enlarged(
    layer: str, axis: str, n: int, k: int, s: int, p: int, extra: int, d: int
) -> tuple[int, Window]:
    """The size along one axis, and the input cells behind an output cell."""
    if extra >= s and extra >= d:
        raise LayerError(
            "output-padding",
            f"output_padding = {extra} is not smaller than the stride ({s}) or the dilation ({d}) "
            f"in {axis}.",
            f"Use an output_padding of at most {max(s, d) - 1}.",
        )
    reach = d * (k - 1)
    made = (n - 1) * s - 2 * p + reach + extra + 1
    if made < 1:
        raise LayerError(
            "padding-too-large",
            f"{layer} makes {made + 2 * p} of {n} in {axis}, and padding = {p} takes away "
            f"{2 * p} of them.",
            f"Use a padding of at most {(made + 2 * p - 1) // 2}.",
        )
    # Output cell o is reached by input cell i along tap t where o + p = i * s + d * t. Of the taps
    # every one in `apart` falls on a cell.
    common = math.gcd(d, s)
    apart = s // common
    seen = d // common * ((k - 1) // apart) + 1
    centre = Fraction(2 * p - reach, 2 * s)
    return int(made), Window(seen, Fraction(1, s), centre - Fraction(seen - 1, 2))


def _conv_transpose(rank: int) -> LayerSpec:
    layer = f"ConvTranspose{rank}d"

    def infer(a: Args, inputs: Sequence[Shape]) -> Facts:
        channels, size = spatial(layer, single(inputs), rank)
        check_groups(a.groups, channels, a.out_channels)
        kernel = each(a.kernel_size, rank)
        numbers = (a.stride, a.padding, a.output_padding, a.dilation)
        found = [
            _enlarged(layer, axis, n, *map(int, along))
            for axis, n, *along in zip(
                AXES[rank], size, kernel, *(each(v, rank) for v in numbers), strict=True
            )
        ]
        weight = Tensor("weight", (channels, a.out_channels // a.groups, *kernel))
        bias = (Tensor("bias", (a.out_channels,)),) if a.bias else ()
        return Facts(
            outputs=((a.out_channels, *(n for n, _ in found)),),
            parameters=(weight, *bias),
            macs=weight.elements * math.prod(size),
            windows=tuple(seen for _, seen in found),
            kept=Kept((0,)),
        )

    along = AXES[rank][0][0].upper()
    kind, unit = NUMBERS[rank], UNITS[rank]
    return LayerSpec(
        id=layer,
        family="Convolution",
        summary=f"Lays learned filters side by side, to make {DATA[rank]} larger",
        help=(
            "Every input cell adds its multiple of the filters to the output, one stride from "
            "the next: out[o] = bias[o] + Σ_c in[c] spread by the stride ∗ weight[c, o]. It is "
            "the gradient of a convolution with respect to its input.\n\n"
            f"C×{SIZES[rank]} → out_channels×{ONTO[rank]} with {along}′ = ({along} − 1)·stride − "
            "2·padding + dilation·(kernel − 1) + output_padding + 1.\n\n"
            f"Source: torch.nn.{layer}; Zeiler et al., Deconvolutional networks, 2010; Dumoulin "
            "and Visin, A guide to convolution arithmetic, 2016."
        ),
        params=(
            OUT_CHANNELS,
            kernel_size(rank, "a filter"),
            step(rank, "stride", 1, "Step of the output from one input cell to the next; 2 "
                 "doubles the size"),
            step(rank, "padding", 0, "Cells taken away from every side of the output", 0),
            Param("output_padding", kind, 0, "Cells more at the end of the output, fewer than "
                  "the stride or the dilation: the sizes that a stride maps onto one", 0, 100_000,
                  unit=unit),
            GROUPS,
            BIAS,
            step(rank, "dilation", 1, "Distance between neighbouring filter taps"),
            *WEIGHT_AND_BIAS,
        ),
        infer=infer,
        code=ModuleCode(f"nn.{layer}", lambda a, inputs: (inputs[0][0],)),
    )  # fmt: skip


LAYERS = tuple(_conv_transpose(rank) for rank in (2, 1, 3))
