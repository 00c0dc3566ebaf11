"""Shape arithmetic that layers share."""

from __future__ import annotations

from collections.abc import Sequence

from nodes.errors import LayerError
from nodes.spec import Shape

AXES = ("height", "width")


def text(shape: Shape) -> str:
    """A shape as people write it: 64×56×56."""
    return "×".join(str(n) for n in shape)


def pair(value: int | tuple[int, ...]) -> tuple[int, int]:
    """One number for both axes, or a pair as it is."""
    return (value[0], value[1]) if isinstance(value, tuple) else (value, value)


def single(inputs: Sequence[Shape]) -> Shape:
    """The only input of a layer that takes one."""
    (shape,) = inputs
    return shape


def image(layer: str, shape: Shape) -> tuple[int, int, int]:
    """The shape as (channels, height, width); refuses anything that is not an image."""
    if len(shape) != 3:
        raise LayerError(
            "rank",
            f"{layer} works on images (channels × height × width), and receives {text(shape)}.",
            "Place it before Flatten."
            if len(shape) == 1
            else f"Give it an input of three axes, not {len(shape)}.",
        )
    return shape[0], shape[1], shape[2]


def window(
    layer: str,
    size: tuple[int, int],
    kernel: tuple[int, int],
    stride: tuple[int, int],
    padding: tuple[int, int],
    dilation: tuple[int, int] = (1, 1),
    ceil_mode: bool = False,
) -> tuple[int, int]:
    """Height and width after a window slides over an image.

    floor((n + 2p - d(k - 1) - 1) / s) + 1, or the ceiling; with the ceiling a window may reach over
    the edge, and the last must start inside the image or its left padding (Dumoulin and Visin 2016;
    torch.nn.MaxPool2d).

    Raises:
        LayerError: the window is too large for the padded input.
    """
    out = []
    for axis, n, k, s, p, d in zip(AXES, size, kernel, stride, padding, dilation, strict=True):
        reach = d * (k - 1) + 1
        room = n + 2 * p - reach
        steps = -(-room // s) if ceil_mode else room // s
        if ceil_mode and steps * s >= n + p:
            steps -= 1
        if steps < 0:
            spread = f" (a kernel of {k} with dilation {d})" if d > 1 else ""
            padded = f"{n} and {n + 2 * p} with padding" if p else f"{n}"
            raise LayerError(
                "window-too-large",
                f"{layer}'s window covers {reach} in {axis}{spread}, and its input is only "
                f"{padded}.",
                f"Use a kernel of at most {(n + 2 * p - 1) // d + 1}, more padding, or less "
                "downsampling before it.",
            )
        out.append(steps + 1)
    return out[0], out[1]
