"""ConvNeXt Tiny, drawn in Skipwire: 28,589,128 parameters."""

import torch
from torch import Tensor, nn
from torch.nn import functional

__all__ = ["ConvNeXtTiny"]


class LayerNormChannelsFirst(nn.LayerNorm):
    """Normalises every cell of (N, C, ...) over its channels."""

    def forward(self, input: Tensor) -> Tensor:
        return super().forward(input.movedim(1, -1)).movedim(-1, 1)


def learned_scale(*shape: int, init: float = 1e-6) -> nn.Parameter:
    """Coefficients to multiply with, all the same at the beginning."""
    return nn.Parameter(init * torch.ones(shape))


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


class ConvNeXtStem(nn.Sequential):
    """Patches of 4×4."""

    def __init__(self, in_channels: int, channels: int = 64) -> None:
        super().__init__(
            nn.Conv2d(in_channels, channels, 4, stride=4),
            LayerNormChannelsFirst(channels, eps=1e-06),
        )


class ChannelsLast(nn.Module):
    """Moves the channels behind the rows and columns."""

    def __init__(self) -> None:
        super().__init__()

    def forward(self, x: Tensor) -> Tensor:
        return x.permute(0, 2, 3, 1)


class ChannelsFirst(nn.Module):
    """Moves the channels ahead of the rows and columns."""

    def __init__(self) -> None:
        super().__init__()

    def forward(self, x: Tensor) -> Tensor:
        return x.permute(0, 3, 1, 2)


class ConvNeXtLayers(nn.Sequential):
    """A depthwise convolution, then two linear layers."""

    def __init__(self, in_channels: int) -> None:
        super().__init__(
            nn.Conv2d(in_channels, in_channels, 7, padding=3, groups=in_channels),
            ChannelsLast(),
            nn.LayerNorm(in_channels, eps=1e-06),
            nn.Linear(in_channels, 4 * in_channels),
            nn.GELU(),
            nn.Linear(4 * in_channels, in_channels),
            ChannelsFirst(),
        )


class ConvNeXtBlock(nn.Module):
    """A residual block on the model of the transformer."""

    def __init__(self, in_channels: int, drop: float = 0.0) -> None:
        super().__init__()
        self.block = ConvNeXtLayers(in_channels)
        self.layer_scale = learned_scale(in_channels, 1, 1)
        self.stochastic_depth = DropPath(drop)

    def forward(self, x: Tensor) -> Tensor:
        out = self.block(x)
        out = self.layer_scale * out
        out = self.stochastic_depth(out)
        return out + x


class ConvNeXtDownsample(nn.Sequential):
    """Halves the size, between two stages."""

    def __init__(self, in_channels: int, channels: int = 64) -> None:
        super().__init__(
            LayerNormChannelsFirst(in_channels, eps=1e-06),
            nn.Conv2d(in_channels, channels, 2, stride=2),
        )


class ConvNeXtFeatures(nn.Sequential):
    """Four stages, with a reduction of the size between two."""

    def __init__(self, in_channels: int) -> None:
        super().__init__()
        self.add_module("0", ConvNeXtStem(in_channels, channels=96))
        copies = nn.Sequential()
        for i in range(3):
            copies.append(ConvNeXtBlock(96, drop=0.1 * i / 17))
        self.add_module("1", copies)
        self.add_module("2", ConvNeXtDownsample(96, channels=192))
        copies = nn.Sequential()
        for i in range(3):
            copies.append(ConvNeXtBlock(192, drop=0.1 * (3 + i) / 17))
        self.add_module("3", copies)
        self.add_module("4", ConvNeXtDownsample(192, channels=384))
        copies = nn.Sequential()
        for i in range(9):
            copies.append(ConvNeXtBlock(384, drop=0.1 * (6 + i) / 17))
        self.add_module("5", copies)
        self.add_module("6", ConvNeXtDownsample(384, channels=768))
        copies = nn.Sequential()
        for i in range(3):
            copies.append(ConvNeXtBlock(768, drop=0.1 * (15 + i) / 17))
        self.add_module("7", copies)


class ConvNeXtClassifier(nn.Sequential):
    """Normalisation and a linear layer."""

    def __init__(self, in_channels: int, classes: int = 1000) -> None:
        super().__init__(
            LayerNormChannelsFirst(in_channels, eps=1e-06),
            nn.Flatten(),
            nn.Linear(in_channels, classes),
        )


class ConvNeXtTiny(nn.Module):
    """ConvNeXt Tiny: (N, 3, 224, 224) -> (N, 1000)."""

    def __init__(self) -> None:
        super().__init__()
        self.features = ConvNeXtFeatures(3)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.classifier = ConvNeXtClassifier(768)
        for module in self.modules():
            if isinstance(module, (nn.Conv2d, nn.Linear)):
                nn.init.trunc_normal_(module.weight, std=0.02)
                nn.init.zeros_(module.bias)

    def forward(self, x: Tensor) -> Tensor:
        x = self.features(x)  # (N, 768, 7, 7)
        x = self.avgpool(x)  # (N, 768, 1, 1)
        return self.classifier(x)  # (N, 1000)
