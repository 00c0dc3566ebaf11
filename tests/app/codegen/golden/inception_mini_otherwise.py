"""Inception (small), drawn in Skipwire: 200,235 parameters."""

import torch
from torch import Tensor, nn

__all__ = ["InceptionSmall"]


class ConvReLU(nn.Sequential):
    """A convolution and its activation."""

    def __init__(
        self, in_channels: int, channels: int = 64, kernel: int = 1, stride: int = 1
    ) -> None:
        super().__init__()
        self.conv = nn.Conv2d(
            in_channels, channels, kernel, stride=stride, padding=kernel // 2
        )
        self.relu = nn.ReLU()


class Inception(nn.Module):
    """Looks for small and large patterns at once, through windows of 1, 3 and 5 px."""

    def __init__(
        self,
        in_channels: int,
        c1: int = 64,
        c3r: int = 96,
        c3: int = 128,
        c5r: int = 16,
        c5: int = 32,
        pool_proj: int = 32,
    ) -> None:
        super().__init__()
        self.conv1 = ConvReLU(in_channels, channels=c1)
        self.reduce3 = ConvReLU(in_channels, channels=c3r)
        self.conv3 = ConvReLU(c3r, channels=c3, kernel=3)
        self.reduce5 = ConvReLU(in_channels, channels=c5r)
        self.conv5 = ConvReLU(c5r, channels=c5, kernel=5)
        self.pool = nn.MaxPool2d(3, stride=1, padding=1)
        self.project = ConvReLU(in_channels, channels=pool_proj)

    def forward(self, x: Tensor) -> Tensor:
        conv1 = self.conv1(x)
        branch3 = self.reduce3(x)
        branch3 = self.conv3(branch3)
        branch5 = self.reduce5(x)
        branch5 = self.conv5(branch5)
        x = self.pool(x)
        x = self.project(x)
        return torch.cat((conv1, branch3, branch5, x), dim=1)


class InceptionSmall(nn.Module):
    """Inception (small): (N, 3, 32, 32) -> (N, 7)."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = ConvReLU(3, channels=32, kernel=3)
        self.inception1 = Inception(32, c1=16, c3r=24, c3=32, c5r=4, c5=8, pool_proj=8)
        self.pool1 = nn.MaxPool2d(3, stride=2, padding=1)
        self.inception2 = Inception(
            64, c1=32, c3r=48, c3=64, c5r=8, c5=16, pool_proj=16
        )
        self.pool2 = nn.MaxPool2d(3, stride=2, padding=1)
        self.inception3 = Inception(128)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.flatten = nn.Flatten()
        self.dropout = nn.Dropout(p=0.4)
        self.fc = nn.Linear(256, 7)

    def forward(self, x: Tensor) -> Tensor:
        x = self.stem(x)  # (N, 32, 32, 32)
        x = self.inception1(x)  # (N, 64, 32, 32)
        x = self.pool1(x)  # (N, 64, 16, 16)
        x = self.inception2(x)  # (N, 128, 16, 16)
        x = self.pool2(x)  # (N, 128, 8, 8)
        x = self.inception3(x)  # (N, 256, 8, 8)
        x = self.avgpool(x)  # (N, 256, 1, 1)
        x = self.flatten(x)  # (N, 256)
        x = self.dropout(x)
        return self.fc(x)  # (N, 7)
