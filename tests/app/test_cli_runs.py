"""Runs that are kept: trained, stopped, gone on with, listed and shown without a window."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from app.cli import main
from app.runs.folder import EVENTS, RECORD, RunFolder
from app.runs.listing import listing
from app.runs.log import RunLog
from app.runs.overview import overview
from app.training.session import worker_path
from tests.app.runs.played import RECORDED

# small batches, so that a run is under way when it is interrupted
TRAIN = ("train", "preset:lenet5", "--epochs", "2", "--device", "cpu", "--batch-size", "4")
Cli = Callable[..., tuple[int, str, str]]


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Cli:
    def run(*words: object) -> tuple[int, str, str]:
        try:
            status = main([str(w) for w in words])
        except SystemExit as end:  # argparse's way to end
            status = int(end.code or 0)
        return status, *capsys.readouterr()

    return run


def test_a_run_that_is_interrupted_goes_on_and_is_told(tmp_path: Path, cli: Cli) -> None:
    root = tmp_path / "runs"
    command = [sys.executable, "-P", "-m", "app", *TRAIN, "--runs", str(root), "--json"]
    path = worker_path(os.environ.get("PYTHONPATH", ""))
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": path},
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if json.loads(line)["event"] == "steps":
                process.send_signal(signal.SIGINT)
                break
        _, words = process.communicate()
    assert process.returncode == 130
    (run,) = listing(root)
    assert run.state() == "stopped"
    assert f"skipwire train --resume {run.path}" in words.decode()

    status, out, err = cli("train", "--resume", run.path)
    assert status == 0
    assert "Goes on after" in err
    assert run.state() == "finished"
    assert [event.step for event in run.history().epochs] == [360, 720]

    status, out, _ = cli("runs", "list", "--runs", root)
    assert status == 0
    head, row = out.splitlines()
    assert head.split() == ["run", "network", "state", "epochs", "accuracy", "loss"]
    assert row.split()[:4] == [run.path.name, "LeNet-5", "finished", "2/2"]
    (told,) = json.loads(cli("runs", "list", "--runs", root, "--json")[1])
    assert told == json.loads(cli("runs", "show", run.path, "--json")[1])
    assert (told["epochs"], told["parameters"]) == (2, 61706)
    assert told["recipe"]["batch_size"] == 4
    shown = cli("runs", "show", run.path)[1]
    assert "recipe.batch_size        4" in shown
    assert "epoch 2" in shown


@pytest.mark.parametrize(("steps", "told"), [(0, "3/3"), (100, "3")])
def test_of_how_many_epochs_is_told_where_these_decide(
    steps: int, told: str, tmp_path: Path, cli: Cli
) -> None:
    path = shutil.copytree(RECORDED / "healthy", tmp_path / "run") / RECORD
    path.write_text(path.read_text().replace('"steps": 0', f'"steps": {steps}'))
    _, row = cli("runs", "list", "--runs", tmp_path)[1].splitlines()
    assert row.split()[3] == told


def test_the_accuracy_and_the_loss_in_the_table_are_the_best(tmp_path: Path, cli: Cli) -> None:
    path = shutil.copytree(RECORDED / "healthy", tmp_path / "run") / EVENTS
    last = msgspec.structs.replace(
        RunFolder(path.parent).history().epochs[-1], epoch=4, val_accuracy=0.25, val_loss=9.0
    )
    log = RunLog(path)
    log.append(last)
    log.close()
    best = overview(RunFolder(path.parent))
    _, row = cli("runs", "list", "--runs", tmp_path)[1].splitlines()
    assert row.split()[4:] == [f"{best.accuracy:.4f}", f"{best.loss:.4f}"]
    (told,) = json.loads(cli("runs", "list", "--runs", tmp_path, "--json")[1])
    assert (told["val_accuracy"], told["val_loss"]) == (0.25, 9.0)
    assert (told["best_val_accuracy"], told["best_val_loss"]) == (best.accuracy, best.loss)
    assert best.accuracy > 0.5


def test_there_may_be_no_runs(tmp_path: Path, cli: Cli) -> None:
    assert "no runs yet" in cli("runs", "list", "--runs", tmp_path)[1]
    assert cli("runs", "list", "--runs", tmp_path, "--json")[1].strip() == "[]"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("train",), "Name the network"),
        (("train", "--resume", "nowhere"), "no run at “nowhere”"),
        (("train", "preset:lenet5", "--resume", "nowhere"), "--resume RUN alone"),
        (("train", "--resume", "nowhere", "--epochs", "9"), "--resume RUN alone"),
        (("runs", "show", "nowhere"), "no run at “nowhere”"),
        (("runs",), "--help"),
    ],
)
def test_what_cannot_be_gone_on_with_is_one_line_and_status_2(
    words: tuple[str, ...], told: str, cli: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SKIPWIRE_RUNS", str(tmp_path))
    status, out, err = cli(*words)
    assert (status, out) == (2, "")
    assert told in err
    assert len(err.splitlines()) == 1
