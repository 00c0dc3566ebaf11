"""Pictures for the node cards."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtGui import QImage

from app.training.messages import Maps
from app.ui.plots import colours
from app.ui.plots.thumbnails import images
from tests.app.ui.plots.runs import maps


def test_one_picture_for_each_map() -> None:
    event, payload = maps(count=3, height=4, width=5)
    made = images(event, payload)
    assert [(i.width(), i.height()) for i in made] == [(5, 4)] * 3
    assert all(i.format() == QImage.Format.Format_Indexed8 for i in made)


def test_pictures_own_their_bytes() -> None:
    event, payload = maps(count=2, height=3, width=7)
    made = images(event, bytes(bytearray(payload)))
    gc.collect()
    for k, image in enumerate(made):
        indices = [image.pixelIndex(x, y) for y in range(3) for x in range(7)]
        assert indices == list(payload[21 * k : 21 * k + 21])


@pytest.mark.parametrize("name", colours.NAMES)
def test_colours_run_from_the_first_to_the_last(name: str) -> None:
    event, payload = maps(count=1)
    image = images(event, payload, name)[0]
    low, high = colours.table(name)[[0, 255]].tolist()
    assert image.pixelColor(0, 0).getRgb()[:3] == tuple(low)  # type: ignore[index]
    assert image.pixelColor(4, 3).getRgb()[:3] == tuple(high)  # type: ignore[index]


def test_payload_of_another_length() -> None:
    event, payload = maps()
    with pytest.raises(ValueError, match="reshape"):
        images(event, payload + b"x")


def test_constants_are_told_apart_by_their_value() -> None:
    red = Maps("input", 1, 3, 2, 2, 3, True, lows=(1.0, 0.0, 0.0), highs=(1.0, 0.0, 0.0))
    made = images(red, bytes(12))
    assert [image.pixelColor(1, 1).red() for image in made] == [255, 0, 0]
