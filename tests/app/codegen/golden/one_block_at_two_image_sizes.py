"""Test, drawn in Skipwire: 620 parameters."""

from torch import Tensor, nn

__all__ = ["Test"]


class Head(nn.Sequential):
    def __init__(self, in_channels: int, classes: int = 10) -> None:
        super().__init__()
        self.pool = nn.MaxPool2d(2)
        self.flatten = nn.Flatten()
        self.fc = nn.Linear(16 * in_channels, classes)


class Head2(nn.Sequential):
    def __init__(self, in_channels: int, classes: int = 10) -> None:
        super().__init__()
        self.pool = nn.MaxPool2d(2)
        self.flatten = nn.Flatten()
        self.fc = nn.Linear(4 * in_channels, classes)


class Test(nn.Module):
    """Test: (N, 3, 8, 8) -> (N, 10)."""

    def __init__(self) -> None:
        super().__init__()
        self.pool = nn.MaxPool2d(2)
        self.a = Head(3)
        self.b = Head2(3)

    def forward(self, x: Tensor) -> Tensor:
        a = self.a(x)  # (N, 10)
        x = self.pool(x)  # (N, 3, 4, 4)
        x = self.b(x)  # (N, 10)
        return a + x
