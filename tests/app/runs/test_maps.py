"""Feature maps of epochs in files."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from app.runs.maps import (
    epochs_with_maps,
    images_with_maps,
    read_few,
    read_image,
    read_maps,
    write_maps,
)
from nodes.files import FileError
from tests.app.ui.plots.runs import maps


def test_what_is_written_is_read_by_epoch_node_and_image(tmp_path: Path) -> None:
    conv, pixels = maps(path="layer1.conv1")
    other = replace(conv, image=7)
    fc, row = maps(1, 1, 10, path="fc")
    write_maps(tmp_path, 0, [(conv, pixels)])
    write_maps(tmp_path, 12, [(conv, pixels), (other, pixels[::-1]), (fc, row)])
    assert epochs_with_maps(tmp_path) == (0, 12)
    assert read_maps(tmp_path, 0, "layer1.conv1", 0) == (conv, pixels)
    assert read_maps(tmp_path, 12, "layer1.conv1", 7) == (other, pixels[::-1])
    assert read_maps(tmp_path, 12, "fc", 0) == (fc, row)
    assert read_maps(tmp_path, 0, "fc", 0) is None
    few = [(replace(conv, count=2, lows=conv.lows[:2], highs=conv.highs[:2]), pixels[:40])]
    assert read_few(tmp_path, 12, ["layer1.conv1", "gone", "fc"], 0, 2) == [*few, (fc, row)]
    assert images_with_maps(tmp_path, 12) == (0, 7)
    assert read_image(tmp_path, 12, 0) is None  # maps alone were written
    assert read_maps(tmp_path, 3, "fc", 0) is None


def test_damaged_ones_are_none(tmp_path: Path) -> None:
    (tmp_path / "0003.safetensors").write_bytes(b"damaged")
    (tmp_path / "other.txt").touch()
    assert epochs_with_maps(tmp_path) == (3,)
    assert read_maps(tmp_path, 3, "conv1", 0) is None
    assert read_few(tmp_path, 3, ["conv1"], 0, 2) == []
    assert images_with_maps(tmp_path, 3) == ()
    assert not epochs_with_maps(tmp_path / "gone")
    with pytest.raises(FileError):
        write_maps(tmp_path / "gone", 1, [maps()])
