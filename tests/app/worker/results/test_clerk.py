"""Questions are answered while a network learns, and it learns as if nobody had asked."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import numpy as np
import pytest
import torch
from PIL import Image

from app.runs.results import loads
from app.training.messages import (
    About,
    Answer,
    Ask,
    Cell,
    Command,
    Epoch,
    Event,
    Explain,
    Extreme,
    Finished,
    Pause,
    Paused,
    Predict,
    Resume,
    Samples,
    Steps,
    Unanswered,
    Validated,
)
from app.worker.results import clerk, validations
from app.worker.results.answers import Replying
from app.worker.results.subject import Subject
from presets import preset
from tests.app.training.networks import lenet, tiny
from tests.app.worker.conftest import Worker
from tests.app.worker.results.asking import Trained, digits, opened
from tests.app.worker.test_looking import to_look_at

How = Literal["gradcam", "saliency", "occlusion"]
ABOUT: tuple[About, ...] = (
    Cell(1, 1, count=40),
    Extreme("loss"),
    Samples((3, 4)),
    Explain("conv", 3, 5),
    Explain("bn", 3, 5, how="saliency"),
    Explain("", 3, 5, how="occlusion"),
)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "a.png"
    Image.fromarray(np.arange(64, dtype=np.uint8).reshape(8, 8)).save(path)
    return path


@pytest.fixture
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """A part of an answer between any two steps, and each validation is told."""
    monkeypatch.setattr(clerk, "SHARE", 1.0)
    monkeypatch.setattr(validations, "COST", 1.0)
    monkeypatch.setattr("app.worker.loop.REPORT", 0.0)


def asking(*questions: About) -> Callable[[Event], Command | None]:
    """One after the other, after every step, round and round."""
    numbers: Iterator[int] = iter(range(10_000))

    def react(event: Event) -> Command | None:
        if not isinstance(event, Steps | Validated):
            return None
        number = next(numbers)
        return Ask(number, questions[number % len(questions)])

    return react


@pytest.mark.usefixtures("eager")
@pytest.mark.parametrize("recipe", [{}, {"ema": 0.9, "accumulate": 2, "mixup": 0.3}])
def test_a_run_that_is_asked_all_the_time_learns_the_same_bits(
    picture: Path, recipe: dict[str, object]
) -> None:
    quiet = Trained(digits(**recipe))
    asked = Trained(digits(**recipe), asking(*ABOUT, Predict(str(picture))))
    answers = asked.told.of(Answer)
    assert len(answers) > 5
    assert any(answer.overlaid for answer in answers)
    assert quiet.finished.val_loss == asked.finished.val_loss
    state = asked.network.state_dict()
    for name, tensor in quiet.network.state_dict().items():
        assert torch.equal(state[name], tensor), name


@pytest.mark.parametrize("about", ABOUT, ids=lambda about: type(about).__name__)
def test_a_question_leaves_no_trace(about: About) -> None:
    """Weights, buffers, gradients, modes and all generators are as before."""
    trained = Trained(digits(ema=0.9))
    network = trained.network

    def seen() -> list[object]:
        return [
            *(tensor.tolist() for tensor in network.state_dict().values()),
            *(None if p.grad is None else p.grad.tolist() for p in network.parameters()),
            *(p.requires_grad for p in network.parameters()),
            *(module.training for module in network.modules()),
            torch.get_rng_state().tolist(),
            random.getstate(),
            [np.asarray(part).tolist() for part in np.random.get_state()],
        ]

    before = seen()
    trained.answer(about)
    assert seen() == before


@pytest.mark.usefixtures("eager")
def test_the_weights_that_are_validated_answer_while_others_learn() -> None:
    start = digits(ema=0.99)
    number = int(next(opened(start).validation()).indices[0])

    def react(event: Event) -> Command | None:
        match event:
            case Validated(epoch=1):
                return Pause()
            case Paused():
                return Ask(1, Explain("conv", 0, number))
            case Answer():
                return Resume()
        return None

    trained = Trained(start, react)
    (answer,) = trained.told.of(Answer)
    told = (payload for event, payload in trained.told.all if isinstance(event, Validated))
    results = loads(next(told))
    assert results is not None
    assert answer.scores == pytest.approx(results.scores[0].tolist(), rel=2e-3, abs=1e-6)


def test_a_paused_run_answers_at_once() -> None:
    def react(event: Event) -> Command | None:
        match event:
            case Steps(first=0):
                return Pause()
            case Paused():
                return Ask(7, Explain("", 3, 5, how="occlusion"))
            case Answer(number=7):
                return Resume()
        return None

    trained = Trained(digits(), react)
    kinds = [type(event) for event, _ in trained.told.all]
    assert kinds[kinds.index(Paused) + 1] is Answer
    assert trained.finished.epochs == 2


def test_training_is_kept_waiting_for_a_tenth_of_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """By a clock: a step takes a second, as each part of the answer does."""
    now = 100.0

    def slowly(ask: Ask, subject: Subject, latest: object) -> Replying:
        nonlocal now
        for _ in range(3):
            now += 1
            yield
        return Answer(ask.number), b""

    trained = Trained(digits(epochs=1))
    monkeypatch.setattr("time.perf_counter", lambda: now)
    monkeypatch.setattr(clerk, "reply", slowly)
    trained.commands.take(Ask(1, Samples((3,))))
    steps = []
    for step in range(40):
        if trained.run.clerk.glance():
            steps.append(step)
        now += 1
    assert steps == [0, 9, 18, 27]
    assert [answer.number for answer in trained.told.of(Answer)] == [1]


def test_a_short_question_does_not_wait_for_a_long_one() -> None:
    trained = Trained(digits())
    trained.commands.take(Ask(1, Explain("", 3, 5, how="occlusion")))
    trained.commands.take(Ask(2, Samples((3,))))
    trained.run.clerk.answer(lambda: True)
    assert [reply.number for reply, _ in trained.told.replies] == [2, 1]


def test_another_picture_of_a_kind_takes_the_place_of_one_that_waits() -> None:
    trained = Trained(digits())
    kinds: tuple[How, ...] = ("gradcam", "saliency", "gradcam", "gradcam")
    for number, how in enumerate(kinds, 1):
        trained.commands.take(Ask(number, Explain("conv", number, 5, how=how)))
    trained.run.clerk.answer(lambda: True)
    replies = {reply.number: reply for reply, _ in trained.told.replies}
    assert [number for number, reply in replies.items() if isinstance(reply, Answer)] == [2, 4]
    for number in (1, 3):
        told = replies[number]
        assert isinstance(told, Unanswered)
        assert told.reason == "Another picture was asked for."


def test_what_is_still_asked_when_another_run_begins_is_told() -> None:
    trained = Trained(digits())
    trained.commands.take(Ask(1, Samples((3,))))
    trained.run.clerk.answer(lambda: False)
    trained.commands.take(Ask(2, Samples((3,))))
    trained.run.clerk.close("Another run has begun.")
    assert [reply for reply, _ in trained.told.replies] == [
        Unanswered(number, "Another run has begun.") for number in (1, 2)
    ]


def test_a_worker_answers_before_while_and_after_it_trains(
    fresh_worker: Worker, picture: Path
) -> None:
    fresh_worker.send(Ask(1, Predict(str(picture))))
    ((none, _),) = [
        pair for pair in fresh_worker.until(Unanswered) if isinstance(pair[0], Unanswered)
    ]
    assert none == Unanswered(1, "There is no network to ask. Train one first.")
    fresh_worker.send(tiny(epochs=100_000))
    fresh_worker.until(Epoch)
    fresh_worker.send(Ask(2, Samples((3,))))
    fresh_worker.send(Ask(3, Explain("", 3, 5, how="occlusion")))
    first = fresh_worker.until(Answer)[-1][0]
    second = fresh_worker.until(Answer)[-1][0]
    assert isinstance(first, Answer)
    assert isinstance(second, Answer)
    assert (first.number, second.number, second.overlaid) == (2, 3, True)
    told = fresh_worker.run(tiny())
    assert [event for event, _ in told if isinstance(event, Finished)]
    fresh_worker.until(Finished)
    fresh_worker.send(Ask(9, Predict(str(picture))))
    answer, payload = fresh_worker.until(Answer)[-1]
    assert isinstance(answer, Answer)
    assert (answer.number, len(answer.scores), len(payload)) == (9, 10, 64)


def test_photographs_can_be_asked_about_and_have_no_cells(worker: Worker) -> None:
    start = lenet(channels=3, data="photographs")
    told = worker.run(start)
    assert isinstance(told[-1][0], Finished)
    worker.send(Ask(1, Explain("conv1", 3, image=1)))
    answer, payload = worker.until(Answer)[-1]
    assert isinstance(answer, Answer)
    assert len(payload) == 4 * 32 * 32
    worker.send(Ask(2, Cell(0, 0)))
    refused = worker.until(Unanswered)[-1][0]
    assert isinstance(refused, Unanswered)
    assert "have no classes" in refused.reason


def test_a_network_without_scores_is_told(worker: Worker, picture: Path) -> None:
    worker.run(to_look_at(preset("line_filters").network()))
    for about in (Explain("lines", 0), Predict(str(picture))):
        worker.send(Ask(1, about))
        refused = worker.until(Unanswered)[-1][0]
        assert isinstance(refused, Unanswered)
        assert "for an image, and no scores of classes" in refused.reason
