"""What is learned from outputs and labels, and what of it is told in validation."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from app.training.recipe import Recipe
from app.worker.errors import RunError
from app.worker.parts import Batch


class Losses:
    """The loss of a recipe. BCE and MSE are those against 1 for the right class and 0 elsewhere.

    Validation leaves label smoothing and class weights out, so that its losses can be compared
    between runs.
    """

    def __init__(self, recipe: Recipe, counts: Sequence[int], device: torch.device) -> None:
        """`counts` are of the training samples of each class.

        Raises:
            RunError: the class weights are not as many as the classes, or all are 0.
        """
        self.smoothing = recipe.label_smoothing
        self._kind = recipe.loss
        weights = class_weights(recipe, counts)
        self._weights = torch.tensor(weights, device=device) if weights else None

    def learned(self, logits: Tensor, batch: Batch) -> Tensor:
        if self._kind == "cross-entropy":
            target = batch.labels if batch.mixed is None else _shares(logits, batch)
            return functional.cross_entropy(
                logits, target, self._weights, label_smoothing=self.smoothing
            )
        shares = _shares(logits, batch)
        shares = shares * (1 - self.smoothing) + self.smoothing / logits.shape[1]
        if self._kind == "bce":
            return functional.binary_cross_entropy_with_logits(logits, shares, self._weights)
        errors = (logits - shares).square()
        return (errors if self._weights is None else self._weights * errors).mean()

    def amount(self, batch: Batch) -> Tensor:
        """What the mean of `learned` is over: samples, or their weights."""
        if self._kind == "cross-entropy" and self._weights is not None and batch.mixed is None:
            return self._weights[batch.labels].sum()
        return torch.tensor(float(len(batch.labels)), device=batch.labels.device)

    def each(self, logits: Tensor, labels: Tensor) -> Tensor:
        """The loss of every sample, without smoothing and class weights."""
        if self._kind == "cross-entropy":
            return functional.cross_entropy(logits, labels, reduction="none")
        shares = functional.one_hot(labels, logits.shape[1]).to(logits.dtype)
        if self._kind == "bce":
            losses = functional.binary_cross_entropy_with_logits(logits, shares, reduction="none")
            return losses.mean(1)
        return (logits - shares).square().mean(1)


def class_weights(recipe: Recipe, counts: Sequence[int]) -> list[float]:
    """The weight of each class, or none where all count alike.

    Balanced ones are the inverse of the counts, 1 on average over the samples; they multiply those
    that are given.

    Raises:
        RunError: the class weights are not as many as the classes, or all are 0.
    """
    given = recipe.class_weights
    if given and len(given) != len(counts):
        raise RunError(
            f"The recipe has {len(given)} class weights, but the data has {len(counts)} classes; "
            "give one for each class, or none."
        )
    if given and not any(given):
        raise RunError("All class weights are 0, so that nothing is learned; raise one of them.")
    if not recipe.balanced:
        return [*given]
    there = [count for count in counts if count]
    mean = sum(there) / len(there)
    balanced = [mean / count if count else 0.0 for count in counts]
    return [b * w for b, w in zip(balanced, given or [1.0] * len(counts), strict=True)]


def _shares(logits: Tensor, batch: Batch) -> Tensor:
    """How much a sample is of each class; its shares sum to 1."""
    classes = logits.shape[1]
    own = functional.one_hot(batch.labels, classes).to(logits.dtype)
    if batch.mixed is None:
        return own
    labels, share = batch.mixed
    other = functional.one_hot(labels, classes).to(logits.dtype)
    share = share.reshape(-1, 1)
    return share * own + (1 - share) * other
