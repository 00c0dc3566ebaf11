"""Data on disk, chosen by its kind: what is recognised, and why a path is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.ui.sources.choosing import SourceButton
from app.ui.sources.kinds import CHOICES, recognised
from tests.app.data.made import write_cifar_binary, write_mnist


def folder(path: Path) -> Path:
    for name in ("cat", "dog"):
        (path / name).mkdir(parents=True)
        (path / name / "a.png").touch()
    return path


def table(path: Path) -> Path:
    path.write_text("path,label\na.png,cat\nb.png,dog\nc.png,cow\n")
    return path


def arrays(path: Path) -> Path:
    with open(path, "wb") as stream:
        np.savez(stream, x=np.zeros((2, 4, 4)), y=[0, 3])
    return path


def mnist(path: Path) -> Path:
    """One of its files, as a person may type it."""
    write_mnist(path)
    return next(path.glob("train-images*"))


def cifar(path: Path) -> Path:
    write_cifar_binary(path)
    return path / "data_batch_1.bin"


def image(path: Path) -> Path:
    path.touch()
    return path


MADE: dict[str, tuple[Callable[[Path], Path], str, str]] = {
    "folder": (folder, "pets", "Image folder: 2 classes"),
    "csv": (table, "a.csv", "Table of images: 3 classes"),
    "npz": (arrays, "a.npz", "Arrays of NumPy: 4 classes"),
    "idx": (mnist, "mnist", "Files of MNIST's kind: 10 classes"),
    "cifar": (cifar, "cifar", "Files of CIFAR: 10 classes"),
    "image": (image, "a.png", ""),
}


@pytest.fixture
def button(qtbot: QtBot) -> SourceButton:
    button = SourceButton()
    qtbot.addWidget(button)
    return button


def action(button: SourceButton, kind: str) -> QAction:
    return next(each for each in button.menu().actions() if each.objectName() == kind)


@pytest.mark.parametrize("kind", MADE)
def test_each_kind_is_chosen_by_a_dialog_and_recognised(
    button: SourceButton, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    make, name, words = MADE[kind]
    picked = make(tmp_path / name)
    heard: list[tuple[str, str]] = []
    button.chosen.connect(lambda path: heard.append(("chosen", path)))
    button.refused.connect(lambda why: heard.append(("refused", why)))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(picked), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(picked))
    action(button, kind).trigger()
    assert heard == [("chosen", str(tmp_path / name))]
    assert recognised(tmp_path / name) == words


@pytest.mark.parametrize("choice", CHOICES, ids=lambda choice: choice.kind)
def test_what_is_nothing_of_the_kind_says_what_is_lacking(
    button: SourceButton, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, choice: object
) -> None:
    kind = choice.kind  # type: ignore[attr-defined]
    (tmp_path / "nothing").mkdir()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "nothing"), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "nothing"))
    heard: list[str] = []
    button.refused.connect(heard.append)
    action(button, kind).trigger()
    (why,) = heard
    assert why.startswith("“nothing” ")


def test_a_dialog_that_is_called_off_changes_nothing(
    button: SourceButton, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    heard: list[str] = []
    button.chosen.connect(heard.append)
    button.refused.connect(heard.append)
    for choice in CHOICES:
        action(button, choice.kind).trigger()
    assert heard == []
