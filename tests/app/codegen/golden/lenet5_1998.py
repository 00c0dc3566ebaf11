"""LeNet-5, drawn in Skipwire: 60,000 parameters."""

import torch
from torch import Tensor, nn

__all__ = ["LeNet5"]


class ScaledTanh(nn.Module):
    """A hyperbolic tangent of a given height and slope."""

    def __init__(self, amplitude: float = 1.7159, slope: float = 2 / 3) -> None:
        super().__init__()
        self.amplitude, self.slope = amplitude, slope

    def forward(self, x: Tensor) -> Tensor:
        return self.amplitude * torch.tanh(self.slope * x)


class Subsampling2d(nn.Module):
    """A window's sum or mean times one coefficient plus one bias for every map."""

    def __init__(
        self,
        channels: int,
        kernel_size: int | tuple[int, int],
        stride: int | tuple[int, int] | None = None,
        mode: str = "sum",
    ) -> None:
        super().__init__()
        k = (kernel_size,) * 2 if isinstance(kernel_size, int) else kernel_size
        cells = k[0] * k[1] if mode == "sum" else 1
        divisor = 1 if mode == "sum" else None
        self.pool = nn.AvgPool2d(kernel_size, stride, divisor_override=divisor)
        self.weight = nn.Parameter(torch.full((channels, 1, 1), 1 / cells))
        self.bias = nn.Parameter(torch.zeros(channels, 1, 1))

    def forward(self, x: Tensor) -> Tensor:
        return self.weight * self.pool(x) + self.bias


class DigitRBF(nn.Module):
    """The squared Euclidean distance of the input to a picture of every digit."""

    PICTURES = (
        0x0071B63C78F1E3C6D8E00,
        0x0030E3C183060C1831F80,
        0x00FB18306186186183F80,
        0x00FB1830678183078DF00,
        0x001871E6D9B37F0C18300,
        0x01FF060C1F8183078DF00,
        0x0079860C1FB1E3C78DF00,
        0x01FC1830C1860C3060C00,
        0x00FB1E3C6FB1E3C78DF00,
        0x00FB1E3C78DF830619E00,
    )

    def __init__(self) -> None:
        super().__init__()
        bits = [[float(bit) for bit in f"{picture:084b}"] for picture in self.PICTURES]
        self.register_buffer("code", 2 * torch.tensor(bits) - 1)

    def forward(self, input: Tensor) -> Tensor:
        return (input.unsqueeze(-2) - self.code).square().sum(-1)


class Factor(nn.Module):
    """Multiplies by a fixed number."""

    def __init__(self, factor: float) -> None:
        super().__init__()
        self.factor = factor

    def forward(self, input: Tensor) -> Tensor:
        return self.factor * input


class C3(nn.Module):
    """Sixteen convolutions, each of the maps that Table I gives it."""

    def __init__(self, in_channels: int) -> None:
        super().__init__()
        self.conv0 = nn.Conv2d(3 * (in_channels // 6), 1, 5)
        self.conv1 = nn.Conv2d(3 * (in_channels // 6), 1, 5)
        self.conv2 = nn.Conv2d(3 * (in_channels // 6), 1, 5)
        self.conv3 = nn.Conv2d(3 * (in_channels // 6), 1, 5)
        self.conv4 = nn.Conv2d(3 * (in_channels // 6), 1, 5)
        self.conv5 = nn.Conv2d(3 * (in_channels // 6), 1, 5)
        self.conv6 = nn.Conv2d(4 * (in_channels // 6), 1, 5)
        self.conv7 = nn.Conv2d(4 * (in_channels // 6), 1, 5)
        self.conv8 = nn.Conv2d(4 * (in_channels // 6), 1, 5)
        self.conv9 = nn.Conv2d(4 * (in_channels // 6), 1, 5)
        self.conv10 = nn.Conv2d(4 * (in_channels // 6), 1, 5)
        self.conv11 = nn.Conv2d(4 * (in_channels // 6), 1, 5)
        self.conv12 = nn.Conv2d(4 * (in_channels // 6), 1, 5)
        self.conv13 = nn.Conv2d(4 * (in_channels // 6), 1, 5)
        self.conv14 = nn.Conv2d(4 * (in_channels // 6), 1, 5)
        self.conv15 = nn.Conv2d(6 * (in_channels // 6), 1, 5)

    def forward(self, x: Tensor) -> Tensor:
        maps_0, maps_1, maps_2, maps_3, maps_4, maps_5 = torch.chunk(x, 6, dim=1)
        x = torch.cat((maps_0, maps_1, maps_2), dim=1)
        x = self.conv0(x)
        branch1 = torch.cat((maps_1, maps_2, maps_3), dim=1)
        branch1 = self.conv1(branch1)
        branch2 = torch.cat((maps_2, maps_3, maps_4), dim=1)
        branch2 = self.conv2(branch2)
        branch3 = torch.cat((maps_3, maps_4, maps_5), dim=1)
        branch3 = self.conv3(branch3)
        branch4 = torch.cat((maps_0, maps_4, maps_5), dim=1)
        branch4 = self.conv4(branch4)
        branch5 = torch.cat((maps_0, maps_1, maps_5), dim=1)
        branch5 = self.conv5(branch5)
        branch6 = torch.cat((maps_0, maps_1, maps_2, maps_3), dim=1)
        branch6 = self.conv6(branch6)
        branch7 = torch.cat((maps_1, maps_2, maps_3, maps_4), dim=1)
        branch7 = self.conv7(branch7)
        branch8 = torch.cat((maps_2, maps_3, maps_4, maps_5), dim=1)
        branch8 = self.conv8(branch8)
        branch9 = torch.cat((maps_0, maps_3, maps_4, maps_5), dim=1)
        branch9 = self.conv9(branch9)
        branch10 = torch.cat((maps_0, maps_1, maps_4, maps_5), dim=1)
        branch10 = self.conv10(branch10)
        branch11 = torch.cat((maps_0, maps_1, maps_2, maps_5), dim=1)
        branch11 = self.conv11(branch11)
        branch12 = torch.cat((maps_0, maps_1, maps_3, maps_4), dim=1)
        branch12 = self.conv12(branch12)
        branch13 = torch.cat((maps_1, maps_2, maps_4, maps_5), dim=1)
        branch13 = self.conv13(branch13)
        branch14 = torch.cat((maps_0, maps_2, maps_3, maps_5), dim=1)
        branch14 = self.conv14(branch14)
        maps_0 = torch.cat((maps_0, maps_1, maps_2, maps_3, maps_4, maps_5), dim=1)
        maps_0 = self.conv15(maps_0)
        return torch.cat(
            (
                x,
                branch1,
                branch2,
                branch3,
                branch4,
                branch5,
                branch6,
                branch7,
                branch8,
                branch9,
                branch10,
                branch11,
                branch12,
                branch13,
                branch14,
                maps_0,
            ),
            dim=1,
        )


class LeNet5(nn.Module):
    """LeNet-5: (N, 1, 32, 32) -> (N, 10)."""

    def __init__(self) -> None:
        super().__init__()
        self.c1 = nn.Conv2d(1, 6, 5)
        self.tanh_c1 = ScaledTanh()
        self.s2 = Subsampling2d(6, 2)
        self.tanh_s2 = ScaledTanh()
        self.c3 = C3(6)
        self.tanh_c3 = ScaledTanh()
        self.s4 = Subsampling2d(16, 2)
        self.tanh_s4 = ScaledTanh()
        self.c5 = nn.Conv2d(16, 120, 5)
        self.tanh_c5 = ScaledTanh()
        self.flatten = nn.Flatten()
        self.f6 = nn.Linear(120, 84)
        self.tanh_f6 = ScaledTanh()
        self.rbf = DigitRBF()
        self.scores = Factor(-1.0)
        nn.init.uniform_(self.c1.weight, a=-0.096, b=0.096)
        nn.init.uniform_(self.c1.bias, a=-0.096, b=0.096)
        for module in (
            self.c3.conv0,
            self.c3.conv1,
            self.c3.conv2,
            self.c3.conv3,
            self.c3.conv4,
            self.c3.conv5,
        ):
            nn.init.uniform_(module.weight, a=-0.032, b=0.032)
            nn.init.uniform_(module.bias, a=-0.032, b=0.032)
        for module in (
            self.c3.conv6,
            self.c3.conv7,
            self.c3.conv8,
            self.c3.conv9,
            self.c3.conv10,
            self.c3.conv11,
            self.c3.conv12,
            self.c3.conv13,
            self.c3.conv14,
        ):
            nn.init.uniform_(module.weight, a=-0.024, b=0.024)
            nn.init.uniform_(module.bias, a=-0.024, b=0.024)
        nn.init.uniform_(self.c3.conv15.weight, a=-0.016, b=0.016)
        nn.init.uniform_(self.c3.conv15.bias, a=-0.016, b=0.016)
        nn.init.uniform_(self.c5.weight, a=-0.006, b=0.006)
        nn.init.uniform_(self.c5.bias, a=-0.006, b=0.006)
        nn.init.uniform_(self.f6.weight, a=-0.02, b=0.02)
        nn.init.uniform_(self.f6.bias, a=-0.02, b=0.02)

    def forward(self, x: Tensor) -> Tensor:
        x = self.c1(x)  # (N, 6, 28, 28)
        x = self.tanh_c1(x)
        x = self.s2(x)  # (N, 6, 14, 14)
        x = self.tanh_s2(x)
        x = self.c3(x)  # (N, 16, 10, 10)
        x = self.tanh_c3(x)
        x = self.s4(x)  # (N, 16, 5, 5)
        x = self.tanh_s4(x)
        x = self.c5(x)  # (N, 120, 1, 1)
        x = self.tanh_c5(x)
        x = self.flatten(x)  # (N, 120)
        x = self.f6(x)  # (N, 84)
        x = self.tanh_f6(x)
        x = self.rbf(x)  # (N, 10)
        return self.scores(x)
