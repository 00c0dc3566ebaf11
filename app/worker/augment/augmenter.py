"""All changes of a recipe, one after the other, on one batch of images."""

from __future__ import annotations

from collections.abc import Callable

from torch import Tensor

from app.training.recipe import AUGMENTATION, Recipe
from app.worker.augment import colours, mixing, moving
from app.worker.augment.policy import Policy
from app.worker.draws import mix, normal, uniform
from app.worker.parts import Batch

_NONE = Recipe()


class Augmenter:
    """What an image becomes is decided by the seed, the epoch and its number in the data alone.

    Each change draws numbers of its own, so that one more leaves the others as they were. Mixtures
    take the next image of the batch as the other one.
    """

    def __init__(
        self,
        recipe: Recipe,
        normalise: Callable[[Tensor], Tensor],
        fill: Tensor,
        axes: Callable[[], Tensor],
    ) -> None:
        """`fill` is what is cut out filled with, one value a channel.

        `axes` finds the principal axes of the data's colours, once they are needed.
        """
        self._normalise = normalise
        self._fill = fill
        self._find_axes = axes
        self._axes: Tensor | None = None
        self._policy: Policy | None = None
        self.change(recipe)

    def change(self, recipe: Recipe) -> None:
        """From the next batch on it augments as this recipe says.

        Raises DataError: it asks for a package that is not here.
        """
        if self._policy is None or self._policy.name != recipe.rich:
            self._policy = Policy(recipe) if recipe.rich != "none" else None
        self._recipe = recipe
        self._mixup = mixing.Beta(recipe.mixup) if recipe.mixup else None
        self._cutmix = mixing.Beta(recipe.cutmix) if recipe.cutmix else None
        self.idle = all(getattr(recipe, name) == getattr(_NONE, name) for name in AUGMENTATION)
        if recipe.lighting and self._axes is None:
            self._axes = self._find_axes()

    def __call__(self, pixels: Tensor, labels: Tensor, indices: Tensor, epoch: int) -> Batch:
        """A batch for training from uint8 pixels (n, channels, height, width)."""
        images, shares = self._mixed(self.drawn(pixels, indices, epoch), indices, epoch)
        other = None if shares is None else (labels.roll(-1), shares)
        return Batch(self._normalise(images), labels, indices, other)

    def drawn(self, pixels: Tensor, indices: Tensor, epoch: int) -> Tensor:
        """Each image by itself, with values from 0 to 255: all but mixtures."""
        images = self._coloured(self._moved(pixels, indices, epoch), indices, epoch)
        if self._policy is not None:
            images = self._policy(images, indices, self._key("rich", epoch))
        if self._recipe.cutout:
            centres = uniform(self._key("cutout", epoch), indices, 2)
            images = mixing.cut_out(images.float(), centres, self._recipe.cutout, self._fill)
        return images

    def _moved(self, pixels: Tensor, indices: Tensor, epoch: int) -> Tensor:
        recipe, (height, width) = self._recipe, pixels.shape[2:]
        images = pixels
        if recipe.crop or recipe.shift or recipe.flip != "none":
            crops = uniform(self._key("crop", epoch), indices, 2)
            shifts = uniform(self._key("shift", epoch), indices, 2)
            flips = uniform(self._key("flip", epoch), indices, 2) < 0.5
            down, right = (
                moving.steps(crops[:, at], recipe.crop)
                + moving.steps(shifts[:, at], round(recipe.shift * side))
                for at, side in enumerate((height, width))
            )
            upside = flips[:, 0] & (recipe.flip in ("vertical", "both"))
            mirrored = flips[:, 1] & (recipe.flip in ("horizontal", "both"))
            images = moving.slid(images, down, right, upside, mirrored)
        if recipe.rotate or recipe.zoom:
            angles = uniform(self._key("rotate", epoch), indices)[:, 0]
            zooms = uniform(self._key("zoom", epoch), indices)[:, 0]
            images = moving.turned(
                images.float(),
                moving.angle(angles, recipe.rotate),
                moving.enlargement(zooms, recipe.zoom),
            )
        return images

    def _coloured(self, images: Tensor, indices: Tensor, epoch: int) -> Tensor:
        recipe, before = self._recipe, images

        def by(name: str, most: float) -> Tensor:
            return most * (2 * uniform(self._key(name, epoch), indices)[:, 0] - 1)

        if recipe.brightness:
            images = colours.brighter(images.float(), by("brightness", recipe.brightness))
        if recipe.contrast:
            images = colours.contrasted(images.float(), by("contrast", recipe.contrast))
        if recipe.saturation or recipe.hue:
            saturation = by("saturation", recipe.saturation)
            images = colours.coloured(images.float(), saturation, by("hue", recipe.hue))
        if recipe.lighting and self._axes is not None:
            along = normal(self._key("lighting", epoch), indices, images.shape[1])
            images = colours.lit(images.float(), recipe.lighting * along, self._axes)
        return images if images is before else images.clamp(0, 255)

    def _mixed(self, images: Tensor, indices: Tensor, epoch: int) -> tuple[Tensor, Tensor | None]:
        """Each image with the next, and its own shares; of two ways each is taken half the time."""
        if self._mixup is None and self._cutmix is None:
            return images, None
        numbers = uniform(self._key("mix", epoch), indices, 4)
        images, others = images.float(), images.float().roll(-1, 0)
        found = []
        if self._mixup is not None:
            shares = self._mixup(numbers[:, 0])
            found.append((mixing.mixed_up(images, others, shares), shares))
        if self._cutmix is not None:
            shares = self._cutmix(numbers[:, 0])
            found.append(mixing.cut_mixed(images, others, shares, numbers[:, 2:]))
        if len(found) == 1:
            return found[0]
        (mixed, left), (cut, right) = found
        first = numbers[:, 1] < 0.5
        return mixed.where(first[:, None, None, None], cut), left.where(first, right)

    def _key(self, change: str, epoch: int) -> int:
        return mix(self._recipe.seed, change, epoch)
