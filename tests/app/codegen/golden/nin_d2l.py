"""Network in Network, drawn in Skipwire: 1,992,166 parameters."""

from torch import Tensor, nn

__all__ = ["NetworkInNetwork"]


class NiNBlock(nn.Sequential):
    """A convolution and two of 1×1: at every place a network of its own."""

    def __init__(
        self,
        in_channels: int,
        channels: int = 96,
        kernel_size: int = 3,
        stride: int = 1,
        padding: int = 1,
    ) -> None:
        super().__init__()
        self.conv = nn.Conv2d(
            in_channels, channels, kernel_size, stride=stride, padding=padding
        )
        self.relu = nn.ReLU()
        self.cccp1 = nn.Conv2d(channels, channels, 1)
        self.relu1 = nn.ReLU()
        self.cccp2 = nn.Conv2d(channels, channels, 1)
        self.relu2 = nn.ReLU()


class NetworkInNetwork(nn.Module):
    """Network in Network: (N, 1, 224, 224) -> (N, 10)."""

    def __init__(self) -> None:
        super().__init__()
        self.block1 = NiNBlock(1, kernel_size=11, stride=4, padding=0)
        self.pool1 = nn.MaxPool2d(3, stride=2)
        self.block2 = NiNBlock(96, channels=256, kernel_size=5, padding=2)
        self.pool2 = nn.MaxPool2d(3, stride=2)
        self.block3 = NiNBlock(256, channels=384)
        self.pool3 = nn.MaxPool2d(3, stride=2)
        self.dropout = nn.Dropout()
        self.block4 = NiNBlock(384, channels=10)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.flatten = nn.Flatten()
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.xavier_uniform_(module.weight)

    def forward(self, x: Tensor) -> Tensor:
        x = self.block1(x)  # (N, 96, 54, 54)
        x = self.pool1(x)  # (N, 96, 26, 26)
        x = self.block2(x)  # (N, 256, 26, 26)
        x = self.pool2(x)  # (N, 256, 12, 12)
        x = self.block3(x)  # (N, 384, 12, 12)
        x = self.pool3(x)  # (N, 384, 5, 5)
        x = self.dropout(x)
        x = self.block4(x)  # (N, 10, 5, 5)
        x = self.avgpool(x)  # (N, 10, 1, 1)
        return self.flatten(x)  # (N, 10)
