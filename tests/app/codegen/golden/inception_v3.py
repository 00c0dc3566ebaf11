"""Inception v3, drawn in Skipwire: 27,161,264 parameters."""

import torch
from torch import Tensor, nn

__all__ = ["InceptionV3"]


class BasicConv2d(nn.Sequential):
    """A convolution, batch normalisation and ReLU: the unit of every Inception
    network.
    """

    def __init__(
        self,
        in_channels: int,
        channels: int = 64,
        kernel_size: int | tuple[int, int] = 1,
        stride: int = 1,
        padding: int | tuple[int, int] = 0,
    ) -> None:
        super().__init__()
        self.conv = nn.Conv2d(
            in_channels,
            channels,
            kernel_size,
            stride=stride,
            padding=padding,
            bias=False,
        )
        self.bn = nn.BatchNorm2d(channels, eps=0.001)
        self.relu = nn.ReLU(inplace=True)


class InceptionA(nn.Module):
    """Looks for small and large patterns at once, on fine maps of about 35 px."""

    def __init__(
        self,
        in_channels: int,
        pool_features: int = 32,
        channels: int = 64,
        stacked: int = 96,
    ) -> None:
        super().__init__()
        self.branch1x1 = BasicConv2d(in_channels, channels=channels)
        self.branch5x5_1 = BasicConv2d(in_channels, channels=3 * channels // 4)
        self.branch5x5_2 = BasicConv2d(
            (3 * channels) // 4, channels=channels, kernel_size=5, padding=2
        )
        self.branch3x3dbl_1 = BasicConv2d(in_channels, channels=channels)
        self.branch3x3dbl_2 = BasicConv2d(
            channels, channels=stacked, kernel_size=3, padding=1
        )
        self.branch3x3dbl_3 = BasicConv2d(
            stacked, channels=stacked, kernel_size=3, padding=1
        )
        self.pool = nn.AvgPool2d(3, stride=1, padding=1)
        self.branch_pool = BasicConv2d(in_channels, channels=pool_features)

    def forward(self, x: Tensor) -> Tensor:
        branch1x1 = self.branch1x1(x)
        branch5x5 = self.branch5x5_1(x)
        branch5x5 = self.branch5x5_2(branch5x5)
        branch3x3dbl = self.branch3x3dbl_1(x)
        branch3x3dbl = self.branch3x3dbl_2(branch3x3dbl)
        branch3x3dbl = self.branch3x3dbl_3(branch3x3dbl)
        x = self.pool(x)
        x = self.branch_pool(x)
        return torch.cat((branch1x1, branch5x5, branch3x3dbl, x), dim=1)


class InceptionB(nn.Module):
    """Halves the size by convolutions and a pooling side by side, so that
    little is lost.
    """

    def __init__(
        self,
        in_channels: int,
        channels: int = 384,
        reduced: int = 64,
        stacked: int = 96,
    ) -> None:
        super().__init__()
        self.branch3x3 = BasicConv2d(
            in_channels, channels=channels, kernel_size=3, stride=2
        )
        self.branch3x3dbl_1 = BasicConv2d(in_channels, channels=reduced)
        self.branch3x3dbl_2 = BasicConv2d(
            reduced, channels=stacked, kernel_size=3, padding=1
        )
        self.branch3x3dbl_3 = BasicConv2d(
            stacked, channels=stacked, kernel_size=3, stride=2
        )
        self.pool = nn.MaxPool2d(3, stride=2)

    def forward(self, x: Tensor) -> Tensor:
        branch3x3 = self.branch3x3(x)
        branch3x3dbl = self.branch3x3dbl_1(x)
        branch3x3dbl = self.branch3x3dbl_2(branch3x3dbl)
        branch3x3dbl = self.branch3x3dbl_3(branch3x3dbl)
        x = self.pool(x)
        return torch.cat((branch3x3, branch3x3dbl, x), dim=1)


class InceptionC(nn.Module):
    """Sees 7×7 and further for little, through rows and columns, on maps of 12
    to 20 px.
    """

    def __init__(
        self, in_channels: int, channels_7x7: int = 128, channels: int = 192
    ) -> None:
        super().__init__()
        self.branch1x1 = BasicConv2d(in_channels, channels=channels)
        self.branch7x7_1 = BasicConv2d(in_channels, channels=channels_7x7)
        self.branch7x7_2 = BasicConv2d(
            channels_7x7, channels=channels_7x7, kernel_size=(1, 7), padding=(0, 3)
        )
        self.branch7x7_3 = BasicConv2d(
            channels_7x7, channels=channels, kernel_size=(7, 1), padding=(3, 0)
        )
        self.branch7x7dbl_1 = BasicConv2d(in_channels, channels=channels_7x7)
        self.branch7x7dbl_2 = BasicConv2d(
            channels_7x7, channels=channels_7x7, kernel_size=(7, 1), padding=(3, 0)
        )
        self.branch7x7dbl_3 = BasicConv2d(
            channels_7x7, channels=channels_7x7, kernel_size=(1, 7), padding=(0, 3)
        )
        self.branch7x7dbl_4 = BasicConv2d(
            channels_7x7, channels=channels_7x7, kernel_size=(7, 1), padding=(3, 0)
        )
        self.branch7x7dbl_5 = BasicConv2d(
            channels_7x7, channels=channels, kernel_size=(1, 7), padding=(0, 3)
        )
        self.pool = nn.AvgPool2d(3, stride=1, padding=1)
        self.branch_pool = BasicConv2d(in_channels, channels=channels)

    def forward(self, x: Tensor) -> Tensor:
        branch1x1 = self.branch1x1(x)
        branch7x7 = self.branch7x7_1(x)
        branch7x7 = self.branch7x7_2(branch7x7)
        branch7x7 = self.branch7x7_3(branch7x7)
        branch7x7dbl = self.branch7x7dbl_1(x)
        branch7x7dbl = self.branch7x7dbl_2(branch7x7dbl)
        branch7x7dbl = self.branch7x7dbl_3(branch7x7dbl)
        branch7x7dbl = self.branch7x7dbl_4(branch7x7dbl)
        branch7x7dbl = self.branch7x7dbl_5(branch7x7dbl)
        x = self.pool(x)
        x = self.branch_pool(x)
        return torch.cat((branch1x1, branch7x7, branch7x7dbl, x), dim=1)


class InceptionAux(nn.Sequential):
    """A second classifier on the way, that regularises the first."""

    def __init__(
        self, in_channels: int, classes: int = 1000, pooling: int = 5, window: int = 5
    ) -> None:
        super().__init__()
        self.pool = nn.AvgPool2d(pooling, stride=3)
        self.conv0 = BasicConv2d(in_channels, channels=128)
        self.conv1 = BasicConv2d(128, channels=768, kernel_size=window)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.flatten = nn.Flatten()
        self.fc = nn.Linear(768, classes)


class InceptionD(nn.Module):
    """Halves the size as B does, and on one branch sees 7×7 before."""

    def __init__(
        self, in_channels: int, channels: int = 320, reduced: int = 192
    ) -> None:
        super().__init__()
        self.branch3x3_1 = BasicConv2d(in_channels, channels=reduced)
        self.branch3x3_2 = BasicConv2d(
            reduced, channels=channels, kernel_size=3, stride=2
        )
        self.branch7x7x3_1 = BasicConv2d(in_channels, channels=reduced)
        self.branch7x7x3_2 = BasicConv2d(
            reduced, channels=reduced, kernel_size=(1, 7), padding=(0, 3)
        )
        self.branch7x7x3_3 = BasicConv2d(
            reduced, channels=reduced, kernel_size=(7, 1), padding=(3, 0)
        )
        self.branch7x7x3_4 = BasicConv2d(
            reduced, channels=reduced, kernel_size=3, stride=2
        )
        self.pool = nn.MaxPool2d(3, stride=2)

    def forward(self, x: Tensor) -> Tensor:
        branch3x3 = self.branch3x3_1(x)
        branch3x3 = self.branch3x3_2(branch3x3)
        branch7x7x3 = self.branch7x7x3_1(x)
        branch7x7x3 = self.branch7x7x3_2(branch7x7x3)
        branch7x7x3 = self.branch7x7x3_3(branch7x7x3)
        branch7x7x3 = self.branch7x7x3_4(branch7x7x3)
        x = self.pool(x)
        return torch.cat((branch3x3, branch7x7x3, x), dim=1)


class InceptionE(nn.Module):
    """Forks into rows and columns side by side, for many features on small
    maps of about 8 px.
    """

    def __init__(
        self,
        in_channels: int,
        channels: int = 320,
        split: int = 384,
        reduced: int = 448,
        pool_features: int = 192,
    ) -> None:
        super().__init__()
        self.branch1x1 = BasicConv2d(in_channels, channels=channels)
        self.branch3x3_1 = BasicConv2d(in_channels, channels=split)
        self.branch3x3_2a = BasicConv2d(
            split, channels=split, kernel_size=(1, 3), padding=(0, 1)
        )
        self.branch3x3_2b = BasicConv2d(
            split, channels=split, kernel_size=(3, 1), padding=(1, 0)
        )
        self.branch3x3dbl_1 = BasicConv2d(in_channels, channels=reduced)
        self.branch3x3dbl_2 = BasicConv2d(
            reduced, channels=split, kernel_size=3, padding=1
        )
        self.branch3x3dbl_3a = BasicConv2d(
            split, channels=split, kernel_size=(1, 3), padding=(0, 1)
        )
        self.branch3x3dbl_3b = BasicConv2d(
            split, channels=split, kernel_size=(3, 1), padding=(1, 0)
        )
        self.pool = nn.AvgPool2d(3, stride=1, padding=1)
        self.branch_pool = BasicConv2d(in_channels, channels=pool_features)

    def forward(self, x: Tensor) -> Tensor:
        branch1x1 = self.branch1x1(x)
        branch3x3_1 = self.branch3x3_1(x)
        branch3x3_2a = self.branch3x3_2a(branch3x3_1)
        branch3x3_1 = self.branch3x3_2b(branch3x3_1)
        branch3x3dbl = self.branch3x3dbl_1(x)
        branch3x3dbl = self.branch3x3dbl_2(branch3x3dbl)
        branch3x3dbl_3a = self.branch3x3dbl_3a(branch3x3dbl)
        branch3x3dbl = self.branch3x3dbl_3b(branch3x3dbl)
        x = self.pool(x)
        x = self.branch_pool(x)
        return torch.cat(
            (branch1x1, branch3x3_2a, branch3x3_1, branch3x3dbl_3a, branch3x3dbl, x),
            dim=1,
        )


class InceptionV3(nn.Module):
    """Inception v3: (N, 3, 299, 299) -> (N, 1000). In training it returns
    aux_output as well.
    """

    def __init__(self) -> None:
        super().__init__()
        self.Conv2d_1a_3x3 = BasicConv2d(3, channels=32, kernel_size=3, stride=2)
        self.Conv2d_2a_3x3 = BasicConv2d(32, channels=32, kernel_size=3)
        self.Conv2d_2b_3x3 = BasicConv2d(32, kernel_size=3, padding=1)
        self.maxpool1 = nn.MaxPool2d(3, stride=2)
        self.Conv2d_3b_1x1 = BasicConv2d(64, channels=80)
        self.Conv2d_4a_3x3 = BasicConv2d(80, channels=192, kernel_size=3)
        self.maxpool2 = nn.MaxPool2d(3, stride=2)
        self.Mixed_5b = InceptionA(192)
        self.Mixed_5c = InceptionA(256, pool_features=64)
        self.Mixed_5d = InceptionA(288, pool_features=64)
        self.Mixed_6a = InceptionB(288)
        self.Mixed_6b = InceptionC(768)
        self.Mixed_6c = InceptionC(768, channels_7x7=160)
        self.Mixed_6d = InceptionC(768, channels_7x7=160)
        self.Mixed_6e = InceptionC(768, channels_7x7=192)
        self.AuxLogits = InceptionAux(768)
        self.Mixed_7a = InceptionD(768)
        self.Mixed_7b = InceptionE(1280)
        self.Mixed_7c = InceptionE(2048)
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.dropout = nn.Dropout()
        self.flatten = nn.Flatten()
        self.fc = nn.Linear(2048, 1000)
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.trunc_normal_(module.weight, std=0.1)
        nn.init.trunc_normal_(self.AuxLogits.conv1.conv.weight, std=0.01)
        nn.init.trunc_normal_(self.AuxLogits.fc.weight, std=0.001)
        nn.init.trunc_normal_(self.fc.weight, std=0.1)

    def forward(self, x: Tensor) -> Tensor | tuple[Tensor, Tensor]:
        x = self.Conv2d_1a_3x3(x)  # (N, 32, 149, 149)
        x = self.Conv2d_2a_3x3(x)  # (N, 32, 147, 147)
        x = self.Conv2d_2b_3x3(x)  # (N, 64, 147, 147)
        x = self.maxpool1(x)  # (N, 64, 73, 73)
        x = self.Conv2d_3b_1x1(x)  # (N, 80, 73, 73)
        x = self.Conv2d_4a_3x3(x)  # (N, 192, 71, 71)
        x = self.maxpool2(x)  # (N, 192, 35, 35)
        x = self.Mixed_5b(x)  # (N, 256, 35, 35)
        x = self.Mixed_5c(x)  # (N, 288, 35, 35)
        x = self.Mixed_5d(x)
        x = self.Mixed_6a(x)  # (N, 768, 17, 17)
        x = self.Mixed_6b(x)
        x = self.Mixed_6c(x)
        x = self.Mixed_6d(x)
        x = self.Mixed_6e(x)
        if self.training:
            AuxLogits = self.AuxLogits(x)  # (N, 1000)
        x = self.Mixed_7a(x)  # (N, 1280, 8, 8)
        x = self.Mixed_7b(x)  # (N, 2048, 8, 8)
        x = self.Mixed_7c(x)
        x = self.avgpool(x)  # (N, 2048, 1, 1)
        x = self.dropout(x)
        x = self.flatten(x)  # (N, 2048)
        x = self.fc(x)  # (N, 1000)
        if self.training:
            return x, AuxLogits
        return x
