"""A set as a person wants it: fitted, some of its classes, split anew, without duplicates."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.data.chosen import Chosen
from app.data.names import Fit
from app.data.opening import open_source
from app.data.pixels import fitted
from app.data.source import Choices, DataError, Size, Source, Wanted
from tests.app.data.made import noise


def opened(data: str, choices: Choices, shape: tuple[int, ...] = (1, 8, 8)) -> Source:
    return open_source(data, Wanted(shape, 10, choices=choices), lambda: None)


def test_as_it_is_nothing_is_between() -> None:
    assert not isinstance(opened("digits", Choices()), Chosen)
    whole, fitted = opened("digits", Choices()), opened("digits", Choices(fit="crop"))
    assert fitted.about == whole.about
    assert fitted.fingerprint() != whole.fingerprint()


def test_the_first_classes_are_the_same_images() -> None:
    whole, few = opened("digits", Choices()), opened("digits", Choices(classes=3))
    assert few.about.classes == ("0", "1", "2")
    assert "the first 3 of 10 classes" in few.about.remark
    kept = np.nonzero(whole.labels < 3)[0]
    assert (few.labels == whole.labels[kept]).all()
    some, size = np.array([0, 5, len(few) - 1]), Size(1, 8, 8)
    assert (few.read(some, size) == whole.read(kept[some], size)).all()
    split = few.split(0.2, 0)
    assert {*few.labels[split.val]} == {0, 1, 2}


def test_classes_that_the_data_has_not() -> None:
    more = opened("digits", Choices(classes=12))
    assert more.about.classes[9:] == ("9", "(none 11)", "(none 12)")
    assert len(more) == 1797
    assert more.labels.max() == 9


def test_of_the_wanted_classes_there_is_an_image(tmp_path: Path) -> None:
    np.savez(tmp_path / "a.npz", x=noise(2, 4, 4), y=[2, 3])
    with pytest.raises(DataError, match="Take more classes"):
        opened(str(tmp_path / "a.npz"), Choices(classes=2))


def parts(path: Path) -> str:
    """Ten images to learn from, of which the first two are for validation, too."""
    images = noise(10, 8, 8)
    held = np.concatenate([images[:2], noise(2, 8, 8, seed=1)])
    np.savez(path, x_train=images, y_train=np.arange(10) % 2, x_val=held, y_val=[0, 1, 0, 1])
    return str(path)


def test_nothing_is_learned_from_that_is_validated_on(tmp_path: Path) -> None:
    data = parts(tmp_path / "a.npz")
    assert [*opened(data, Choices()).split(0.2, 0).train] == [*range(10)]
    split = opened(data, Choices(distinct=True)).split(0.2, 0)
    assert [*split.train] == [*range(2, 10)]
    assert [*split.val] == [*range(10, 14)]
    assert split.given


def test_the_parts_of_the_data_are_left_aside(tmp_path: Path) -> None:
    split = opened(parts(tmp_path / "a.npz"), Choices(own_split=False)).split(0.5, 0)
    assert not split.given
    assert (len(split.train), len(split.val)) == (6, 8)


def test_what_cannot_be_read_is_told_by_its_new_number(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / name).mkdir()
        for k in range(2):
            Image.fromarray(noise(8, 8, seed=k)).save(tmp_path / name / f"{k}.png")
    source = opened(str(tmp_path), Choices(classes=2))
    broken = tmp_path / "b" / "0.png"
    broken.write_bytes(broken.read_bytes()[:60])
    source.read(np.arange(4), Size(1, 8, 8))
    assert [*source.broken] == [2]
    assert "b/0.png" in source.broken[2]


# --- images of another proportion ----------------------------------------------------------------

WIDE = np.zeros((1, 1, 8, 16), np.uint8)
WIDE[..., 4:12] = 200  # the middle square


@pytest.mark.parametrize(
    ("fit", "light"),
    [
        ("stretch", np.s_[:, 2:6]),
        ("crop", np.s_[:, :]),
        ("pad", np.s_[2:6, 2:6]),
    ],
)
def test_arrays_and_files_are_fitted_alike(
    tmp_path: Path, fit: Fit, light: tuple[slice, slice]
) -> None:
    wanted = np.zeros((8, 8), bool)
    wanted[light] = True
    arrays = fitted(WIDE, Size(1, 8, 8, fit))[0, 0]
    assert ((arrays > 100) == wanted).all()
    Image.fromarray(WIDE[0, 0]).save(tmp_path / "a.png")
    file = opened(str(tmp_path / "a.png"), Choices(fit=fit))
    read = file.read(np.arange(1), file.size((1, 8, 8)))[0, 0]
    assert ((read > 100) == wanted).all()
    for turned in (WIDE.transpose(0, 1, 3, 2), WIDE):
        assert fitted(turned, Size(3, 5, 9, fit)).shape == (1, 3, 5, 9)
