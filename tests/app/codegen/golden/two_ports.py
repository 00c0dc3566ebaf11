"""Test, drawn in Skipwire: 84 parameters."""

from torch import Tensor, nn

__all__ = ["Test"]


class Swap(nn.Module):
    def __init__(self, left_channels: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(left_channels, 3, 3, padding=1)

    def forward(self, left: Tensor, right: Tensor) -> tuple[Tensor, Tensor]:
        left = self.conv(left)
        return left, right


class Test(nn.Module):
    """Test: (N, 3, 8, 8) -> (N, 3, 8, 8)."""

    def __init__(self) -> None:
        super().__init__()
        self.swap = Swap(3)

    def forward(self, x: Tensor) -> Tensor:
        swap_over, swap_under = self.swap(x, x)
        return swap_over + swap_under
