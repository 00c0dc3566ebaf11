"""The recorded runs are what those who play them take them for."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from app.runs.folder import START
from app.training.history import RunHistory, State
from app.training.messages import COLUMNS, Failed, Maps, Nodes, NodeStats, ProbeImage
from tests.app.runs.played import FRAMES, NAMES, folder, told

STATES = {"healthy": "finished", "vanishing": "finished", "broken": "failed"}


def figures(name: str, column: str) -> list[NDArray[np.float32]]:
    """A column of every NodeStats, by node."""
    events = told(name)
    (nodes,) = (event for event, _ in events if isinstance(event, Nodes))
    tables = [data for event, data in events if isinstance(event, NodeStats)]
    shape = len(nodes.paths), len(COLUMNS)
    return [np.frombuffer(t, np.float32).reshape(shape)[:, COLUMNS.index(column)] for t in tables]


@pytest.mark.parametrize("name", NAMES)
def test_folder_and_frames_tell_the_same(name: str) -> None:
    run = folder(name)
    record = run.record()
    assert record is not None
    assert record.id == name
    assert run.state() == STATES[name]
    assert run.document().network.name == record.network
    assert run.start().recipe == record.recipe
    played = RunHistory(record.recipe)
    for event, _ in told(name):
        played = played.extend(event)
    kept = run.history()
    assert kept.losses.values.tolist() == played.losses.values.tolist()
    assert (kept.state, kept.epochs) == (played.state, played.epochs)
    assert run.epochs_with_maps() == tuple(range(len(kept.epochs) + 1))
    (path, *_) = (event.path for event, _ in told(name) if isinstance(event, Maps))
    assert run.maps(0, path) is not None
    assert any(isinstance(event, ProbeImage) for event, _ in told(name))


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_told_of_the_machine(name: str) -> None:
    for file in (FRAMES, START, "run.json", "events.jsonl"):
        content = (folder(name).path / file).read_bytes()
        assert b"/home" not in content
        assert b"/tmp" not in content


def test_only_one_of_them_vanishes() -> None:
    healthy = figures("healthy", "gradient")[0]
    vanishing = figures("vanishing", "gradient")[0]
    assert len(figures("healthy", "gradient")) >= 5
    assert vanishing[0] < vanishing[-1] / 1000
    assert healthy[0] > healthy[-1] / 1000
    assert np.isnan(figures("healthy", "weight")[0][0]), "an input has no weight"


def test_one_learns_one_does_not_and_one_breaks() -> None:
    assert folder("healthy").history().epochs[-1].val_accuracy > 0.9
    assert folder("vanishing").history().epochs[-1].val_accuracy < 0.3
    broken = folder("broken").history()
    assert broken.state is State.FAILED
    failed, _ = told("broken")[-1]
    assert isinstance(failed, Failed)
    assert "learning rate" in failed.reason
