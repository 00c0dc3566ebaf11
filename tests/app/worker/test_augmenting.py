"""Augmentation: what each change does to an image, and that none asks what batch it is in."""

from __future__ import annotations

import colorsys
import math
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from app.training.recipe import AUGMENTATION, Recipe
from app.worker.augment import colours, mixing, moving
from app.worker.augment.augmenter import Augmenter
from app.worker.draws import mix, normal, uniform
from app.worker.feeding.base import Normalise
from app.worker.feeding.start import open_feed
from app.worker.parts import Feed
from tests.app.training.networks import tiny

CHANGES: dict[str, Any] = {
    "crop": 2, "shift": 0.25, "flip": "both", "rotate": 30.0, "zoom": 0.3, "brightness": 0.4,
    "contrast": 0.4, "saturation": 0.5, "hue": 0.1, "lighting": 0.3, "cutout": 0.4,
}  # fmt: skip
MIXTURES: dict[str, Any] = {"mixup": 0.4, "cutmix": 1.0}
MASK = (1 << 64) - 1


def images(number: int = 12, channels: int = 3, height: int = 8, width: int = 10) -> Tensor:
    made = torch.Generator().manual_seed(0)
    shape = number, channels, height, width
    return torch.randint(256, shape, generator=made, dtype=torch.uint8)


def augmenter(channels: int = 3, **values: Any) -> Augmenter:
    normalise = Normalise(torch.full((channels,), 100.0), torch.full((channels,), 0.01),
                          (channels, 8, 10))  # fmt: skip
    axes = 20 * torch.eye(channels)
    return Augmenter(Recipe(**values), normalise, normalise.mean, lambda: axes)


def splitmix(state: int) -> int:
    """The reference, in numbers without an end."""
    state &= MASK
    state = ((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    state = ((state ^ (state >> 27)) * 0x94D049BB133111EB) & MASK
    return state ^ (state >> 31)


def test_numbers_are_those_of_the_reference() -> None:
    key = mix(7, "crop", 3)
    for index in (0, 1, 59_999, 2**40):
        found = uniform(key, torch.tensor([index]), 3)[0].tolist()
        states = (key + (index * 3 + place) * 0x9E3779B97F4A7C15 for place in (1, 2, 3))
        assert found == [(splitmix(state) >> 40) * 2.0**-24 for state in states]
    many = uniform(key, torch.arange(20_000), 2)
    assert 0 <= float(many.min()) <= float(many.max()) < 1
    assert many.mean(0).tolist() == pytest.approx([0.5, 0.5], abs=0.01)
    assert torch.corrcoef(many.T)[0, 1].abs() < 0.03
    bell = normal(key, torch.arange(20_000))
    assert float(bell.mean()) == pytest.approx(0, abs=0.03)
    assert float(bell.std()) == pytest.approx(1, abs=0.03)


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("name", CHANGES)
def test_an_image_becomes_the_same_in_every_batch(name: str, channels: int) -> None:
    """And another in another epoch, and for another seed; nothing draws from a generator."""
    before = torch.get_rng_state()
    changing, pixels = augmenter(channels, **{name: CHANGES[name]}), images(channels=channels)
    assert not changing.idle
    indices = torch.arange(12)
    whole = changing.drawn(pixels, indices, 1)
    if channels == 1 and name in ("saturation", "hue"):
        assert torch.equal(whole, pixels.float())
        return
    order = torch.tensor([7, 3, 11])
    torch.testing.assert_close(changing.drawn(pixels[order], order, 1), whole[order])
    assert not torch.equal(whole, pixels.to(whole.dtype))
    assert not torch.equal(changing.drawn(pixels, indices, 2), whole)
    other = augmenter(channels, seed=1, **{name: CHANGES[name]})
    assert not torch.equal(other.drawn(pixels, indices, 1), whole)
    assert 0 <= float(whole.min()) <= float(whole.max()) <= 255
    assert torch.equal(torch.get_rng_state(), before)


def test_one_more_change_leaves_the_draws_of_the_others() -> None:
    pixels, indices = images(), torch.arange(12)
    slid = augmenter(crop=2, flip="horizontal").drawn(pixels, indices, 1)
    brighter = augmenter(crop=2, flip="horizontal", brightness=0.4).drawn(pixels, indices, 1)
    factor = brighter.sum((1, 2, 3)) / slid.float().sum((1, 2, 3))
    assert ((factor > 0.6) & (factor < 1.4)).all()
    assert torch.equal(brighter == 0, slid == 0)


def test_every_change_of_the_recipe_is_done() -> None:
    assert {*CHANGES, *MIXTURES, "rich"} == {*AUGMENTATION}, "the policies are in test_policy.py"
    assert augmenter().idle
    pixels = images()
    batch = augmenter()(pixels, torch.arange(12), torch.arange(12), 1)
    torch.testing.assert_close(batch.inputs, (pixels.float() - 100) * 0.01)
    assert batch.mixed is None


def test_sliding_is_by_whole_pixels_with_black_behind() -> None:
    pixels = images(4)
    no, yes = torch.zeros(4, dtype=torch.bool), torch.ones(4, dtype=torch.bool)
    down, right = torch.tensor([0, 2, -1, 0]), torch.tensor([0, 0, 3, 0])
    found = moving.slid(pixels, down, right, no, no)
    assert found.dtype is torch.uint8
    assert torch.equal(found[0], pixels[0])
    assert torch.equal(found[1, :, :-2], pixels[1, :, 2:])
    assert not found[1, :, -2:].any()
    assert torch.equal(found[2, :, 1:, :-3], pixels[2, :, :-1, 3:])
    assert not found[2, :, 0].any()
    assert not found[2, :, :, -3:].any()
    for upside, mirrored, axes in ((yes, no, [2]), (no, yes, [3]), (yes, yes, [2, 3])):
        turned = moving.slid(pixels, down, right, upside, mirrored)
        assert torch.equal(turned, found.flip(axes))


def test_crops_and_shifts_reach_as_far_as_they_say() -> None:
    numbers = uniform(5, torch.arange(5000))[:, 0]
    assert set(moving.steps(numbers, 2).tolist()) == {-2, -1, 0, 1, 2}
    assert set(moving.steps(numbers, 0).tolist()) == {0}
    zooms = moving.enlargement(numbers, 0.5)
    assert 1 / 1.5 <= float(zooms.min()) < 0.68
    assert 1.49 < float(zooms.max()) <= 1.5
    assert moving.angle(numbers, 30).abs().max() <= math.radians(30)


def test_turning_is_counter_clockwise_and_exact_by_right_angles() -> None:
    square = images(2, 3, 9, 9).float()
    one = torch.ones(2)
    quarter = moving.turned(square, one * math.pi / 2, one)
    torch.testing.assert_close(quarter, torch.rot90(square, 1, [2, 3]), atol=1e-2, rtol=0)
    oblong = images(2).float()
    half = moving.turned(oblong, one * math.pi, one)
    torch.testing.assert_close(half, oblong.flip([2, 3]), atol=1e-2, rtol=0)
    torch.testing.assert_close(moving.turned(oblong, one * 0, one), oblong, atol=1e-2, rtol=0)
    dot = torch.zeros(1, 1, 41, 81)
    dot[0, 0, 20, 40 + 15] = 1.0  # a pixel stays as far from the middle, whatever the sides
    found = moving.turned(dot, torch.tensor([math.pi / 2]), torch.ones(1))[0, 0]
    assert divmod(int(found.argmax()), 81) == (5, 40)
    larger = moving.turned(torch.nn.functional.pad(torch.ones(1, 1, 4, 4), [4] * 4),
                           torch.zeros(1), torch.tensor([2.0]))  # fmt: skip
    assert float(larger.sum()) == pytest.approx(4 * 16, rel=0.05)


def test_colours() -> None:
    pixels = images().float()
    by = torch.linspace(-0.5, 0.5, 12)
    torch.testing.assert_close(colours.brighter(pixels, by)[3], pixels[3] * (1 + by[3]))
    flat = colours.contrasted(pixels, -torch.ones(12))
    assert float(flat.std((1, 2, 3)).max()) < 1e-3
    nought = torch.zeros(12)
    torch.testing.assert_close(
        colours.coloured(pixels, nought, nought), pixels, atol=0.02, rtol=1e-3
    )
    grey = colours.coloured(pixels, nought - 1, nought)
    torch.testing.assert_close(grey[:, 0], grey[:, 2], atol=0.1, rtol=1e-3)
    brightness = (pixels * torch.tensor(colours.BRIGHTNESS)[:, None, None]).sum(1)
    turned = colours.coloured(pixels, nought, nought + 0.3)
    after = (turned * torch.tensor(colours.BRIGHTNESS)[:, None, None]).sum(1)
    torch.testing.assert_close(after, brightness, atol=0.1, rtol=1e-3)


def test_hue_turns_as_the_colours_of_a_wheel_do() -> None:
    red = torch.tensor([200.0, 100.0, 100.0]).reshape(1, 3, 1, 1)
    third = colours.coloured(red, torch.zeros(1), torch.tensor([1 / 3])).flatten().tolist()
    hue = colorsys.rgb_to_hsv(*(value / 255 for value in third))[0]
    assert min(abs(hue - at) for at in (1 / 3, 2 / 3)) < 0.1


def test_light_is_added_along_the_axes_of_the_colours() -> None:
    made = torch.Generator().manual_seed(0)
    spread = torch.randn(5000, 3, generator=made) @ torch.tensor(
        [[9.0, 3, 1], [0, 4, 2], [0, 0, 1]]
    )
    pictures = spread.reshape(50, 10, 10, 3).permute(0, 3, 1, 2)
    found = colours.covariance(torch.split(pictures, 17))
    torch.testing.assert_close(found.float(), torch.cov(spread.T, correction=0), atol=1e-3, rtol=0)
    axes = colours.principal_axes(torch.cov(spread.T))
    torch.testing.assert_close(axes @ axes.T, torch.cov(spread.T), atol=1e-3, rtol=1e-4)
    added = colours.lit(torch.zeros(5000, 3, 1, 1), normal(3, torch.arange(5000), 3), axes)
    torch.testing.assert_close(torch.cov(added.flatten(1).T), torch.cov(spread.T), atol=4, rtol=0.1)


def test_a_square_is_cut_out_and_filled_with_the_mean() -> None:
    pixels = images(height=10, width=20).float()
    fill = torch.tensor([300.0, 301, 302]).reshape(3, 1, 1)
    centres = torch.full((12, 2), 0.5)
    found = mixing.cut_out(pixels, centres, 0.4, fill)
    assert (found[:, 0] == 300).sum((1, 2)).tolist() == [4 * 8] * 12
    assert (found[0, :, 3:7, 6:14] == fill).all()
    assert torch.equal(found[:, :, :3], pixels[:, :, :3])
    corner = mixing.cut_out(pixels, torch.zeros(12, 2), 0.4, fill)
    assert (corner[:, 1] == 301).sum((1, 2)).tolist() == [2 * 4] * 12


@pytest.mark.parametrize("alpha", [0.2, 1.0, 4.0])
def test_shares_are_distributed_as_beta(alpha: float) -> None:
    shares = mixing.Beta(alpha)(uniform(1, torch.arange(50_000))[:, 0]).double().numpy()
    expected = np.random.default_rng(0).beta(alpha, alpha, 200_000)
    assert 0 <= shares.min() <= shares.max() <= 1
    at = [0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.98]
    assert np.quantile(shares, at) == pytest.approx(np.quantile(expected, at), abs=0.012)


@pytest.mark.parametrize("values", [{"mixup": 0.4}, {"cutmix": 1.0}, MIXTURES])
def test_labels_are_mixed_as_the_pixels_are(values: dict[str, Any]) -> None:
    """Images of one value each: what a mixture holds of the next one is seen in its mean."""
    levels = torch.arange(12, dtype=torch.uint8) * 20
    pixels = levels.reshape(-1, 1, 1, 1).expand(-1, 3, 8, 10)
    labels = torch.arange(12)
    batch = augmenter(**values)(pixels, labels, labels, 1)
    assert batch.mixed is not None
    others, shares = batch.mixed
    assert others.tolist() == [*range(1, 12), 0]
    assert ((shares >= 0) & (shares <= 1)).all()
    assert len(set(shares.tolist())) > 6
    means = batch.inputs.mean((1, 2, 3)) / 0.01 + 100
    expected = shares * levels + (1 - shares) * levels.roll(-1)
    torch.testing.assert_close(means, expected, atol=0.01, rtol=1e-4)


def test_another_recipe_is_in_force_at_once() -> None:
    changing = augmenter()
    changing.change(Recipe(flip="horizontal", mixup=1.0))
    assert not changing.idle
    assert changing(images(), torch.arange(12), torch.arange(12), 1).mixed is not None
    changing.change(Recipe())
    assert changing.idle


def feed(**values: Any) -> Feed:
    return open_feed(tiny(batch_size=64, **values), torch.device("cpu"), lambda: None)


def test_a_feed_augments_what_is_learned_from_alone() -> None:
    plain, changed = feed(), feed(rotate=20.0, lighting=0.2)
    assert torch.equal(plain.images([0, 1]).inputs, changed.images([0, 1]).inputs)
    for ours, theirs in zip(plain.validation(), changed.validation(), strict=True):
        assert torch.equal(ours.inputs, theirs.inputs)
    for ours, theirs in zip(plain.epoch(1), changed.epoch(1), strict=True):
        assert torch.equal(ours.indices, theirs.indices)
        assert not torch.equal(ours.inputs, theirs.inputs)


def test_a_feed_changes_at_the_next_batch() -> None:
    plain, changed, changing = feed(), feed(flip="both"), feed()
    batches = changing.epoch(2)
    first = next(batches)
    changing.change(Recipe(flip="both"))
    second = next(batches)
    assert torch.equal(first.inputs, next(plain.epoch(2)).inputs)
    assert torch.equal(second.inputs, next(changed.epoch(2, 1)).inputs)
    changing.change(Recipe())
    assert torch.equal(next(batches).inputs, next(plain.epoch(2, 2)).inputs)
