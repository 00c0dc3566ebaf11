"""Test, drawn in Skipwire: 224 parameters."""

from torch import Tensor, nn

__all__ = ["Test"]


class Test(nn.Module):
    """Test: (N, 3, 8, 8) -> (N, 4, 6, 6), (N, 4, 6, 6). In training it returns
    trained as well.
    """

    def __init__(self) -> None:
        super().__init__()
        self.left = nn.Conv2d(3, 4, 3)
        self.right = nn.Conv2d(3, 4, 3)

    def forward(
        self, x: Tensor
    ) -> tuple[Tensor, Tensor] | tuple[Tensor, Tensor, Tensor]:
        left = self.left(x)  # (N, 4, 6, 6)
        x = self.right(x)  # (N, 4, 6, 6)
        if self.training:
            add = left + x
            return left, x, add
        return left, x
