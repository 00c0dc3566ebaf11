"""What the application remembers between sessions: recent files, theme and the like."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

MAX_RECENT = 12
MAX_ADDED = 8
MAX_TRUSTED = 1_000
PALETTE_OPEN = ("In this network", "My library", "Blocks", "Layers", "Layers/Convolution")


# The values that are asked for after every edit, as they were last read or written here. Lists that
# several windows add to, such as the recent files, are read anew each time.
_known: dict[str, object] = {}


def store() -> QSettings:
    """Where it is kept."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Skipwire", "Skipwire")


def _value(key: str) -> object:
    if key not in _known:
        _known[key] = store().value(key)
    return _known[key]


def _set(key: str, value: object) -> None:
    store().setValue(key, value)
    _known[key] = value


def read_again() -> None:
    """The file was changed by somebody else: what is known of it holds no more."""
    _known.clear()


def mend() -> Path | None:
    """Put a settings file aside that cannot be read, so that the defaults hold; its new name.

    A single value that makes no sense is no harm: what reads it takes the default.
    """
    file = Path(store().fileName())
    try:
        if not file.exists() or _sound(file.read_bytes()):
            return None
        aside = file.with_name(f"{file.name}.damaged")
        os.replace(file, aside)
    except OSError:
        return None  # not ours to read: Qt gives the defaults
    store().clear()  # what Qt remembers of it
    read_again()
    return aside


def _sound(content: bytes) -> bool:
    """Whether every line is a section, a value or a comment, in text."""
    try:
        lines = content.decode().splitlines()
    except UnicodeDecodeError:
        return False
    plain = (line.strip() for line in lines)
    begins = ("[", ";", "#")
    return "\0" not in content.decode() and all(
        not line or line.startswith(begins) or "=" in line for line in plain
    )


def _text(key: str, default: str = "") -> str:
    stored = _value(key)
    return stored if isinstance(stored, str) else default


def _switch(key: str, default: bool) -> bool:
    stored = _value(key)  # as text in a file, as itself before it is written
    named = {"true": True, "false": False}
    return stored if isinstance(stored, bool) else named.get(str(stored), default)


def recent() -> Sequence[Path]:
    """Files opened or saved lately, newest first."""
    stored = store().value("recent", [])
    return [Path(p) for p in texts(stored)]


def texts(stored: object) -> list[str]:
    """A list as Qt gives it back: one of a single text as that text."""
    found = [stored] if isinstance(stored, str) else stored
    return [text for text in found if isinstance(text, str)] if isinstance(found, list) else []


def remember(path: Path) -> None:
    others = [p for p in recent() if p != path]
    store().setValue("recent", [str(p) for p in [path, *others][:MAX_RECENT]])


def trusted() -> Sequence[str]:
    """The hashes of code that the person trusts, newest first."""
    return texts(store().value("trusted", []))


def trust(hashes: Iterable[str]) -> None:
    store().setValue("trusted", list(dict.fromkeys([*hashes, *trusted()]))[:MAX_TRUSTED])


def advice_off() -> Sequence[str]:
    """The ids of the rules whose advice is not wanted."""
    return texts(_value("advice_off"))


def set_advice_off(rules: Iterable[str]) -> None:
    _set("advice_off", list(rules))


def downloads_allowed() -> bool:
    """Whether published weights and sets may be fetched when asked for; off until allowed."""
    return _switch("downloads_allowed", False)


def set_downloads_allowed(on: bool) -> None:
    _set("downloads_allowed", on)


def pinned() -> Sequence[Path]:
    """Files that stay at the top of the recent ones."""
    return [Path(p) for p in texts(store().value("pinned", []))]


def set_pinned(path: Path, on: bool) -> None:
    others = [p for p in pinned() if p != path]
    store().setValue("pinned", [str(p) for p in [*others, *[path] * on]])


def forget(path: Path) -> None:
    """Have a file among the recent ones no more."""
    set_pinned(path, False)
    store().setValue("recent", [str(p) for p in recent() if p != path])


def session() -> str:
    """What was open when the window was last closed, as text."""
    return _text("session")


def set_session(text: str) -> None:
    _set("session", text)


def places() -> str:
    """Where one was in the files whose tabs were closed, as text."""
    return _text("places")


def set_places(text: str) -> None:
    _set("places", text)


def offered_run() -> str:
    """Which run that was broken off was last offered to go on, and how far it had come."""
    return _text("offered_run")


def set_offered_run(told: str) -> None:
    _set("offered_run", told)


ASK, GO_ON, STOP = "", "background", "stop"  # what is done with runs when the window closes


def leaving() -> str:
    """One of those."""
    return _text("leaving")


def set_leaving(chosen: str) -> None:
    _set("leaving", chosen)


def left() -> Sequence[str]:
    """The folders of runs that were let go on when the window was last closed."""
    return texts(store().value("left", []))


def set_left(folders: Iterable[str]) -> None:
    store().setValue("left", list(folders))


def palette_open() -> Sequence[str]:
    """The sections and groups of the palette that are unfolded."""
    return texts(store().value("palette_open", list(PALETTE_OPEN)))


def set_palette_open(paths: Iterable[str]) -> None:
    store().setValue("palette_open", sorted(paths))


def explains() -> bool:
    """Whether the inspector shows what a layer does."""
    return _switch("explains", True)


def set_explains(on: bool) -> None:
    _set("explains", on)


def library() -> Path:
    """The folder of the person's own blocks."""
    chosen = _text("library")
    return Path(chosen) if chosen else usual_library()


def usual_library() -> Path:
    """The folder for those who chose none."""
    place = QStandardPaths.StandardLocation.GenericDataLocation
    return Path(QStandardPaths.writableLocation(place)) / "Skipwire" / "Blocks"


def set_library(folder: Path) -> None:
    _set("library", "" if folder == usual_library() else str(folder))


def recently_added() -> Sequence[str]:
    """The kinds that were lately added by the search on the canvas, newest first."""
    return texts(store().value("recently_added", []))


def remember_added(kind: str) -> None:
    kinds = list(dict.fromkeys([kind, *recently_added()]))[:MAX_ADDED]
    store().setValue("recently_added", kinds)


def recent_commands() -> Sequence[str]:
    """The ids of what was lately chosen in the command palette, newest first."""
    return texts(store().value("recent_commands", []))


def remember_command(id: str) -> None:
    ids = list(dict.fromkeys([id, *recent_commands()]))[:MAX_ADDED]
    store().setValue("recent_commands", ids)


FLAGS = {
    "motion": True,  # movements that the eye can follow
    "snap": True,  # moved cards to the grid and to their neighbours
    "connect_near": False,  # a card moved near another is wired to it
    "insert_on_wire": True,  # a card without wires that is dropped on one
    "wheel_zooms": True,  # else it scrolls, and zooms with Ctrl
    "minimap": True,  # the whole graph in the corner, while not all of it is in view
    "search_at_end": True,  # a wire let go over nothing asks what is to stand there
    "reopen": True,  # at the start what was open when the window was last closed
    "autosave": True,  # what is open, aside, a moment after a change
    "hints": True,  # that teach a shortcut
}


def flag(name: str) -> bool:
    """Whether a thing that can be switched on and off is on."""
    return _switch(f"flags/{name}", FLAGS[name])


def set_flag(name: str, on: bool) -> None:
    _set(f"flags/{name}", on)


def shortcuts() -> Mapping[str, str]:
    """The shortcuts that the person has set, by action; an empty one takes the usual one away."""
    pairs = (text.partition("=") for text in texts(store().value("shortcuts", [])))
    return {name: keys for name, mark, keys in pairs if mark}


def set_shortcuts(shortcuts: Mapping[str, str]) -> None:
    store().setValue("shortcuts", [f"{name}={keys}" for name, keys in shortcuts.items()])


def slow_count(action: str) -> int:
    """How often an action was done the slow way, though it has a shortcut."""
    stored = str(store().value(f"slow/{action}", "0"))
    return int(stored) if stored.isdecimal() else 0


def count_slow(action: str, count: int) -> None:
    store().setValue(f"slow/{action}", str(count))


def toured() -> bool:
    """Whether the tour of the first start was shown."""
    return _switch("toured", False)


def set_toured() -> None:
    _set("toured", True)


def language() -> str:
    """The chosen language; empty to follow the system."""
    return _text("language")


def set_language(language: str) -> None:
    _set("language", language)


def theme() -> str:
    """The chosen theme's name; empty to follow the system."""
    return _text("theme")


def set_theme(name: str) -> None:
    _set("theme", name)


def scale() -> int:
    """How large the interface is, in percent."""
    stored = _text("scale", "100")
    return int(stored) if stored.isdecimal() and len(stored) < 4 else 100


def set_scale(percent: int) -> None:
    _set("scale", str(percent))
