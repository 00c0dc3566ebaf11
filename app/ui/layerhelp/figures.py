"""The numbers in the pictures of layers, worked out as the layers do."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from app.ui.layerhelp.sketch import Numbers

_PADS = {"zeros": "constant", "constant": "constant", "reflect": "reflect",
         "replicate": "edge", "circular": "wrap"}  # fmt: skip
_DIGITS = (
    (3, 1, 0, 2, 4, 1, 5, 2), (0, 5, 2, 1, 3, 0, 4, 1), (2, 4, 1, 6, 0, 2, 1, 3),
    (1, 0, 3, 2, 5, 4, 0, 6), (4, 2, 7, 1, 0, 3, 2, 1), (0, 3, 1, 4, 2, 8, 1, 5),
    (2, 1, 5, 0, 3, 1, 4, 2), (6, 0, 2, 3, 1, 5, 0, 4),
)  # fmt: skip


def digits(rows: int, columns: int, modulo: int = 10) -> Numbers:
    """Numbers to work with: always the same, below the modulo."""
    table = np.array(_DIGITS, dtype=np.float64)
    return table[np.ix_(np.arange(rows) % 8, np.arange(columns) % 8)] % modulo


@dataclass(frozen=True)
class Axis:
    """How windows lie along an axis: which of its padded cells each of them takes."""

    size: int
    before: int
    after: int
    taps: tuple[tuple[int, ...], ...]
    whole: int  # cells of a window that lies inside

    @property
    def padded(self) -> int:
        return self.before + self.size + self.after

    def real(self, cell: int) -> bool:
        """Whether a padded cell belongs to the input."""
        return self.before <= cell < self.before + self.size


def sliding(
    size: int,
    kernel: int,
    stride: int,
    sides: tuple[int, int] = (0, 0),
    dilation: int = 1,
    *,
    ceil: bool = False,
) -> Axis:
    """Windows one stride from the next (Dumoulin and Visin, 2016)."""
    before, after = sides
    padded = before + size + after
    room = padded - dilation * (kernel - 1) - 1
    count = (-(-room // stride) if ceil else room // stride) + 1
    if ceil and (count - 1) * stride >= size + before:
        count -= 1
    taps = (
        tuple(t for j in range(kernel) if (t := i * stride + j * dilation) < padded)
        for i in range(count)
    )
    return Axis(size, before, after, tuple(taps), kernel)


def sharing(size: int, wanted: int) -> Axis:
    """The windows of adaptive pooling, which may differ in length by one and overlap."""
    taps = (tuple(range(i * size // wanted, -(-(i + 1) * size // wanted))) for i in range(wanted))
    return Axis(size, 0, 0, tuple(taps), 0)


def padded(values: Numbers, rows: Axis, columns: Axis, mode: str) -> Numbers:
    sides = ((rows.before, rows.after), (columns.before, columns.after))
    return np.pad(values, sides, mode=_PADS[mode])  # type: ignore[call-overload, no-any-return]


# --- transposed ----------------------------------------------------------------------------------


def spread(size: int, kernel: int, stride: int, padding: int, more: int, dilation: int) -> Axis:
    """Which output cells every input cell adds to; beyond the edges is cut off.

    `size` and `padded` are those of the output here, and there is one entry a cell of the input.
    """
    out = (size - 1) * stride - 2 * padding + dilation * (kernel - 1) + more + 1
    taps = (tuple(i * stride - padding + j * dilation for j in range(kernel)) for i in range(size))
    return Axis(out, 0, 0, tuple(taps), kernel)


def scattered(values: Numbers, kernel: Numbers, rows: Axis, columns: Axis) -> Numbers:
    """Every input cell adds its multiple of the kernel."""
    out = np.zeros((rows.size, columns.size))
    for i, down in enumerate(rows.taps):
        for j, across in enumerate(columns.taps):
            for r, y in enumerate(down):
                for c, x in enumerate(across):
                    if 0 <= y < rows.size and 0 <= x < columns.size:
                        out[y, x] += values[i, j] * kernel[r, c]
    return out


# --- finer ---------------------------------------------------------------------------------------


def finer(size: int, wanted: int, mode: str, corners: bool) -> Numbers:
    """The share of each input cell (columns) in each output cell (rows) along one axis."""
    shares = np.zeros((wanted, size))
    for i in range(wanted):
        in_place = i * (size - 1) / max(wanted - 1, 1)
        at = in_place if corners else (i + 0.5) * size / wanted - 0.5
        if mode in ("nearest", "nearest-exact"):
            found = i * size / wanted if mode == "nearest" else at + 0.5
            shares[i, min(int(found), size - 1)] = 1
        elif mode == "bicubic":
            low = math.floor(at)
            for k in range(-1, 3):
                shares[i, min(max(low + k, 0), size - 1)] += _cubic(at - (low + k))
        else:
            at = max(at, 0.0)
            low = min(int(at), size - 1)
            high = min(low + 1, size - 1)
            shares[i, low] += 1 - (at - low)
            shares[i, high] += at - low
    return shares


def _cubic(distance: float, a: float = -0.75) -> float:
    """Keys' kernel, 1981, with the coefficient of torch."""
    t = abs(distance)
    if t <= 1:
        return (a + 2) * t**3 - (a + 3) * t**2 + 1
    return a * t**3 - 5 * a * t**2 + 8 * a * t - 4 * a if t < 2 else 0.0


# --- element by element --------------------------------------------------------------------------

_SELU = (1.0507009873554805, 1.6732632423543772)

Curve = Callable[[float], float]


def _sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-x))


def _gelu(x: float, approximate: str) -> float:
    if approximate == "tanh":
        return 0.5 * x * (1 + math.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)))
    return 0.5 * x * (1 + math.erf(x / math.sqrt(2)))


def _softplus(x: float, beta: float, threshold: float) -> float:
    return x if beta * x > threshold else math.log1p(math.exp(beta * x)) / beta


CURVES: dict[str, Callable[..., float]] = {  # with the parameters that the layer has
    "ReLU": lambda x: max(0.0, x),
    "ReLU6": lambda x: min(max(0.0, x), 6.0),
    "LeakyReLU": lambda x, negative_slope: x if x >= 0 else negative_slope * x,
    "PReLU": lambda x, init: x if x >= 0 else init * x,
    "ELU": lambda x, alpha: x if x > 0 else alpha * math.expm1(x),
    "SELU": lambda x: _SELU[0] * (x if x > 0 else _SELU[1] * math.expm1(x)),
    "GELU": _gelu,
    "SiLU": lambda x: x * _sigmoid(x),
    "Mish": lambda x: x * math.tanh(math.log1p(math.exp(x))),
    "Hardswish": lambda x: x * min(max(0.0, x + 3), 6.0) / 6,
    "Hardsigmoid": lambda x: min(max(0.0, x + 3), 6.0) / 6,
    "Sigmoid": _sigmoid,
    "Tanh": math.tanh,
    "ScaledTanh": lambda x, amplitude, slope: amplitude * math.tanh(slope * x),
    "Softplus": _softplus,
}


def softmax(scores: Sequence[float]) -> list[float]:
    powers = [math.exp(s) for s in scores]
    return [p / sum(powers) for p in powers]


def normalised(values: Sequence[float], eps: float, *, centred: bool) -> list[float]:
    """With mean 0 and variance 1, or with root mean square 1 where it is not centred."""
    mean = sum(values) / len(values) if centred else 0.0
    spread = math.sqrt(sum((v - mean) ** 2 for v in values) / len(values) + eps)
    return [(v - mean) / spread for v in values]


def responses(
    values: Sequence[float], size: int, alpha: float, beta: float, k: float
) -> list[float]:
    """Local response normalisation, as torch has it."""
    found = []
    for c, v in enumerate(values):
        near = values[max(0, c - size // 2) : c + (size - 1) // 2 + 1]
        found.append(v / (k + alpha / size * sum(n * n for n in near)) ** beta)
    return found
