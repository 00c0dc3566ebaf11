"""`skipwire export` and `skipwire code --script`: every format from the command line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.cli import main
from app.exports import PICTURES, TEXTS
from app.training.export import FORMATS
from nodes.network.document import Document, save
from tests.app.networks import ends, network, node

LENET = "preset:lenet5"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("suffix", [*TEXTS, *FORMATS, *PICTURES])
def test_a_file_of_every_kind(
    folder: Path, capsys: pytest.CaptureFixture[str], qapp: object, suffix: str
) -> None:
    assert main(["export", LENET, "-o", f"lenet{suffix}"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Wrote ")
    assert f"lenet{suffix}" in out
    assert os.listdir(folder) == [f"lenet{suffix}"]
    written = (folder / f"lenet{suffix}").stat()
    assert written.st_size > 500
    (folder / "other").touch()
    assert written.st_mode == (folder / "other").stat().st_mode  # readable as any new file


def test_the_summary_is_a_table_of_every_node(folder: Path) -> None:
    assert main(["export", LENET, "-o", "lenet.md"]) == 0
    lines = (folder / "lenet.md").read_text().splitlines()
    conv = next(line for line in lines if "conv1" in line)
    assert {"Conv2d", "6×28×28", "156", "117,600"} <= {c.strip() for c in conv.split("|")}


def test_a_script_stands_beside_its_module(folder: Path) -> None:
    assert main(["code", LENET, "--script", "-o", "new/folder"]) == 0
    assert sorted(os.listdir(folder / "new" / "folder")) == ["lenet5.py", "train.py"]
    assert "from lenet5 import LeNet5" in (folder / "new" / "folder" / "train.py").read_text()


@pytest.mark.parametrize(
    ("words", "edited"),
    [
        (["code", LENET, "--script", "-o", "."], ["train.py"]),
        (["code", LENET, "--script", "-o", "."], ["lenet5.py", "train.py"]),
        (["code", LENET, "-o", "lenet5.py"], ["lenet5.py"]),
        (["export", LENET, "-o", "lenet5.md"], ["lenet5.md"]),
    ],
)
def test_what_was_edited_by_hand_is_not_replaced_unasked(
    folder: Path, capsys: pytest.CaptureFixture[str], words: list[str], edited: list[str]
) -> None:
    assert main(words) == 0
    assert main(words) == 0, "the same text again takes nothing away"
    written = {name: (folder / name).read_text() for name in os.listdir(folder)}
    for name in edited:
        (folder / name).write_text("mine")
    capsys.readouterr()
    assert main(words) == 2
    told = capsys.readouterr()
    assert len(told.err.splitlines()) == 1
    assert "--force" in told.err
    assert {name for name in written if name in told.err} == set(edited)
    now = {name: (folder / name).read_text() for name in os.listdir(folder)}
    assert now == written | dict.fromkeys(edited, "mine")
    assert main([*words, "--force"]) == 0
    assert {name: (folder / name).read_text() for name in os.listdir(folder)} == written


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["export", LENET, "-o", "lenet.txt"], "no suffix that says what to write"),
        (["export", LENET, "-o", "lenet"], ".onnx"),
        (["export", LENET], "required: -o"),
        (["export", LENET, "-o", "missing/lenet.md"], "no such file or folder"),
        (["export", LENET, "-o", "missing/lenet.pt2"], "no such file or folder"),
        (["code", LENET, "--script"], "-o FOLDER"),
        (["code", LENET, "--script", "-o", "file/below"], "cannot be made"),
        (["code", LENET, "-o", "missing/lenet.py"], "no such file or folder"),
    ],
)
def test_what_cannot_be_written_is_told_in_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str], words: list[str], reason: str
) -> None:
    (folder / "file").touch()
    try:
        status = main(words)
    except SystemExit as end:  # argparse's way to end
        status = int(end.code or 0)
    told = capsys.readouterr()
    assert status == 2
    assert not told.out
    assert reason in told.err
    assert len(told.err.splitlines()) == 1
    assert os.listdir(folder) == ["file"]


def test_a_network_with_problems_is_not_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = network([*ends(), node("conv", "Conv2d", kernel_size=99)], "input conv output")
    save("wrong.skipwire", Document(wrong))
    assert main(["export", "wrong.skipwire", "-o", "a.onnx"]) == 1
    assert "conv" in capsys.readouterr().err
    assert os.listdir(folder) == ["wrong.skipwire"]
