"""Shape arithmetic that layers share."""

from __future__ import annotations

from collections.abc import Sequence

from nodes.errors import LayerError
from nodes.spec import Shape

AXES = {1: ("length",), 2: ("height", "width"), 3: ("depth", "height", "width")}  # by rank
DATA = {1: "sequences", 2: "images", 3: "volumes"}
Sides = Sequence[tuple[int, int]]  # cells added before and after, for every axis


def text(shape: Shape) -> str:
    """A shape as people write it: 64×56×56."""
    return "×".join(map(str, shape))


def each(value: int | tuple[int, ...], rank: int) -> tuple[int, ...]:
    """One number for all axes, or the numbers as they are."""
    return value if isinstance(value, tuple) else (value,) * rank


def pair(value: int | tuple[int, ...]) -> tuple[int, int]:
    """One number for both axes, or a pair as it is."""
    return (value[0], value[1]) if isinstance(value, tuple) else (value, value)


def single(inputs: Sequence[Shape]) -> Shape:
    """The only input of a layer that takes one."""
    (shape,) = inputs
    return shape


def spatial(layer: str, shape: Shape, rank: int) -> tuple[int, tuple[int, ...]]:
    """The channels, and the size along the `rank` axes after them.

    Raises:
        LayerError: the shape has another number of axes.
    """
    if len(shape) != rank + 1:
        axes = " × ".join(("channels", *AXES[rank]))
        wanted = {1: "two", 2: "three", 3: "four"}[rank]
        raise LayerError(
            "rank",
            f"{layer} works on {DATA[rank]} ({axes}), and receives {text(shape)}.",
            "Place it before Flatten."
            if len(shape) == 1
            else f"Give it an input of {wanted} axes, not {len(shape)}.",
        )
    return shape[0], shape[1:]


def image(layer: str, shape: Shape) -> tuple[int, int, int]:
    """The shape as (channels, height, width); refuses anything that is not an image."""
    channels, (height, width) = spatial(layer, shape, 2)
    return channels, height, width


def window(
    layer: str,
    size: Sequence[int],
    kernel: Sequence[int],
    stride: Sequence[int],
    sides: Sides,
    dilation: Sequence[int],
    ceil_mode: bool = False,
) -> tuple[int, ...]:
    """The size after a window slides over an image, a sequence or a volume.

    floor((n + before + after - d(k - 1) - 1) / s) + 1, or the ceiling; with the ceiling a window
    may reach over the edge, and the last must start inside the image or the padding before it
    (Dumoulin and Visin 2016; torch.nn.MaxPool2d).

    Raises:
        LayerError: the window is too large for the padded input.
    """
    out = []
    axes = AXES[len(size)]
    for axis, n, k, s, (before, after), d in zip(
        axes, size, kernel, stride, sides, dilation, strict=True
    ):
        reach = d * (k - 1) + 1
        padded = n + before + after
        steps = -(-(padded - reach) // s) if ceil_mode else (padded - reach) // s
        if ceil_mode and steps * s >= n + before:
            steps -= 1
        if steps < 0:
            spread = f" (a kernel of {k} with dilation {d})" if d > 1 else ""
            given = f"{n} and {padded} with padding" if padded > n else f"{n}"
            raise LayerError(
                "window-too-large",
                f"{layer}'s window covers {reach} in {axis}{spread}, and its input is only "
                f"{given}.",
                f"Use a kernel of at most {(padded - 1) // d + 1}, more padding, or less "
                "downsampling before it.",
            )
        out.append(int(steps) + 1)  # a plain number, whatever the parameters were traced from
    return tuple(out)
