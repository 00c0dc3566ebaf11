"""Downloading a set: never unasked, with what has come told, and going on from there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.data.sets import SETS
from app.training.messages import Cancel, DataRefused, Fetch, Fetched, Fetching
from app.ui import settings
from app.ui.sources.choosing import SourceButton
from app.ui.sources.download import DownloadDialog


@pytest.fixture(autouse=True)
def off() -> Iterator[None]:
    settings.set_downloads_allowed(False)
    yield
    settings.set_downloads_allowed(False)


@pytest.fixture
def asked() -> list[object]:
    """What the worker was asked for; there is none."""
    return []


@pytest.fixture
def dialog(
    qtbot: QtBot, tmp_path: Path, asked: list[object], monkeypatch: pytest.MonkeyPatch
) -> Iterator[DownloadDialog]:
    window = QWidget()  # the dialog goes when it is closed
    qtbot.addWidget(window)
    dialog = DownloadDialog(tmp_path, window)
    monkeypatch.setattr(dialog.studio, "ask", asked.append)
    dialog.show()
    yield dialog
    window.close()


def choose(dialog: DownloadDialog, name: str) -> None:
    dialog.list.setCurrentIndex(dialog.list.model().index([*SETS].index(name), 0))
    assert dialog.chosen == name


def write(place: Path, name: str, *, short: int = 0) -> None:
    """Files of a set, as long as they are; of an archive what is in it."""
    place.mkdir(parents=True, exist_ok=True)
    for file in SETS[name].files:
        for inside in file.members or (file.name,):
            with open(place / inside, "wb") as stream:
                stream.truncate(file.size - short)


def test_downloads_are_off_until_they_are_allowed(
    dialog: DownloadDialog, asked: list[object]
) -> None:
    assert not dialog.fetch.isEnabled()
    assert "Downloads are off" in dialog.note.text()
    item = dialog.list.currentItem()
    assert item is not None
    dialog.list.itemActivated.emit(item, 0)
    assert asked == []
    dialog.allowed.click()
    assert settings.downloads_allowed()
    assert dialog.fetch.isEnabled()


@pytest.mark.parametrize("name", SETS)
def test_what_is_told_before_anything(dialog: DownloadDialog, name: str) -> None:
    choose(dialog, name)
    each, told = SETS[name], dialog.note.text()
    assert each.source in told
    assert each.licence in told
    assert "MD5" in told
    assert all(site in dialog.allowed.text() for site in each.sites)


def test_a_set_comes_and_is_taken(
    dialog: DownloadDialog, asked: list[object], tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.allowed.click()
    choose(dialog, "cifar-10")
    dialog.fetch.click()
    assert asked == [Fetch("cifar-10", str(tmp_path))]
    assert not dialog.list.isEnabled()
    dialog.take(Fetching(85_000_000, 170_052_171, "cifar-10-binary.tar.gz"), b"")
    assert dialog.progress.value() == 499
    assert dialog.progress.format() == "cifar-10-binary.tar.gz: 85 MB / 170 MB"
    with qtbot.waitSignal(dialog.fetched) as fetched:
        dialog.take(Fetched(str(tmp_path / "cifar-10")), b"")
    assert fetched.args == [tmp_path / "cifar-10"]
    assert not dialog.isVisible()


def test_one_that_is_ended_goes_on_from_there(
    dialog: DownloadDialog, asked: list[object], tmp_path: Path
) -> None:
    dialog.allowed.click()
    choose(dialog, "cifar-100")
    dialog.fetch.click()
    assert dialog.end.isVisible()
    dialog.end.click()
    assert asked[-1] == Cancel()
    (tmp_path / "cifar-100").mkdir()
    (tmp_path / "cifar-100" / "cifar-100-binary.tar.gz.part").write_bytes(bytes(2_000_000))
    dialog.take(DataRefused("The download was ended."), b"")
    assert dialog.failure.text() == "The download was ended."
    assert dialog.fetch.text() == "Go On"
    assert "2 MB of it have come" in dialog.note.text()
    assert not dialog.progress.isVisible()
    dialog.allowed.click()
    assert not dialog.fetch.isEnabled()
    choose(dialog, "mnist")
    assert not dialog.failure.isVisible()


@pytest.mark.parametrize("name", ["mnist", "cifar-10"])
def test_what_is_here_is_used_without_any_download(
    dialog: DownloadDialog, asked: list[object], tmp_path: Path, qtbot: QtBot, name: str
) -> None:
    choose(dialog, name)
    write(tmp_path / name, name)
    dialog.folder.setText(f"{tmp_path} ")
    assert dialog.fetch.text() == "Use It"
    with qtbot.waitSignal(dialog.fetched) as fetched:
        dialog.fetch.click()
    assert fetched.args == [tmp_path / name]
    assert asked == []


def test_a_file_that_is_too_short_is_not_here(dialog: DownloadDialog, tmp_path: Path) -> None:
    write(tmp_path / "mnist", "mnist", short=1)
    dialog.folder.setText(f"{tmp_path} ")
    assert dialog.fetch.text() == "Go On"
    assert not dialog.fetch.isEnabled()


def test_the_button_takes_what_was_fetched(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    button = SourceButton(window)
    qtbot.addWidget(window)
    button.download()
    assert button.dialog is not None
    with qtbot.waitSignal(button.chosen) as chosen:
        button.dialog.take(Fetched(str(tmp_path)), b"")
    assert chosen.args == [str(tmp_path)]
