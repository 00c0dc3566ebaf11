"""What a run writes in the terminal."""

from __future__ import annotations

from io import StringIO

import pytest
from msgspec.structs import replace

from app.terminal import Progress
from app.training.recipe import Recipe
from tests.app.ui.plots.runs import epoch


@pytest.mark.parametrize(
    ("learned", "told"),
    [(None, "loss 0.5000  validation loss 0.7500"),
     (0.8, "loss 0.5000 (0.8000 with auxiliary outputs)  validation loss 0.7500")],
)  # fmt: skip
def test_the_losses_of_training_and_validation_are_of_the_same_outputs(
    learned: float | None, told: str
) -> None:
    out = StringIO()
    Progress(Recipe(epochs=2), out).show(replace(epoch(2, 20), learned_loss=learned))
    assert told in out.getvalue()
