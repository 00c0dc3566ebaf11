"""EfficientNet B0, drawn in Skipwire: 5,288,548 parameters."""

from torch import Tensor, nn
from torch.nn import functional

__all__ = ["EfficientNetB0"]


class DropPath(nn.Module):
    """Zeroes whole samples at random while training, and scales up the others."""

    def __init__(self, p: float) -> None:
        super().__init__()
        self.p = p

    def forward(self, input: Tensor) -> Tensor:
        if not self.training:
            return input
        kept = input.new_ones(len(input), *[1] * (input.dim() - 1))
        return input * functional.dropout(kept, self.p)


class ConvNormSiLU(nn.Sequential):
    """A convolution and its batch normalisation, then SiLU."""

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
            nn.SiLU(inplace=True),
        )


class SqueezeExcitation(nn.Module):
    """Weighs every map by what all maps hold."""

    def __init__(self, in_channels: int, squeeze: int = 16) -> None:
        super().__init__()
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.fc1 = nn.Conv2d(in_channels, squeeze, 1)
        self.activation = nn.SiLU(inplace=True)
        self.fc2 = nn.Conv2d(squeeze, in_channels, 1)
        self.scale_activation = nn.Sigmoid()

    def forward(self, x: Tensor) -> Tensor:
        out = self.avgpool(x)
        out = self.fc1(out)
        out = self.activation(out)
        out = self.fc2(out)
        out = self.scale_activation(out)
        return out * x


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


class MBConv1Layers(nn.Sequential):
    """The layers of an MBConv."""

    def __init__(
        self,
        in_channels: int,
        channels: int = 64,
        kernel_size: int = 3,
        stride: int = 1,
    ) -> None:
        super().__init__(
            ConvNormSiLU(
                in_channels,
                channels=in_channels,
                kernel_size=kernel_size,
                stride=stride,
                groups=in_channels,
            ),
            SqueezeExcitation(in_channels, squeeze=max(in_channels // 4, 1)),
            ConvNorm(in_channels, channels=channels, kernel_size=1),
        )


class MBConv1(nn.Module):
    """An inverted residual with squeeze-and-excitation, and a shortcut where
    the shape is kept.
    """

    def __init__(
        self,
        in_channels: int,
        channels: int = 64,
        kernel_size: int = 3,
        stride: int = 1,
        drop: float = 0.0,
    ) -> None:
        super().__init__()
        self.block = MBConv1Layers(
            in_channels, channels=channels, kernel_size=kernel_size, stride=stride
        )
        self.stochastic_depth = (
            DropPath(drop) if stride == 1 and in_channels == channels else nn.Identity()
        )
        self.add = stride == 1 and in_channels == channels

    def forward(self, x: Tensor) -> Tensor:
        out = self.block(x)
        out = self.stochastic_depth(out)
        return out + x if self.add else out


class MBConvLayers(nn.Sequential):
    """The layers of an MBConv."""

    def __init__(
        self,
        in_channels: int,
        channels: int = 64,
        expansion: int = 6,
        kernel_size: int = 3,
        stride: int = 1,
    ) -> None:
        super().__init__(
            ConvNormSiLU(in_channels, channels=expansion * in_channels, kernel_size=1),
            ConvNormSiLU(
                expansion * in_channels,
                channels=expansion * in_channels,
                kernel_size=kernel_size,
                stride=stride,
                groups=expansion * in_channels,
            ),
            SqueezeExcitation(
                expansion * in_channels, squeeze=max(in_channels // 4, 1)
            ),
            ConvNorm(expansion * in_channels, channels=channels, kernel_size=1),
        )


class MBConv(nn.Module):
    """An inverted residual with squeeze-and-excitation, and a shortcut where
    the shape is kept.
    """

    def __init__(
        self,
        in_channels: int,
        channels: int = 64,
        expansion: int = 6,
        kernel_size: int = 3,
        stride: int = 1,
        drop: float = 0.0,
    ) -> None:
        super().__init__()
        self.block = MBConvLayers(
            in_channels,
            channels=channels,
            expansion=expansion,
            kernel_size=kernel_size,
            stride=stride,
        )
        self.stochastic_depth = (
            DropPath(drop) if stride == 1 and in_channels == channels else nn.Identity()
        )
        self.add = stride == 1 and in_channels == channels

    def forward(self, x: Tensor) -> Tensor:
        out = self.block(x)
        out = self.stochastic_depth(out)
        return out + x if self.add else out


class EfficientNetFeatures(nn.Sequential):
    """Stages of inverted residuals between convolutions."""

    def __init__(self, in_channels: int) -> None:
        super().__init__()
        self.add_module("0", ConvNormSiLU(in_channels, channels=32, stride=2))
        copies = nn.Sequential()
        copies.append(MBConv1(32, channels=16))
        self.add_module("1", copies)
        copies = nn.Sequential()
        for i in range(2):
            copies.append(
                MBConv(
                    16 if i == 0 else 24,
                    channels=24,
                    stride=2 if i == 0 else 1,
                    drop=0.2 * (1 + i) / 16,
                )
            )
        self.add_module("2", copies)
        copies = nn.Sequential()
        for i in range(2):
            copies.append(
                MBConv(
                    24 if i == 0 else 40,
                    channels=40,
                    kernel_size=5,
                    stride=2 if i == 0 else 1,
                    drop=0.2 * (3 + i) / 16,
                )
            )
        self.add_module("3", copies)
        copies = nn.Sequential()
        for i in range(3):
            copies.append(
                MBConv(
                    40 if i == 0 else 80,
                    channels=80,
                    stride=2 if i == 0 else 1,
                    drop=0.2 * (5 + i) / 16,
                )
            )
        self.add_module("4", copies)
        copies = nn.Sequential()
        for i in range(3):
            copies.append(
                MBConv(
                    80 if i == 0 else 112,
                    channels=112,
                    kernel_size=5,
                    drop=0.2 * (8 + i) / 16,
                )
            )
        self.add_module("5", copies)
        copies = nn.Sequential()
        for i in range(4):
            copies.append(
                MBConv(
                    112 if i == 0 else 192,
                    channels=192,
                    kernel_size=5,
                    stride=2 if i == 0 else 1,
                    drop=0.2 * (11 + i) / 16,
                )
            )
        self.add_module("6", copies)
        copies = nn.Sequential()
        copies.append(MBConv(192, channels=320, drop=0.1875))
        self.add_module("7", copies)
        self.add_module("8", ConvNormSiLU(320, channels=1280, kernel_size=1))


class EfficientNetClassifier(nn.Sequential):
    """Dropout and a linear layer."""

    def __init__(self, in_channels: int) -> None:
        super().__init__(
            nn.Dropout(p=0.2, inplace=True),
            nn.Linear(in_channels, 1000),
        )


class EfficientNetB0(nn.Module):
    """EfficientNet B0: (N, 3, 224, 224) -> (N, 1000)."""

    def __init__(self) -> None:
        super().__init__()
        self.features = EfficientNetFeatures(3)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.flatten = nn.Flatten()
        self.classifier = EfficientNetClassifier(1280)
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, mode="fan_out")
                if module.bias is not None:
                    nn.init.zeros_(module.bias)
        nn.init.uniform_(
            self.classifier[1].weight, a=-0.03162277660168379, b=0.03162277660168379
        )
        nn.init.zeros_(self.classifier[1].bias)

    def forward(self, x: Tensor) -> Tensor:
        x = self.features(x)  # (N, 1280, 7, 7)
        x = self.avgpool(x)  # (N, 1280, 1, 1)
        x = self.flatten(x)  # (N, 1280)
        return self.classifier(x)  # (N, 1000)
