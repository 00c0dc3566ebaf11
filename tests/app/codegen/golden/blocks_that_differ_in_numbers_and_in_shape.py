"""Test, drawn in Skipwire: 2,420 parameters."""

from torch import Tensor, nn

__all__ = ["Test"]


class A(nn.Sequential):
    def __init__(self, in_channels: int) -> None:
        super().__init__()
        self.drop = nn.Dropout(p=0.1)
        self.flatten = nn.Flatten()
        self.fc = nn.Linear(64 * in_channels, 10)


class B(nn.Sequential):
    def __init__(self, in_channels: int) -> None:
        super().__init__()
        self.drop = nn.Dropout(p=0.2)
        self.flatten = nn.Flatten()
        self.fc = nn.Linear(16 * in_channels, 10)


class Test(nn.Module):
    """Test: (N, 3, 8, 8) -> (N, 10)."""

    def __init__(self) -> None:
        super().__init__()
        self.pool = nn.MaxPool2d(2)
        self.a = A(3)
        self.b = B(3)

    def forward(self, x: Tensor) -> Tensor:
        a = self.a(x)  # (N, 10)
        x = self.pool(x)  # (N, 3, 4, 4)
        x = self.b(x)  # (N, 10)
        return a + x
