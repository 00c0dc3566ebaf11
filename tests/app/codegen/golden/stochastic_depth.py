"""Test, drawn in Skipwire: 168 parameters."""

from torch import Tensor, nn
from torch.nn import functional

__all__ = ["Test"]


class DropPath(nn.Module):
    """Zeroes whole samples at random while training, and scales up the others."""

    def __init__(self, p: float) -> None:
        super().__init__()
        self.p = p

    def forward(self, input: Tensor) -> Tensor:
        if not self.training:
            return input
        kept = input.new_ones(len(input), *[1] * (input.dim() - 1))
        return input * functional.dropout(kept, self.p)


class Dropped(nn.Module):
    """A residual block that is left out at times."""

    def __init__(self, in_channels: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(in_channels, 3, 3, padding=1)
        self.drop = DropPath(0.1)

    def forward(self, x: Tensor) -> Tensor:
        out = self.conv(x)
        out = self.drop(out)
        return out + x


class Test(nn.Module):
    """Test: (N, 3, 8, 8) -> (N, 3, 8, 8)."""

    def __init__(self) -> None:
        super().__init__()
        self.r = nn.Sequential()
        for _ in range(2):
            self.r.append(Dropped(3))

    def forward(self, x: Tensor) -> Tensor:
        return self.r(x)
