"""Test, drawn in Skipwire: 234 parameters."""

from torch import Tensor, nn

__all__ = ["Test"]


class Wide(nn.Sequential):
    def __init__(self, in_channels: int, width: int = 3, mode: str = "a") -> None:
        super().__init__()
        self.a_convolution_with_a_name_that_fills_the_line = (
            nn.Conv2d(in_channels, width**2 + (width + 1) ** 2, 1)
            if mode == "a" and width**2 > 1
            else nn.Identity()
        )
        self.act = nn.ReLU()


class Test(nn.Module):
    """Test: (N, 3, 8, 8) -> (N, 13, 8, 8)."""

    def __init__(self) -> None:
        super().__init__()
        self.many = nn.Sequential()
        for i in range(2):
            self.many.append(Wide(3 if i == 0 else 13, width=2))
        self.one = Wide(13, mode="other")

    def forward(self, x: Tensor) -> Tensor:
        x = self.many(x)  # (N, 13, 8, 8)
        return self.one(x)
