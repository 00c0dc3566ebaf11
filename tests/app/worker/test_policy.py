"""Random policies: with a stand-in for the package that they come from, and with itself."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest
import torch
from torch import Tensor, nn

from app.data.source import DataError
from app.training import extras
from app.training.recipe import Recipe
from tests.app.training.networks import tiny
from tests.app.worker.conftest import conduct
from tests.app.worker.test_augmenting import augmenter, images
from tests.app.worker.test_going_on import quiet

KINDS = 5
NAMES = ("trivial", "rand")


class Lift(nn.Module):
    """Adds its own number of hundredths, and less than one more at random."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        self.seen: list[int] = []

    def forward(self, images: Tensor) -> Tensor:
        assert images.shape[1] == 3
        self.seen.append(len(images))
        by = self.number + 0.9 * torch.rand(len(images))
        return (images + by.reshape(-1, 1, 1, 1) / 100).clamp(0, 1)


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    def made(*_: object, **__: object) -> nn.Module:
        return nn.Sequential(*(Lift(number + 1) for number in range(KINDS)))

    auto = ModuleType("kornia.augmentation.auto")
    vars(auto).update(TrivialAugment=made, RandAugment=made)
    for name in ("kornia", "kornia.augmentation"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    monkeypatch.setitem(sys.modules, "kornia.augmentation.auto", auto)
    monkeypatch.setattr(extras, "find_spec", lambda name: object())


def dark(number: int, channels: int = 3) -> Tensor:
    return torch.zeros((number, channels, 4, 4), dtype=torch.uint8)


@pytest.mark.usefixtures("stand_in")
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("channels", [1, 3])
def test_a_batch_comes_out_the_same_whenever_it_comes_again(name: str, channels: int) -> None:
    before = torch.get_rng_state()
    changing = augmenter(channels, rich=name)
    assert not changing.idle
    pixels, indices = images(channels=channels), torch.arange(12)
    found = changing.drawn(pixels, indices, 1)
    assert found.shape == pixels.shape
    assert 0 <= float(found.min()) <= float(found.max()) <= 255
    assert torch.equal(augmenter(channels, rich=name).drawn(pixels, indices, 1), found)
    assert not torch.equal(changing.drawn(pixels, indices, 2), found)
    assert not torch.equal(augmenter(channels, rich=name, seed=1).drawn(pixels, indices, 1), found)
    assert torch.equal(torch.get_rng_state(), before), "the network's draws are its own"


@pytest.mark.usefixtures("stand_in")
def test_each_image_gets_one_of_all_transforms_or_none() -> None:
    count, indices = 600, torch.arange(600)
    found = augmenter(rich="trivial").drawn(dark(count), indices, 1).mean((1, 2, 3)) / 2.55
    kinds = found.floor().long().bincount(minlength=KINDS + 1)
    assert len(kinds) == KINDS + 1, "0 is none of them"
    assert (kinds > count / (KINDS + 1) / 2).all()
    fewer = augmenter(rich="trivial").drawn(dark(7), torch.arange(7) + 50, 1).mean((1, 2, 3)) / 2.55
    assert torch.equal(fewer.floor(), found[50:57].floor()), "which one is the image's own"


@pytest.mark.usefixtures("stand_in")
def test_two_different_ones_make_up_the_other_policy() -> None:
    found = augmenter(rich="rand").drawn(dark(400), torch.arange(400), 1).mean((1, 2, 3)) / 2.55
    least, most = 1 + 2, 2 * KINDS - 1 + 2 * 0.9
    assert ((found >= least - 1e-3) & (found <= most + 1e-3)).all()


@pytest.mark.usefixtures("stand_in")
def test_images_of_other_channels_are_refused() -> None:
    with pytest.raises(DataError, match="these have 4"):
        augmenter(4, rich="rand").drawn(images(channels=4), torch.arange(12), 1)


@pytest.mark.usefixtures("stand_in")
def test_it_is_made_once_and_given_up_when_it_is_not_wanted() -> None:
    changing = augmenter(rich="rand")
    pixels, indices = images(), torch.arange(12)
    found = changing.drawn(pixels, indices, 1)
    changing.change(Recipe())
    assert changing.idle
    assert torch.equal(changing.drawn(pixels, indices, 1), pixels)
    changing.change(Recipe(rich="rand"))
    assert torch.equal(changing.drawn(pixels, indices, 1), found)


def test_without_the_package_a_run_does_not_begin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda name: None)
    with pytest.raises(DataError, match="pip install kornia"):
        conduct(tiny(rich="trivial"), quiet)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("channels", [1, 3])
def test_the_package_itself(name: str, channels: int) -> None:
    pytest.importorskip("kornia")
    pixels, indices = images(24, channels, 16, 16), torch.arange(24)
    changing = augmenter(channels, rich=name)
    found = changing.drawn(pixels, indices, 1)
    assert found.shape == pixels.shape
    assert found.isfinite().all()
    assert 0 <= float(found.min()) <= float(found.max()) <= 255.01
    assert torch.equal(changing.drawn(pixels, indices, 1), found)
    assert (found != pixels).flatten(1).any(1).float().mean() > 0.5
