"""Padding as a number, as “valid” or as TensorFlow's “same”, for everything that slides a window.

With “same” an axis of n cells becomes ceil(n / stride). What is missing for that is added half
before and half after, an odd cell after (TensorFlow, tf.nn: notes on padding).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from nodes.shapes import Sides
from nodes.spec import LEFT_OUT, LeftOut, Shape, Support, Value, Window

SAME = "same"
VALID = "valid"
WORDS = (VALID, SAME)
ABOUT_WORDS = (
    "With padding “valid” nothing is added. With “same”, which has TensorFlow's meaning, the "
    "output has ⌈size / stride⌉ cells: half of what is missing is added before, half after, an "
    "odd cell after."
)

PAD_SAME = Support(
    "pad_same",
    '''\
def pad_same(
    x: Tensor,
    kernel_size: int | tuple[int, ...],
    stride: int | tuple[int, ...],
    dilation: int | tuple[int, ...] = 1,
    value: float = 0.0,
) -> Tensor:
    """Pads as TensorFlow does: for ceil(n / stride) windows, an odd cell at the end."""
    numbers = kernel_size, stride, dilation
    sides: list[int] = []  # the last axis first
    for axis, n in enumerate(x.shape[2:]):
        k, s, d = (v if isinstance(v, int) else v[axis] for v in numbers)
        total = max((-(-n // s) - 1) * s + d * (k - 1) + 1 - n, 0)
        sides = [total // 2, total - total // 2, *sides]
    return functional.pad(x, sides, value=value)''',
    ("from torch.nn import functional",),
)


def sides_of(
    padding: int | str | tuple[int, ...],
    size: Sequence[int],
    kernel: Sequence[int],
    stride: Sequence[int],
    dilation: Sequence[int],
) -> Sides:
    """The cells that a padding adds before and after, for every axis."""
    if padding == SAME:
        totals = [
            max((-(-n // s) - 1) * s + d * (k - 1) + 1 - n, 0)
            for n, k, s, d in zip(size, kernel, stride, dilation, strict=True)
        ]
        return [(total // 2, total - total // 2) for total in totals]
    if isinstance(padding, tuple):
        return [(p, p) for p in padding]
    amount = 0 if isinstance(padding, str) else padding
    return [(amount, amount)] * len(size)


def padded(size: Sequence[int], sides: Sides) -> Shape:
    """The size with its padding."""
    return tuple(n + before + after for n, (before, after) in zip(size, sides, strict=True))


def windows(
    kernel: Sequence[int], stride: Sequence[int], sides: Sides, dilation: Sequence[int]
) -> tuple[Window, ...]:
    """What one output cell sees along every axis."""
    return tuple(
        Window(d * (k - 1) + 1, s, -before)
        for k, s, (before, _), d in zip(kernel, stride, sides, dilation, strict=True)
    )


def bytes_of(*shape: int) -> int:
    """The size of a tensor of float32."""
    return 4 * math.prod(shape)


def known(numbers: Sequence[int]) -> bool:
    """Whether the numbers stand in the node itself.

    The code generator gives those that come from a parameter of a block as a kind of int of its
    own; code that depends on them must be right for any value.
    """
    return all(type(n) is int for n in numbers)


def as_numbers(
    kernel: Sequence[int], stride: Sequence[int], dilation: Sequence[int]
) -> tuple[int, ...] | None:
    """The “same” padding where it is the same number on both sides at every input size."""
    amounts = []
    for k, s, d in zip(kernel, stride, dilation, strict=True):
        total = d * (k - 1)
        if total and (s > 1 or total % 2):
            return None
        amounts.append(total // 2)
    return tuple(amounts)


def written(amounts: tuple[int, ...]) -> Value | LeftOut:
    """Numbers for a constructor whose padding is 0 by default: one where all are equal."""
    if not any(amounts):
        return LEFT_OUT
    return amounts[0] if len(set(amounts)) == 1 else amounts
