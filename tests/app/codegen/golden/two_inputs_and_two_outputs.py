"""Two ends, drawn in Skipwire: 124 parameters."""

import torch
from torch import Tensor, nn

__all__ = ["TwoEnds"]


class TwoEnds(nn.Module):
    """Two ends: (N, 3, 8, 8), (N, 1, 8, 8) -> (N, 2, 8, 8), (N, 5, 8, 8)."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Conv2d(3, 4, 3, padding=1)
        self.score = nn.Conv2d(5, 2, 1)

    def forward(self, image: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        image = self.stem(image)  # (N, 4, 8, 8)
        x = torch.cat((image, mask), dim=1)  # (N, 5, 8, 8)
        score = self.score(x)  # (N, 2, 8, 8)
        return score, x
