"""What can be chosen, as tables: each row has a name and a sentence, and knows its setting."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from app.ui import appearance, language, scale, settings


@dataclass(frozen=True)
class Switch:
    """On or off."""

    title: str
    told: str
    get: Callable[[], bool]
    set: Callable[[bool], None]
    usual: bool


@dataclass(frozen=True)
class Choice:
    """One of several values, each with a name; the first is the usual one."""

    title: str
    told: str
    get: Callable[[], str]
    set: Callable[[str], None]
    options: Sequence[tuple[str, str]]


Row = Switch | Choice


def _flag(name: str, title: str, told: str) -> Switch:
    get, put = partial(settings.flag, name), partial(settings.set_flag, name)
    return Switch(title, told, get, put, settings.FLAGS[name])


def _size(percent: str) -> None:
    appearance.choose_size(int(percent))


_SIZES = sorted(scale.STEPS, key=lambda step: step != 100)  # the usual one first

SECTIONS: Mapping[str, Sequence[Row]] = {
    "Appearance": (
        Choice(
            "Language",
            "Of menus, dialogs, problems and the help of layers.",
            settings.language,
            language.choose,
            ((language.SYSTEM, "Follow the system"), *language.LANGUAGES.items()),
        ),
        Choice(
            "Theme",
            "The colours of the window and the canvas.",
            settings.theme,
            appearance.choose,
            (
                (appearance.SYSTEM, "Follow the system"),
                ("light", "Light"),
                ("dark", "Dark"),
                ("contrast-light", "High contrast, light"),
                ("contrast-dark", "High contrast, dark"),
            ),
        ),
        Choice(
            "Size of the interface",
            "Texts, icons and fields; the canvas has a zoom of its own.",
            lambda: str(scale.percent()),
            _size,
            tuple((str(step), f"{step} %") for step in _SIZES),
        ),
        _flag(
            "motion", "Motion", "What moves glides to its new place, so that the eye can follow."
        ),
        _flag("hints", "Hints", "Teach a shortcut after the slow way was taken three times."),
    ),
    "Canvas": (
        _flag(
            "wheel_zooms",
            "The wheel zooms",
            "Off: the wheel scrolls, and zooms with Ctrl held. "
            "Two fingers on a touchpad always scroll.",
        ),
        _flag(
            "snap", "Snapping", "What is dragged comes into line with the grid and its neighbours."
        ),
        _flag(
            "insert_on_wire",
            "Drop into wires",
            "A layer that is dropped on a wire is put into it. Alt held leaves the wire alone.",
        ),
        _flag(
            "connect_near",
            "Join near cards",
            "A card that is dragged near another is wired to it. Alt held leaves it alone.",
        ),
        _flag(
            "search_at_end",
            "Search where a wire ends",
            "A wire that is let go over nothing asks what is to stand there.",
        ),
        _flag(
            "minimap",
            "Overview",
            "The whole network in the corner, while not all of it is in view.",
        ),
    ),
    "Documents": (
        _flag(
            "autosave",
            "Keep unsaved work",
            "Two seconds after a change what is open is kept aside, and comes back after a crash. "
            "Files change only when they are saved.",
        ),
        _flag(
            "reopen",
            "Open the tabs of the last session",
            "At the start there is again what was open when the window was closed.",
        ),
        Choice(
            "Training when the window closes",
            "It can go on in the background, and is shown again when Skipwire is opened.",
            settings.leaving,
            settings.set_leaving,
            (
                (settings.ASK, "Ask"),
                (settings.GO_ON, "Go on in the background"),
                (settings.STOP, "Stop"),
            ),
        ),
        Switch(
            "Downloads",
            "Published weights and sets of data may be fetched from the network when they are "
            "asked for.",
            settings.downloads_allowed,
            settings.set_downloads_allowed,
            False,
        ),
    ),
}
