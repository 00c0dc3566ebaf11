"""The docks of the main window by name: where they stand, and which of them are seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QScrollArea, QWidget

from app.ui import scale
from app.ui.language import tr

_BELOW = Qt.DockWidgetArea.BottomDockWidgetArea  # where one stands behind another
_BESIDE = {
    "palette": Qt.DockWidgetArea.LeftDockWidgetArea,
    "inspector": Qt.DockWidgetArea.RightDockWidgetArea,
    "steps": Qt.DockWidgetArea.RightDockWidgetArea,
}
_WIDTHS = {"palette": 210, "inspector": 290}
_HEIGHT = 150  # the canvas first
_NEEDED = {"training": 230}  # or there is no room for curves


class Docks(dict[str, QDockWidget]):
    """Those below share one place, as the two at the right do; the first is in front at first.

    `take_keys` has the keys go to the drawing: what had them is behind something else now.
    """

    def __init__(
        self,
        window: QMainWindow,
        held: Iterable[tuple[str, str, QWidget]],
        take_keys: Callable[[], object],
    ) -> None:
        super().__init__()
        self._window = window
        self._put_away: list[QDockWidget] = []
        self._measured = False
        self._wide = scale.wide(100)
        self._percent, self._heights = scale.percent(), dict[int, int]()
        for name, title, widget in held:
            dock = self[name] = QDockWidget(tr(title), window)
            dock.setObjectName(name)
            dock.setWidget(widget)
            _rest_behind_others(dock, take_keys)
        self.arrange()
        scale.follow(window, self._rescale)

    def arrange(self) -> None:
        """Every dock at its own place again."""
        window, corner = self._window, Qt.Corner
        window.setCorner(corner.BottomLeftCorner, _BELOW)
        window.setCorner(corner.BottomRightCorner, _BELOW)
        below: list[QDockWidget] = []
        for name, dock in self.items():
            dock.setFloating(False)
            window.addDockWidget(_BESIDE.get(name, _BELOW), dock)
            if name not in _BESIDE:
                below.append(dock)
        for dock in below[1:]:
            window.tabifyDockWidget(below[0], dock)
        below[0].raise_()
        window.tabifyDockWidget(self["inspector"], self["steps"])
        self["inspector"].raise_()
        self._measure()

    def _measure(self) -> None:
        """Give each its usual size. Before the window is seen, Qt knows of no room."""
        widths = [scale.wide(width) for width in _WIDTHS.values()]
        beside = [self[name] for name in _WIDTHS]
        self._window.resizeDocks(beside, widths, Qt.Orientation.Horizontal)
        self.give_height(scale.wide(_HEIGHT))

    def _rescale(self) -> None:
        """As wide as before, in larger or smaller letters, and as high as they were in such."""
        for name, dock in self.items():  # before anything is laid out in the new letters
            if name not in _BESIDE and self.in_front(name):
                self._heights[self._percent] = dock.height()
        self._percent = scale.percent()
        old, self._wide = self._wide, scale.wide(100)
        beside = [self[name] for name in _WIDTHS if self[name].isVisible()]
        widths = [round(dock.width() * self._wide / old) for dock in beside]
        self._window.resizeDocks(beside, widths, Qt.Orientation.Horizontal)
        if (height := self._heights.get(self._percent)) is not None:
            QTimer.singleShot(0, self._window, lambda: self._give_back(height))

    def _give_back(self, height: int) -> None:
        """Once they ask for no more room than such letters need."""
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self.give_height(height)

    def stay(self) -> None:
        """They stand where the person had them: they are not given their usual sizes."""
        self._measured = True

    def give_height(self, height: int) -> None:
        """To those below, in pixels."""
        shown = [dock for name, dock in self.items() if name not in _BESIDE and dock.isVisible()]
        if shown:
            self._window.resizeDocks(shown[:1], [height], Qt.Orientation.Vertical)

    def make_room(self, name: str, height: int) -> None:
        """Those below share their height: one that is lower than it needs makes all higher."""
        dock = self[name]
        if dock.height() < height and not dock.isFloating():
            self.give_height(height)

    def reset(self) -> None:
        """Show all of them, each at its own place."""
        for dock in self.values():
            dock.show()
        self.arrange()

    def in_front(self, name: str) -> bool:
        dock = self[name]
        return dock.isVisible() and not dock.visibleRegion().isEmpty()

    def front(self, name: str) -> None:
        self[name].show()
        self[name].raise_()
        self.have_room(name)

    def have_room(self, name: str, more: int = 0) -> None:
        """As much as it needs at least, and so many pixels more."""
        if (needed := _NEEDED.get(name)) is not None:
            self.make_room(name, scale.wide(needed) + more)

    def has_keys(self, name: str) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self[name].isAncestorOf(focused)

    def enter(self, name: str) -> None:
        """Have the keys go to what it is about, or to the first part of it that takes them."""
        held = self[name].widget()
        inner = [each for each in _inside(held) if each.isVisibleTo(held)]
        inner.sort(key=lambda each: isinstance(each, QScrollArea))  # rather than what scrolls it
        for widget in (held, *inner):
            aim = widget.focusProxy() or widget
            if aim.focusPolicy() & Qt.FocusPolicy.TabFocus and aim.isEnabled():
                aim.setFocus()
                return
        held.setFocus()  # or the same keys would not put it away

    def put_away(self) -> None:
        """Hide all, while something else than a drawing is shown."""
        if not self._put_away:
            self._put_away = [dock for dock in self.values() if not dock.isHidden()]
        for dock in self._put_away:
            dock.hide()

    def bring_back(self) -> None:
        for dock in self._put_away:
            dock.show()
        self._put_away = []
        if not self._measured and self._window.isVisible():
            self._measured = True
            QTimer.singleShot(0, self._window, self._measure)  # once they are laid out


def _rest_behind_others(dock: QDockWidget, take_keys: Callable[[], object]) -> None:
    """Hide what is in a dock while another is before it: to Qt it would be visible there, too."""
    held = dock.widget()
    policy = held.sizePolicy()
    policy.setRetainSizeWhenHidden(True)  # or the docks would be of another height with each
    held.setSizePolicy(policy)
    dock.visibilityChanged.connect(partial(_see, held, take_keys))
    # one that is taken out from behind the others tells nothing of being seen, and would be
    # behind them when it is put back
    dock.topLevelChanged.connect(lambda out: held.show() if out else dock.raise_())


def _see(held: QWidget, take_keys: Callable[[], object], seen: bool) -> None:
    window = held.window()
    focused = window.focusWidget() if window.isVisible() else None  # or it is being taken apart
    if not seen and focused is not None and held.isAncestorOf(focused):
        take_keys()  # or Qt would give them to whatever field comes next, to be typed over
    held.setVisible(seen)
    # what is shown asks to be painted by events that come after the next painting: it would be
    # painted twice
    QApplication.sendPostedEvents(None, QEvent.Type.UpdateLater)


def _inside(widget: QWidget) -> Iterator[QWidget]:
    """Whoever asks with `findChildren` is held to own what is found, for as long as it lives."""
    for child in widget.children():
        if isinstance(child, QWidget):
            yield child
            yield from _inside(child)
