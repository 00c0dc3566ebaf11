"""After a validation it is kept what the network made of every image."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from msgspec.structs import replace
from torch.nn import functional

from app.runs.folder import RunFolder
from app.runs.results import RESULTS, Results, loads, read
from app.training.messages import Epoch, Failed, NotKept, Start, Validated
from app.worker.results import validations
from nodes.files import FileError
from tests.app.training.networks import TINY
from tests.app.worker.killing import in_process, new
from tests.app.worker.results.asking import Trained, digits


def kept(tmp_path: Path, **recipe: Any) -> Start:
    return new(tmp_path, digits(**recipe)).start()


def results(trained: Trained) -> Results:
    """What was told last, however it came."""
    event, payload = [pair for pair in trained.told.all if isinstance(pair[0], Validated)][-1]
    assert isinstance(event, Validated)
    found = read(Path(event.path)) if event.path else loads(payload)
    assert found is not None
    assert (found.epoch, found.step) == (event.epoch, event.step)
    return found


@pytest.mark.parametrize(
    "recipe", [{}, {"ema": 0.9}, {"loss": "bce"}, {"loss": "mse"}, {"channels_last": True}]
)
def test_they_are_what_the_network_makes_of_the_images(
    tmp_path: Path, recipe: dict[str, Any]
) -> None:
    trained = Trained(kept(tmp_path, **recipe))
    found = results(trained)
    epoch = trained.told.of(Epoch)[-1]
    assert (found.epoch, found.step, len(found)) == (2, 12, 1438)
    assert found.accuracy == pytest.approx(epoch.val_accuracy, abs=1e-6)
    assert found.loss == pytest.approx(epoch.val_loss, rel=1e-5)
    assert found.top5 == pytest.approx(epoch.val_top5, abs=1e-6)
    _, batch = trained.feed.samples(found.indices.tolist())
    assert found.labels.tolist() == batch.labels.tolist()
    with torch.no_grad():  # the weights that are validated are in place at the end
        logits = trained.network.eval()(batch.inputs)
    losses, scores = {
        "mse": (functional.mse_loss(logits, functional.one_hot(batch.labels, 10).float(),
                                    reduction="none").mean(1), logits),
        "bce": (functional.binary_cross_entropy_with_logits(
            logits, functional.one_hot(batch.labels, 10).float(), reduction="none").mean(1),
            logits.sigmoid()),
    }.get(
        recipe.get("loss", ""),
        (functional.cross_entropy(logits, batch.labels, reduction="none"), logits.softmax(1)),
    )  # fmt: skip
    np.testing.assert_allclose(found.losses, losses.numpy(), rtol=1e-3, atol=1e-5)
    np.testing.assert_allclose(found.scores, scores.numpy(), rtol=2e-3, atol=1e-4)
    assert found.predicted.tolist() == logits.argmax(1).tolist()
    kinds = {"mse": "outputs", "bce": "sigmoid"}
    assert found.kind == kinds.get(recipe.get("loss", ""), "softmax")
    assert found.certain is (found.kind != "outputs")


def test_they_lie_in_the_folder_of_the_run(tmp_path: Path) -> None:
    start = kept(tmp_path)
    trained = Trained(start)
    folder = RunFolder(Path(start.folder))
    assert trained.told.of(Validated)[-1].path == str(folder.path / RESULTS)
    found = folder.results()
    assert found is not None
    assert found.classes == tuple("0123456789")


def test_without_a_folder_they_are_told_as_they_are() -> None:
    trained = Trained(digits())
    assert not any(event.path for event in trained.told.of(Validated))
    assert results(trained).accuracy == pytest.approx(trained.finished.val_accuracy, abs=1e-6)


def test_they_are_told_so_seldom_that_it_costs_nothing_and_at_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(validations, "COST", 1e-9)
    trained = Trained(digits(epochs=5))
    assert [event.epoch for event in trained.told.of(Validated)] == [1, 5]


COUNTS = """\
        self.steps = getattr(self, "steps", 0) + self.training
        if self.steps > 14:
            raise OSError
        x = self.drop("""


def test_what_was_validated_before_a_run_failed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In its third epoch; only the first would have been told."""
    monkeypatch.setattr(validations, "COST", 1e-9)
    source = TINY.replace("        x = self.drop(", COUNTS)
    run = new(tmp_path, replace(digits(epochs=4), source=source))
    told = in_process(run)
    assert [type(event) for event in told if isinstance(event, Epoch | Failed)][-1] is Failed
    assert [event.epoch for event in told if isinstance(event, Validated)] == [1, 2]
    found = run.results()
    assert found is not None
    assert found.epoch == 2


def test_a_full_disk_is_told_once_and_they_come_another_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise FileError("“/a” cannot be written: the disk is full.")

    monkeypatch.setattr(validations, "write_file", full)
    monkeypatch.setattr(validations, "COST", 1.0)
    trained = Trained(kept(tmp_path))
    (told,) = trained.told.of(NotKept)
    assert told.reason == (
        "The results of validation are not kept. “/a” cannot be written: the disk is full."
    )
    assert len(trained.told.of(Validated)) == 2
    assert results(trained).epoch == 2


def test_a_run_that_goes_on_has_them_from_its_beginning(tmp_path: Path) -> None:
    run = new(tmp_path, digits())
    Trained(run.start())
    again = Trained(replace(run.start(), resume=True))
    assert [event.step for event in again.told.of(Validated)] == [12]


def test_those_of_a_validation_that_comes_another_time_do_not_hold(tmp_path: Path) -> None:
    """The run was broken off after it, and goes on from before."""
    start = kept(tmp_path)
    found = results(Trained(start))
    ahead = validations.Validations(start, found.classes, Trained(digits()).told)
    ahead.recall(11)
    assert ahead.latest is None
    ahead.recall(12)
    assert ahead.latest is not None
