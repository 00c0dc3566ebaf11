"""Fetching published weights: never unasked, and then as the person was told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.download import Download, DownloadError
from app.ui import settings
from app.ui.weights.fetching import Fetching
from app.ui.weights.published import PublishedDialog
from app.weights.published import PUBLISHED

RESNET18 = 11_689_512


@pytest.fixture
def fetched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """The addresses that were fetched; nothing is, but an empty file made."""
    urls: list[str] = []

    def fetch(self: Download, told: object = None) -> Path:
        urls.append(self.url)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.touch()
        return self.path

    monkeypatch.setattr(Download, "fetch", fetch)
    monkeypatch.setenv("SKIPWIRE_CACHE", str(tmp_path))
    return urls


@pytest.fixture
def dialog(qtbot: QtBot, fetched: list[str]) -> Iterator[PublishedDialog]:
    settings.set_downloads_allowed(False)
    fetching, window = Fetching(), QWidget()  # the dialog goes when it is closed
    dialog = PublishedDialog(RESNET18, fetching, window)
    qtbot.addWidget(window)
    dialog.show()
    yield dialog
    fetching.close()
    settings.set_downloads_allowed(False)


def test_downloads_are_off_until_they_are_allowed(
    dialog: PublishedDialog, fetched: list[str], qtbot: QtBot
) -> None:
    assert not dialog.allowed.isChecked()
    assert not dialog.fetch.isEnabled()
    assert "Downloads are off" in dialog.note.text()
    item = dialog.list.currentItem()
    assert item is not None
    dialog.list.itemActivated.emit(item, 0)
    assert fetched == []
    dialog.allowed.click()
    assert settings.downloads_allowed()
    assert dialog.fetch.isEnabled()
    assert fetched == []
    with qtbot.waitSignal(dialog.fetched) as told:
        dialog.fetch.click()
    assert fetched == ["https://download.pytorch.org/models/resnet18-f37072fd.pth"]
    assert told.args is not None
    assert Path(told.args[0]).name == "resnet18-f37072fd.pth"


def test_it_says_from_where_how_large_and_where_to(dialog: PublishedDialog, tmp_path: Path) -> None:
    text = dialog.note.text()
    assert "https://download.pytorch.org/models/resnet18-f37072fd.pth" in text
    assert "46.8 MB" in text
    assert f"To {tmp_path / 'downloads' / 'resnet18-f37072fd.pth'}" in text
    assert "BSD 3-Clause" in text


def test_what_is_here_needs_no_download(dialog: PublishedDialog, tmp_path: Path) -> None:
    (tmp_path / "downloads").mkdir()
    (tmp_path / "downloads" / "resnet34-b627a593.pth").touch()
    dialog.search.setText("resnet34")
    assert dialog.fetch.isEnabled()
    assert dialog.fetch.text() == "Load"
    assert "is here already" in dialog.note.text()


def test_what_the_search_hides_is_not_fetched(dialog: PublishedDialog) -> None:
    dialog.allowed.click()
    dialog.search.setText("vgg")
    assert dialog.chosen is not None
    assert dialog.chosen.name.startswith("vgg")
    assert dialog.list.currentItem() is not None
    dialog.search.setText("no such network")
    assert dialog.chosen is None
    assert not dialog.fetch.isEnabled()
    assert not dialog.note.text()
    dialog.search.clear()
    assert dialog.fetch.isEnabled()


def test_all_are_listed_and_those_that_fit_first(dialog: PublishedDialog) -> None:
    assert dialog.list.topLevelItemCount() == len(PUBLISHED)
    first = dialog.list.topLevelItem(0)
    assert first is not None
    assert (first.text(0), first.text(5)) == ("resnet18", "as many as yours")


def test_a_failure_is_told(
    dialog: PublishedDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Download, told: object = None) -> Path:
        raise DownloadError("No way there.")

    monkeypatch.setattr(Download, "fetch", fail)
    dialog.allowed.click()
    dialog.fetch.click()
    qtbot.waitUntil(lambda: dialog.failure.isVisible())
    assert dialog.failure.text() == "No way there."
    assert dialog.fetch.isEnabled(), "to be tried again"
    assert not dialog.progress.isVisible()
    dialog.search.setText("vgg")
    assert not dialog.failure.isVisible(), "it was of another file"
