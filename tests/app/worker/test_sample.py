"""The images that feature maps are of."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.training.messages import PICTURE, Event, ProbeImage, Watch
from app.worker.outbox import Outbox
from app.worker.sample import Sample
from tests.app.worker.watch.feeds import Zeros


class Kept(Outbox):
    def __init__(self) -> None:
        super().__init__(io.BytesIO())
        self.told: list[tuple[Event, bytes]] = []

    def send(self, event: Event, payload: bytes = b"") -> None:
        self.told.append((event, payload))


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "my cat.png"
    Image.fromarray(np.full((16, 16), 200, np.uint8)).save(path)
    return path


def test_a_file_takes_the_place_of_the_first_image(picture: Path) -> None:
    outbox = Kept()
    sample = Sample(Zeros(), outbox)
    found = sample(Watch(images=(4, 5), picture=str(picture)))
    assert [*found] == [PICTURE, 5]
    assert found[PICTURE].unique().tolist() == [200.0]
    (told, pixels), _ = outbox.told
    assert told == ProbeImage(1, 8, 8, "my cat", PICTURE)
    assert pixels == bytes(64 * [200])
    outbox.told.clear()
    sample(Watch(images=(5,)))
    assert not outbox.told  # it is known
    assert [*sample.seen(Watch(images=(6,)))] == [6]
    assert len(sample.first(40)) == Zeros.val
    assert not outbox.told


def test_a_file_that_is_gone_leaves_the_image_that_was_there(picture: Path) -> None:
    outbox = Kept()
    picture.write_bytes(b"damaged")
    assert [*Sample(Zeros(), outbox)(Watch(images=(4,), picture=str(picture)))] == [4]
