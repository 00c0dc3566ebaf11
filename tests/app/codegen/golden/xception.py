"""Xception, drawn in Skipwire: 22,855,952 parameters."""

from torch import Tensor, nn

__all__ = ["Xception"]


class SeparableConv2d(nn.Sequential):
    """A filter of its own for every map, then a 1×1 convolution that mixes them."""

    def __init__(
        self,
        in_channels: int,
        channels: int = 64,
        kernel_size: int = 3,
        stride: int = 1,
        depth_multiplier: int = 1,
        bias: bool = True,
    ) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(
            in_channels,
            depth_multiplier * in_channels,
            kernel_size,
            stride=stride,
            padding=kernel_size // 2,
            bias=False,
            groups=in_channels,
        )
        self.pointwise = nn.Conv2d(
            depth_multiplier * in_channels, channels, 1, bias=bias
        )


class EntryConvolutions(nn.Sequential):
    """Two separable convolutions and a max pooling."""

    def __init__(self, in_channels: int, channels: int = 128, stride: int = 2) -> None:
        super().__init__(
            SeparableConv2d(in_channels, channels=channels, bias=False),
            nn.BatchNorm2d(channels),
            nn.ReLU(inplace=True),
            SeparableConv2d(channels, channels=channels, bias=False),
            nn.BatchNorm2d(channels),
            nn.MaxPool2d(3, stride=stride, padding=1),
        )


class XceptionEntryBlock(nn.Module):
    """The first block: there is a ReLU ahead of it already."""

    def __init__(self, in_channels: int, channels: int = 128, stride: int = 2) -> None:
        super().__init__()
        self.skip = nn.Conv2d(in_channels, channels, 1, stride=stride, bias=False)
        self.skipbn = nn.BatchNorm2d(channels)
        self.rep = EntryConvolutions(in_channels, channels=channels, stride=stride)

    def forward(self, x: Tensor) -> Tensor:
        rep = self.rep(x)
        x = self.skip(x)
        x = self.skipbn(x)
        return rep + x


class SeparableConvolutions(nn.Sequential):
    """Two separable convolutions, each behind a ReLU, and a max pooling."""

    def __init__(
        self, in_channels: int, channels: int = 128, middle: int = 128, stride: int = 2
    ) -> None:
        super().__init__(
            nn.ReLU(),
            SeparableConv2d(in_channels, channels=middle, bias=False),
            nn.BatchNorm2d(middle),
            nn.ReLU(inplace=True),
            SeparableConv2d(middle, channels=channels, bias=False),
            nn.BatchNorm2d(channels),
            nn.MaxPool2d(3, stride=stride, padding=1) if stride != 1 else nn.Identity(),
        )


class XceptionBlock(nn.Module):
    """Separable convolutions with a shortcut: halves the size and widens for
    few weights.
    """

    def __init__(
        self, in_channels: int, channels: int = 128, middle: int = 128, stride: int = 2
    ) -> None:
        super().__init__()
        self.skip = (
            nn.Conv2d(in_channels, channels, 1, stride=stride, bias=False)
            if in_channels != channels or stride != 1
            else nn.Identity()
        )
        self.skipbn = (
            nn.BatchNorm2d(channels)
            if in_channels != channels or stride != 1
            else nn.Identity()
        )
        self.rep = SeparableConvolutions(
            in_channels, channels=channels, middle=middle, stride=stride
        )

    def forward(self, x: Tensor) -> Tensor:
        rep = self.rep(x)
        x = self.skip(x)
        x = self.skipbn(x)
        return rep + x


class MiddleConvolutions(nn.Sequential):
    """Three separable convolutions, each behind a ReLU."""

    def __init__(self, in_channels: int) -> None:
        super().__init__(
            nn.ReLU(),
            SeparableConv2d(in_channels, channels=in_channels, bias=False),
            nn.BatchNorm2d(in_channels),
            nn.ReLU(inplace=True),
            SeparableConv2d(in_channels, channels=in_channels, bias=False),
            nn.BatchNorm2d(in_channels),
            nn.ReLU(inplace=True),
            SeparableConv2d(in_channels, channels=in_channels, bias=False),
            nn.BatchNorm2d(in_channels),
        )


class XceptionMiddleBlock(nn.Module):
    """Separable convolutions with a shortcut, to go deep where the shape stays."""

    def __init__(self, in_channels: int) -> None:
        super().__init__()
        self.rep = MiddleConvolutions(in_channels)

    def forward(self, x: Tensor) -> Tensor:
        rep = self.rep(x)
        return rep + x


class Xception(nn.Module):
    """Xception: (N, 3, 299, 299) -> (N, 1000)."""

    def __init__(self) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(3, 32, 3, stride=2, bias=False)
        self.bn1 = nn.BatchNorm2d(32)
        self.act1 = nn.ReLU(inplace=True)
        self.conv2 = nn.Conv2d(32, 64, 3, bias=False)
        self.bn2 = nn.BatchNorm2d(64)
        self.act2 = nn.ReLU(inplace=True)
        self.block1 = XceptionEntryBlock(64)
        self.block2 = XceptionBlock(128, channels=256, middle=256)
        self.block3 = XceptionBlock(256, channels=728, middle=728)
        self.block4 = XceptionMiddleBlock(728)
        self.block5 = XceptionMiddleBlock(728)
        self.block6 = XceptionMiddleBlock(728)
        self.block7 = XceptionMiddleBlock(728)
        self.block8 = XceptionMiddleBlock(728)
        self.block9 = XceptionMiddleBlock(728)
        self.block10 = XceptionMiddleBlock(728)
        self.block11 = XceptionMiddleBlock(728)
        self.block12 = XceptionBlock(728, channels=1024, middle=728)
        self.conv3 = SeparableConv2d(1024, channels=1536, bias=False)
        self.bn3 = nn.BatchNorm2d(1536)
        self.act3 = nn.ReLU(inplace=True)
        self.conv4 = SeparableConv2d(1536, channels=2048, bias=False)
        self.bn4 = nn.BatchNorm2d(2048)
        self.act4 = nn.ReLU(inplace=True)
        self.global_pool = nn.AdaptiveAvgPool2d(1)
        self.flatten = nn.Flatten()
        self.dropout = nn.Dropout()
        self.fc = nn.Linear(2048, 1000)
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(
                    module.weight, mode="fan_out", nonlinearity="relu"
                )

    def forward(self, x: Tensor) -> Tensor:
        x = self.conv1(x)  # (N, 32, 149, 149)
        x = self.bn1(x)
        x = self.act1(x)
        x = self.conv2(x)  # (N, 64, 147, 147)
        x = self.bn2(x)
        x = self.act2(x)
        x = self.block1(x)  # (N, 128, 74, 74)
        x = self.block2(x)  # (N, 256, 37, 37)
        x = self.block3(x)  # (N, 728, 19, 19)
        x = self.block4(x)
        x = self.block5(x)
        x = self.block6(x)
        x = self.block7(x)
        x = self.block8(x)
        x = self.block9(x)
        x = self.block10(x)
        x = self.block11(x)
        x = self.block12(x)  # (N, 1024, 10, 10)
        x = self.conv3(x)  # (N, 1536, 10, 10)
        x = self.bn3(x)
        x = self.act3(x)
        x = self.conv4(x)  # (N, 2048, 10, 10)
        x = self.bn4(x)
        x = self.act4(x)
        x = self.global_pool(x)  # (N, 2048, 1, 1)
        x = self.flatten(x)  # (N, 2048)
        x = self.dropout(x)
        return self.fc(x)  # (N, 1000)
