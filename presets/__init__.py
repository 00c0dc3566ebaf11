"""Published architectures, one file a family, in the order of the start page."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from types import MappingProxyType

from nodes.errors import SkipwireError
from presets import (
    alexnet,
    convnext,
    densenet,
    densenet_cifar,
    efficientnet,
    googlenet,
    googlenet_bn,
    inception_mini,
    inception_resnet,
    inception_v3,
    inception_v4,
    lenet,
    mnasnet,
    mobilenet,
    mobilenet_v3,
    nin,
    preactivation,
    regnet,
    resnet,
    resnet_cifar,
    shufflenet,
    squeezenet,
    teaching,
    textbook,
    unet,
    vgg,
    xception,
)
from presets.preset import Accuracy, Preset, Reference

PRESETS: Mapping[str, Preset] = MappingProxyType(
    {
        preset.id: preset
        for family in (
            lenet,
            alexnet,
            vgg,
            nin,
            inception_mini,
            googlenet,
            googlenet_bn,
            inception_v3,
            inception_v4,
            inception_resnet,
            xception,
            resnet,
            resnet_cifar,
            preactivation,
            densenet,
            densenet_cifar,
            textbook,
            squeezenet,
            mobilenet,
            mobilenet_v3,
            shufflenet,
            mnasnet,
            efficientnet,
            regnet,
            convnext,
            unet,
            teaching,
        )
        for preset in family.PRESETS
    }
)


class UnknownPresetError(SkipwireError):
    """There is no preset of this id; the message suggests a near one."""


def preset(id: str) -> Preset:
    """The preset of this id.

    Raises:
        UnknownPresetError: there is none.
    """
    if found := PRESETS.get(id):
        return found
    near = get_close_matches(id.lower(), PRESETS, n=1)
    hint = f"Did you mean “{near[0]}”?" if near else f"There are: {', '.join(PRESETS)}."
    raise UnknownPresetError(f"There is no preset named “{id}”. {hint}")


__all__ = ["PRESETS", "Accuracy", "Preset", "Reference", "UnknownPresetError", "preset"]
