"""Test, drawn in Skipwire: 808 parameters."""

import torch
from torch import Tensor, nn
from torch.nn import functional

__all__ = ["Test"]


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
    return functional.pad(x, sides, value=value)


class Conv2dSame(nn.Conv2d):
    """A convolution with TensorFlow's "same" padding."""

    def forward(self, x: Tensor) -> Tensor:
        x = pad_same(x, self.kernel_size, self.stride, self.dilation)
        return super().forward(x)


class MaxPool2dSame(nn.MaxPool2d):
    """Max pooling with TensorFlow's "same" padding."""

    def forward(self, x: Tensor) -> Tensor:
        x = pad_same(x, self.kernel_size, self.stride, self.dilation, -torch.inf)
        return super().forward(x)


class AvgPool2dSame(nn.AvgPool2d):
    """Average pooling with TensorFlow's "same" padding: the mean of the valid cells."""

    def forward(self, x: Tensor) -> Tensor:
        cells = torch.ones_like(x[:1, :1])
        cells = pad_same(cells, self.kernel_size, self.stride)
        x = pad_same(x, self.kernel_size, self.stride)
        return super().forward(x) / super().forward(cells)


class Test(nn.Module):
    """Test: (N, 3, 16, 15) -> (N, 8, 2, 2)."""

    def __init__(self) -> None:
        super().__init__()
        self.conv1 = Conv2dSame(3, 8, 3, stride=2)
        self.pool1 = MaxPool2dSame(3, stride=2)
        self.conv2 = nn.Conv2d(8, 8, 3, padding="same")
        self.pool2 = AvgPool2dSame(3, stride=2)

    def forward(self, x: Tensor) -> Tensor:
        x = self.conv1(x)  # (N, 8, 8, 8)
        x = self.pool1(x)  # (N, 8, 4, 4)
        x = self.conv2(x)
        return self.pool2(x)  # (N, 8, 2, 2)
