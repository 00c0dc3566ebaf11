"""Parts of a batch: together they are the whole of it, in its order."""

from __future__ import annotations

import pytest
import torch

from app.worker.feeding.base import used_samples
from app.worker.ranks.place import WHOLE, Place


@pytest.mark.parametrize("count", [1, 2, 3, 5])
@pytest.mark.parametrize("samples", [5, 6, 64, 67])
def test_parts_make_up_the_whole(count: int, samples: int) -> None:
    group = torch.randperm(samples)
    places = [Place(rank, count) for rank in range(count)]
    parts = [place.part(group) for place in places]
    assert torch.equal(torch.cat(parts), group)
    assert {len(part) for part in parts} <= {samples // count, -(-samples // count)}
    alike = [place.alike(group) for place in places]
    assert len({len(part) for part in alike}) == 1
    assert torch.equal(torch.cat(alike)[:samples], group)


def test_one_alone_has_all_of_it() -> None:
    group = torch.arange(7)
    assert torch.equal(WHOLE.part(group), group)
    assert torch.equal(WHOLE.alike(group), group)


@pytest.mark.parametrize(
    ("samples", "batch", "processes", "used"),
    [(65, 32, 1, 64), (66, 32, 1, 66), (64, 32, 2, 64), (67, 32, 2, 64), (68, 32, 2, 68),
     (1, 4, 1, 1), (9, 1, 1, 9), (3, 32, 2, 3)],
)  # fmt: skip
def test_every_process_has_two_samples_of_the_last_batch(
    samples: int, batch: int, processes: int, used: int
) -> None:
    assert used_samples(samples, batch, processes) == used
