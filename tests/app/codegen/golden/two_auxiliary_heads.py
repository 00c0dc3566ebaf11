"""Test, drawn in Skipwire: 1,400 parameters."""

from torch import Tensor, nn

__all__ = ["Test"]


class Head(nn.Sequential):
    def __init__(self, in_channels: int) -> None:
        super().__init__()
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.flatten = nn.Flatten()
        self.fc = nn.Linear(in_channels, 10)


class Test(nn.Module):
    """Test: (N, 1, 8, 8) -> (N, 10). In training it returns aux1 and aux2 as well."""

    def __init__(self) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(1, 4, 3, padding=1)
        self.bn = nn.BatchNorm2d(4)
        self.act1 = nn.ReLU()
        self.conv2 = nn.Conv2d(4, 6, 3, stride=2)
        self.act2 = nn.ReLU()
        self.conv3 = nn.Conv2d(6, 8, 3)
        self.head1 = Head(4)
        self.head2_flatten = nn.Flatten()
        self.head2_drop = nn.Dropout(p=0.2)
        self.head2_fc = nn.Linear(54, 10)
        self.flatten = nn.Flatten()
        self.fc = nn.Linear(8, 10)

    def forward(self, x: Tensor) -> Tensor | tuple[Tensor, Tensor, Tensor]:
        x = self.conv1(x)  # (N, 4, 8, 8)
        x = self.bn(x)
        x = self.act1(x)
        if self.training:
            head1 = self.head1(x)  # (N, 10)
        x = self.conv2(x)  # (N, 6, 3, 3)
        x = self.act2(x)
        if self.training:
            head2 = self.head2_flatten(x)  # (N, 54)
            head2 = self.head2_drop(head2)
            head2 = self.head2_fc(head2)  # (N, 10)
        x = self.conv3(x)  # (N, 8, 1, 1)
        x = self.flatten(x)  # (N, 8)
        x = self.fc(x)  # (N, 10)
        if self.training:
            return x, head1, head2
        return x
