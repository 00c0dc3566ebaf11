"""Deep published networks for tests and comparisons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from nodes.network import Network
from nodes.spec import Value
from presets import preset


@dataclass(frozen=True)
class Published:
    """A preset with these parameters, for square images of a given size.

    `activations` are the elements of what torchvision's modules and functions give at 224 pixels,
    None where ours are not the same ones.
    """

    id: str
    activations: int | None = None
    set: Mapping[str, Value] = field(default_factory=dict)

    @property
    def title(self) -> str:
        return preset(self.id).title

    def build(self, size: int) -> Network:
        return preset(self.id).network(input_size=size, **self.set)


PUBLISHED = {
    "resnet50": Published("resnet50", 37_561_832),
    "resnet152": Published("resnet152", 79_508_968),
    "densenet121": Published("densenet121"),  # torchvision's DenseNet also joins single tensors
    "densenet201": Published("densenet201"),
    "googlenet": Published("googlenet_bn", 12_335_608, {"auxiliary": False}),
    "vgg11": Published("vgg11", 16_458_216),
}
KEPT = ("resnet50", "densenet121", "googlenet", "vgg11")  # compared for what training keeps
