"""Test, drawn in Skipwire: 252 parameters."""

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
        self.swap = nn.ModuleList()
        for _ in range(3):
            self.swap.append(Swap(3))

    def forward(self, x: Tensor) -> Tensor:
        swap_over, swap_under = x, x
        for layer in self.swap:
            swap_over, swap_under = layer(swap_over, swap_under)
        return swap_over + swap_under
