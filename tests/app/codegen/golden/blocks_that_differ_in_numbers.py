"""Test, drawn in Skipwire: 95,440 parameters."""

from torch import Tensor, nn

__all__ = ["Test"]


class ConvBlock(nn.Sequential):
    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel_size: int,
        padding: int,
        p: float,
    ) -> None:
        super().__init__()
        self.conv = nn.Conv2d(in_channels, out_channels, kernel_size, padding=padding)
        self.bn = nn.BatchNorm2d(out_channels)
        self.act = nn.ReLU()
        self.conv2 = nn.Conv2d(out_channels, out_channels, 3, padding=1)
        self.drop = nn.Dropout(p=p)


class Res(nn.Module):
    """A shortcut around a block."""

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel_size: int,
        padding: int,
        p: float,
    ) -> None:
        super().__init__()
        self.body = ConvBlock(
            in_channels,
            out_channels=out_channels,
            kernel_size=kernel_size,
            padding=padding,
            p=p,
        )
        self.project = nn.Conv2d(in_channels, out_channels, 1)

    def forward(self, x: Tensor) -> Tensor:
        body = self.body(x)
        x = self.project(x)
        return body + x


class Test(nn.Module):
    """Test: (N, 3, 8, 8) -> (N, 32, 8, 8)."""

    def __init__(self) -> None:
        super().__init__()
        self.a = Res(3, out_channels=16, kernel_size=3, padding=1, p=0.1)
        self.b = Res(16, out_channels=32, kernel_size=5, padding=2, p=0.2)
        self.c = nn.Sequential()
        for _ in range(2):
            self.c.append(
                ConvBlock(32, out_channels=32, kernel_size=5, padding=2, p=0.2)
            )

    def forward(self, x: Tensor) -> Tensor:
        x = self.a(x)  # (N, 16, 8, 8)
        x = self.b(x)  # (N, 32, 8, 8)
        return self.c(x)
