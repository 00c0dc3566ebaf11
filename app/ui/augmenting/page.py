"""The augmentation of the recipe: its settings, and what they make of an image of the data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.training.messages import Change, DataRefused, Draw, Drawn, Event
from app.training.recipe import AUGMENTATION, Recipe, of_data
from app.ui.augmenting.dials import Dial
from app.ui.augmenting.draws import DrawsView
from app.ui.editor import Editor
from app.ui.formats import count
from app.ui.inspector.form import note_label, tell
from app.ui.inspector.page import run
from app.ui.language import tr
from app.ui.menus import MenuButton
from app.ui.training.fields import GROUPS, counts
from app.ui.training.settings import Settings, assign, columns
from app.ui.training.studio import Studio

DRAWS = 24
_CELL = 250  # pixels at 100 %, of a setting with its slider
_COLOURS = ("saturation", "hue")
_MUTED, _ALARM = QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.BrightText
# What people begin with, by what the images are.
STARTS: Mapping[str, Mapping[str, Any]] = {
    "Nothing": {},
    "Small photographs": {"crop": 4, "flip": "horizontal"},
    "Handwriting": {"shift": 0.1, "rotate": 10.0, "zoom": 0.1},
    "Photographs": {
        "flip": "horizontal", "zoom": 0.2, "shift": 0.1, "brightness": 0.2, "contrast": 0.2,
        "saturation": 0.2, "lighting": 0.1,
    },
    "Few images": {
        "flip": "horizontal", "crop": 4, "rotate": 15.0, "zoom": 0.2, "brightness": 0.3,
        "contrast": 0.3, "cutout": 0.4, "mixup": 0.2,
    },
}  # fmt: skip


class AugmentationPage(QSplitter):
    """Edits the recipe of the editor; draws while it is on screen, anew when that is another.

    `wanted` carries a change for the run under way, of which `follow_run` tells.
    """

    wanted = Signal(object)  # Change

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._index, self._first = 0, 1
        self._run: Recipe | None = None  # as the run under way learns now
        self._asked: Draw | None = None
        self._waiting = False  # for an answer; meanwhile nothing else is asked for
        self.studio = Studio(self)
        self.studio.told.connect(self.take)
        self.settings = Settings(GROUPS["Augmentation"], partial(assign, editor), kind=Dial)
        for setting in self.settings.all.values():
            setting.row.field.run.connect(lambda name, back: run(editor, name, back=back))
        self.note = note_label()
        self.note.setObjectName("note_draws")
        self.grey = note_label()
        self.grey.setObjectName("note_grey")
        self.settings.add_below(self.grey)
        self.draws = DrawsView()
        self.draws.stepped.connect(self._step)
        self._build()
        editor.changed.connect(self._follow)
        self._follow()

    # --- parts -----------------------------------------------------------------------------------

    def _build(self) -> None:
        self._area = QScrollArea(widgetResizable=True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        held = QWidget()
        box = QVBoxLayout(held)
        box.setContentsMargins(6, 3, 6, 3)
        box.addWidget(self.settings)
        box.addStretch(1)
        self._area.setWidget(held)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._bar())
        column.addWidget(self.note)
        column.addWidget(self.draws, 1)
        for part, share in ((self._area, 2), (right, 3)):
            self.addWidget(part)
            self.setStretchFactor(self.indexOf(part), share)
        self.setSizes([540, 740])

    def _bar(self) -> QHBoxLayout:
        self.before = _button("‹", "The image before", lambda: self._step(-1))
        self.after = _button("›", "The next image", lambda: self._step(1))
        self.which = QLabel()
        self.again = _button("Draw Again", "The draws of the epochs after these", self._draw_again)
        self.compare = _button("As It Is", "Show the image as it is in the place of its draws")
        self.compare.setCheckable(True)
        self.compare.toggled.connect(self.draws.show_plain)
        self.begin = _titled(
            MenuButton(), "Begin With", "Changes that people begin with, by what the images are"
        )
        menu = QMenu(self.begin)
        for name in STARTS:
            menu.addAction(tr(name), partial(self._begin_with, name))
        self.begin.setMenu(menu)
        self.into_run = _button(
            "Into the Run", "The run under way learns from such draws, too, from the next batch on"
        )
        self.into_run.clicked.connect(self._change_run)
        self.into_run.hide()
        row = QHBoxLayout()
        row.setContentsMargins(6, 3, 6, 0)
        for widget in (self.before, self.after):
            row.addWidget(widget)
        row.addWidget(self.which, 1)
        for widget in (self.into_run, self.again, self.compare, self.begin):
            row.addWidget(widget)
        return row

    # --- editing ---------------------------------------------------------------------------------

    def _begin_with(self, name: str) -> None:
        none = {each: getattr(Recipe(), each) for each in AUGMENTATION}
        self._editor.set_recipe(replace(self._editor.recipe, **{**none, **STARTS[name]}))

    def _step(self, by: int) -> None:
        images = self.draws.told.images if self.draws.told is not None else 1
        self._index = (self._index + by) % images
        self._look()

    def _draw_again(self) -> None:
        self._first += DRAWS
        self._look()

    def _change_run(self) -> None:
        self.wanted.emit(Change(recipe=self._news(), words="augmentation changed"))

    def _news(self) -> dict[str, Any]:
        """What the run under way does not augment as the recipe says."""
        recipe, now = self._editor.recipe, self._run
        own = {name: getattr(recipe, name) for name in AUGMENTATION}
        return {name: own[name] for name in own if now and own[name] != getattr(now, name)}

    def follow_run(self, now: Recipe | None) -> None:
        """The recipe of the run under way as it is now, or that there is none."""
        self._run = now
        self.into_run.setVisible(bool(self._news()))

    # --- following -------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.studio.close()
        self._asked, self._waiting = None, False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose()

    def _follow(self) -> None:
        self.settings.show_recipe(self._editor.recipe)
        self._choose()
        self.follow_run(self._run)
        if self.isVisible():
            self._look()

    def _choose(self) -> None:
        recipe = self._editor.recipe
        names = {name for name in self.settings.all if counts(name, recipe)}
        self.settings.choose(names, columns(self._area.viewport().width(), _CELL))

    def _look(self) -> None:
        """Ask for what is wanted now, or once the answer to what was wanted before is there."""
        wanted = self._wanted()
        self._tell_colours(wanted)
        for widget in (self.before, self.after, self.again, self.compare):
            widget.setEnabled(wanted is not None)
        if wanted is None:
            self._asked = None
            self._clear("The draws are shown once the network has no problems.", _MUTED)
        elif not self._waiting and wanted != self._asked:
            if self.draws.told is None:
                tell(self.note, "Drawing…", _MUTED)
            self._asked, self._waiting = wanted, True
            self.studio.ask(wanted)

    def _wanted(self) -> Draw | None:
        report = self._editor.report
        if not report.ok or len(report.inputs) != 1:
            return None
        asked = of_data(self._editor.recipe, AUGMENTATION)
        return Draw(asked, report.inputs[0], self._index, DRAWS, self._first)

    def take(self, event: Event, payload: bytes) -> None:
        """What the studio tells, unless it comes too late."""
        if not self._waiting:
            return
        self._waiting = False
        match event:
            case Drawn() if self._asked is not None:
                self._index = event.index
                self.draws.show_drawn(event, payload, self._asked.first)
                self.which.setText(
                    tr(
                        "Image {number} of {images}: {name}",
                        number=count(event.index + 1), images=count(event.images), name=event.name,
                    )
                )  # fmt: skip
                self._tell_nothing()
            case DataRefused():
                self._clear(event.reason, _ALARM)
        self._look()

    def _clear(self, why: str, role: QPalette.ColorRole) -> None:
        self.draws.clear()
        self.which.clear()
        tell(self.note, why, role)

    def _tell_nothing(self) -> None:
        recipe = self._editor.recipe
        idle = all(getattr(recipe, name) == getattr(Recipe(), name) for name in AUGMENTATION)
        told = "Nothing is changed so far: every epoch has the same images. Pull a slider."
        tell(self.note, told if idle else "", _MUTED)

    def _tell_colours(self, wanted: Draw | None) -> None:
        """A network that takes grey images has no use for what only colours have."""
        grey = wanted is not None and len(wanted.input_shape) == 3 and wanted.input_shape[0] != 3
        for name in _COLOURS:
            self.settings.all[name].setEnabled(not grey)
        told = "The network takes images without colour, so saturation and hue change nothing."
        tell(self.grey, told if grey else "", _MUTED)


def _button(text: str, tip: str, act: Callable[[], None] | None = None) -> QToolButton:
    button = _titled(QToolButton(), text, tip)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if act is not None:
        button.clicked.connect(act)
    return button


def _titled(button: QToolButton, text: str, tip: str) -> QToolButton:
    button.setText(tr(text))
    button.setToolTip(tr(tip))
    button.setAccessibleName(tr(tip))
    return button
