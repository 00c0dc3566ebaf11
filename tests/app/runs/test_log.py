"""The files that grow by lines: whole events come back, torn ones do no harm."""

from __future__ import annotations

import errno
import math
import os
from pathlib import Path

import pytest

from app.runs.log import Journal, RunLog, changes, events, forget_changes, last
from app.training.messages import (
    Adapt,
    Alert,
    Change,
    Changed,
    Epoch,
    Finished,
    Graft,
    Grown,
    Kept,
    Lasting,
    NotKept,
    Paused,
    Resumed,
    Started,
    Steps,
)
from nodes.files import FileError
from tests.app.training.networks import tiny

TOLD: tuple[Lasting, ...] = (
    Started("cpu", ("0", "1"), 8, 2, 4, 61706, "data", folder="/a"),
    Steps(0, (0.5, 0.25), 1, 1e-3, 100.0, 9.5, 0.01, (1.0, math.inf)),
    Epoch(1, 4, 0.5, 0.9, 0.6, 0.8, 1.5, {"output": 0.4, "aux": 0.2}, val_top5=0.99, best=True),
    Changed(4, Change({"learning_rate": 0.1, "flip": "both"}, words="faster")),
    Grown(4, 8, 2, 1, 0, 0.0, "wider"),
    Kept(4, "/a/checkpoints/00000004"),
    NotKept("the disk is full."),
    Alert("dead", "act1", 4, "“nan” is a word here", "advice"),
    Paused(),
    Resumed(),
    Finished(1, 4, True, -math.inf, 0.6, 0.8, 2.0, 0.01),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "events.jsonl"


def written(file: Path, *told: Lasting) -> RunLog:
    log = RunLog(file)
    for event in told:
        log.append(event)
    return log


def test_every_event_comes_back(file: Path) -> None:
    log = written(file, *TOLD)
    log.sync()
    assert tuple(events(file)) == TOLD
    assert log.size == file.stat().st_size
    assert len(file.read_bytes().splitlines()) == len(TOLD)


def test_what_is_not_a_number_comes_back(file: Path) -> None:
    written(file, Finished(0, 0, True, math.nan, math.nan, math.nan, 0.0, 0.0))
    (event,) = events(file)
    assert isinstance(event, Finished)
    assert math.isnan(event.val_loss)


def test_a_torn_line_is_passed_over_and_cut_off(file: Path) -> None:
    size = written(file, *TOLD[:2]).size
    whole = file.read_bytes()
    for torn in range(1, 40):
        file.write_bytes(whole + whole[:torn])
        assert tuple(events(file)) == TOLD[:2]
        assert last(file, Steps) == TOLD[1]
        log = RunLog(file)
        assert log.size == size
        log.append(TOLD[2])
        assert tuple(events(file)) == TOLD[:3]


def test_a_file_that_is_one_torn_line_is_empty(file: Path) -> None:
    file.write_bytes(b"x" * 200_000)
    assert RunLog(file).size == 0
    assert not file.read_bytes()


def test_a_damaged_line_takes_no_other_with_it(file: Path) -> None:
    written(file, *TOLD[:2])
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(lines[0] + b'{"type": "Steps"}\n\xff\n' + lines[1])
    assert tuple(events(file)) == TOLD[:2]


def test_what_came_after_a_checkpoint_is_cut(file: Path) -> None:
    log = written(file, *TOLD[:2])
    size = log.size
    log.append(TOLD[2])
    log.cut(size)
    log.append(TOLD[3])
    assert tuple(events(file)) == (*TOLD[:2], TOLD[3])
    assert log.size == file.stat().st_size


def test_the_last_event_of_a_kind_is_found_at_the_end_of_a_long_file(file: Path) -> None:
    many = Steps(0, (0.5,) * 2000, 1, 1e-3, 100.0, 9.5, 0.01)
    written(file, TOLD[0], *[many] * 20, Paused(), Kept(4, "/a"))
    assert last(file, Paused, Resumed, Steps) == Paused()
    assert last(file, Steps) == many
    assert last(file, Started) is None, "too far from the end"


def test_a_disk_that_is_full_leaves_whole_lines(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log, real = written(file, *TOLD[:2]), os.write

    def full(handle: int, data: memoryview) -> int:
        if len(data) > 5:
            return real(handle, data[:5])
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(FileError, match="disk is full"):
        log.append(TOLD[4])
    monkeypatch.undo()
    log.append(TOLD[2])
    assert tuple(events(file)) == TOLD[:3]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"events\.jsonl.*no such file or folder"):
        RunLog(tmp_path / "gone" / "events.jsonl")
    assert not [*events(tmp_path / "gone" / "events.jsonl")]
    assert last(tmp_path / "gone" / "events.jsonl", Started) is None


def test_changes_come_back_with_their_steps(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    journal = Journal(path)
    change = Change({"clip": 1.0}, (("drop", 0.5),))
    grown = Adapt(tiny(), (Graft("w", "v", "gather", ((0, (0, 1, 1)),)),), "wider")
    journal.append(3, change)
    journal.append(8, grown)
    assert journal.entries() == changes(path) == ((3, change), (8, grown))
    path.write_bytes(path.read_bytes()[:-4])
    assert Journal(path).entries() == ((3, change),)
    assert not changes(tmp_path / "none.jsonl")


def test_a_run_that_goes_back_forgets_what_was_changed_since(tmp_path: Path) -> None:
    file = tmp_path / "journal.jsonl"
    journal = Journal(file)
    adapt = Adapt(tiny(), (Graft("fc.weight"),), "wider")
    entries: list[tuple[int, Change | Adapt]] = [(4, Change({"clip": 1.0})), (9, adapt)]
    entries += [(9, Change({"clip": 2.0})), (12, Change())]
    for step, change in entries:
        journal.append(step, change)
    journal.close()
    forget_changes(file, 9)
    assert changes(file) == (*entries[:2],)
    forget_changes(file, 0)
    assert changes(file) == (entries[1],)
