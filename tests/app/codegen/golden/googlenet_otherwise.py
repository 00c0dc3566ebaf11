"""GoogLeNet, drawn in Skipwire: 5,980,727 parameters."""

import torch
from torch import Tensor, nn

__all__ = ["GoogLeNet"]


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


class GoogLeNet(nn.Module):
    """GoogLeNet: (N, 3, 224, 224) -> (N, 7)."""

    def __init__(self) -> None:
        super().__init__()
        self.conv1 = ConvReLU(3, kernel=7, stride=2)
        self.maxpool1 = nn.MaxPool2d(3, stride=2, ceil_mode=True)
        self.norm1 = nn.LocalResponseNorm(5)
        self.conv2 = ConvReLU(64)
        self.conv3 = ConvReLU(64, channels=192, kernel=3)
        self.norm2 = nn.LocalResponseNorm(5)
        self.maxpool2 = nn.MaxPool2d(3, stride=2, ceil_mode=True)
        self.inception3a = Inception(192)
        self.inception3b = Inception(
            256, c1=128, c3r=128, c3=192, c5r=32, c5=96, pool_proj=64
        )
        self.maxpool3 = nn.MaxPool2d(3, stride=2, ceil_mode=True)
        self.inception4a = Inception(480, c1=192, c3=208, c5=48, pool_proj=64)
        self.inception4b = Inception(
            512, c1=160, c3r=112, c3=224, c5r=24, c5=64, pool_proj=64
        )
        self.inception4c = Inception(
            512, c1=128, c3r=128, c3=256, c5r=24, c5=64, pool_proj=64
        )
        self.inception4d = Inception(
            512, c1=112, c3r=144, c3=288, c5r=32, c5=64, pool_proj=64
        )
        self.inception4e = Inception(
            528, c1=256, c3r=160, c3=320, c5r=32, c5=128, pool_proj=128
        )
        self.maxpool4 = nn.MaxPool2d(3, stride=2, ceil_mode=True)
        self.inception5a = Inception(
            832, c1=256, c3r=160, c3=320, c5r=32, c5=128, pool_proj=128
        )
        self.inception5b = Inception(
            832, c1=384, c3r=192, c3=384, c5r=48, c5=128, pool_proj=128
        )
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.flatten = nn.Flatten()
        self.dropout = nn.Dropout(p=0.4)
        self.fc = nn.Linear(1024, 7)
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_uniform_(module.weight, nonlinearity="linear")
                nn.init.constant_(module.bias, 0.2)
        nn.init.kaiming_uniform_(self.fc.weight, nonlinearity="linear")
        nn.init.zeros_(self.fc.bias)

    def forward(self, x: Tensor) -> Tensor:
        x = self.conv1(x)  # (N, 64, 112, 112)
        x = self.maxpool1(x)  # (N, 64, 56, 56)
        x = self.norm1(x)
        x = self.conv2(x)
        x = self.conv3(x)  # (N, 192, 56, 56)
        x = self.norm2(x)
        x = self.maxpool2(x)  # (N, 192, 28, 28)
        x = self.inception3a(x)  # (N, 256, 28, 28)
        x = self.inception3b(x)  # (N, 480, 28, 28)
        x = self.maxpool3(x)  # (N, 480, 14, 14)
        x = self.inception4a(x)  # (N, 512, 14, 14)
        x = self.inception4b(x)
        x = self.inception4c(x)
        x = self.inception4d(x)  # (N, 528, 14, 14)
        x = self.inception4e(x)  # (N, 832, 14, 14)
        x = self.maxpool4(x)  # (N, 832, 7, 7)
        x = self.inception5a(x)
        x = self.inception5b(x)  # (N, 1024, 7, 7)
        x = self.avgpool(x)  # (N, 1024, 1, 1)
        x = self.flatten(x)  # (N, 1024)
        x = self.dropout(x)
        return self.fc(x)  # (N, 7)
