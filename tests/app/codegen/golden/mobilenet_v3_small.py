"""MobileNet v3 small, drawn in Skipwire: 2,542,856 parameters."""

from torch import Tensor, nn

__all__ = ["MobileNetV3Small"]


class ConvNormHardswish(nn.Sequential):
    """A convolution and its batch normalisation, then Hardswish."""

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
            nn.BatchNorm2d(channels, eps=0.001, momentum=0.01),
            nn.Hardswish(inplace=True),
        )


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
            nn.BatchNorm2d(channels, eps=0.001, momentum=0.01),
            nn.ReLU(inplace=True),
        )


class SqueezeExcitation(nn.Module):
    """Weighs every map by what all maps hold."""

    def __init__(self, in_channels: int, squeeze: int = 16) -> None:
        super().__init__()
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.fc1 = nn.Conv2d(in_channels, squeeze, 1)
        self.activation = nn.ReLU()
        self.fc2 = nn.Conv2d(squeeze, in_channels, 1)
        self.scale_activation = nn.Hardsigmoid()

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
            nn.BatchNorm2d(channels, eps=0.001, momentum=0.01),
        )


class BottleneckReLUSEDepthwise(nn.Sequential):
    """The convolutions of an inverted residual."""

    def __init__(
        self,
        in_channels: int,
        channels: int = 64,
        squeeze: int = 16,
        kernel_size: int = 3,
        stride: int = 1,
    ) -> None:
        super().__init__(
            ConvNormReLU(
                in_channels,
                channels=in_channels,
                kernel_size=kernel_size,
                stride=stride,
                groups=in_channels,
            ),
            SqueezeExcitation(in_channels, squeeze=squeeze),
            ConvNorm(in_channels, channels=channels, kernel_size=1),
        )


class InvertedResidualReLUSEDepthwise(nn.Module):
    """Wide in between, with a shortcut between the narrow ends where the shape
    is kept.
    """

    def __init__(
        self,
        in_channels: int,
        channels: int = 64,
        squeeze: int = 16,
        kernel_size: int = 3,
        stride: int = 1,
    ) -> None:
        super().__init__()
        self.block = BottleneckReLUSEDepthwise(
            in_channels,
            channels=channels,
            squeeze=squeeze,
            kernel_size=kernel_size,
            stride=stride,
        )
        self.add = stride == 1 and in_channels == channels

    def forward(self, x: Tensor) -> Tensor:
        block = self.block(x)
        return block + x if self.add else block


class BottleneckReLU(nn.Sequential):
    """The convolutions of an inverted residual."""

    def __init__(
        self,
        in_channels: int,
        channels: int = 64,
        hidden: int = 64,
        kernel_size: int = 3,
        stride: int = 1,
    ) -> None:
        super().__init__(
            ConvNormReLU(in_channels, channels=hidden, kernel_size=1),
            ConvNormReLU(
                hidden,
                channels=hidden,
                kernel_size=kernel_size,
                stride=stride,
                groups=hidden,
            ),
            ConvNorm(hidden, channels=channels, kernel_size=1),
        )


class InvertedResidualReLU(nn.Module):
    """Wide in between, with a shortcut between the narrow ends where the shape
    is kept.
    """

    def __init__(
        self,
        in_channels: int,
        channels: int = 64,
        hidden: int = 64,
        kernel_size: int = 3,
        stride: int = 1,
    ) -> None:
        super().__init__()
        self.block = BottleneckReLU(
            in_channels,
            channels=channels,
            hidden=hidden,
            kernel_size=kernel_size,
            stride=stride,
        )
        self.add = stride == 1 and in_channels == channels

    def forward(self, x: Tensor) -> Tensor:
        block = self.block(x)
        return block + x if self.add else block


class BottleneckHardswishSE(nn.Sequential):
    """The convolutions of an inverted residual."""

    def __init__(
        self,
        in_channels: int,
        channels: int = 64,
        hidden: int = 64,
        squeeze: int = 16,
        kernel_size: int = 3,
        stride: int = 1,
    ) -> None:
        super().__init__(
            ConvNormHardswish(in_channels, channels=hidden, kernel_size=1),
            ConvNormHardswish(
                hidden,
                channels=hidden,
                kernel_size=kernel_size,
                stride=stride,
                groups=hidden,
            ),
            SqueezeExcitation(hidden, squeeze=squeeze),
            ConvNorm(hidden, channels=channels, kernel_size=1),
        )


class InvertedResidualHardswishSE(nn.Module):
    """Wide in between, with a shortcut between the narrow ends where the shape
    is kept.
    """

    def __init__(
        self,
        in_channels: int,
        channels: int = 64,
        hidden: int = 64,
        squeeze: int = 16,
        kernel_size: int = 3,
        stride: int = 1,
    ) -> None:
        super().__init__()
        self.block = BottleneckHardswishSE(
            in_channels,
            channels=channels,
            hidden=hidden,
            squeeze=squeeze,
            kernel_size=kernel_size,
            stride=stride,
        )
        self.add = stride == 1 and in_channels == channels

    def forward(self, x: Tensor) -> Tensor:
        block = self.block(x)
        return block + x if self.add else block


class MobileNetV3Features(nn.Sequential):
    """Inverted residuals between two convolutions."""

    def __init__(self, in_channels: int) -> None:
        super().__init__(
            ConvNormHardswish(in_channels, channels=16, stride=2),
            InvertedResidualReLUSEDepthwise(16, channels=16, squeeze=8, stride=2),
            InvertedResidualReLU(16, channels=24, hidden=72, stride=2),
            InvertedResidualReLU(24, channels=24, hidden=88),
            InvertedResidualHardswishSE(
                24, channels=40, hidden=96, squeeze=24, kernel_size=5, stride=2
            ),
            InvertedResidualHardswishSE(
                40, channels=40, hidden=240, squeeze=64, kernel_size=5
            ),
            InvertedResidualHardswishSE(
                40, channels=40, hidden=240, squeeze=64, kernel_size=5
            ),
            InvertedResidualHardswishSE(
                40, channels=48, hidden=120, squeeze=32, kernel_size=5
            ),
            InvertedResidualHardswishSE(
                48, channels=48, hidden=144, squeeze=40, kernel_size=5
            ),
            InvertedResidualHardswishSE(
                48, channels=96, hidden=288, squeeze=72, kernel_size=5, stride=2
            ),
            InvertedResidualHardswishSE(
                96, channels=96, hidden=576, squeeze=144, kernel_size=5
            ),
            InvertedResidualHardswishSE(
                96, channels=96, hidden=576, squeeze=144, kernel_size=5
            ),
            ConvNormHardswish(96, channels=576, kernel_size=1),
        )


class MobileNetV3Classifier(nn.Sequential):
    """Two linear layers."""

    def __init__(
        self,
        in_channels: int,
        features: int = 1280,
        classes: int = 1000,
        dropout: float = 0.2,
    ) -> None:
        super().__init__(
            nn.Linear(in_channels, features),
            nn.Hardswish(inplace=True),
            nn.Dropout(p=dropout, inplace=True),
            nn.Linear(features, classes),
        )


class MobileNetV3Small(nn.Module):
    """MobileNet v3 small: (N, 3, 224, 224) -> (N, 1000)."""

    def __init__(self) -> None:
        super().__init__()
        self.features = MobileNetV3Features(3)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.flatten = nn.Flatten()
        self.classifier = MobileNetV3Classifier(576, features=1024)
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, mode="fan_out")
                if module.bias is not None:
                    nn.init.zeros_(module.bias)
            elif isinstance(module, nn.Linear):
                nn.init.normal_(module.weight, std=0.01)
                nn.init.zeros_(module.bias)

    def forward(self, x: Tensor) -> Tensor:
        x = self.features(x)  # (N, 576, 7, 7)
        x = self.avgpool(x)  # (N, 576, 1, 1)
        x = self.flatten(x)  # (N, 576)
        return self.classifier(x)  # (N, 1000)
