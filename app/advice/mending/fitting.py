"""Layers that bring one shape to another: projections, pools, crops, pads and channels of zeros."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.advice.changes import New, told
from nodes.catalogue import CATALOGUE
from nodes.spec import Shape

_MOST_STRIDE = 4

Layers = tuple[int, str, tuple[New, ...], str]  # rank, style, the layers, and what they do


def layers(shape: Shape, wanted: Sequence[int | None], normalisation: str = "") -> Iterator[Layers]:
    """Chains of new layers that make the wanted shape; None in it leaves an axis as it is.

    `normalisation` is the kind that follows a projection, as it does in the other branches.
    """
    if len(shape) != len(wanted):
        return
    channels = wanted[0] if wanted[0] is not None else shape[0]
    size = tuple(n if w is None else w for w, n in zip(wanted[1:], shape[1:], strict=True))
    axes = len(shape) - 1
    if not axes:
        yield (
            0,
            "project",
            (New("Linear", {"out_features": channels}),),
            (f"add a linear layer to {channels} features"),
        )
        return
    strides = _strides(shape[1:], size)
    if strides is not None and (kind := f"Conv{axes}d") in CATALOGUE:
        yield _projection(kind, channels, strides, normalisation)
    if strides is not None and axes == 2 and channels > shape[0] and "ZeroPadChannels" in CATALOGUE:
        yield _zeros(channels, strides)
    if channels == shape[0]:
        yield from _resized(shape[1:], size, strides)
    elif (enlarging := _enlarging(shape[1:], size)) and f"Conv{axes}d" in CATALOGUE:
        *_, news, says = _projection(f"Conv{axes}d", channels, (1,) * axes, normalisation)
        upsample, phrase = enlarging
        yield 1, "upsample", (*news, upsample), f"{says} and {phrase}"


def _resized(
    old: tuple[int, ...], size: tuple[int, ...], strides: tuple[int, ...] | None
) -> Iterator[Layers]:
    """Layers that change the size and leave the channels."""
    axes = len(size)
    if enlarging := _enlarging(old, size):
        upsample, phrase = enlarging
        yield 1, "upsample", (upsample,), f"add {phrase}"
    pooled = f"MaxPool{axes}d"
    if strides is not None and pooled in CATALOGUE:
        window = _short(strides)
        if tuple((n - s) // s + 1 for n, s in zip(old, strides, strict=True)) == size:
            says = f"add a {told(strides)} max pool"
            yield 2, "pool", (New(pooled, {"kernel_size": window}),), says
    missing = [w - n for w, n in zip(size, old, strict=True)]
    if all(m <= 0 for m in missing):
        if (kind := f"AdaptiveAvgPool{axes}d") in CATALOGUE:
            says = f"pool adaptively to {told(size)}"
            yield 3, "adaptive", (New(kind, {"output_size": _short(size)}),), says
        if "CenterCrop" in CATALOGUE and set(size) != {1}:
            says = f"crop to {told(size)}"
            yield 3, "crop", (New("CenterCrop", {"size": size}),), says
    elif set(old) == {1}:
        if not enlarging:
            yield 0, "repeat", (New("Upsample", {"size": size}),), f"repeat it over {told(size)}"
    elif all(m >= 0 for m in missing) and "Pad" in CATALOGUE:
        sides = tuple(side for m in reversed(missing) for side in (m // 2, m - m // 2))
        yield 3, "pad", (New("Pad", {"padding": sides}),), f"pad with zeros to {told(size)}"


def _enlarging(old: tuple[int, ...], size: tuple[int, ...]) -> tuple[New, str] | None:
    """What makes maps larger by a whole factor, as in the decoder of a U-Net."""
    factors = {w // n if w % n == 0 else 0 for n, w in zip(old, size, strict=True)}
    if len(factors) != 1 or not (factor := factors.pop()) > 1 or "Upsample" not in CATALOGUE:
        return None
    return New("Upsample", {"scale_factor": factor}), f"an upsampling by {factor}"


def _projection(kind: str, channels: int, strides: tuple[int, ...], normalisation: str) -> Layers:
    args: dict[str, int | bool | tuple[int, ...]] = {"out_channels": channels, "kernel_size": 1}
    if any(s != 1 for s in strides):
        args["stride"] = _short(strides)
    news: tuple[New, ...] = (New(kind, args),)
    if normalisation:
        news = (New(kind, {**args, "bias": False}), New(normalisation))
    by = f" at stride {told(args['stride'])}" if "stride" in args else ""
    return 0, "project", news, f"add a 1×1 projection to {channels} channels{by}"


def _zeros(channels: int, strides: tuple[int, ...]) -> Layers:
    """Channels of zeros, which the paper on residual networks has beside the projection."""
    args: dict[str, int | tuple[int, ...]] = {"out_channels": channels}
    if any(s != 1 for s in strides):
        args["stride"] = _short(strides)
    return 1, "zeros", (New("ZeroPadChannels", args),), f"pad with zeros to {channels} channels"


def _strides(size: Sequence[int], wanted: Sequence[int]) -> tuple[int, ...] | None:
    """The strides with which a window of 1 makes the wanted size; none that leaves most unread."""
    found = []
    for n, w in zip(size, wanted, strict=True):
        stride = next((s for s in range(1, n + 1) if (n - 1) // s + 1 == w), None)
        if stride is None or stride > _MOST_STRIDE:
            return None
        found.append(stride)
    return tuple(found)


def _short(values: tuple[int, ...]) -> int | tuple[int, ...]:
    return values[0] if len(set(values)) == 1 else values
