"""RegNet-Y-400MF, drawn in Skipwire: 4,344,144 parameters."""

from torch import Tensor, nn

__all__ = ["RegNetY400MF"]


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


class ConvNorm(nn.Sequential):
    """A convolution and its batch normalisation."""

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
        )


class SqueezeExcitation(nn.Module):
    """Weighs every map by what all maps hold."""

    def __init__(self, in_channels: int, squeeze: int = 16) -> None:
        super().__init__()
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.fc1 = nn.Conv2d(in_channels, squeeze, 1)
        self.activation = nn.ReLU()
        self.fc2 = nn.Conv2d(squeeze, in_channels, 1)
        self.scale_activation = nn.Sigmoid()

    def forward(self, x: Tensor) -> Tensor:
        out = self.avgpool(x)
        out = self.fc1(out)
        out = self.activation(out)
        out = self.fc2(out)
        out = self.scale_activation(out)
        return out * x


class RegNetTransform(nn.Sequential):
    """1×1, grouped 3×3 and 1×1 convolutions."""

    def __init__(
        self,
        in_channels: int,
        channels: int = 64,
        stride: int = 1,
        group_width: int = 8,
        squeeze: float = 0.25,
    ) -> None:
        super().__init__()
        self.a = ConvNormReLU(in_channels, channels=channels, kernel_size=1)
        self.b = ConvNormReLU(
            channels,
            channels=channels,
            stride=stride,
            groups=max(channels // group_width, 1),
        )
        self.se = (
            SqueezeExcitation(channels, squeeze=max(round(squeeze * in_channels), 1))
            if squeeze > 0
            else nn.Identity()
        )
        self.c = ConvNorm(channels, channels=channels, kernel_size=1)


class RegNetBlock(nn.Module):
    """A residual block with grouped convolutions and squeeze-and-excitation."""

    def __init__(
        self,
        in_channels: int,
        channels: int = 64,
        stride: int = 1,
        group_width: int = 8,
        squeeze: float = 0.25,
    ) -> None:
        super().__init__()
        self.proj = (
            ConvNorm(in_channels, channels=channels, kernel_size=1, stride=stride)
            if in_channels != channels or stride != 1
            else nn.Identity()
        )
        self.f = RegNetTransform(
            in_channels,
            channels=channels,
            stride=stride,
            group_width=group_width,
            squeeze=squeeze,
        )
        self.activation = nn.ReLU(inplace=True)

    def forward(self, x: Tensor) -> Tensor:
        proj = self.proj(x)
        x = self.f(x)
        x = proj + x
        return self.activation(x)


class RegNetTrunk(nn.Sequential):
    """Stages that halve the size and widen the maps."""

    def __init__(self, in_channels: int) -> None:
        super().__init__()
        self.block1 = nn.Sequential()
        self.block1.add_module(
            "block1-0", RegNetBlock(in_channels, channels=48, stride=2)
        )
        self.block2 = nn.Sequential()
        for i in range(3):
            self.block2.add_module(
                f"block2-{i}",
                RegNetBlock(
                    48 if i == 0 else 104, channels=104, stride=2 if i == 0 else 1
                ),
            )
        self.block3 = nn.Sequential()
        for i in range(6):
            self.block3.add_module(
                f"block3-{i}",
                RegNetBlock(
                    104 if i == 0 else 208, channels=208, stride=2 if i == 0 else 1
                ),
            )
        self.block4 = nn.Sequential()
        for i in range(6):
            self.block4.add_module(
                f"block4-{i}",
                RegNetBlock(
                    208 if i == 0 else 440, channels=440, stride=2 if i == 0 else 1
                ),
            )


class RegNetY400MF(nn.Module):
    """RegNet-Y-400MF: (N, 3, 224, 224) -> (N, 1000)."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = ConvNormReLU(3, channels=32, stride=2)
        self.trunk_output = RegNetTrunk(32)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.flatten = nn.Flatten()
        self.fc = nn.Linear(440, 1000)
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, mode="fan_out")
        nn.init.normal_(self.fc.weight, std=0.01)
        nn.init.zeros_(self.fc.bias)

    def forward(self, x: Tensor) -> Tensor:
        x = self.stem(x)  # (N, 32, 112, 112)
        x = self.trunk_output(x)  # (N, 440, 7, 7)
        x = self.avgpool(x)  # (N, 440, 1, 1)
        x = self.flatten(x)  # (N, 440)
        return self.fc(x)  # (N, 1000)
