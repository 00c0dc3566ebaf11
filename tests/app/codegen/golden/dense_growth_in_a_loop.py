"""Test, drawn in Skipwire: 1,384 parameters."""

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


class Test(nn.Module):
    """Test: (N, 3, 8, 8) -> (N, 19, 8, 8)."""

    def __init__(self) -> None:
        super().__init__()
        self.d = nn.Sequential()
        for i in range(4):
            self.d.append(Dense(3 + i * 4))

    def forward(self, x: Tensor) -> Tensor:
        return self.d(x)  # (N, 19, 8, 8)
