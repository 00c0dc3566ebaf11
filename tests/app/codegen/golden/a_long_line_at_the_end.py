"""Test, drawn in Skipwire: 0 parameters."""

import torch
from torch import Tensor, nn

__all__ = ["Test"]


class Test(nn.Module):
    """Test: (N, 3, 8, 8) -> (N, 15, 8, 8)."""

    def __init__(self) -> None:
        super().__init__()
        self.branch0 = nn.ReLU()
        self.branch1 = nn.ReLU()
        self.branch2 = nn.ReLU()
        self.branch3 = nn.ReLU()
        self.branch4 = nn.ReLU()

    def forward(self, x: Tensor) -> Tensor:
        branch0 = self.branch0(x)
        branch1 = self.branch1(x)
        branch2 = self.branch2(x)
        branch3 = self.branch3(x)
        x = self.branch4(x)
        return torch.cat((branch0, branch1, branch2, branch3, x), dim=1)
