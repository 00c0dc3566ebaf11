"""Test, drawn in Skipwire: 1,522 parameters."""

import torch
from torch import Tensor, nn

__all__ = ["Test"]


class Dense(nn.Module):
    def __init__(self, in_channels: int, channels: int = 4) -> None:
        super().__init__()
        self.bn = nn.BatchNorm2d(in_channels)
        self.conv = nn.Conv2d(in_channels, channels, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        out = self.bn(x)
        out = self.conv(out)
        return torch.cat((x, out), dim=1)


class Stack(nn.Sequential):
    def __init__(self, in_channels: int, channels: int = 4, depth: int = 2) -> None:
        super().__init__()
        self.layers = nn.Sequential()
        for i in range(depth):
            self.layers.append(Dense(in_channels + i * channels, channels=channels))
        self.bn = nn.BatchNorm2d(in_channels + 3 * channels)


class Stack2(nn.Sequential):
    def __init__(self, in_channels: int, channels: int = 4, depth: int = 2) -> None:
        super().__init__()
        self.layers = nn.Sequential()
        for i in range(depth):
            self.layers.append(Dense(in_channels + i * channels, channels=channels))
        self.bn = nn.BatchNorm2d(in_channels + 2 * channels)


class Test(nn.Module):
    """Test: (N, 3, 8, 8) -> (N, 19, 8, 8)."""

    def __init__(self) -> None:
        super().__init__()
        self.a = Stack(3, depth=3)
        self.b = Stack2(15, channels=2)

    def forward(self, x: Tensor) -> Tensor:
        x = self.a(x)  # (N, 15, 8, 8)
        return self.b(x)  # (N, 19, 8, 8)
