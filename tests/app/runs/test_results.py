"""What a network made of the validation images, read from a file with NumPy alone."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sklearn.metrics import confusion_matrix, precision_recall_fscore_support, top_k_accuracy_score

from app.runs.results import Bin, ClassFigures, Confusion, Results, dumps, loads, read

CLASSES = tuple("abcdefg")


def made(images: int = 300, classes: int = len(CLASSES), **changes: Any) -> Results:
    """Some that are mostly right; the last class is never there and never predicted."""
    random = np.random.default_rng(0)
    labels = random.integers(0, classes - 1, images)
    logits = random.normal(0, 1, (images, classes))
    logits[np.arange(images), labels] += 1.5
    logits[:, -1] = -20
    scores = np.exp(logits)
    scores /= scores.sum(1, keepdims=True)
    best = np.argsort(-logits, axis=1)[:, :5]
    found = Results(
        epoch=2,
        step=40,
        classes=CLASSES[:classes],
        kind="softmax",
        scores=scores.astype(np.float16),
        labels=labels,
        predicted=logits.argmax(1),
        indices=1000 + 3 * np.arange(images),
        losses=-np.log(scores[np.arange(images), labels]).astype(np.float32),
        among=(best == labels[:, None]).any(1),
    )
    return replace(found, **changes)


def few(*predicted: int, scores: list[list[float]] | None = None) -> Results:
    """Of two classes, the actual ones 0, 0, 1, 1 and so on."""
    number = len(predicted)
    rows = scores or [[0.9, 0.1] if p == 0 else [0.2, 0.8] for p in predicted]
    return Results(
        epoch=1,
        step=1,
        classes=("a", "b"),
        kind="softmax",
        scores=np.array(rows, np.float16),
        labels=np.arange(number) // 2,
        predicted=np.array(predicted),
        indices=np.arange(number),
        losses=np.arange(number, dtype=np.float32),
        among=np.ones(number, bool),
    )


def test_all_comes_back_from_a_file(tmp_path: Path) -> None:
    results = made()
    path = tmp_path / "results.safetensors"
    path.write_bytes(dumps(results))
    for again in (read(path), loads(dumps(results))):
        assert again is not None
        for field in fields(results):
            ours, theirs = getattr(results, field.name), getattr(again, field.name)
            np.testing.assert_array_equal(ours, theirs)
            assert getattr(ours, "dtype", None) == getattr(theirs, "dtype", None)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no results",
        dumps(made())[:-1],
        dumps(made(labels=np.full(300, len(CLASSES)))),
        dumps(made(indices=np.arange(3))),
        dumps(replace(made(), classes=("a", "b"))),
        dumps(made()).replace(b'format\\":1', b'format\\":2'),
    ],
    ids=["empty", "junk", "cut", "no such class", "too few", "other classes", "another version"],
)
def test_what_is_damaged_is_no_result(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "results.safetensors"
    path.write_bytes(data)
    assert read(path) is None
    assert loads(data) is None
    assert read(tmp_path / "nowhere") is None


def test_the_figures_are_those_of_another_program() -> None:
    results = made()
    labels, predicted = results.labels, results.predicted
    every = range(len(CLASSES))
    theirs = confusion_matrix(labels, predicted, labels=every)
    np.testing.assert_array_equal(results.matrix, theirs)
    expected = precision_recall_fscore_support(labels, predicted, labels=every, zero_division=0)
    for figures, *told in zip(results.figures(), *expected, strict=True):
        ours = (figures.precision, figures.recall, figures.f1, figures.support)
        assert [each or 0 for each in ours] == pytest.approx(told)
    assert results.figures()[-1] == ClassFigures(None, None, None, 0, 0)
    assert results.accuracy == pytest.approx(np.mean(labels == predicted))
    top5 = top_k_accuracy_score(labels, results.scores, k=5, labels=every)
    assert results.top5 == pytest.approx(top5)
    assert made(classes=5).top5 is None
    assert results.loss == pytest.approx(results.losses.mean())


def test_a_class_that_is_never_told_has_no_precision() -> None:
    never, always = few(1, 1, 1, 1).figures()
    assert never == ClassFigures(None, 0.0, 0.0, support=2, predicted=0)
    assert always == ClassFigures(0.5, 1.0, 2 / 3, support=2, predicted=4)


def test_the_images_of_a_cell_are_sorted_by_confidence() -> None:
    results = made()
    for actual in range(len(CLASSES)):
        for predicted in range(len(CLASSES)):
            rows = results.cell(actual, predicted)
            assert len(rows) == results.matrix[actual, predicted]
            assert (results.labels[rows] == actual).all()
            assert (results.predicted[rows] == predicted).all()
            assert (np.diff(results.confidence[rows]) <= 0).all()


def test_the_worst_have_the_greatest_loss_and_the_least_certain_the_greatest_entropy() -> None:
    results = made()
    assert sorted(results.worst()) == sorted(results.uncertain()) == list(range(300))
    assert (np.diff(results.losses[results.worst()]) <= 0).all()
    scores = results.scores.astype(float)
    entropy = -(scores * np.log(np.maximum(scores, 1e-30))).sum(1)
    np.testing.assert_allclose(results.entropy, entropy, rtol=1e-4)
    assert (np.diff(entropy[results.uncertain()]) <= 1e-6).all()


def test_certain_scores_have_no_entropy_and_even_ones_the_most() -> None:
    results = few(0, 0, 1, scores=[[1, 0], [0.5, 0.5], [0.25, 0.75]])
    assert results.entropy[0] == 0
    assert results.entropy[1] == pytest.approx(np.log(2), rel=1e-3)
    assert results.uncertain().tolist() == [1, 2, 0]
    apart = replace(few(0, 0, scores=[[1, 1], [0.5, 0]]), kind="sigmoid")
    assert apart.entropy.tolist() == pytest.approx([0, np.log(2) / 2], rel=1e-3)


def test_outputs_that_are_no_probabilities_have_no_entropy() -> None:
    results = replace(few(0, 1), kind="outputs")
    assert not results.certain
    with pytest.raises(ValueError, match="no entropy"):
        results.uncertain()


def test_what_is_confused_most_comes_first() -> None:
    assert few(1, 1, 0, 1).confused() == (Confusion(0, 1, 2, 1.0), Confusion(1, 0, 1, 0.5))
    assert few(1, 1, 0, 1).confused(1) == (Confusion(0, 1, 2, 1.0),)
    assert few(0, 0, 1, 1).confused() == ()


def test_confidence_is_held_against_what_was_right() -> None:
    scores = [[0.75, 0.25], [0.75, 0.25], [0.5, 0.5], [0.0, 1.0]]
    results = few(0, 0, 0, 1, scores=scores)
    assert results.calibration() == (Bin(0.5, 0.0, 1), Bin(0.75, 1.0, 2), Bin(1.0, 1.0, 1))
    assert results.calibration_error == pytest.approx((0.5 + 2 * 0.25) / 4)


def test_an_image_is_found_by_its_number() -> None:
    assert [made().row_of(number) for number in (1000, 1003, 1001)] == [0, 1, None]


def test_it_is_read_without_torch_and_without_qt() -> None:
    code = "import sys, app.runs.results; print({'torch', 'PySide6'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
