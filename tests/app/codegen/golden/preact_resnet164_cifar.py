"""Pre-activation ResNet-164, drawn in Skipwire: 1,703,258 parameters."""

from torch import Tensor, nn

__all__ = ["PreActivationResNet164"]


class NormReLU(nn.Sequential):
    """Batch normalisation and ReLU."""

    def __init__(self, in_channels: int) -> None:
        super().__init__()
        self.bn = nn.BatchNorm2d(in_channels)
        self.relu = nn.ReLU(inplace=True)


class PreActivationBottleneck(nn.Module):
    """A residual block of three convolutions, with normalisation and ReLU
    ahead of each.
    """

    def __init__(
        self, in_channels: int, channels: int = 256, width: int = 64, stride: int = 1
    ) -> None:
        super().__init__()
        self.common = (
            NormReLU(in_channels)
            if stride != 1 or in_channels != channels
            else nn.Identity()
        )
        self.preact = (
            NormReLU(in_channels)
            if stride == 1 and in_channels == channels
            else nn.Identity()
        )
        self.conv1 = nn.Conv2d(in_channels, width, 1, stride=stride, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        self.relu1 = nn.ReLU(inplace=True)
        self.conv2 = nn.Conv2d(width, width, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(width)
        self.relu2 = nn.ReLU(inplace=True)
        self.conv3 = nn.Conv2d(width, channels, 1, bias=False)
        self.downsample = (
            nn.Conv2d(in_channels, channels, 1, stride=stride, bias=False)
            if stride != 1 or in_channels != channels
            else nn.Identity()
        )

    def forward(self, x: Tensor) -> Tensor:
        x = self.common(x)
        out = self.preact(x)
        out = self.conv1(out)
        out = self.bn1(out)
        out = self.relu1(out)
        out = self.conv2(out)
        out = self.bn2(out)
        out = self.relu2(out)
        out = self.conv3(out)
        x = self.downsample(x)
        return out + x


class PreActivationResNet164(nn.Module):
    """Pre-activation ResNet-164: (N, 3, 32, 32) -> (N, 10)."""

    def __init__(self) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(3, 16, 3, padding=1, bias=False)
        self.layer1 = nn.Sequential()
        for i in range(18):
            self.layer1.append(
                PreActivationBottleneck(16 if i == 0 else 64, channels=64, width=16)
            )
        self.layer2 = nn.Sequential()
        for i in range(18):
            self.layer2.append(
                PreActivationBottleneck(
                    64 if i == 0 else 128,
                    channels=128,
                    width=32,
                    stride=2 if i == 0 else 1,
                )
            )
        self.layer3 = nn.Sequential()
        for i in range(18):
            self.layer3.append(
                PreActivationBottleneck(
                    128 if i == 0 else 256, stride=2 if i == 0 else 1
                )
            )
        self.bn = nn.BatchNorm2d(256)
        self.relu = nn.ReLU(inplace=True)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.flatten = nn.Flatten()
        self.fc = nn.Linear(256, 10)
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(
                    module.weight, mode="fan_out", nonlinearity="relu"
                )

    def forward(self, x: Tensor) -> Tensor:
        x = self.conv1(x)  # (N, 16, 32, 32)
        x = self.layer1(x)  # (N, 64, 32, 32)
        x = self.layer2(x)  # (N, 128, 16, 16)
        x = self.layer3(x)  # (N, 256, 8, 8)
        x = self.bn(x)
        x = self.relu(x)
        x = self.avgpool(x)  # (N, 256, 1, 1)
        x = self.flatten(x)  # (N, 256)
        return self.fc(x)  # (N, 10)
