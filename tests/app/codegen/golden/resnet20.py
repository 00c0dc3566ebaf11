"""ResNet-20, drawn in Skipwire: 269,722 parameters."""

from torch import Tensor, nn
from torch.nn import functional

__all__ = ["ResNet20"]


class ZeroPadChannels(nn.Module):
    """Keeps every stride-th row and column, and appends channels of zeros."""

    def __init__(self, out_channels: int, stride: int | tuple[int, int] = 1) -> None:
        super().__init__()
        self.out_channels = out_channels
        self.stride = stride if isinstance(stride, tuple) else (stride, stride)

    def forward(self, x: Tensor) -> Tensor:
        x = x[:, :, :: self.stride[0], :: self.stride[1]]
        return functional.pad(x, (0, 0, 0, 0, 0, self.out_channels - x.shape[1]))


class PaddedBlock(nn.Module):
    """Two 3×3 convolutions and a shortcut without weights around them."""

    def __init__(self, in_channels: int, channels: int = 64, stride: int = 1) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(
            in_channels, channels, 3, stride=stride, padding=1, bias=False
        )
        self.bn1 = nn.BatchNorm2d(channels)
        self.relu1 = nn.ReLU(inplace=True)
        self.conv2 = nn.Conv2d(channels, channels, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(channels)
        self.pad = (
            ZeroPadChannels(channels, stride=stride)
            if stride != 1 or in_channels != channels
            else nn.Identity()
        )
        self.relu2 = nn.ReLU(inplace=True)

    def forward(self, x: Tensor) -> Tensor:
        out = self.conv1(x)
        out = self.bn1(out)
        out = self.relu1(out)
        out = self.conv2(out)
        out = self.bn2(out)
        x = self.pad(x)
        x = out + x
        return self.relu2(x)


class ResNet20(nn.Module):
    """ResNet-20: (N, 3, 32, 32) -> (N, 10)."""

    def __init__(self) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(3, 16, 3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(16)
        self.relu = nn.ReLU(inplace=True)
        self.layer1 = nn.Sequential()
        for _ in range(3):
            self.layer1.append(PaddedBlock(16, channels=16))
        self.layer2 = nn.Sequential()
        for i in range(3):
            self.layer2.append(
                PaddedBlock(
                    16 if i == 0 else 32, channels=32, stride=2 if i == 0 else 1
                )
            )
        self.layer3 = nn.Sequential()
        for i in range(3):
            self.layer3.append(
                PaddedBlock(32 if i == 0 else 64, stride=2 if i == 0 else 1)
            )
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.flatten = nn.Flatten()
        self.fc = nn.Linear(64, 10)
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(
                    module.weight, mode="fan_out", nonlinearity="relu"
                )

    def forward(self, x: Tensor) -> Tensor:
        x = self.conv1(x)  # (N, 16, 32, 32)
        x = self.bn1(x)
        x = self.relu(x)
        x = self.layer1(x)
        x = self.layer2(x)  # (N, 32, 16, 16)
        x = self.layer3(x)  # (N, 64, 8, 8)
        x = self.avgpool(x)  # (N, 64, 1, 1)
        x = self.flatten(x)  # (N, 64)
        return self.fc(x)  # (N, 10)
