"""DenseNet-121, drawn in Skipwire: 7,978,856 parameters."""

import torch
from torch import Tensor, nn

__all__ = ["DenseNet121"]


class DenseBottleneck(nn.Module):
    """Adds its new maps to all the maps before it, by way of a 1×1 convolution."""

    def __init__(self, in_channels: int, growth_rate: int = 32) -> None:
        super().__init__()
        self.norm1 = nn.BatchNorm2d(in_channels)
        self.relu1 = nn.ReLU(inplace=True)
        self.conv1 = nn.Conv2d(in_channels, 4 * growth_rate, 1, bias=False)
        self.norm2 = nn.BatchNorm2d(4 * growth_rate)
        self.relu2 = nn.ReLU(inplace=True)
        self.conv2 = nn.Conv2d(4 * growth_rate, growth_rate, 3, padding=1, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        out = self.norm1(x)
        out = self.relu1(out)
        out = self.conv1(out)
        out = self.norm2(out)
        out = self.relu2(out)
        out = self.conv2(out)
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


class Features(nn.Sequential):
    """Dense blocks with transitions between them."""

    def __init__(self, in_channels: int) -> None:
        super().__init__()
        self.conv0 = nn.Conv2d(in_channels, 64, 7, stride=2, padding=3, bias=False)
        self.norm0 = nn.BatchNorm2d(64)
        self.relu0 = nn.ReLU(inplace=True)
        self.pool0 = nn.MaxPool2d(3, stride=2, padding=1)
        self.denseblock1 = nn.Sequential()
        for i in range(6):
            self.denseblock1.add_module(
                f"denselayer{i + 1}", DenseBottleneck(64 + i * 32)
            )
        self.transition1 = Transition(256)
        self.denseblock2 = nn.Sequential()
        for i in range(12):
            self.denseblock2.add_module(
                f"denselayer{i + 1}", DenseBottleneck(128 + i * 32)
            )
        self.transition2 = Transition(512)
        self.denseblock3 = nn.Sequential()
        for i in range(24):
            self.denseblock3.add_module(
                f"denselayer{i + 1}", DenseBottleneck(256 + i * 32)
            )
        self.transition3 = Transition(1024)
        self.denseblock4 = nn.Sequential()
        for i in range(16):
            self.denseblock4.add_module(
                f"denselayer{i + 1}", DenseBottleneck(512 + i * 32)
            )
        self.norm5 = nn.BatchNorm2d(1024)


class DenseNet121(nn.Module):
    """DenseNet-121: (N, 3, 224, 224) -> (N, 1000)."""

    def __init__(self) -> None:
        super().__init__()
        self.features = Features(3)
        self.relu = nn.ReLU(inplace=True)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.flatten = nn.Flatten()
        self.classifier = nn.Linear(1024, 1000)
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight)
        nn.init.zeros_(self.classifier.bias)

    def forward(self, x: Tensor) -> Tensor:
        x = self.features(x)  # (N, 1024, 7, 7)
        x = self.relu(x)
        x = self.avgpool(x)  # (N, 1024, 1, 1)
        x = self.flatten(x)  # (N, 1024)
        return self.classifier(x)  # (N, 1000)
