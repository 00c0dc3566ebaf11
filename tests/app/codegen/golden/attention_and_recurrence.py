"""Test, drawn in Skipwire: 2,346 parameters."""

import torch
from torch import Tensor, nn

__all__ = ["Test"]


class SineEncoding(nn.Module):
    """Adds to every step sines and cosines that tell its position."""

    encoding: Tensor

    def __init__(self, steps: int, features: int, base: float = 10000.0) -> None:
        super().__init__()
        rate = base ** (-torch.arange(0, features, 2) / features)
        angle = torch.arange(steps).unsqueeze(1) * rate
        encoding = torch.stack((angle.sin(), angle.cos()), dim=2).flatten(1)
        self.register_buffer("encoding", encoding[:, :features])

    def forward(self, input: Tensor) -> Tensor:
        return input + self.encoding


class Test(nn.Module):
    """Test: (N, 12, 16) -> (N, 12, 10)."""

    def __init__(self) -> None:
        super().__init__()
        self.position = SineEncoding(12, 16)
        self.lstm = nn.LSTM(16, 16, batch_first=True)
        self.fc = nn.Linear(16, 10)

    def forward(self, x: Tensor) -> Tensor:
        x = self.position(x)
        x = self.lstm(x)[0]
        return self.fc(x)  # (N, 12, 10)
