"""What the application remembers between sessions: recent files, theme, layout of the window."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths
from PySide6.QtWidgets import QMainWindow

MAX_RECENT = 12
MAX_ADDED = 8
MAX_TRUSTED = 1_000
PALETTE_OPEN = ("In this network", "My library", "Blocks", "Layers", "Layers/Convolution")
_LAYOUT_VERSION = 1


def _settings() -> QSettings:
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Skipwire", "Skipwire")


def recent() -> Sequence[Path]:
    """Files opened or saved lately, newest first."""
    stored = _settings().value("recent", [])
    return [Path(p) for p in _texts(stored)]


def _texts(stored: object) -> list[str]:
    """A list as Qt gives it back: one of a single text as that text."""
    found = [stored] if isinstance(stored, str) else stored
    return [text for text in found if isinstance(text, str)] if isinstance(found, list) else []


def remember(path: Path) -> None:
    others = [p for p in recent() if p != path]
    _settings().setValue("recent", [str(p) for p in [path, *others][:MAX_RECENT]])


def trusted() -> Sequence[str]:
    """The hashes of code that the person trusts, newest first."""
    return _texts(_settings().value("trusted", []))


def trust(hashes: Iterable[str]) -> None:
    _settings().setValue("trusted", list(dict.fromkeys([*hashes, *trusted()]))[:MAX_TRUSTED])


def advice_off() -> Sequence[str]:
    """The ids of the rules whose advice is not wanted."""
    return _texts(_settings().value("advice_off", []))


def set_advice_off(rules: Iterable[str]) -> None:
    _settings().setValue("advice_off", list(rules))


def downloads_allowed() -> bool:
    """Whether published weights may be fetched when they are asked for; off until allowed."""
    return bool(_settings().value("downloads_allowed", False, bool))


def set_downloads_allowed(on: bool) -> None:
    _settings().setValue("downloads_allowed", on)


def palette_open() -> Sequence[str]:
    """The sections and groups of the palette that are unfolded."""
    return _texts(_settings().value("palette_open", list(PALETTE_OPEN)))


def set_palette_open(paths: Iterable[str]) -> None:
    _settings().setValue("palette_open", sorted(paths))


def library() -> Path:
    """The folder of the person's own blocks."""
    chosen = str(_settings().value("library", ""))
    return Path(chosen) if chosen else usual_library()


def usual_library() -> Path:
    """The folder for those who chose none."""
    place = QStandardPaths.StandardLocation.GenericDataLocation
    return Path(QStandardPaths.writableLocation(place)) / "Skipwire" / "Blocks"


def set_library(folder: Path) -> None:
    _settings().setValue("library", "" if folder == usual_library() else str(folder))


def recently_added() -> Sequence[str]:
    """The kinds that were lately added by the search on the canvas, newest first."""
    return _texts(_settings().value("recently_added", []))


def remember_added(kind: str) -> None:
    kinds = list(dict.fromkeys([kind, *recently_added()]))[:MAX_ADDED]
    _settings().setValue("recently_added", kinds)


FLAGS = {
    "motion": True,  # movements that the eye can follow
    "snap": True,  # moved cards to the grid and to their neighbours
    "connect_near": False,  # a card moved near another is wired to it
    "insert_on_wire": True,  # a card without wires that is dropped on one
    "search_at_end": True,  # a wire let go over nothing asks what is to stand there
    "hints": True,  # that teach a shortcut
}


def flag(name: str) -> bool:
    """Whether a thing that can be switched on and off is on."""
    return bool(_settings().value(f"flags/{name}", FLAGS[name], bool))


def set_flag(name: str, on: bool) -> None:
    _settings().setValue(f"flags/{name}", on)


def language() -> str:
    """The chosen language; empty to follow the system."""
    return str(_settings().value("language", ""))


def set_language(language: str) -> None:
    _settings().setValue("language", language)


def theme() -> str:
    """The chosen theme's name; empty to follow the system."""
    return str(_settings().value("theme", ""))


def set_theme(name: str) -> None:
    _settings().setValue("theme", name)


def save_layout(window: QMainWindow) -> None:
    settings = _settings()
    settings.setValue("geometry", window.saveGeometry())
    settings.setValue("layout", window.saveState(_LAYOUT_VERSION))


def restore_layout(window: QMainWindow) -> None:
    """Puts docks and window where they were; a damaged setting leaves them as they are."""
    settings = _settings()
    geometry, layout = settings.value("geometry"), settings.value("layout")
    if isinstance(geometry, QByteArray):
        window.restoreGeometry(geometry)
    if isinstance(layout, QByteArray):
        window.restoreState(layout, _LAYOUT_VERSION)
