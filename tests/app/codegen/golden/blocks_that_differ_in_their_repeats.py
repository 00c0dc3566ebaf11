"""Test, drawn in Skipwire: 1,552 parameters."""

from torch import Tensor, nn

__all__ = ["Test"]


class Same(nn.Sequential):
    def __init__(self, in_channels: int) -> None:
        super().__init__()
        self.bn = nn.BatchNorm2d(in_channels)
        self.act = nn.ReLU()


class Stage(nn.Sequential):
    """A stage."""

    def __init__(self, in_channels: int, out_channels: int, repeats: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(in_channels, out_channels, 3, padding=1)
        self.layers = nn.Sequential()
        for _ in range(repeats):
            self.layers.append(Same(out_channels))


class Test(nn.Module):
    """Test: (N, 3, 8, 8) -> (N, 16, 8, 8)."""

    def __init__(self) -> None:
        super().__init__()
        self.a = Stage(3, out_channels=8, repeats=2)
        self.b = Stage(8, out_channels=16, repeats=4)

    def forward(self, x: Tensor) -> Tensor:
        x = self.a(x)  # (N, 8, 8, 8)
        return self.b(x)  # (N, 16, 8, 8)
