"""Settings that cannot be read, as a whole or one of them, give the defaults and never an error."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from app.ui import arrangement, settings


@pytest.fixture
def file() -> Iterator[Path]:
    """The settings file, of which nothing is left to the tests that follow."""
    of_qt = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Skipwire", "Skipwire")
    of_qt.clear()
    of_qt.sync()
    settings.read_again()
    path = Path(of_qt.fileName())
    path.parent.mkdir(parents=True, exist_ok=True)
    yield path
    path.unlink(missing_ok=True)
    of_qt.sync()
    of_qt.clear()
    of_qt.sync()
    settings.read_again()


def read_all(window: QMainWindow) -> None:
    """Everything there is to be read."""
    arrangement.restore_layout(window)
    settings.recent()
    settings.pinned()
    settings.trusted()
    settings.advice_off()
    settings.downloads_allowed()
    settings.palette_open()
    settings.library()
    settings.recently_added()
    settings.theme()
    settings.language()
    settings.session()
    for name in arrangement.layouts():
        arrangement.use_layout(name, window)
    for name in settings.FLAGS:
        settings.flag(name)


def written(file: Path, content: bytes) -> None:
    """Another program writes the file, which Qt sees when it looks again."""
    QSettings(str(file), QSettings.Format.IniFormat).sync()
    file.write_bytes(content)
    QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Skipwire", "Skipwire").sync()
    settings.read_again()


@pytest.mark.parametrize("seed", range(12))
def test_random_bytes_are_put_aside(qtbot: QtBot, file: Path, seed: int) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    content = random.Random(seed).randbytes(40 * (seed + 1))
    written(file, content)
    aside = settings.mend()
    assert aside is not None
    assert aside.read_bytes() == content
    assert settings.mend() is None
    read_all(window)
    assert settings.flag("motion") is settings.FLAGS["motion"]
    settings.set_theme("dark")
    assert settings.theme() == "dark"


def test_a_sound_file_is_left_as_it_is(file: Path) -> None:
    settings.set_theme("dark")
    QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Skipwire", "Skipwire").sync()
    assert settings.mend() is None
    assert settings.theme() == "dark"


@pytest.mark.parametrize(
    "value",
    [
        "",
        "nonsense",
        "1, 2, 3",
        "@ByteArray(\\x1\\x2)",
        "@Variant(\\0\\0\\0\\x7f)",
        "@Invalid()",
        "@",
    ],
)
def test_a_single_value_of_nonsense_is_the_default(qtbot: QtBot, file: Path, value: str) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    keys = ("recent", "pinned", "trusted", "advice_off", "downloads_allowed", "palette_open",
            "library", "theme", "language", "session", "geometry", "layout", "layouts",
            "recently_added")  # fmt: skip
    lines = ["[General]", *(f"{key}={value}" for key in keys), "[flags]"]
    lines += [f"{name}={value}" for name in settings.FLAGS]
    written(file, "\n".join(lines).encode())
    assert settings.mend() is None
    read_all(window)
    assert settings.flag("motion") is settings.FLAGS["motion"]
    assert settings.downloads_allowed() is False


def test_layouts_are_kept_by_name(qtbot: QtBot, file: Path) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    arrangement.keep_layout("a/b & c", window)
    assert arrangement.layouts() == ["a/b & c"]
    assert arrangement.use_layout("a/b & c", window)
    arrangement.forget_layout("a/b & c")
    assert arrangement.layouts() == []
    assert not arrangement.use_layout("a/b & c", window)


def test_what_is_asked_for_after_every_edit_is_read_once(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[str] = []
    read = QSettings.value

    def counted(self: QSettings, key: str, *more: object) -> object:
        reads.append(key)
        return read(self, key, *more)

    monkeypatch.setattr(QSettings, "value", counted)

    def ask() -> list[object]:
        return [settings.theme(), settings.language(), settings.flag("snap"), settings.advice_off()]

    assert ask() == ["", "", True, []]
    settings.set_theme("dark")
    settings.set_flag("snap", False)
    settings.set_advice_off(["one"])
    assert ask() == ["dark", "", False, ["one"]]
    assert sorted(reads) == ["advice_off", "flags/snap", "language", "theme"]
    written(file, b"[General]\ntheme=light\n")
    assert ask() == ["light", "", True, []]
