"""ResNet-50, drawn in Skipwire: 25,557,032 parameters."""

from torch import Tensor, nn

__all__ = ["ResNet50"]


class Downsample(nn.Sequential):
    """Projects a shortcut to the block's new shape."""

    def __init__(self, in_channels: int, channels: int = 64, stride: int = 1) -> None:
        super().__init__(
            nn.Conv2d(in_channels, channels, 1, stride=stride, bias=False),
            nn.BatchNorm2d(channels),
        )


class Bottleneck(nn.Module):
    """A 3×3 convolution between two 1×1, and a shortcut around them."""

    def __init__(
        self,
        in_channels: int,
        channels: int = 256,
        width: int = 64,
        stride: int = 1,
        groups: int = 1,
    ) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(in_channels, width, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        self.relu1 = nn.ReLU(inplace=True)
        self.conv2 = nn.Conv2d(
            width, width, 3, stride=stride, padding=1, groups=groups, bias=False
        )
        self.bn2 = nn.BatchNorm2d(width)
        self.relu2 = nn.ReLU(inplace=True)
        self.conv3 = nn.Conv2d(width, channels, 1, bias=False)
        self.bn3 = nn.BatchNorm2d(channels)
        self.downsample = (
            Downsample(in_channels, channels=channels, stride=stride)
            if stride != 1 or in_channels != channels
            else nn.Identity()
        )
        self.relu3 = nn.ReLU(inplace=True)

    def forward(self, x: Tensor) -> Tensor:
        out = self.conv1(x)
        out = self.bn1(out)
        out = self.relu1(out)
        out = self.conv2(out)
        out = self.bn2(out)
        out = self.relu2(out)
        out = self.conv3(out)
        out = self.bn3(out)
        x = self.downsample(x)
        x = out + x
        return self.relu3(x)


class ResNet50(nn.Module):
    """ResNet-50: (N, 3, 224, 224) -> (N, 1000)."""

    def __init__(self) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(3, 64, 7, stride=2, padding=3, bias=False)
        self.bn1 = nn.BatchNorm2d(64)
        self.relu = nn.ReLU(inplace=True)
        self.maxpool = nn.MaxPool2d(3, stride=2, padding=1)
        self.layer1 = nn.Sequential()
        for i in range(3):
            self.layer1.append(Bottleneck(64 if i == 0 else 256))
        self.layer2 = nn.Sequential()
        for i in range(4):
            self.layer2.append(
                Bottleneck(
                    256 if i == 0 else 512,
                    channels=512,
                    width=128,
                    stride=2 if i == 0 else 1,
                )
            )
        self.layer3 = nn.Sequential()
        for i in range(6):
            self.layer3.append(
                Bottleneck(
                    512 if i == 0 else 1024,
                    channels=1024,
                    width=256,
                    stride=2 if i == 0 else 1,
                )
            )
        self.layer4 = nn.Sequential()
        for i in range(3):
            self.layer4.append(
                Bottleneck(
                    1024 if i == 0 else 2048,
                    channels=2048,
                    width=512,
                    stride=2 if i == 0 else 1,
                )
            )
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.flatten = nn.Flatten()
        self.fc = nn.Linear(2048, 1000)
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(
                    module.weight, mode="fan_out", nonlinearity="relu"
                )

    def forward(self, x: Tensor) -> Tensor:
        x = self.conv1(x)  # (N, 64, 112, 112)
        x = self.bn1(x)
        x = self.relu(x)
        x = self.maxpool(x)  # (N, 64, 56, 56)
        x = self.layer1(x)  # (N, 256, 56, 56)
        x = self.layer2(x)  # (N, 512, 28, 28)
        x = self.layer3(x)  # (N, 1024, 14, 14)
        x = self.layer4(x)  # (N, 2048, 7, 7)
        x = self.avgpool(x)  # (N, 2048, 1, 1)
        x = self.flatten(x)  # (N, 2048)
        return self.fc(x)  # (N, 1000)
