"""Test, drawn in Skipwire: 0 parameters."""

from torch import Tensor, nn

__all__ = ["Test"]


class Test(nn.Module):
    """Test: (N, 3, 8, 8) -> (N, 3, 8, 8)."""

    def __init__(self) -> None:
        super().__init__()
        self.a = nn.ReLU()
        self.b = nn.Tanh()
        self.c = nn.Sigmoid()

    def forward(self, x: Tensor) -> Tensor:
        x = self.a(x)
        b = self.b(x)
        c = self.c(x)
        return x + b + c
