"""The training panel: the recipe's form, the run's status, and the buttons of a run."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QToolButton, QVBoxLayout, QWidget

from app.training.history import RunHistory
from app.training.messages import Alert
from app.ui.editor import Editor
from app.ui.inspector.fold import Fold
from app.ui.language import tr
from app.ui.training.alerts import Alerts
from app.ui.training.fitting import FitNotice
from app.ui.training.form import RecipeForm
from app.ui.training.goback import GoBack, ShowNode
from app.ui.training.goon import GoOn
from app.ui.training.live import LivePanel
from app.ui.training.status import RunStatus
from app.ui.training.usage import Usage

BUTTONS = ("run.train", "run.pause", "run.step", "run.epoch", "run.stop", "run.queue")
_PICTURES = ("run.step", "run.epoch", "run.queue")  # without words, or they would not fit


class TrainingPanel(QWidget):
    """Settings and run behind two tabs; a run that begins or fails brings its own to the front.

    The actions are the window's, by id; whoever carries out `train` calls `commit` first.
    `watched` says whether a run is looked at, so that there is to be room beside for its curves:
    while one is under way, and behind the tab of its own.
    """

    watched = Signal(bool)

    def __init__(
        self,
        editor: Editor,
        actions: Mapping[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._history: RunHistory | None = None
        self.form = RecipeForm(editor)
        self.status = RunStatus()
        self.alerts = Alerts()
        self.live = LivePanel()
        self.steering = Fold("Change in mid-run", self.live)
        self.steering.hide()
        self.go_back = GoBack()
        self.status.add_cure(self.go_back)
        self.show_node = ShowNode()
        self.status.add_cure(self.show_node)
        self.go_on = GoOn()
        self.status.add_cure(self.go_on)
        self.earlier = QToolButton()
        self.earlier.setDefaultAction(actions["run.earlier"])
        self.earlier.setVisible(actions["run.earlier"].isEnabled())
        actions["run.earlier"].enabledChanged.connect(self.earlier.setVisible)
        self.status.add_cure(self.earlier)
        self.status.add_urgent(self.alerts)
        self.status.add_figure(self.steering)
        self.steering.button.clicked.connect(lambda: self.status.show_from(self.steering))
        self.usage = Usage()
        self.status.add_figure(self.usage)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.form, tr("Settings"))
        self.tabs.addTab(self.status, tr("Run"))
        self.tabs.currentChanged.connect(lambda: self.watched.emit(self.watching))
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 1, 4, 1)
        row.setSpacing(2)
        for name in BUTTONS:
            button = QToolButton()
            button.setAutoRaise(True)
            button.setDefaultAction(actions[name])
            if name not in _PICTURES:
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            # a click takes the focus, so that a number just typed is applied before the run
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            row.addWidget(button)
        self.tabs.setCornerWidget(buttons)
        self.notice = FitNotice(editor)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.notice)
        layout.addWidget(self.tabs)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.notice.look()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.notice.insight.close()

    @property
    def watching(self) -> bool:
        active = self._history is not None and self._history.active
        return active or self.tabs.currentWidget() is self.status

    def commit(self) -> None:
        """Apply what is typed in the form and not yet applied."""
        self.form.commit()

    def show_devices(self, devices: Mapping[str, int]) -> None:
        """The devices that can be trained on with their bytes of memory, the best first."""
        self.form.show_devices(devices)

    def show_history(self, history: RunHistory | None, *, outdated: bool = False) -> None:
        """Show how a run stands; None where nothing has been trained yet.

        `outdated` says that the run is of the drawing before an edit.
        """
        former, self._history = self._history, history
        self.status.show_history(history, outdated=outdated)
        self.alerts.show_alerts(_alerts(history))
        self.steering.setVisible(history is not None and history.active and not history.looking)
        if history is not None and _news(former, history):
            self.tabs.setCurrentWidget(self.status)
            self.status.verticalScrollBar().setValue(0)
        self.watched.emit(self.watching)


def _news(former: RunHistory | None, history: RunHistory) -> bool:
    """Whether another run has begun, or this one has failed."""
    if former is None or former.losses is not history.losses:
        return True
    return history.failed is not None and former.failed is None


def _alerts(history: RunHistory | None) -> tuple[Alert, ...]:
    """Those that are not told already, as the reason why the run has failed."""
    if history is None:
        return ()
    told = history.failed.reason if history.failed is not None else ""
    return tuple(alert for alert in history.alerts if alert.reason not in told)
