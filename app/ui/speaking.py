"""What a window says to the person, and what it asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QMainWindow, QMessageBox

from app import __version__
from app.ui import motion
from app.ui.language import tr
from app.ui.preferences import PreferencesDialog
from app.ui.shortcuts import ShortcutPage
from app.ui.status import TELL_MS

_LOGO = 64  # px


class Speaking(QMainWindow):
    """A main window with a status bar for what passes, and dialogs for what does not."""

    actions_by_id: Mapping[str, QAction]
    preferred = Signal()  # something else in the preferences

    def __init__(self) -> None:
        super().__init__()
        self._move_or_not()

    def tell(self, text: str) -> None:
        """A passing message in the status bar."""
        self.statusBar().showMessage(tr(text), TELL_MS)

    def warn(self, title: str, text: str) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, "Skipwire", tr(title), parent=self)
        box.setInformativeText(tr(text))
        box.exec()
        box.deleteLater()  # or it would stay with the window, as the others would

    def ask(
        self, title: str, text: str, buttons: QMessageBox.StandardButton
    ) -> QMessageBox.StandardButton:
        box = QMessageBox(QMessageBox.Icon.Question, "Skipwire", tr(title), buttons, self)
        box.setInformativeText(tr(text))
        answer = QMessageBox.StandardButton(box.exec())
        box.deleteLater()
        return answer

    def offer(
        self,
        title: str,
        text: str,
        choices: Sequence[str],
        *,
        failed: bool = False,
        check: QCheckBox | None = None,
    ) -> int | None:
        """The place of what was chosen; None where it was nothing. Enter takes the first.

        A `check` stands below, with a choice of its own.
        """
        sign = QMessageBox.Icon.Warning if failed else QMessageBox.Icon.Question
        box = QMessageBox(sign, "Skipwire", tr(title), parent=self)
        box.setInformativeText(tr(text))
        buttons = [box.addButton(tr(c), QMessageBox.ButtonRole.AcceptRole) for c in choices]
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(buttons[0])
        if check is not None:
            box.setCheckBox(check)
        box.exec()
        box.deleteLater()
        clicked = box.clickedButton()
        return buttons.index(clicked) if clicked in buttons else None

    def show_shortcuts(self) -> None:
        ShortcutPage(self.actions_by_id, self).open()

    def show_preferences(self) -> None:
        dialog = PreferencesDialog(self)
        dialog.changed.connect(self._move_or_not)
        dialog.changed.connect(self.preferred)
        dialog.open()

    def _move_or_not(self) -> None:
        """Docks that make room move at once where motion is turned off."""
        self.setAnimated(motion.duration() > 0)

    def show_about(self) -> None:
        box = QMessageBox(parent=self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(tr("About Skipwire"))
        box.setIconPixmap(self.windowIcon().pixmap(_LOGO))
        box.setText(f"<h3>Skipwire {__version__}</h3>{tr('Wire a network, watch it learn.')}")
        box.setInformativeText(
            tr("MIT licence. Built on PyTorch, Qt for Python, pyqtgraph and networkx.")
        )
        box.open()
