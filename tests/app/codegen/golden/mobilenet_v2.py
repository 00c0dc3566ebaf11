"""MobileNet v2, drawn in Skipwire: 3,504,872 parameters."""

from torch import Tensor, nn

__all__ = ["MobileNetV2"]


class ConvNormReLU6(nn.Sequential):
    """A convolution and its batch normalisation, then ReLU6."""

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
            nn.ReLU6(inplace=True),
        )


class DepthwiseBottleneck(nn.Sequential):
    """Filters each map by itself, and mixes them without an activation."""

    def __init__(self, in_channels: int, channels: int = 64, stride: int = 1) -> None:
        super().__init__(
            ConvNormReLU6(
                in_channels, channels=in_channels, stride=stride, groups=in_channels
            ),
            nn.Conv2d(in_channels, channels, 1, bias=False),
            nn.BatchNorm2d(channels),
        )


class DepthwiseResidual(nn.Module):
    """An inverted residual that does not widen the maps."""

    def __init__(self, in_channels: int, channels: int = 64, stride: int = 1) -> None:
        super().__init__()
        self.conv = DepthwiseBottleneck(in_channels, channels=channels, stride=stride)
        self.add = stride == 1 and in_channels == channels

    def forward(self, x: Tensor) -> Tensor:
        conv = self.conv(x)
        return conv + x if self.add else conv


class LinearBottleneck(nn.Sequential):
    """Widens the maps, filters each by itself, and narrows them without an
    activation.
    """

    def __init__(
        self, in_channels: int, channels: int = 64, expansion: int = 6, stride: int = 1
    ) -> None:
        super().__init__(
            ConvNormReLU6(in_channels, channels=expansion * in_channels, kernel_size=1),
            ConvNormReLU6(
                expansion * in_channels,
                channels=expansion * in_channels,
                stride=stride,
                groups=expansion * in_channels,
            ),
            nn.Conv2d(expansion * in_channels, channels, 1, bias=False),
            nn.BatchNorm2d(channels),
        )


class InvertedResidual(nn.Module):
    """A linear bottleneck, and a shortcut between its narrow ends where the
    shape is kept.
    """

    def __init__(
        self, in_channels: int, channels: int = 64, expansion: int = 6, stride: int = 1
    ) -> None:
        super().__init__()
        self.conv = LinearBottleneck(
            in_channels, channels=channels, expansion=expansion, stride=stride
        )
        self.add = stride == 1 and in_channels == channels

    def forward(self, x: Tensor) -> Tensor:
        conv = self.conv(x)
        return conv + x if self.add else conv


class MobileNetV2Features(nn.Sequential):
    """Inverted residuals between two convolutions."""

    def __init__(self, in_channels: int) -> None:
        super().__init__(
            ConvNormReLU6(in_channels, channels=32, stride=2),
            DepthwiseResidual(32, channels=16),
            InvertedResidual(16, channels=24, stride=2),
            InvertedResidual(24, channels=24),
            InvertedResidual(24, channels=32, stride=2),
            InvertedResidual(32, channels=32),
            InvertedResidual(32, channels=32),
            InvertedResidual(32, stride=2),
            InvertedResidual(64),
            InvertedResidual(64),
            InvertedResidual(64),
            InvertedResidual(64, channels=96),
            InvertedResidual(96, channels=96),
            InvertedResidual(96, channels=96),
            InvertedResidual(96, channels=160, stride=2),
            InvertedResidual(160, channels=160),
            InvertedResidual(160, channels=160),
            InvertedResidual(160, channels=320),
            ConvNormReLU6(320, channels=1280, kernel_size=1),
        )


class MobileNetV2Classifier(nn.Sequential):
    """Dropout and a linear layer."""

    def __init__(
        self, in_channels: int, classes: int = 1000, dropout: float = 0.2
    ) -> None:
        super().__init__(
            nn.Dropout(p=dropout),
            nn.Linear(in_channels, classes),
        )


class MobileNetV2(nn.Module):
    """MobileNet v2: (N, 3, 224, 224) -> (N, 1000)."""

    def __init__(self) -> None:
        super().__init__()
        self.features = MobileNetV2Features(3)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.flatten = nn.Flatten()
        self.classifier = MobileNetV2Classifier(1280)
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, mode="fan_out")
        nn.init.normal_(self.classifier[1].weight, std=0.01)
        nn.init.zeros_(self.classifier[1].bias)

    def forward(self, x: Tensor) -> Tensor:
        x = self.features(x)  # (N, 1280, 7, 7)
        x = self.avgpool(x)  # (N, 1280, 1, 1)
        x = self.flatten(x)  # (N, 1280)
        return self.classifier(x)  # (N, 1000)
