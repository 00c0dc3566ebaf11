"""Chooses the image that feature maps are of: the next one, one of a class, or a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QMenu

from app.data.files import read_picture
from app.data.source import DataError, Size
from app.training.messages import PICTURE
from app.ui.language import tr
from app.ui.live.imagechooser import ImageChooser
from app.ui.live.replay import Replay
from app.ui.plots.maps import FeatureMapsView
from app.ui.results.dropped import ask_for_picture, offers_picture, picture_of
from app.ui.results.held import Live
from app.ui.runs import Runs

_CYCLES = (1, 2, 5, 10)  # seconds
_SMALL = Size(3, 8, 8)  # to see whether a file can be read at all


class Choosing(QObject):
    """`refused` carries why an image cannot be shown."""

    refused = Signal(str)

    def __init__(self, view: FeatureMapsView, runs: Runs, replay: Replay) -> None:
        super().__init__(view)
        self._view = view
        self._runs = runs
        self._replay = replay
        self._chooser: ImageChooser | None = None
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._next)
        view.probe.stepped.connect(self._step)
        view.setAcceptDrops(True)
        view.installEventFilter(self)
        self._fill(view.probe.menu)

    def _fill(self, menu: QMenu) -> None:
        self.by_class = menu.addAction(tr("Choose by Class…"), self._choose)
        self.file = menu.addAction(tr("Image File…"), self._browse)
        self.paste = menu.addAction(tr("Paste Image"), self._paste)
        self.back = menu.addAction(
            tr("Back to Validation Images"), lambda: self._replay.show_image(0)
        )
        menu.addSeparator()
        cycle = menu.addMenu(tr("Go Through Images"))
        self.cycles = QActionGroup(self)
        for seconds in (0, *_CYCLES):
            text = tr("Every {seconds} s", seconds=seconds) if seconds else tr("By Hand")
            entry: QAction = cycle.addAction(text)
            entry.setCheckable(True)
            entry.setChecked(not seconds)
            entry.setData(seconds)
            self.cycles.addAction(entry)
        self.cycles.triggered.connect(lambda entry: self._cycle(entry.data()))
        menu.aboutToShow.connect(self._refresh)

    def _refresh(self) -> None:
        live = self._replay.live
        self.by_class.setEnabled(live and self._replay.results is not None)
        self.file.setEnabled(live)
        self.paste.setEnabled(live and self._offered is not None)
        self.back.setEnabled(self._replay.image == PICTURE)

    # --- one after the other ---------------------------------------------------------------------

    def _step(self, by: int) -> None:
        replay = self._replay
        if replay.epoch is None:
            number = replay.image + by if replay.image != PICTURE else min(by, 0)
            replay.show_image(number % replay.number)
        elif kept := replay.images:
            at = kept.index(replay.shown_image)
            replay.show_image(kept[(at + by) % len(kept)])

    def _cycle(self, seconds: int) -> None:
        if seconds:
            self._turn.start(1000 * seconds)
        else:
            self._turn.stop()

    def _next(self) -> None:
        if self._view.isVisible():
            self._step(1)

    # --- one of a class --------------------------------------------------------------------------

    def _choose(self) -> None:
        run, results = self._replay.run, self._replay.results
        if run is None or results is None:
            return
        if self._chooser is None:
            self._chooser = ImageChooser(self._view)
            self._chooser.chosen.connect(self._replay.show_image)
        self._chooser.ask(Live(self._runs, run), results)
        shown = self._replay.image
        label = int(results.labels[shown]) if 0 <= shown < len(results.labels) else None
        self._chooser.show_class(label)
        self._chooser.show()
        self._chooser.raise_()

    # --- a file ----------------------------------------------------------------------------------

    def show_file(self, path: str) -> None:
        """Show the maps of an image file, or say why not."""
        try:
            read_picture(Path(path), _SMALL)
        except DataError as error:
            self.refused.emit(tr(str(error)))
        else:
            self._replay.show_picture(path)

    def _browse(self) -> None:
        if path := ask_for_picture(self._view, "Image File"):
            self.show_file(path)

    @property
    def _offered(self) -> QMimeData | None:
        """What the clipboard has, if it is a picture."""
        held: QMimeData | None = QGuiApplication.clipboard().mimeData()
        return held if held is not None and offers_picture(held) else None

    def _paste(self) -> None:
        held = self._offered
        if self._replay.live and held is not None:
            self.show_file(picture_of(held))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Of the view: a picture may be dropped on it, or pasted."""
        match event:
            case QDragEnterEvent() if self._replay.live and offers_picture(event.mimeData()):
                event.acceptProposedAction()
                return True
            case QDropEvent() if event.type() == QEvent.Type.Drop:
                self.show_file(picture_of(event.mimeData()))
                event.acceptProposedAction()
                return True
            case QKeyEvent() if self._pastes(event):
                event.accept()  # of the one before the press: that the key is not for others
                if event.type() == QEvent.Type.KeyPress:
                    self._paste()
                return True
        return super().eventFilter(watched, event)

    def _pastes(self, event: QKeyEvent) -> bool:
        kinds = QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress
        keys = event.type() in kinds and event.matches(QKeySequence.StandardKey.Paste)
        return keys and self._replay.live and self._offered is not None
