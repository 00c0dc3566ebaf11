"""What a run has kept is loaded, validated and asked about, and the run stays as it is."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from msgspec.structs import replace

from app.runs.folder import RunFolder
from app.runs.results import Results, loads
from app.training.messages import (
    Advance,
    Answer,
    Ask,
    Cell,
    Command,
    Epoch,
    Event,
    Explain,
    Failed,
    Finished,
    Grown,
    Maps,
    Pause,
    Paused,
    ProbeImage,
    Review,
    Started,
    Stop,
    Validated,
    Watch,
)
from app.worker.commands import Commands
from app.worker.server import conduct
from tests.app.worker.conftest import Worker
from tests.app.worker.growing import test_growing as growing
from tests.app.worker.killing import in_process, new
from tests.app.worker.results.asking import Told, Trained, digits

NUMBER = 700


def reviewed(review: Review) -> Told:
    """All that is told of one, and of a question."""
    commands = Commands()
    told = Told(commands, lambda event: None)
    commands.take(review)
    job = commands.wait_for_job()
    assert job is not None
    run = conduct(job, commands, told)
    if run is not None:
        commands.take(Ask(1, Explain("conv", 3, NUMBER)))
        run.clerk.answer(lambda: True)
    return told


def validated(told: Told, folder: RunFolder) -> Results:
    ((event, payload),) = [pair for pair in told.all if isinstance(pair[0], Validated)]
    assert isinstance(event, Validated)
    found = loads(payload) if payload else folder.results()
    assert found is not None
    return found


def content(folder: RunFolder) -> dict[str, str]:
    """Every file, and what is in it."""
    files = sorted(path for path in folder.path.rglob("*") if path.is_file())
    return {
        str(path.relative_to(folder.path)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }


def ended(tmp_path: Path, **recipe: Any) -> tuple[RunFolder, Trained]:
    folder = new(tmp_path, digits(**recipe))
    return folder, Trained(folder.start())


@pytest.mark.parametrize("recipe", [{}, {"ema": 0.9, "learning_rate": 0.02}])
def test_a_run_that_has_ended_answers_as_it_did(tmp_path: Path, recipe: dict[str, Any]) -> None:
    folder, trained = ended(tmp_path, **recipe)
    before = content(folder)
    told = reviewed(Review(folder.start()))
    kinds = [type(event) for event, _ in told.all]
    assert kinds == [Started, Validated, ProbeImage, Finished, Answer]
    (started,) = told.of(Started)
    assert (started.resumed_at, started.exact, started.folder) == (12, "", str(folder.path))
    (answer,) = told.of(Answer)
    now, _ = trained.answer(Explain("conv", 3, NUMBER))
    assert answer.scores == now.scores
    assert answer.peak == now.peak
    (finished,) = told.of(Finished)
    assert (finished.epochs, finished.steps, finished.stopped) == (2, 12, False)
    assert finished.val_accuracy == pytest.approx(trained.finished.val_accuracy, abs=1e-6)
    assert told.of(Validated)[0].path == str(folder.path / "results.safetensors")
    assert content(folder) == before


def test_weights_that_were_not_validated_are_validated_now(tmp_path: Path) -> None:
    """The run was stopped in its second epoch."""
    folder = new(tmp_path, digits())

    def react(event: Event) -> Command | None:
        match event:
            case Epoch(epoch=1):
                return Advance(2)
            case Paused():
                return Stop()
        return None

    trained = Trained(folder.start(), react)
    before = content(folder)
    told = reviewed(Review(folder.start()))
    found = validated(told, folder)
    assert (found.epoch, found.step) == (1, 8)
    _, batch = trained.feed.samples(found.indices.tolist())
    with torch.no_grad():
        logits = trained.network.eval()(batch.inputs)
    assert found.predicted.tolist() == logits.argmax(1).tolist()
    np.testing.assert_allclose(found.scores, logits.softmax(1).numpy(), atol=2e-3)
    assert content(folder) == before


def test_the_best_weights_can_be_looked_at(tmp_path: Path) -> None:
    """With averaged weights, of which only the average is kept."""
    folder, trained = ended(tmp_path, epochs=4, learning_rate=0.3, ema=0.5, schedule="constant")
    best = [epoch for epoch in trained.told.of(Epoch) if epoch.best][-1]
    told = reviewed(Review(folder.start(), best=True))
    found = validated(told, folder)
    assert found.step == best.step
    assert found.accuracy == pytest.approx(best.val_accuracy, abs=1e-6)
    assert found.loss == pytest.approx(best.val_loss, rel=1e-5)


@pytest.mark.parametrize("best", [False, True])
def test_a_network_that_has_become_another_one_in_its_run(tmp_path: Path, best: bool) -> None:
    folder = growing.new(tmp_path)
    told: list[Event] = []

    def react(event: Event) -> Command | None:
        told.append(event)
        match event:
            case Epoch(epoch=1):
                return growing.adapt(growing.drawn(), growing.grown())
            case Grown():
                return Ask(3, Cell(1, 1))
        return None

    in_process(folder, react)
    assert len([e for e in told if isinstance(e, Answer)]) == 1  # of the network before
    last = [e for e in told if isinstance(e, Epoch) and (e.best or not best)][-1]
    found = validated(reviewed(Review(folder.start(), best)), folder)
    assert found.step == last.step
    assert found.loss == pytest.approx(last.val_loss, rel=1e-5)


def failed(review: Review) -> str:
    (event,) = reviewed(review).of(Failed)
    assert isinstance(event, Failed)
    return event.reason


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    folder, _ = ended(tmp_path, keep_best=False)
    words = "The run has not kept its best weights. Look at the newest ones instead."
    assert failed(Review(folder.start(), best=True)) == words
    for checkpoint in folder.checkpoints():
        (checkpoint / "weights.safetensors").write_bytes(b"damaged")
    assert "has kept no weights yet" in failed(Review(folder.start()))
    shutil.rmtree(folder.path / "checkpoints")
    assert "has kept no weights yet" in failed(Review(folder.start()))


def test_other_data_is_told_and_validated_anew(tmp_path: Path) -> None:
    folder, _ = ended(tmp_path)
    start = folder.start()
    other = replace(start, recipe=replace(start.recipe, data="synthetic"))
    told = reviewed(Review(other))
    assert told.of(Started)[0].exact == "The data is not what it was when the run began."
    assert not told.of(Validated)[0].path


def test_a_worker_reviews_shows_maps_and_answers(worker: Worker, tmp_path: Path) -> None:
    folder, _ = ended(tmp_path)
    worker.send(Watch((), "conv"))
    worker.send(Review(folder.start()))
    told = [event for event, _ in worker.with_maps(worker.until(Finished))]
    assert [event.step for event in told if isinstance(event, Validated)] == [12]
    maps = next(event for event in told if isinstance(event, Maps))
    assert (maps.path, maps.step) == ("conv", 12)
    worker.send(Ask(5, Explain("", 3, NUMBER, how="occlusion")))
    answer = worker.until(Answer)[-1][0]
    assert isinstance(answer, Answer)
    assert (answer.number, answer.images, answer.overlaid) == (5, (NUMBER,), True)
    worker.send(Watch())


def test_a_run_that_is_paused_elsewhere_can_be_looked_at(tmp_path: Path) -> None:
    """Its worker has it, and is not disturbed."""
    folder = new(tmp_path, digits())
    told: list[Told] = []

    def react(event: Event) -> Command | None:
        if isinstance(event, Paused) and not told:
            told.append(reviewed(Review(folder.start())))
            return Stop()
        return Pause() if isinstance(event, Epoch) else None

    trained = Trained(folder.start(), react)
    assert trained.finished.stopped
    assert validated(told[0], folder).step == 6
