"""Split, drawn in Skipwire: 38 parameters."""

import torch
from torch import Tensor, nn

__all__ = ["Split"]


class Split(nn.Module):
    """Split: (N, 8, 8, 8) -> (N, 8, 8, 8)."""

    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Conv2d(2, 2, 3, padding=1)
        self.act = nn.ReLU()
        self.shuffle = nn.ChannelShuffle(4)

    def forward(self, x: Tensor) -> Tensor:
        split_0, split_1 = torch.split(x, [2, 6], dim=1)
        chunk_0, chunk_1, chunk_2 = torch.chunk(split_1, 3, dim=1)
        chunk_0 = self.conv(chunk_0)
        chunk_0 = self.act(chunk_0)
        x = torch.cat((split_0, chunk_0, chunk_1, chunk_2), dim=1)  # (N, 8, 8, 8)
        return self.shuffle(x)
