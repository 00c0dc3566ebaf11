"""Published networks for tests and comparisons, with their published figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nodes.network import Network
from tests.networks import dense, inception, plain, residual


@dataclass(frozen=True)
class Published:
    """A network for square images of a given size, and what is known of it at 224 pixels.

    `activations` are the elements of what its modules and functions give, None where ours are not
    the same ones. Figures of torchvision 0.28.0.
    """

    title: str
    build: Callable[[int], Network]
    parameters: int
    buffers: int
    macs: int
    activations: int | None = None  # torchvision's DenseNet also joins single tensors


PUBLISHED = {
    "resnet50": Published(
        "ResNet-50", residual.resnet50, 25_557_032, 53_173, 4_089_184_256, 37_561_832
    ),
    "resnet152": Published(
        "ResNet-152", residual.resnet152, 60_192_808, 151_579, 11_513_626_624, 79_508_968
    ),
    "densenet121": Published("DenseNet-121", dense.densenet121, 7_978_856, 83_769, 2_834_161_664),
    "densenet201": Published("DenseNet-201", dense.densenet201, 20_013_928, 229_257, 4_291_365_888),
    "googlenet": Published(
        "GoogLeNet", inception.googlenet, 6_624_904, 14_617, 1_498_376_192, 12_335_608
    ),
    "vgg11": Published("VGG-11", plain.vgg11, 132_863_336, 0, 7_609_090_048, 16_458_216),
}
KEPT = ("resnet50", "densenet121", "googlenet", "vgg11")  # compared for what training keeps
