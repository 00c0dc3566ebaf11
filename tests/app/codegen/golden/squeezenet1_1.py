"""SqueezeNet 1.1, drawn in Skipwire: 1,235,496 parameters."""

import torch
from torch import Tensor, nn

__all__ = ["SqueezeNet11"]


class Fire(nn.Module):
    """Squeezes the maps with 1×1, and expands them with 1×1 and 3×3 side by side."""

    def __init__(self, in_channels: int, squeeze: int = 16, expand: int = 64) -> None:
        super().__init__()
        self.squeeze = nn.Conv2d(in_channels, squeeze, 1)
        self.squeeze_activation = nn.ReLU(inplace=True)
        self.expand1x1 = nn.Conv2d(squeeze, expand, 1)
        self.expand1x1_activation = nn.ReLU(inplace=True)
        self.expand3x3 = nn.Conv2d(squeeze, expand, 3, padding=1)
        self.expand3x3_activation = nn.ReLU(inplace=True)

    def forward(self, x: Tensor) -> Tensor:
        x = self.squeeze(x)
        x = self.squeeze_activation(x)
        expand1x1 = self.expand1x1(x)
        expand1x1 = self.expand1x1_activation(expand1x1)
        x = self.expand3x3(x)
        x = self.expand3x3_activation(x)
        return torch.cat((expand1x1, x), dim=1)


class SqueezeNetFeatures(nn.Sequential):
    """A convolution, and eight fire modules with poolings."""

    def __init__(self, in_channels: int) -> None:
        super().__init__(
            nn.Conv2d(in_channels, 64, 3, stride=2),
            nn.ReLU(inplace=True),
            nn.MaxPool2d(3, stride=2, ceil_mode=True),
            Fire(64),
            Fire(128),
            nn.MaxPool2d(3, stride=2, ceil_mode=True),
            Fire(128, squeeze=32, expand=128),
            Fire(256, squeeze=32, expand=128),
            nn.MaxPool2d(3, stride=2, ceil_mode=True),
            Fire(256, squeeze=48, expand=192),
            Fire(384, squeeze=48, expand=192),
            Fire(384, squeeze=64, expand=256),
            Fire(512, squeeze=64, expand=256),
        )


class SqueezeNetClassifier(nn.Sequential):
    """One map for each class."""

    def __init__(
        self, in_channels: int, classes: int = 1000, dropout: float = 0.5
    ) -> None:
        super().__init__(
            nn.Dropout(p=dropout),
            nn.Conv2d(in_channels, classes, 1),
            nn.ReLU(inplace=True),
            nn.AdaptiveAvgPool2d(1),
        )


class SqueezeNet11(nn.Module):
    """SqueezeNet 1.1: (N, 3, 224, 224) -> (N, 1000)."""

    def __init__(self) -> None:
        super().__init__()
        self.features = SqueezeNetFeatures(3)
        self.classifier = SqueezeNetClassifier(512)
        self.flatten = nn.Flatten()
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_uniform_(module.weight)
                nn.init.zeros_(module.bias)
        nn.init.normal_(self.classifier[1].weight, std=0.01)

    def forward(self, x: Tensor) -> Tensor:
        x = self.features(x)  # (N, 512, 13, 13)
        x = self.classifier(x)  # (N, 1000, 1, 1)
        return self.flatten(x)  # (N, 1000)
