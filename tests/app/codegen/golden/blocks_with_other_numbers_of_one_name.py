"""Test, drawn in Skipwire: 6,324 parameters."""

from torch import Tensor, nn

__all__ = ["Test"]


class Narrow(nn.Sequential):
    def __init__(
        self, in_channels: int, enter_out_channels: int, leave_out_channels: int
    ) -> None:
        super().__init__()
        self.enter = nn.Conv2d(in_channels, enter_out_channels, 3, padding=1)
        self.act = nn.ReLU()
        self.leave = nn.Conv2d(enter_out_channels, leave_out_channels, 3, padding=1)


class Test(nn.Module):
    """Test: (N, 3, 8, 8) -> (N, 16, 8, 8)."""

    def __init__(self) -> None:
        super().__init__()
        self.a = Narrow(3, enter_out_channels=8, leave_out_channels=4)
        self.b = Narrow(4, enter_out_channels=32, leave_out_channels=16)

    def forward(self, x: Tensor) -> Tensor:
        x = self.a(x)  # (N, 4, 8, 8)
        return self.b(x)  # (N, 16, 8, 8)
