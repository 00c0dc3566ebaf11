"""ShuffleNet v2 1.0×, drawn in Skipwire: 2,278,604 parameters."""

import torch
from torch import Tensor, nn

__all__ = ["ShuffleNetV210"]


class ConvNormReLU(nn.Sequential):
    """A convolution and its batch normalisation, then ReLU."""

    def __init__(
        self,
        in_channels: int,
        channels: int = 64,
        kernel_size: int = 3,
        stride: int = 1,
        groups: int = 1,
    ) -> None:
        super().__init__(
            nn.Conv2d(
                in_channels,
                channels,
                kernel_size,
                stride=stride,
                padding=(kernel_size - 1) // 2,
                groups=groups,
                bias=False,
            ),
            nn.BatchNorm2d(channels),
            nn.ReLU(inplace=True),
        )


class ShuffleBranch1(nn.Sequential):
    """What passes by, where the size or the maps change."""

    def __init__(self, in_channels: int, channels: int = 64, stride: int = 1) -> None:
        super().__init__(
            nn.Conv2d(
                in_channels,
                in_channels,
                3,
                stride=stride,
                padding=1,
                bias=False,
                groups=in_channels,
            ),
            nn.BatchNorm2d(in_channels),
            nn.Conv2d(in_channels, channels, 1, bias=False),
            nn.BatchNorm2d(channels),
            nn.ReLU(inplace=True),
        )


class ShuffleBranch2(nn.Sequential):
    """1×1, depthwise 3×3 and 1×1 convolutions."""

    def __init__(self, in_channels: int, channels: int = 64, stride: int = 1) -> None:
        super().__init__(
            nn.Conv2d(in_channels, channels, 1, bias=False),
            nn.BatchNorm2d(channels),
            nn.ReLU(inplace=True),
            nn.Conv2d(
                channels,
                channels,
                3,
                stride=stride,
                padding=1,
                bias=False,
                groups=channels,
            ),
            nn.BatchNorm2d(channels),
            nn.Conv2d(channels, channels, 1, bias=False),
            nn.BatchNorm2d(channels),
            nn.ReLU(inplace=True),
        )


class ShuffleUnit(nn.Module):
    """Half of the maps pass through three convolutions; then both halves are mixed."""

    def __init__(self, in_channels: int, channels: int = 64, stride: int = 1) -> None:
        super().__init__()
        self.split = stride == 1 and in_channels == channels
        self.branch1 = (
            ShuffleBranch1(in_channels, channels=channels // 2, stride=stride)
            if stride != 1 or in_channels != channels
            else nn.Identity()
        )
        self.branch2 = ShuffleBranch2(
            in_channels, channels=channels // 2, stride=stride
        )
        self.shuffle = nn.ChannelShuffle(2)

    def forward(self, x: Tensor) -> Tensor:
        split_0, split_1 = torch.chunk(x, 2, dim=1) if self.split else (x, x)
        split_0 = self.branch1(split_0)
        split_1 = self.branch2(split_1)
        x = torch.cat((split_0, split_1), dim=1)
        return self.shuffle(x)


class ShuffleUnit2(nn.Module):
    """Half of the maps pass through three convolutions; then both halves are mixed."""

    def __init__(self, in_channels: int, channels: int = 64, stride: int = 1) -> None:
        super().__init__()
        self.split = stride == 1 and in_channels == channels
        self.branch1 = (
            ShuffleBranch1(in_channels // 2, channels=channels // 2, stride=stride)
            if stride != 1 or in_channels != channels
            else nn.Identity()
        )
        self.branch2 = ShuffleBranch2(
            in_channels // 2, channels=channels // 2, stride=stride
        )
        self.shuffle = nn.ChannelShuffle(2)

    def forward(self, x: Tensor) -> Tensor:
        split_0, split_1 = torch.chunk(x, 2, dim=1) if self.split else (x, x)
        split_0 = self.branch1(split_0)
        split_1 = self.branch2(split_1)
        x = torch.cat((split_0, split_1), dim=1)
        return self.shuffle(x)


class ShuffleNetV210(nn.Module):
    """ShuffleNet v2 1.0×: (N, 3, 224, 224) -> (N, 1000)."""

    def __init__(self) -> None:
        super().__init__()
        self.conv1 = ConvNormReLU(3, channels=24, stride=2)
        self.maxpool = nn.MaxPool2d(3, stride=2, padding=1)
        self.stage2 = nn.Sequential()
        self.stage2.append(ShuffleUnit(24, channels=116, stride=2))
        for _ in range(3):
            self.stage2.append(ShuffleUnit2(116, channels=116))
        self.stage3 = nn.Sequential()
        self.stage3.append(ShuffleUnit(116, channels=232, stride=2))
        for _ in range(7):
            self.stage3.append(ShuffleUnit2(232, channels=232))
        self.stage4 = nn.Sequential()
        self.stage4.append(ShuffleUnit(232, channels=464, stride=2))
        for _ in range(3):
            self.stage4.append(ShuffleUnit2(464, channels=464))
        self.conv5 = ConvNormReLU(464, channels=1024, kernel_size=1)
        self.fc = nn.Linear(1024, 1000)

    def forward(self, x: Tensor) -> Tensor:
        x = self.conv1(x)  # (N, 24, 112, 112)
        x = self.maxpool(x)  # (N, 24, 56, 56)
        x = self.stage2(x)  # (N, 116, 28, 28)
        x = self.stage3(x)  # (N, 232, 14, 14)
        x = self.stage4(x)  # (N, 464, 7, 7)
        x = self.conv5(x)  # (N, 1024, 7, 7)
        x = x.flatten(2).mean(dim=2)  # (N, 1024)
        return self.fc(x)  # (N, 1000)
