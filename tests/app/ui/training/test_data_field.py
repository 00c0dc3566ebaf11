"""The field for data: what is built in, a folder, or a file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.ui.training.data import DataField


@pytest.fixture
def field(qtbot: QtBot) -> DataField:
    field = DataField()
    qtbot.addWidget(field)
    return field


def test_figures_are_built_in(field: DataField) -> None:
    heard: list[str] = []
    field.offered.connect(heard.append)
    field.choice.offered.emit("shapes")
    assert heard == ["shapes"]
    assert field.folder.isHidden()


def test_a_file_is_taken_as_a_folder_is(field: DataField, tmp_path: Path) -> None:
    heard: list[str] = []
    field.offered.connect(heard.append)
    file = tmp_path / "a.NPZ"
    field.folder.submitted.emit(str(file))
    assert "no folder or file" in field.note.text()
    with open(file, "wb") as stream:
        np.savez(stream, x=np.zeros((2, 4, 4)), y=[0, 1])
    field.folder.submitted.emit(str(file))
    assert not field.note.text()
    assert heard == [str(file)]
    field.show_data(str(file))
    assert field.note.text() == "Arrays of NumPy: 2 classes"
    (tmp_path / "a.txt").write_text("")
    field.folder.submitted.emit(str(tmp_path / "a.txt"))
    assert len(heard) == 1
