"""Test, drawn in Skipwire: 1,424 parameters."""

from torch import Tensor, nn

__all__ = ["Test"]


class Residual(nn.Module):
    def __init__(
        self, in_channels: int, channels: int = 4, project: bool = False
    ) -> None:
        super().__init__()
        self.conv = nn.Conv2d(in_channels, channels, 3, padding=1)
        self.short = nn.Conv2d(in_channels, channels, 1) if project else nn.Identity()

    def forward(self, x: Tensor) -> Tensor:
        conv = self.conv(x)
        x = self.short(x)
        return conv + x


class Test(nn.Module):
    """Test: (N, 3, 8, 8) -> (N, 8, 8, 8)."""

    def __init__(self) -> None:
        super().__init__()
        self.r = nn.Sequential()
        for i in range(3):
            self.r.append(Residual(3 if i == 0 else 8, channels=8, project=i == 0))

    def forward(self, x: Tensor) -> Tensor:
        return self.r(x)  # (N, 8, 8, 8)
