"""What is learned from: torch's own losses, with weights, smoothing and mixed labels."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from torch import Tensor
from torch.nn.functional import (
    binary_cross_entropy_with_logits,
    cross_entropy,
    mse_loss,
    one_hot,
)

from app.training.recipe import Recipe
from app.worker.errors import RunError
from app.worker.losses import Losses, class_weights
from app.worker.parts import Batch

COUNTS = (10, 30, 20)
GIVEN = (1.0, 0.5, 3.0)
LABELS = torch.tensor([0, 1, 2, 2, 1])
LOGITS = torch.randn(5, 3, generator=torch.Generator().manual_seed(1))
TRUE = one_hot(LABELS, 3).float()
SOFT = TRUE * 0.7 + 0.1  # smoothed by 0.3
WEIGHTS = torch.tensor(GIVEN)
CPU = torch.device("cpu")


def batch(mixed: tuple[Tensor, Tensor] | None = None) -> Batch:
    return Batch(torch.zeros(5, 1), LABELS, torch.arange(5), mixed)


CASES: dict[str, tuple[dict[str, Any], Tensor]] = {
    "plain": ({}, cross_entropy(LOGITS, LABELS)),
    "weights": ({"class_weights": GIVEN}, cross_entropy(LOGITS, LABELS, WEIGHTS)),
    "smooth": ({"label_smoothing": 0.3}, cross_entropy(LOGITS, LABELS, label_smoothing=0.3)),
    "bce": ({"loss": "bce"}, binary_cross_entropy_with_logits(LOGITS, TRUE)),
    "smooth bce": (
        {"loss": "bce", "label_smoothing": 0.3, "class_weights": GIVEN},
        binary_cross_entropy_with_logits(LOGITS, SOFT, WEIGHTS),
    ),
    "mse": ({"loss": "mse"}, mse_loss(LOGITS, TRUE)),
    "smooth mse": ({"loss": "mse", "label_smoothing": 0.3}, mse_loss(LOGITS, SOFT)),
    "weighed mse": (
        {"loss": "mse", "class_weights": GIVEN},
        (mse_loss(LOGITS, TRUE, reduction="none") * WEIGHTS).mean(),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_loss_is_that_of_torch(name: str) -> None:
    values, expected = CASES[name]
    found = Losses(Recipe(**values), COUNTS, CPU)
    torch.testing.assert_close(found.learned(LOGITS, batch()), expected)
    plain = CASES[values.get("loss", "plain")][1]
    torch.testing.assert_close(found.each(LOGITS, LABELS).mean(), plain)


@pytest.mark.parametrize("loss", ["cross-entropy", "bce", "mse"])
def test_of_mixed_samples_each_label_counts_by_its_share(loss: str) -> None:
    """All three are learned from the shares themselves; two of them are linear in these."""
    found = Losses(Recipe(loss=loss), COUNTS, CPU)  # type: ignore[arg-type]
    other, share = LABELS.flip(0), torch.tensor([1.0, 0.25, 0.5, 0.75, 0.0])
    target = share[:, None] * TRUE + (1 - share)[:, None] * TRUE.flip(0)
    assert target.sum(1).tolist() == [1.0] * 5
    expected = {
        "cross-entropy": cross_entropy(LOGITS, target),
        "bce": binary_cross_entropy_with_logits(LOGITS, target),
        "mse": mse_loss(LOGITS, target),
    }[loss]
    torch.testing.assert_close(found.learned(LOGITS, batch((other, share))), expected)
    alone = found.learned(LOGITS, batch((LABELS, share)))
    torch.testing.assert_close(alone, found.learned(LOGITS, batch()))


def test_balanced_weights_are_the_inverse_of_the_counts() -> None:
    found = class_weights(Recipe(balanced=True), COUNTS)
    assert found == pytest.approx([2.0, 20 / 30, 1.0])
    weighed = sum(weight * count for weight, count in zip(found, COUNTS, strict=True))
    assert weighed == pytest.approx(sum(COUNTS))
    both = class_weights(Recipe(balanced=True, class_weights=GIVEN), (10, 0, 20))
    assert both == pytest.approx([1.5, 0.0, 2.25])


@pytest.mark.parametrize(
    ("weights", "reason"),
    [((1.0,), "has 1 class weights, but the data has 3 classes"), ((0.0,) * 3, "are 0")],
)
def test_weights_that_fit_no_classes_are_refused(weights: tuple[float, ...], reason: str) -> None:
    with pytest.raises(RunError, match=reason):
        Losses(Recipe(class_weights=weights), COUNTS, CPU)
