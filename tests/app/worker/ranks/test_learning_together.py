"""Two processes with half of every batch learn what one learns with the whole of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file

from app.runs.folder import EVENTS, JOURNAL, WEIGHTS, RunFolder
from app.runs.log import events
from app.training.messages import Change, Changed, Event, Kept, Start, Steps, Stop
from nodes.learning import Learning
from tests.app.training.networks import lenet, tiny
from tests.app.worker.conftest import conduct
from tests.app.worker.killing import end, in_process, new
from tests.app.worker.ranks import forked

ALWAYS = 1e-9  # minutes between two checkpoints
WITHOUT_NORMS: dict[str, dict[str, Any]] = {
    "sgd": {"optimizer": "sgd", "learning_rate": 0.05},
    "all of it": {
        "optimizer": "sgd", "learning_rate": 0.05, "nesterov": True,
        "ema": 0.9, "clip": 1.0, "label_smoothing": 0.1, "balanced": True, "accumulate": 2,
        "schedule": "plateau", "patience": 1, "flip": "horizontal", "rotate": 20.0,
    },
    "bce": {"optimizer": "sgd", "loss": "bce", "class_weights": tuple(map(float, range(1, 11)))},
    "odd batches": {"optimizer": "sgd", "batch_size": 45},
}  # fmt: skip


@pytest.fixture(autouse=True, scope="module")
def warm() -> None:
    """What torch imports at its first step is in every process that is forked; no threads are."""
    conduct(tiny(), lambda event: None)


@pytest.mark.parametrize("number", range(len(WITHOUT_NORMS)), ids=[*WITHOUT_NORMS])
def test_two_processes_learn_as_one_does(number: int, tmp_path: Path) -> None:
    recipe: dict[str, Any] = {"epochs": 2, "batch_size": 64, "validation_share": 0.8}
    recipe |= [*WITHOUT_NORMS.values()][number]
    alone, two = (new(tmp_path / str(count), lenet(**recipe, processes=count)) for count in (1, 2))
    in_process(alone)
    forked.train(two)
    found, whole = end(two), end(alone)
    assert found.losses == pytest.approx(whole.losses, abs=1e-6)
    for one, other in zip(found.epochs, whole.epochs, strict=True):
        assert one.val_loss == pytest.approx(other.val_loss, abs=1e-6)
        assert (one.train_accuracy, one.val_accuracy) == (other.train_accuracy, other.val_accuracy)
    for name, weight in weights(two).items():
        assert torch.allclose(weight, weights(alone)[name], rtol=0, atol=1e-6), name


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> RunFolder:
    """A run in two processes that nobody has touched."""
    run = new(tmp_path_factory.mktemp("whole"), dropping())
    forked.train(run)
    return run


@pytest.mark.parametrize("at", [3, 6, 8])
def test_a_run_in_several_processes_goes_on_to_the_same_bits(
    whole: RunFolder, at: int, tmp_path: Path
) -> None:
    """Each process draws what its part of the batch loses, and goes on where it stood."""
    run = new(tmp_path, dropping())
    forked.train(run, lambda event: Stop() if reaches(event, at) else None)
    assert run.state() == "stopped"
    forked.train(run)
    assert end(run) == end(whole)


def test_each_process_drops_other_parts(whole: RunFolder, tmp_path: Path) -> None:
    other = new(tmp_path, dropping(processes=3))
    forked.train(other)
    assert end(other).losses[0] != end(whole).losses[0]
    drawn = {name: value for name, value in end(other).state.items() if "rng" in name}
    assert sorted(drawn) == ["ranks.1.rng.torch", "ranks.2.rng.torch", "rng.torch"]
    assert len({*drawn.values()}) == 3


def test_what_is_changed_is_changed_in_all_processes(tmp_path: Path) -> None:
    """Frozen ones learn no more anywhere, or the processes would no longer agree."""
    changes = {
        2: Change({"learning_rate": 0.01, "flip": "both"}, (("drop", 0.1),)),
        4: Change(learning=Learning(frozen=("conv",), still=("bn",))),
        7: Change(learning=Learning()),
    }
    run = new(tmp_path, dropping())
    forked.train(run, lambda event: changes.get(event.step) if isinstance(event, Kept) else None)
    told = [*events(run.path / EVENTS)]
    assert len([event for event in told if isinstance(event, Changed)]) == 3
    again = new(tmp_path, dropping())
    (again.path / JOURNAL).write_bytes((run.path / JOURNAL).read_bytes())
    forked.train(again, resume=True)
    assert end(again) == end(run), "as they are noted, they act from the same steps"


def dropping(**recipe: Any) -> Start:
    """Two epochs of six steps; the network has dropout and running statistics."""
    values = {"epochs": 2, "batch_size": 64, "validation_share": 0.8, "checkpoint_minutes": ALWAYS}
    return tiny(**{**values, "ema": 0.9, "processes": 2, "flip": "horizontal", **recipe})


def reaches(event: Event, step: int) -> bool:
    return isinstance(event, Steps) and event.first + len(event.losses) >= step


def weights(run: RunFolder) -> dict[str, torch.Tensor]:
    last = run.checkpoint()
    assert last is not None
    return load_file(last / WEIGHTS)
