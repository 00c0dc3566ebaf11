"""DenseNet-40, drawn in Skipwire: 1,019,722 parameters."""

import torch
from torch import Tensor, nn

__all__ = ["DenseNet40"]


class DenseLayer(nn.Module):
    """Adds its new maps to all the maps before it."""

    def __init__(self, in_channels: int, growth_rate: int = 12) -> None:
        super().__init__()
        self.norm = nn.BatchNorm2d(in_channels)
        self.relu = nn.ReLU(inplace=True)
        self.conv = nn.Conv2d(in_channels, growth_rate, 3, padding=1, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        out = self.norm(x)
        out = self.relu(out)
        out = self.conv(out)
        return torch.cat((x, out), dim=1)


class Transition(nn.Sequential):
    """Mixes the maps and halves their size, between two dense blocks."""

    def __init__(self, in_channels: int, reduction: int = 2) -> None:
        super().__init__()
        self.norm = nn.BatchNorm2d(in_channels)
        self.relu = nn.ReLU(inplace=True)
        self.conv = nn.Conv2d(
            in_channels, max(in_channels // reduction, 1), 1, bias=False
        )
        self.pool = nn.AvgPool2d(2)


class DenseNet40(nn.Module):
    """DenseNet-40: (N, 3, 32, 32) -> (N, 10)."""

    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Conv2d(3, 16, 3, padding=1, bias=False)
        self.dense1 = nn.Sequential()
        for i in range(12):
            self.dense1.append(DenseLayer(16 + i * 12))
        self.transition1 = Transition(160, reduction=1)
        self.dense2 = nn.Sequential()
        for i in range(12):
            self.dense2.append(DenseLayer(160 + i * 12))
        self.transition2 = Transition(304, reduction=1)
        self.dense3 = nn.Sequential()
        for i in range(12):
            self.dense3.append(DenseLayer(304 + i * 12))
        self.norm = nn.BatchNorm2d(448)
        self.relu = nn.ReLU(inplace=True)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.flatten = nn.Flatten()
        self.fc = nn.Linear(448, 10)
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(
                    module.weight, mode="fan_out", nonlinearity="relu"
                )
        nn.init.zeros_(self.fc.bias)

    def forward(self, x: Tensor) -> Tensor:
        x = self.conv(x)  # (N, 16, 32, 32)
        x = self.dense1(x)  # (N, 160, 32, 32)
        x = self.transition1(x)  # (N, 160, 16, 16)
        x = self.dense2(x)  # (N, 304, 16, 16)
        x = self.transition2(x)  # (N, 304, 8, 8)
        x = self.dense3(x)  # (N, 448, 8, 8)
        x = self.norm(x)
        x = self.relu(x)
        x = self.avgpool(x)  # (N, 448, 1, 1)
        x = self.flatten(x)  # (N, 448)
        return self.fc(x)  # (N, 10)
