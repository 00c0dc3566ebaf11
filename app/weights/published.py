"""The weights that torchvision publishes for networks that are presets here; all for ImageNet.

Source: the weight entries of torchvision 0.28, whose figures these are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.weights.cache import downloads

SITE = "https://download.pytorch.org/models/"
LICENCE = (
    "Published by torchvision (BSD 3-Clause), trained on ImageNet, whose terms may bind what is "
    "made of it."
)
_USUAL = "Images scaled to 0…1, less the means 0.485, 0.456, 0.406, over 0.229, 0.224, 0.225."
_ABOUT_ZERO = "Images scaled to −1…1: weights of the original program, brought over."


@dataclass(frozen=True)
class Published:
    """One file of weights: of the network of this name, `version` 1 or a later training of it.

    `accuracy` is top-1 on ImageNet in percent, `size` in bytes to the nearest thousand or so. A
    network with one of these numbers of `parameters` has its weights from it, as far as that tells.
    """

    name: str
    version: int
    file: str
    accuracy: float
    size: int
    parameters: tuple[int, ...]

    @property
    def url(self) -> str:
        return SITE + self.file

    @property
    def sha256(self) -> str:
        """How the SHA-256 of the file begins."""
        return self.file.rpartition("-")[2].removesuffix(".pth")

    @property
    def path(self) -> Path:
        """Where the file is kept once it has been fetched."""
        return downloads() / self.file

    @property
    def images(self) -> str:
        """What the network is to be shown."""
        return _ABOUT_ZERO if self.name in ("googlenet", "inception_v3") else _USUAL


# name, version, file, top-1 in percent, MiB, parameters of the networks it is for
_TABLE = """
alexnet 1 alexnet-owt-7be5be79.pth 56.522 233.087 61100840
vgg11 1 vgg11-8a719046.pth 69.02 506.84 132863336
vgg11_bn 1 vgg11_bn-6002323d.pth 70.37 506.881 132868840
vgg13 1 vgg13-19584684.pth 69.928 507.545 133047848
vgg13_bn 1 vgg13_bn-abd245e5.pth 71.586 507.59 133053736
vgg16 1 vgg16-397923af.pth 71.592 527.796 138357544
vgg16_bn 1 vgg16_bn-6c64b313.pth 73.36 527.866 138365992
vgg19 1 vgg19-dcbb9e9d.pth 72.376 548.051 143667240
vgg19_bn 1 vgg19_bn-c79401a0.pth 74.218 548.143 143678248
googlenet 1 googlenet-1378be20.pth 69.778 49.731 6624904,13004888
inception_v3 1 inception_v3_google-0cc3c7bd.pth 77.294 103.903 23834568,27161264
resnet18 1 resnet18-f37072fd.pth 69.758 44.661 11689512
resnet34 1 resnet34-b627a593.pth 73.314 83.275 21797672
resnet50 1 resnet50-0676ba61.pth 76.13 97.781 25557032
resnet50 2 resnet50-11ad3fa6.pth 80.858 97.79 25557032
resnet101 1 resnet101-63fe2227.pth 77.374 170.511 44549160
resnet101 2 resnet101-cd907fc2.pth 81.886 170.53 44549160
resnet152 1 resnet152-394f9c45.pth 78.312 230.434 60192808
resnet152 2 resnet152-f82ba261.pth 82.284 230.474 60192808
wide_resnet50_2 1 wide_resnet50_2-95faca4d.pth 78.468 131.82 68883240
wide_resnet50_2 2 wide_resnet50_2-9ba9bcbe.pth 81.602 263.124 68883240
wide_resnet101_2 1 wide_resnet101_2-32ee1156.pth 78.848 242.896 126886696
wide_resnet101_2 2 wide_resnet101_2-d733dc28.pth 82.51 484.747 126886696
resnext50_32x4d 1 resnext50_32x4d-7cdf4587.pth 77.618 95.789 25028904
resnext50_32x4d 2 resnext50_32x4d-1a0047aa.pth 81.198 95.833 25028904
resnext101_32x8d 1 resnext101_32x8d-8ba56ff5.pth 79.312 339.586 88791336
resnext101_32x8d 2 resnext101_32x8d-110c445d.pth 82.834 339.673 88791336
densenet121 1 densenet121-a639ec97.pth 74.434 30.845 7978856
densenet161 1 densenet161-8d451a50.pth 77.138 110.369 28681000
densenet169 1 densenet169-b2777c0a.pth 75.6 54.708 14149480
densenet201 1 densenet201-c1103571.pth 76.896 77.373 20013928
mobilenet_v2 1 mobilenet_v2-b0353104.pth 71.878 13.555 3504872
mobilenet_v2 2 mobilenet_v2-7ebf99e0.pth 72.154 13.598 3504872
mobilenet_v3_large 1 mobilenet_v3_large-8738ca79.pth 74.042 21.114 5483032
mobilenet_v3_large 2 mobilenet_v3_large-5c1a4163.pth 75.274 21.107 5483032
mobilenet_v3_small 1 mobilenet_v3_small-047dcff4.pth 67.668 9.829 2542856
squeezenet1_0 1 squeezenet1_0-b66bff10.pth 58.092 4.778 1248424
squeezenet1_1 1 squeezenet1_1-b8a52dc0.pth 58.178 4.729 1235496
efficientnet_b0 1 efficientnet_b0_rwightman-7f5810bc.pth 77.692 20.451 5288548
efficientnet_v2_s 1 efficientnet_v2_s-dd5fe13b.pth 84.228 82.704 21458488
convnext_tiny 1 convnext_tiny-983f1562.pth 82.52 109.119 28589128
convnext_small 1 convnext_small-0c510722.pth 83.616 191.703 50223688
convnext_base 1 convnext_base-6075fbad.pth 84.062 338.064 88591464
shufflenet_v2_x0_5 1 shufflenetv2_x0.5-f707e7126e.pth 60.552 5.282 1366792
shufflenet_v2_x1_0 1 shufflenetv2_x1-5666bf0f80.pth 69.362 8.791 2278604
shufflenet_v2_x1_5 1 shufflenetv2_x1_5-3c479a10.pth 72.996 13.557 3503624
shufflenet_v2_x2_0 1 shufflenetv2_x2_0-8be3c8ee.pth 76.23 28.433 7393996
mnasnet0_5 1 mnasnet0.5_top1_67.823-3ffadce67e.pth 67.734 8.591 2218512
mnasnet0_75 1 mnasnet0_75-7090bc5f.pth 71.18 12.303 3170208
mnasnet1_0 1 mnasnet1.0_top1_73.512-f206786ef8.pth 73.456 16.915 4383312
mnasnet1_3 1 mnasnet1_3-a4c69d6f.pth 76.506 24.246 6282256
regnet_y_400mf 1 regnet_y_400mf-c65dace8.pth 74.046 16.806 4344144
regnet_y_400mf 2 regnet_y_400mf-e6988f5f.pth 75.804 16.806 4344144
regnet_x_400mf 1 regnet_x_400mf-adf1edd5.pth 72.834 21.258 5495976
regnet_x_400mf 2 regnet_x_400mf-62229a5f.pth 74.864 21.257 5495976
regnet_y_800mf 1 regnet_y_800mf-1b27b58c.pth 76.42 24.774 6432512
regnet_y_800mf 2 regnet_y_800mf-58fc7688.pth 78.828 24.774 6432512
efficientnet_b1 1 efficientnet_b1_rwightman-bac287d4.pth 78.642 30.134 7794184
efficientnet_b1 2 efficientnet_b1-c27df63c.pth 79.838 30.136 7794184
"""


def _published(line: str) -> Published:
    name, version, file, accuracy, size, parameters = line.split()
    return Published(
        name,
        int(version),
        file,
        float(accuracy),
        round(float(size) * 2**20),
        tuple(map(int, parameters.split(","))),
    )


PUBLISHED: Sequence[Published] = tuple(map(_published, _TABLE.strip().splitlines()))


def nearest(parameters: int) -> Sequence[Published]:
    """All of them, those first whose network has about this many parameters."""
    return sorted(PUBLISHED, key=lambda p: min(abs(parameters - n) for n in p.parameters))
