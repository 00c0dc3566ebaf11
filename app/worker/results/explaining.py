"""What in an image speaks for a class: Grad-CAM, the gradient of the input, and hiding parts.

All give a picture (height, width) of values from 0 on, and what the network says of the image. They
are generators: between two of their parts training may go on.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Generator

import torch
from torch import Tensor
from torch.nn.functional import interpolate

from app.data.source import Size
from app.worker.results.subject import RefusedError, Subject, require_scores

AT_ONCE = 16  # images with a hidden part that are computed together
BRIGHTEST = 0.99  # of the pixels of a gradient; the few beyond that would leave all others dark
Picture = tuple[Tensor, Tensor]  # and the logits, of shape (1, classes)
Explaining = Generator[None, None, Picture]


def gradcam(subject: Subject, inputs: Tensor, path: str, label: int) -> Explaining:
    """The maps of a node, or its tokens, weighed by the mean gradient of the class's score to them.

    Source: Selvaraju et al., Grad-CAM (ICCV 2017).

    Raises:
        RefusedError: the node gives no maps, or is not on the way to the scores.
    """
    yield
    found: list[Tensor] = []
    rows = _Rows()

    def see(at: str, value: Tensor) -> None:
        if not found:
            rows.see(value)
        if at == path and value.requires_grad:
            found.append(value.detach().clone())  # a module may write into it
            value.register_hook(lambda gradient: found.append(gradient.detach().clone()))  # type: ignore[no-untyped-call]

    with subject.looking(), torch.enable_grad():
        _, logits = _backwards(subject, inputs, label, see)
    if len(found) != 2:
        raise RefusedError(f"“{path}” is not on the way to the scores. Choose another node.")
    maps, gradient = (rows.as_maps(value, subject.feed.size) for value in found)
    if maps is None or gradient is None:
        raise RefusedError(
            f"“{path}” gives numbers that lie nowhere in the image. Choose a node that gives maps, "
            "such as a convolution."
        )
    weighed = (gradient.mean((2, 3), keepdim=True) * maps).sum(1, keepdim=True)
    height, width = subject.feed.size.height, subject.feed.size.width
    return interpolate(weighed.relu(), (height, width), mode="bilinear")[0, 0], logits


def saliency(subject: Subject, inputs: Tensor, path: str, label: int) -> Explaining:
    """How strongly the class's score follows each pixel.

    Source: Simonyan et al., Deep Inside Convolutional Networks (2013).
    """
    yield
    with subject.looking(), torch.enable_grad():
        gradient, logits = _backwards(subject, inputs, label, lambda at, value: None)
    if gradient is None:
        raise RefusedError(
            "The scores do not depend on the image, so that nothing of it can be shown."
        )
    picture = _as_image(subject, gradient)[0].abs().amax(0)
    brightest = picture.quantile(BRIGHTEST)
    return picture.clamp_max(brightest) if brightest > 0 else picture, logits


def occlusion(subject: Subject, inputs: Tensor, path: str, label: int) -> Explaining:
    """How far the class falls when the parts around each pixel are hidden behind a grey square.

    Source: Zeiler and Fergus, Visualizing and Understanding Convolutional Networks (ECCV 2014),
    with the log probability, which has not reached its end where the network is sure.
    """
    size = subject.feed.size
    image = _as_image(subject, inputs)
    side = -(-min(size.height, size.width) // 5)
    grey = image.mean((2, 3), keepdim=True)
    places = [(y, x) for y in _steps(size.height, side) for x in _steps(size.width, side)]
    fallen = torch.zeros(size.height, size.width, device=inputs.device)
    covered = torch.zeros_like(fallen)
    logits: Tensor | None = None
    for begin in range(0, len(places), AT_ONCE):
        yield
        part = places[begin : begin + AT_ONCE]
        hidden = image.repeat(len(part) + 1, 1, 1, 1)  # the last one stays as it is
        for row, (y, x) in zip(hidden, part, strict=False):
            row[:, y : y + side, x : x + side] = grey[0]
        with subject.looking():
            found = subject.logits(hidden.reshape(-1, *inputs.shape[1:]))
        scores = found.log_softmax(1) if subject.kind == "softmax" else found
        # against the whole image in the same batch: in between the weights may have learned
        for (y, x), fall in zip(part, scores[-1, label] - scores[:-1, label], strict=True):
            fallen[y : y + side, x : x + side] += fall
            covered[y : y + side, x : x + side] += 1
        logits = found[-1:] if logits is None else logits
    assert logits is not None
    return (fallen / covered).relu(), logits


def _backwards(
    subject: Subject, inputs: Tensor, label: int, see: Callable[[str, Tensor], None]
) -> tuple[Tensor | None, Tensor]:
    """The gradient of a class's score to the input, and all scores; every value is seen first."""
    leaf = inputs.detach().requires_grad_()
    output = subject.start.outputs[0][0]
    value = leaf
    # a leaf may not be written into, as the first layer might do
    for at, value in subject.probe(subject.network, leaf.clone()):
        see(at, value)
        if at == output:
            break
    logits = require_scores(value).float()
    (gradient,) = torch.autograd.grad(logits[0, label], leaf, allow_unused=True)
    return gradient, logits.detach()


class _Rows:
    """Which axis of a row of tokens lies in the image.

    Their numbers do not tell where both could be: 64 channels of 7×7 places, in a row, could be 64
    places as well. So maps are followed to where they are put in a row.
    """

    def __init__(self) -> None:
        self._maps: Tensor | None = None
        self._axes: tuple[int, ...] = (1, 2)  # that places may be in, the likelier one first

    def see(self, value: Tensor) -> None:
        """The values of the network, in the order in which it computes them."""
        if value.dim() == 4:
            self._maps = value.detach().clone()  # a module may write into it
        elif value.dim() == 3 and self._maps is not None:
            row = self._maps.flatten(2)
            if _same(value, row):
                self._axes = (2,)
            elif _same(value, row.transpose(1, 2)):
                self._axes = (1,)

    def as_maps(self, value: Tensor, size: Size) -> Tensor | None:
        """(1, channels, height, width); None where the numbers have no places.

        Those of a transformer are tokens, each of a patch of the image, perhaps behind one of a
        class.
        """
        if value.dim() == 4 and value[0, 0].numel() > 1:
            return value
        if value.dim() != 3:
            return None
        for axis in self._axes:
            for others in (0, 1):
                places = value.movedim(axis, 2)[..., others:]
                rows = round(math.sqrt(places.shape[2] * size.height / size.width))
                columns = rows * size.width // size.height
                fits = rows * columns == places.shape[2] > 1
                if fits and rows * size.width == columns * size.height:
                    return places.reshape(1, -1, rows, columns)
        return None


def _same(one: Tensor, other: Tensor) -> bool:
    return one.shape == other.shape and torch.equal(one, other)


def _as_image(subject: Subject, inputs: Tensor) -> Tensor:
    """Inputs as (count, channels, height, width), where the network takes vectors, too."""
    size = subject.feed.size
    return inputs.detach().reshape(-1, size.channels, size.height, size.width)


def _steps(length: int, side: int) -> list[int]:
    """Where squares begin along a side, some a third of one apart, to its very end."""
    last = length - side
    return sorted({*range(0, last, max(1, side // 3)), last})
