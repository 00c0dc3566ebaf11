"""The page of keyboard shortcuts, made from the table of actions: searched, read and changed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QColor, QFont, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.ui import settings, theme
from app.ui.actions import ACTIONS, MENUS, rebind
from app.ui.actions.keys import in_force, owner_of, plain, set_keys
from app.ui.actions.spec import ActionSpec
from app.ui.language import tr
from app.ui.shortcuts.gestures import GESTURES
from app.ui.shortcuts.recorder import Recorder, refusal

_NATIVE = QKeySequence.SequenceFormat.NativeText
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SPEC = Qt.ItemDataRole.UserRole
_SIZE = 640, 620


class ShortcutPage(QDialog):
    """All actions by menu, and what the mouse does; a change holds at once in `actions`."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._wanted = QKeySequence()  # waits for the word that it may be taken over
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText(tr("Search by what it does or by its keys"))
        self.search.setAccessibleName(tr("Search shortcuts"))
        self.search.textChanged.connect(self._filter)
        self.search.installEventFilter(self)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(tr("Keyboard shortcuts"))
        self.tree.setHeaderLabels([tr("Action"), tr("Shortcut")])
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.setUniformRowHeights(True)
        self.tree.installEventFilter(self)
        self.tree.itemDoubleClicked.connect(lambda *_: self.record())
        self.tree.currentItemChanged.connect(lambda *_: self._show_current())
        self.rows: dict[str, QTreeWidgetItem] = {}  # by id of the action
        self.groups: dict[QTreeWidgetItem, list[QTreeWidgetItem]] = {}
        self._fill()
        self._build_foot()
        self._show_keys()
        self.tree.setCurrentItem(self.rows[ACTIONS[0].id])
        self.search.setFocus()

    def _fill(self) -> None:
        for menu in MENUS:
            group = self._group(menu)
            for spec in ACTIONS:
                if spec.menu == menu:
                    row = self.rows[spec.id] = QTreeWidgetItem(
                        group, [plain(tr(spec.text.lstrip("|")))]
                    )
                    self.groups[group].append(row)
                    row.setData(0, _SPEC, spec)
                    row.setToolTip(0, tr(spec.tip))
        for title, told in GESTURES.items():
            group = self._group(title)
            for what, gesture in told:
                self.groups[group].append(QTreeWidgetItem(group, [tr(what), tr(gesture)]))
        self.tree.expandAll()

    def _group(self, title: str) -> QTreeWidgetItem:
        group = QTreeWidgetItem(self.tree, [tr(title)])
        font = QFont(self.tree.font())
        font.setBold(True)
        group.setFont(0, font)
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.groups[group] = []
        return group

    def _build_foot(self) -> None:
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.recorder = Recorder()
        self.change = QPushButton(tr("Change…"))
        self.take_over = QPushButton(tr("Take Over"))
        self.remove = QPushButton(tr("Remove"))
        self.reset = QPushButton(tr("Reset"))
        self.recorder.recorded.connect(self._recorded)
        self.recorder.cancelled.connect(self._settle)
        for button, call in (
            (self.change, self.record),
            (self.take_over, self._take_over),
            (self.remove, lambda: self._set(QKeySequence())),
            (self.reset, self._reset),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, c=call: c())
        line = QHBoxLayout()
        for part in (self.recorder, self.change, self.take_over, self.remove, self.reset):
            line.addWidget(part)
        line.insertStretch(1)
        buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self.reset_all = buttons.addButton(tr("Reset All"), role.ResetRole)
        close = buttons.addButton(tr("Close"), role.RejectRole)
        for button in (self.reset_all, close):
            button.setAutoDefault(False)
        self.reset_all.clicked.connect(self._reset_all)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.addWidget(self.search)
        box.addWidget(self.tree)
        box.addWidget(self.told)
        box.addLayout(line)
        box.addWidget(buttons)

    # --- what is shown ---------------------------------------------------------------------------

    def _show_keys(self) -> None:
        force = in_force(ACTIONS)
        for spec in ACTIONS:
            row, keys = self.rows[spec.id], force[spec.id]
            changed = keys != QKeySequence(spec.shortcut)
            row.setText(1, keys.toString(_NATIVE))
            font = QFont(self.tree.font())
            font.setBold(changed)
            row.setFont(1, font)
            usual = QKeySequence(spec.shortcut).toString(_NATIVE) or tr("none")
            row.setToolTip(1, tr("Changed; usually {keys}", keys=usual) if changed else "")
        self.reset_all.setEnabled(bool(settings.shortcuts()))
        self._settle()

    def _filter(self, text: str) -> None:
        words = text.lower().split()
        found: list[QTreeWidgetItem] = []
        for group, rows in self.groups.items():
            for row in rows:
                shown = f"{group.text(0)} {row.text(0)} {row.text(1)}".lower()
                row.setHidden(not all(word in shown for word in words))
            hits = [row for row in rows if not row.isHidden()]
            group.setHidden(not hits)
            found += hits
        if found and self.tree.currentItem() not in found:
            self.tree.setCurrentItem(found[0])

    @property
    def _spec(self) -> ActionSpec | None:
        item = self.tree.currentItem()
        spec = item.data(0, _SPEC) if item is not None else None
        return spec if isinstance(spec, ActionSpec) else None

    def _show_current(self) -> None:
        self._rest()
        spec = self._spec
        for button in (self.change, self.remove, self.reset):
            button.setEnabled(spec is not None)
        if spec is None:
            self._tell(tr("What the mouse and these keys do on the canvas cannot be changed."))
            return
        keys = in_force(ACTIONS)[spec.id]
        self.remove.setEnabled(not keys.isEmpty())
        self.reset.setEnabled(keys != QKeySequence(spec.shortcut))
        self._tell(
            tr("Double click or press Enter to give {action} other keys.", action=_name(spec))
        )

    def _tell(self, text: str, *, alarm: bool = False) -> None:
        self.told.setText(text)
        palette = self.told.palette()
        colours = theme.current()
        role = palette.ColorRole.WindowText
        palette.setColor(role, QColor(colours.error if alarm else colours.muted))
        self.told.setPalette(palette)

    # --- recording -------------------------------------------------------------------------------

    def record(self) -> None:
        """Take the next keys for the current action."""
        if (spec := self._spec) is None:
            return
        self._show_current()
        self._wanted = QKeySequence()
        self.recorder.clear()
        self.recorder.show()
        self.change.hide()
        self.recorder.setFocus()
        self._tell(
            tr("Press the keys for {action}, or Esc to leave it as it is.", action=_name(spec))
        )

    def _recorded(self, keys: QKeySequence) -> None:
        spec, shown = self._spec, keys.toString(_NATIVE)
        if spec is None:
            return
        self.take_over.hide()
        if why := refusal(keys):
            self.recorder.clear()
            self._tell(why, alarm=True)
            return
        owner = owner_of(keys, ACTIONS)
        if owner is None or owner is spec:
            self._set(keys)
            return
        self._wanted = keys
        self._tell(
            tr(
                "{keys} is {owner}. It would have no shortcut then.", keys=shown, owner=_name(owner)
            ),
            alarm=True,
        )
        self.take_over.show()
        self.take_over.setFocus()

    def _take_over(self) -> None:
        self._set(self._wanted)

    def _set(self, keys: QKeySequence) -> None:
        """Give the current action these keys, and take them from another that has them."""
        spec = self._spec
        if spec is None:
            return
        owner = owner_of(keys, ACTIONS)
        if owner is not None and owner is not spec:
            set_keys(owner, QKeySequence())
        set_keys(spec, keys)
        self._changed()

    def _reset(self) -> None:
        """The usual keys again; where another has them now, it is asked first."""
        if (spec := self._spec) is not None:
            self._recorded(QKeySequence(spec.shortcut)) if spec.shortcut else self._set(
                QKeySequence()
            )

    def _reset_all(self) -> None:
        settings.set_shortcuts({})
        self._changed()

    def _changed(self) -> None:
        rebind(self._actions)
        self._show_keys()

    def _settle(self) -> None:
        """Nothing is being recorded any more."""
        self._show_current()
        self.tree.setFocus()

    def _rest(self) -> None:
        self.recorder.hide()
        self.take_over.hide()
        self.change.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter records; arrows in the search walk through the table."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in _ENTER:
            self.record()
            return True
        if watched is self.search and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.tree.keyPressEvent(event)
            return True
        return False


def _name(spec: ActionSpec) -> str:
    return plain(tr(spec.text))
