"""Test, drawn in Skipwire: 0 parameters."""

import torch
from torch import Tensor, nn

__all__ = ["Test"]


class Test(nn.Module):
    """Test: (N, 3, 8, 8) -> (N, 21, 8, 8)."""

    def __init__(self) -> None:
        super().__init__()
        self.a_branch_with_a_long_name_0 = nn.ReLU()
        self.a_branch_with_a_long_name_1 = nn.ReLU()
        self.a_branch_with_a_long_name_2 = nn.ReLU()
        self.a_branch_with_a_long_name_3 = nn.ReLU()
        self.a_branch_with_a_long_name_4 = nn.ReLU()
        self.a_branch_with_a_long_name_5 = nn.ReLU()

    def forward(self, x: Tensor) -> Tensor:
        a_branch_with_a_long_name_0 = self.a_branch_with_a_long_name_0(x)
        a_branch_with_a_long_name_1 = self.a_branch_with_a_long_name_1(x)
        a_branch_with_a_long_name_2 = self.a_branch_with_a_long_name_2(x)
        a_branch_with_a_long_name_3 = self.a_branch_with_a_long_name_3(x)
        a_branch_with_a_long_name_4 = self.a_branch_with_a_long_name_4(x)
        x = self.a_branch_with_a_long_name_5(x)
        add = (
            a_branch_with_a_long_name_0
            + a_branch_with_a_long_name_1
            + a_branch_with_a_long_name_2
            + a_branch_with_a_long_name_3
            + a_branch_with_a_long_name_4
            + x
        )
        return torch.cat(
            (
                a_branch_with_a_long_name_0,
                a_branch_with_a_long_name_1,
                a_branch_with_a_long_name_2,
                a_branch_with_a_long_name_3,
                a_branch_with_a_long_name_4,
                x,
                add,
            ),
            dim=1,
        )
