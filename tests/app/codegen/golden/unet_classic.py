"""U-Net, drawn in Skipwire: 31,030,658 parameters."""

import torch
from torch import Tensor, nn

__all__ = ["UNet"]


class DoubleConv(nn.Sequential):
    """Two 3×3 convolutions, as at every level of a U-Net."""

    def __init__(
        self,
        in_channels: int,
        channels: int = 64,
        padding: int = 1,
        batch_norm: bool = True,
    ) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(
            in_channels, channels, 3, padding=padding, bias=not batch_norm
        )
        self.bn1 = nn.BatchNorm2d(channels) if batch_norm else nn.Identity()
        self.relu1 = nn.ReLU()
        self.conv2 = nn.Conv2d(
            channels, channels, 3, padding=padding, bias=not batch_norm
        )
        self.bn2 = nn.BatchNorm2d(channels) if batch_norm else nn.Identity()
        self.relu2 = nn.ReLU()


class UNetDown(nn.Sequential):
    """A pooling that halves the size, and two convolutions: one level down in
    a U-Net.
    """

    def __init__(
        self,
        in_channels: int,
        channels: int = 64,
        padding: int = 1,
        batch_norm: bool = True,
    ) -> None:
        super().__init__()
        self.pool = nn.MaxPool2d(2, stride=2)
        self.conv = DoubleConv(
            in_channels, channels=channels, padding=padding, batch_norm=batch_norm
        )


class UNetUp(nn.Module):
    """Doubles the size, joins what comes across, and convolves: one level up
    in a U-Net.
    """

    def __init__(
        self,
        below_channels: int,
        skip_channels: int,
        channels: int = 64,
        padding: int = 1,
        batch_norm: bool = True,
    ) -> None:
        super().__init__()
        self.up = nn.ConvTranspose2d(below_channels, channels, 2, stride=2)
        self.conv = DoubleConv(
            skip_channels + channels,
            channels=channels,
            padding=padding,
            batch_norm=batch_norm,
        )

    def forward(self, below: Tensor, skip: Tensor) -> Tensor:
        below = self.up(below)
        x = torch.cat((skip, below), dim=1)
        return self.conv(x)


class UNet(nn.Module):
    """U-Net: (N, 1, 188, 188) -> (N, 2, 4, 4)."""

    def __init__(self) -> None:
        super().__init__()
        self.inc = DoubleConv(1, padding=0, batch_norm=False)
        self.down1 = UNetDown(64, channels=128, padding=0, batch_norm=False)
        self.down2 = UNetDown(128, channels=256, padding=0, batch_norm=False)
        self.down3 = UNetDown(256, channels=512, padding=0, batch_norm=False)
        self.down4 = UNetDown(512, channels=1024, padding=0, batch_norm=False)
        self.up1 = UNetUp(1024, 512, channels=512, padding=0, batch_norm=False)
        self.up2 = UNetUp(512, 256, channels=256, padding=0, batch_norm=False)
        self.up3 = UNetUp(256, 128, channels=128, padding=0, batch_norm=False)
        self.up4 = UNetUp(128, 64, padding=0, batch_norm=False)
        self.outc = nn.Conv2d(64, 2, 1)
        for module in self.modules():
            if isinstance(module, (nn.Conv2d, nn.ConvTranspose2d)):
                nn.init.kaiming_normal_(module.weight, nonlinearity="relu")

    def forward(self, x: Tensor) -> Tensor:
        x = self.inc(x)  # (N, 64, 184, 184)
        down1 = self.down1(x)  # (N, 128, 88, 88)
        down2 = self.down2(down1)  # (N, 256, 40, 40)
        down3 = self.down3(down2)  # (N, 512, 16, 16)
        down4 = self.down4(down3)  # (N, 1024, 4, 4)
        down3 = down3[..., 4:-4, 4:-4]  # (N, 512, 8, 8)
        down4 = self.up1(down4, down3)  # (N, 512, 4, 4)
        down2 = down2[..., 16:-16, 16:-16]  # (N, 256, 8, 8)
        down4 = self.up2(down4, down2)  # (N, 256, 4, 4)
        down1 = down1[..., 40:-40, 40:-40]  # (N, 128, 8, 8)
        down4 = self.up3(down4, down1)  # (N, 128, 4, 4)
        x = x[..., 88:-88, 88:-88]  # (N, 64, 8, 8)
        x = self.up4(down4, x)  # (N, 64, 4, 4)
        return self.outc(x)  # (N, 2, 4, 4)
