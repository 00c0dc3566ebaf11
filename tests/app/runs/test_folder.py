"""The folder of a run: made whole, read in whatever state it is."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.runs.folder import (
    ALIVE,
    BEST,
    CHECKPOINTS,
    DOCUMENT,
    DOOR,
    EVENTS,
    JOURNAL,
    NOTES,
    RECORD,
    START,
    STATE,
    WEIGHTS,
    RunFolder,
)
from app.runs.listing import listing
from app.runs.log import Journal
from app.runs.place import VARIABLE, runs_folder
from app.runs.record import Door, Notes
from app.training.frames import ProtocolError, encode
from app.training.history import State
from app.training.messages import (
    PROTOCOL,
    Adapt,
    Change,
    Epoch,
    Failed,
    Finished,
    Kept,
    Lasting,
    Paused,
    Resumed,
    Started,
    Steps,
)
from nodes.errors import DocumentError
from nodes.files import FileError
from nodes.network import Network
from nodes.network.document import Document, dumps
from presets import PRESETS
from tests.app.training.networks import lenet

BEGUN: tuple[Lasting, ...] = (
    Started("cpu", ("0", "1"), 8, 2, 4, 61706, "data"),
    Steps(0, (0.5, 0.25, 0.2, 0.1), 1, 1e-3, 100.0, 9.5, 0.01),
    Epoch(1, 4, 0.5, 0.9, 0.6, 0.8, 1.5),
)
ENDED = Finished(1, 4, False, 0.5, 0.6, 0.8, 2.0, 0.01)
DRAWN = Document(PRESETS["lenet5"].network(), {"epochs": 3})


def made(root: Path, *told: Lasting) -> RunFolder:
    run = RunFolder.create(root, lenet(epochs=3), DRAWN, parameters=61706, parent="before")
    log = run.log()
    for event in told:
        log.append(event)
    log.close()
    return run


def test_a_new_one_has_all_that_a_worker_needs(tmp_path: Path) -> None:
    run = made(tmp_path / "Runs")
    record = run.record()
    assert record is not None
    assert (record.id, record.network, record.parameters) == (run.path.name, "LeNet-5", 61706)
    assert (record.parent, record.recipe.epochs) == ("before", 3)
    assert record.id.endswith(run.path.name[-4:])
    assert "-lenet-5-" in record.id
    start = run.start()
    assert start == replace(lenet(epochs=3), folder=str(run.path), document=start.document)
    assert run.document() == DRAWN
    assert run.notes() == Notes()
    assert run.door() is None
    assert run.checkpoint() is None
    assert not run.epochs_with_maps()


@pytest.mark.parametrize("name", ["", "../..", "über 😀", "a" * 300])
def test_any_name_of_a_network_will_do(name: str, tmp_path: Path) -> None:
    run = RunFolder.create(tmp_path, lenet(), Document(Network(name)))
    assert run.path.parent == tmp_path
    record = run.record()
    assert record is not None
    assert record.network == name


def test_one_that_cannot_be_made_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileError, match="disk is full"):
        RunFolder.create(tmp_path, lenet(), DRAWN)
    assert not os.listdir(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(FileError, match="cannot be made"):
        RunFolder.create(tmp_path / "file", lenet(), DRAWN)


@pytest.mark.parametrize(
    ("told", "alive", "dead"),
    [
        ((), "running", "queued"),
        (BEGUN, "running", "interrupted"),
        ((*BEGUN, Paused()), "paused", "interrupted"),
        ((*BEGUN, Paused(), Kept(4, "/a")), "paused", "interrupted"),
        ((*BEGUN, Paused(), Resumed()), "running", "interrupted"),
        ((*BEGUN, ENDED), "finished", "finished"),
        ((*BEGUN, replace(ENDED, stopped=True)), "stopped", "stopped"),
        ((*BEGUN, Failed("why")), "failed", "failed"),
    ],
)
def test_its_state(told: tuple[Lasting, ...], alive: str, dead: str, tmp_path: Path) -> None:
    run = made(tmp_path, *told)
    assert not run.alive()
    assert run.state() == dead
    held = run.hold()
    assert held is not None
    assert run.alive()
    assert run.hold() is None, "two workers never have one run"
    assert run.state() == alive
    held.release()
    assert not run.alive()


def test_its_history_is_that_of_its_events(tmp_path: Path) -> None:
    run = made(tmp_path, *BEGUN, ENDED)
    history = run.history()
    assert history.state is State.FINISHED
    assert history.recipe.epochs == 3
    assert history.losses.values.tolist() == pytest.approx([0.5, 0.25, 0.2, 0.1])
    assert history.epochs == (BEGUN[2],)


def test_the_network_that_it_has_come_to_is_that_of_its_last_growth(tmp_path: Path) -> None:
    run = made(tmp_path)
    document, source = run.present()
    assert (document, source) == (run.document(), run.start().source)
    grown = replace(run.start(), source="grown", document=dumps(Document(Network("Grown"))))
    journal = Journal(run.path / JOURNAL)
    journal.append(10, Change(recipe={"learning_rate": 0.1}))
    journal.append(20, Adapt(grown, ()))
    journal.close()
    document, source = run.present()
    assert (document.network.name, source) == ("Grown", "grown")


def test_notes_are_kept(tmp_path: Path) -> None:
    run = made(tmp_path)
    run.keep_notes(Notes(star=True, title="The one", text="“quoted”\n"))
    assert run.notes() == Notes(star=True, title="The one", text="“quoted”\n")
    (run.path / DOOR).write_text('{"port": 5000, "token": "secret", "process": 7}')
    assert run.door() == Door(5000, "secret", 7)


def test_the_newest_checkpoint_that_is_whole_counts(tmp_path: Path) -> None:
    run = made(tmp_path)
    for step, files in ((100, (STATE, WEIGHTS)), (90, (STATE, WEIGHTS)), (200, (STATE,))):
        folder = run.path / CHECKPOINTS / f"{step:08}"
        folder.mkdir(parents=True)
        for name in files:
            (folder / name).touch()
    (run.path / CHECKPOINTS / "best").mkdir()
    assert run.checkpoint() == run.path / CHECKPOINTS / "00000100"


def _remove(file: Path) -> None:
    file.unlink(missing_ok=True)


def _put_a_folder_there(file: Path) -> None:
    _remove(file)
    file.mkdir()


@pytest.mark.parametrize(
    "damage",
    [
        _remove,
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(b"\xff\x00 no JSON"),
        lambda file: file.write_bytes(b'{"id": 3}\n'),
        _put_a_folder_there,
    ],
    ids=["gone", "empty", "no text", "other fields", "a folder"],
)
def test_a_damaged_one_is_read_as_far_as_it_is_sound(
    damage: Callable[[Path], object], tmp_path: Path
) -> None:
    run = made(tmp_path, *BEGUN)
    run.keep_notes(Notes(star=True))
    for name in (RECORD, DOCUMENT, START, EVENTS, NOTES, DOOR):
        damage(run.path / name)
    assert run.record() is None
    assert run.notes() == Notes()
    assert run.door() is None
    assert run.state() in ("queued", "interrupted")
    assert run.history().state is State.STARTING
    assert run.maps(1, "conv1") is None
    with pytest.raises((FileError, ProtocolError)):
        run.start()
    with pytest.raises(DocumentError):
        run.document()


def test_a_start_of_another_version_is_refused(tmp_path: Path) -> None:
    run = made(tmp_path)
    (run.path / START).write_bytes(encode(replace(run.start(), protocol=PROTOCOL - 1)))
    with pytest.raises(ProtocolError, match="another version"):
        run.start()


def test_one_that_was_moved_begins_where_it_is(tmp_path: Path) -> None:
    run = made(tmp_path)
    moved = RunFolder(run.path.rename(tmp_path / "elsewhere"))
    assert moved.start().folder == str(tmp_path / "elsewhere")


def test_all_are_listed_the_newest_first(tmp_path: Path) -> None:
    assert not [*listing(tmp_path / "none")]
    runs = [made(tmp_path) for _ in range(3)]
    for at, run in enumerate(runs):
        run.path.rename(tmp_path / f"2026110{at}-120000-lenet-5-abcd")
    (tmp_path / ".skipwire-unfinished").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "file").touch()
    names = [run.path.name for run in listing(tmp_path)]
    assert names == [f"2026110{at}-120000-lenet-5-abcd" for at in (2, 1, 0)]


def test_where_runs_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE)
    assert runs_folder() == Path(os.environ["XDG_DATA_HOME"]) / "Skipwire" / "Runs"
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert runs_folder() == tmp_path


def test_the_lock_of_a_folder_that_is_read_only_is_told(tmp_path: Path) -> None:
    run = RunFolder(tmp_path / "gone")
    assert not run.alive()
    with pytest.raises(OSError, match=ALIVE):
        run.hold()


def test_the_best_weights_are_told_where_they_are_kept(tmp_path: Path) -> None:
    run = RunFolder(tmp_path)
    assert run.best() is None
    place = tmp_path / CHECKPOINTS / BEST
    place.mkdir(parents=True)
    (place / WEIGHTS).write_bytes(b"")
    assert run.best() == place
