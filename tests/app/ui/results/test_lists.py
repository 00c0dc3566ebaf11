"""Which images are listed, and in what order."""

from __future__ import annotations

import pytest

from app.ui.results.lists import Listed
from tests.app.ui.results.answering import results


@pytest.mark.parametrize(
    ("listed", "numbers", "title"),
    [
        (Listed("loss"), [103, 104, 107, 102], "The greatest loss first"),
        (Listed("entropy"), [102, 107, 104, 110], "The least certain first"),
        (Listed("cell", 0, 1), [103, 102], "“cat” taken for “dog”: 2 images"),
        (Listed("cell", 2, 2), [108, 109, 110], "“emu” recognised: 3 images"),
        (Listed("cell"), [103, 102], "“cat” taken for “dog”: 2 images"),
        (Listed("actual", 1), [107, 105, 106], "“dog”: 3 images, the greatest loss first"),
        (
            Listed("predicted", -1, 2),
            [104, 110, 109, 108],
            "Taken for “emu”: 4 images, the greatest loss first",
        ),
        (Listed("cell", 7, 9), [103, 102], "“cat” taken for “dog”: 2 images"),
    ],
)
def test_lists(listed: Listed, numbers: list[int], title: str) -> None:
    found = results()
    whole = listed.complete(found)
    rows = whole.rows(found)
    assert found.indices[rows].tolist()[: len(numbers)] == numbers
    assert whole.title(found, len(rows)) == title


def test_outputs_are_neither_certain_nor_uncertain() -> None:
    found = results(kind="outputs")
    listed = Listed("entropy").complete(found)
    assert len(listed.rows(found)) == 0
    assert listed.nothing(found).startswith("The outputs of this run are no probabilities, so")
    assert Listed("cell", 1, 2).nothing(found) == "There are no such images."
