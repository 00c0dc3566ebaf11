"""Test, drawn in Skipwire: 1,104 parameters."""

from torch import Tensor, nn

__all__ = ["Test"]


class Left(nn.Sequential):
    def __init__(self, in_channels: int) -> None:
        super().__init__()
        self.enter = nn.Conv2d(in_channels, 8, 3, padding=1)
        self.act = nn.ReLU()
        self.leave = nn.Conv2d(8, 4, 3, padding=1)


class Test(nn.Module):
    """Test: (N, 3, 8, 8) -> (N, 4, 8, 8)."""

    def __init__(self) -> None:
        super().__init__()
        self.a = Left(3)
        self.b = Left(4)

    def forward(self, x: Tensor) -> Tensor:
        x = self.a(x)  # (N, 4, 8, 8)
        return self.b(x)
