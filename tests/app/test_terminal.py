"""What a run writes in the terminal."""

from __future__ import annotations

from io import StringIO

import pytest
from msgspec.structs import replace

from app.terminal import Progress
from app.training.messages import Alert
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


def test_a_new_alert_is_told_in_one_line() -> None:
    out = StringIO()
    progress, alert = Progress(Recipe(), out), Alert("flat", "", 1200, "It stands.", "Do this.")
    for event in (alert, replace(alert, over=True), replace(alert, rule="change")):
        progress.show(event)
    assert out.getvalue() == "Step 1,200: It stands. Do this.\n"
