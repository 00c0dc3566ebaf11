"""Image files that somebody chose come as the images of a set do."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.data.files import read_image, read_picture
from app.data.source import GREY, RGB, DataError, Size

FORMATS = ("PNG", "JPEG", "WEBP", "BMP")


def painted(path: Path, kind: str, mode: str = "RGB", **options: object) -> Path:
    """Red on the left and blue on the right."""
    pixels = np.zeros((40, 60, 3), np.uint8)
    pixels[:, :30, 0] = pixels[:, 30:, 2] = 255
    Image.fromarray(pixels).convert(mode).save(path, kind, **options)
    return path


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("channels", [GREY, RGB])
def test_a_file_of_each_format_takes_the_size_of_the_data(
    tmp_path: Path, kind: str, channels: int
) -> None:
    found = read_picture(painted(tmp_path / "without-suffix", kind), Size(channels, 8, 10))
    assert found.shape == (channels, 8, 10)
    left, right = found[..., :4].mean((1, 2)), found[..., 6:].mean((1, 2))
    red, blue = ([76], [29]) if channels == GREY else ([255, 0, 0], [0, 0, 255])
    np.testing.assert_allclose(left, red, atol=8)
    np.testing.assert_allclose(right, blue, atol=8)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "CMYK"])
def test_colours_of_every_kind_can_be_read(tmp_path: Path, mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    assert read_picture(painted(tmp_path / "a", kind, mode), Size(RGB, 8, 8)).shape == (3, 8, 8)


def test_a_file_is_read_as_one_of_the_data_is(tmp_path: Path) -> None:
    path = painted(tmp_path / "a.png", "PNG")
    size = Size(RGB, 9, 7)
    np.testing.assert_array_equal(read_picture(path, size), read_image(path, size))


def test_a_photograph_is_turned_as_the_camera_was(tmp_path: Path) -> None:
    turned = Image.Exif()
    turned[0x0112] = 3  # upside down
    found = read_picture(painted(tmp_path / "a", "JPEG", exif=turned), Size(RGB, 8, 8))
    assert found[2, :, :3].mean() > 200  # blue is on the left now
    assert found[0, :, 5:].mean() > 200


@pytest.mark.parametrize("kind", [*FORMATS, "text", "GIF", "empty"])
def test_a_damaged_file_is_told_by_name_with_the_cure(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "my cat.png"
    if kind == "GIF":
        painted(path, kind)
    elif kind in FORMATS:
        data = painted(path, kind).read_bytes()
        path.write_bytes(data[: len(data) // 2])
    else:
        path.write_text("no image" if kind == "text" else "")
    with pytest.raises(DataError, match=r"“my cat.png” cannot be read: .+\. Choose another file"):
        read_picture(path, Size(RGB, 8, 8))


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
    for name in ("nowhere", "pipe", "."):
        with pytest.raises(DataError, match="there is no such file"):
            read_picture(tmp_path / name, Size(RGB, 8, 8))
