"""What is open is kept in time, what is closed goes, and a disk that fails is told of once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.history import History, Snapshot
from app.recovery.fingerprint import fingerprint
from app.recovery.journal import Session
from app.recovery.tab import Tab, read_tab
from app.ui.canvas.navigator import Look
from app.ui.editor import Editor
from app.ui.recovery import autosave as module
from app.ui.recovery.autosave import Autosave, Shown
from app.ui.recovery.restoring import sheet_of
from app.ui.sheet import Sheet
from nodes.errors import DocumentError
from nodes.network import Graph, Network, Node
from nodes.network.document import Document, dumps, save
from nodes.network.edits import move

DOCUMENT = Document(Network("Net", Graph((Node("input", "Input"),))))


def opened(path: Path | None = None) -> Sheet:
    return Sheet(History("Open", Snapshot.of(DOCUMENT)), path, blank=False)


def edit(sheet: Sheet, x: float) -> None:
    Editor(None, sheet).apply("Move", lambda n: move(n, "", {"input": (x, 0)}))


class Kept:
    """A session whose tabs are kept without delay."""

    def __init__(self, folder: Path) -> None:
        self.session = Session(folder)
        self.shown: list[Shown] = []
        self.autosave = Autosave(self.session, lambda: self.shown, after_ms=0)

    @property
    def tabs(self) -> list[Tab]:
        found = [read_tab(file) for file in self.session.folder.glob("*.tab")]
        return sorted(found, key=lambda tab: tab.place)


@pytest.fixture
def kept(tmp_path: Path, qapp: object) -> Iterator[Kept]:
    made = Kept(tmp_path / "recovery")
    yield made
    made.autosave.close()
    assert not list((tmp_path / "recovery").iterdir())


def test_at_most_five_seconds_can_be_lost(tmp_path: Path, qapp: object) -> None:
    """Edits that follow do not put it off: the time counts from the first that is not kept."""
    session = Session(tmp_path)
    made = Autosave(session, list)
    made.touch()
    begun = made._timer.remainingTime()
    made.touch()
    assert made._timer.remainingTime() <= begun <= 3000  # and writing takes part of a second
    made.close()


def test_all_that_is_open_is_kept(kept: Kept, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "net.skipwire"
    first, second = opened(path), opened()
    edit(first, 7)
    kept.shown = [
        Shown(first),
        Shown(second, 1, active=True, look=Look(2.0, 3.0, 4.0)),
        Shown(Sheet()),
    ]
    with qtbot.waitSignal(kept.autosave.kept):
        kept.autosave.touch()
    one, two = kept.tabs  # a blank sheet is no loss
    assert (one.title, one.path, one.modified, one.side) == (path.name, str(path), True, 0)
    assert (two.title, two.path, two.modified, two.side) == ("Net", "", False, 1)
    assert two.active
    assert two.look == (2.0, 3.0, 4.0)
    back = sheet_of(one)
    assert back.network == first.network
    assert [step.label for step in back.history.steps] == ["Open", "Move"]


def test_only_what_has_changed_is_written(kept: Kept, qtbot: QtBot) -> None:
    first, second = opened(), opened()
    kept.shown = [Shown(first), Shown(second)]
    kept.autosave.flush()
    qtbot.waitUntil(lambda: all(k.state is not None for k in kept.autosave._kept.values()))
    before = {f.name: f.stat().st_ino for f in kept.session.folder.glob("*.tab")}
    edit(first, 3)
    kept.autosave.flush()
    after = {f.name: f.stat().st_ino for f in kept.session.folder.glob("*.tab")}
    assert before.keys() == after.keys()
    assert sum(before[name] != after[name] for name in before) == 1


def test_what_is_closed_is_kept_no_longer(kept: Kept) -> None:
    kept.shown = [Shown(opened()), Shown(opened())]
    kept.autosave.flush()
    kept.shown = kept.shown[:1]
    kept.autosave.flush()
    assert len(kept.tabs) == 1


def test_a_disk_that_fails_is_told_of_once(
    kept: Kept, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    kept.autosave.failed.connect(told.append)
    tries = []

    def full(file: Path, tab: Tab) -> None:
        tries.append(file)
        raise OSError(28, "No space left on device")

    kept.shown = [Shown(opened())]
    with monkeypatch.context() as patched:
        patched.setattr(module, "write_tab", full)
        kept.autosave.touch()
        qtbot.waitUntil(lambda: len(tries) > 3)
        assert not kept.autosave.flush()
    with qtbot.waitSignal(kept.autosave.kept):
        pass  # the disk has room again, and nobody had to edit
    assert len(told) == 1
    assert "the disk is full" in told[0]
    assert len(kept.tabs) == 1


# --- back to a sheet -----------------------------------------------------------------------------


def test_what_the_file_holds_needs_no_saving(tmp_path: Path) -> None:
    path = tmp_path / "net.skipwire"
    document = Snapshot.of(DOCUMENT).document
    save(path, document)
    tab = Tab("Net", dumps(document).encode(), str(path), modified=True)
    sheet = sheet_of(tab)
    assert not sheet.history.modified
    assert not sheet.recovered
    path.write_text("something else")
    sheet = sheet_of(tab)
    assert sheet.history.modified
    assert sheet.recovered


def test_a_file_that_was_only_open_needs_no_saving(tmp_path: Path) -> None:
    path = tmp_path / "net.skipwire"
    save(path, DOCUMENT)  # without a recipe, which a save from here would write
    tab = Tab("Net", dumps(DOCUMENT).encode(), str(path), fingerprint=fingerprint(path))
    assert not sheet_of(tab).history.modified
    path.write_text("something else")
    assert sheet_of(tab).history.modified


@pytest.mark.parametrize("modified", [True, False])
def test_without_a_file_it_is_as_it_was(modified: bool) -> None:
    sheet = sheet_of(Tab("Net", dumps(DOCUMENT).encode(), modified=modified))
    assert sheet.history.modified is modified
    assert sheet.recovered


def test_a_damaged_history_does_not_cost_the_document() -> None:
    sheet = sheet_of(Tab("Net", dumps(DOCUMENT).encode(), history=b"damaged"))
    assert sheet.network == DOCUMENT.network
    with pytest.raises(DocumentError):
        sheet_of(Tab("Net", b"damaged", history=b"damaged"))
