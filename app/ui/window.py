"""The main window: the one place where editor, views and actions are put together."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from app.training.messages import Advance
from app.ui import actions, arrangement, next_run, scale, settings
from app.ui.canvas import CanvasView
from app.ui.clipboard import Clipboard
from app.ui.code import CodeView
from app.ui.custom import CustomLayers
from app.ui.docks import Docks
from app.ui.documents import Documents
from app.ui.drawing import Drawing
from app.ui.editor import Editor
from app.ui.exports import Exports
from app.ui.growth.desk import Growing
from app.ui.heatmap import HeatMenu
from app.ui.hints import Hints
from app.ui.inspector import Inspector
from app.ui.language import retold, tr
from app.ui.layouts import Layouts
from app.ui.live.menu import LiveMenu
from app.ui.live.replay import Replay
from app.ui.live.showing import LiveCanvas
from app.ui.palette import Palette
from app.ui.palette.keeping import Keeping
from app.ui.problems import NodeMenu, ProblemsView
from app.ui.queue.outliving import Outliving
from app.ui.receiving import Receiver
from app.ui.recovery.notice import NoticeBar
from app.ui.runs import Runs
from app.ui.speaking import Speaking
from app.ui.start import StartPage
from app.ui.start.menu import RecentMenu
from app.ui.start.thumbnails import Pictures
from app.ui.status import StatusBar
from app.ui.steps import StepsView
from app.ui.summary import SummaryView
from app.ui.tabs import Tab, Workspace, session
from app.ui.tabs import menu as tab_menu
from app.ui.training import fitting, showing
from app.ui.training.joining import join
from app.ui.training.pages import Pages
from app.ui.training.panel import TrainingPanel
from app.ui.transfer import TransferMenu
from app.ui.weights import WeightsMenu

_LEAST = 900  # px that the start page needs


class MainWindow(Speaking):
    """Editor, canvas and docks. `ready` follows the first painted frame and the plots after it."""

    ready = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("skipwire")
        self.resize(1280, 800)
        self.setMinimumWidth(_LEAST)
        self.editor: Editor = Editor(self)
        self.tabs: Workspace = Workspace(self.editor)
        self.clipboard: Clipboard = Clipboard(self)
        self.drawing: Drawing = Drawing(self)
        self.runs: Runs = Runs(self.editor, self.tabs.canvas_of, self)
        self.replay: Replay = Replay(self.runs, self.editor)
        self.live = LiveCanvas(self.runs, self.tabs.canvas_of, self.replay)
        self.growing: Growing = Growing(self)
        self.notice = NoticeBar()
        self.documents: Documents = Documents(self)
        self.outliving: Outliving = Outliving(self)
        self._pictures = Pictures(self.editor, self)
        self.exports: Exports = Exports(self)
        self.custom: CustomLayers = CustomLayers(self)
        self.weights: WeightsMenu = WeightsMenu(self)
        self.transfer: TransferMenu = TransferMenu(self)
        self.keeping: Keeping = Keeping(self)
        self.receiver = Receiver(self)
        self.actions_by_id = actions.make_actions(self)
        self._seen = False
        self._build_centre()
        self._build_docks()
        self._build_bars()
        self._connect()
        actions.tint(self.actions_by_id)
        self.show_start()

    # --- putting together ------------------------------------------------------------------------

    def _build_centre(self) -> None:
        self.start = StartPage(settings.recent, settings.pinned)
        # Or its width would be taken from the docks while the drawing shows.
        self.start.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        drawing = QWidget()
        box = QVBoxLayout(drawing)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.notice)
        box.addWidget(self.custom.bar)
        box.addWidget(self.growing.bar)
        box.addWidget(self.tabs)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.start)
        self._pages.addWidget(drawing)
        self.setCentralWidget(self._pages)

    def _build_docks(self) -> None:
        self.palette_view = Palette(self.editor)
        self.inspector = Inspector(self.editor, lambda: self.canvas.layer.look.marks)
        self.problems: ProblemsView = ProblemsView(self.editor)
        for tab in self.tabs.tabs:
            self._give_menu(tab)
        self.code = CodeView(self.editor)
        self.summary = SummaryView(self.editor)
        self.training = TrainingPanel(self.editor, self.actions_by_id)
        join(self)
        self._training = QSplitter(Qt.Orientation.Horizontal)
        self._training.addWidget(self.training)
        self.pages: Pages = Pages(self)
        held = (
            ("palette", "Palette", self.palette_view),
            ("inspector", "Inspector", self.inspector),
            ("problems", "Problems", self.problems),
            ("code", "Code", self.code),
            ("summary", "Summary", self.summary),
            ("training", "Training", self._training),
            ("steps", "History", StepsView(self.editor)),
        )
        self.docks: Docks = Docks(self, self.pages.among(held), lambda: self.canvas.setFocus())

    def _give_menu(self, tab: Tab) -> None:
        """What a node of its canvas can be asked for."""
        tab.node_menu = NodeMenu(tab.canvas, self.problems)

    def _build_bars(self) -> None:
        self.menus = actions.fill_menus(self.menuBar(), self.actions_by_id)
        self.menus["Network"].addMenu(self.problems.rules.menu)
        self.layouts: Layouts = Layouts(self)
        self.menus["View"].insertMenu(self.actions_by_id["view.reset"], self.layouts)
        self.recent_menu = RecentMenu(self.documents.open_path, self)
        self.menus["File"].insertMenu(self.actions_by_id["file.start"], self.recent_menu)
        self.heat_menu: HeatMenu = HeatMenu(self.tabs, self)
        self.menus["View"].insertMenu(self.actions_by_id["view.palette"], self.heat_menu)
        self.live_menu: LiveMenu = LiveMenu(self.live, self)
        self.live_menu.told.connect(self.tell)
        self.menus["View"].insertMenu(self.actions_by_id["view.palette"], self.live_menu)
        bar = QToolBar(tr("Toolbar"))
        bar.setObjectName("toolbar")
        scale.follow(bar, lambda: bar.setIconSize(QSize(scale.px(20), scale.px(20))))
        bar.setMovable(False)
        actions.fill_toolbar(bar, self.actions_by_id)
        self.addToolBar(bar)
        self.status = StatusBar(self.editor)
        self.setStatusBar(self.status)
        self.weights.tell_in(self.status)
        self.hints: Hints = Hints(self)

    def _connect(self) -> None:
        e = self.editor
        for signal in (e.changed, e.selection_changed, e.place_changed, e.path_changed):
            signal.connect(self._refresh)
        for chosen in (self.tabs.wires_selected, self.preferred):
            chosen.connect(self._refresh)
        self.tabs.wires_selected.connect(self.inspector.follow_marks)
        self.tabs.visible_changed.connect(self.runs.looked)
        self.tabs.added.connect(self._give_menu)
        self.tabs.closed.connect(self.runs.forget)
        self.tabs.closed.connect(self.replay.forget)
        self.tabs.close_requested.connect(self.documents.close)
        self.tabs.new_requested.connect(self.documents.new)
        self.tabs.menu_requested.connect(lambda tab, at: tab_menu.show(self, tab, at))
        self.tabs.activated.connect(lambda: self.canvas.setFocus())
        self.replay.moved.connect(lambda: actions.refresh(self, self.actions_by_id))
        self.training.notice.asked.connect(lambda: self.training.notice.mend(self.offer))
        showing.follow(self)
        e.edit_requested.connect(self.edit_selected)
        self.documents.follow(self.start)
        self.start.back_requested.connect(self.show_canvas)
        self.palette_view.add_requested.connect(self._add)
        self.palette_view.tree.menu_requested.connect(self.keeping.show_menu)
        self.keeping.folder.changed.connect(self.palette_view.show_library)
        self.code.save_requested.connect(self.documents.export_code)
        self.status.problems_clicked.connect(lambda: self.front("problems"))
        self.problems.count_changed.connect(self._name_problems)
        for revealed in (self.problems.revealed, self.code.revealed):
            revealed.connect(lambda name: self.canvas.show_node(name))
        self.summary.told.connect(self.tell)
        self._name_problems(len(e.report.problems))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self._after_first_frame)

    def _after_first_frame(self) -> None:
        """What takes long and is not seen at first, so that the window is there at once."""
        import networkx  # noqa: F401 - or the first cycle that is drawn would have to wait for it

        self.palette_view.fill()
        self.keeping.folder.look()
        from app.ui.plots.curves import CurvesView
        from app.ui.plots.maps import FeatureMapsView

        self.curves = CurvesView()
        self.runs.changed.connect(lambda: self.curves.show_history(self.runs.history))
        self.curves.named.connect(lambda high: self.docks.have_room("training", high))
        held = QScrollArea(widgetResizable=True)  # in large type there is no room for all of it
        held.setFrameShape(QScrollArea.Shape.NoFrame)
        held.setWidget(self.curves)
        self._training.addWidget(held)
        self._training.setStretchFactor(1, 1)
        self._training.setSizes([430, 850])
        self.training.watched.connect(held.setVisible)
        held.setVisible(self.training.watching)
        maps = self.pages["maps"].page
        assert isinstance(maps, FeatureMapsView)
        self.maps = maps
        self.runs.trainer.prepare()
        self.ready.emit()

    # --- what is shown ---------------------------------------------------------------------------

    @property
    def shows_canvas(self) -> bool:
        return self._pages.currentIndex() == 1

    @property
    def canvas(self) -> CanvasView:
        """That of the active tab: another one whenever another is activated."""
        return self.tabs.canvas

    @property
    def title(self) -> str:
        return self.editor.sheet.title

    def show_start(self) -> None:
        """Presets and recent files, without the docks: they are about a drawing."""
        drawn = self.editor.modified or bool(self.editor.network.graph.nodes)
        self.start.refresh(self.title if drawn else "")
        self.docks.put_away()
        self._show_page(0)

    def show_gallery(self) -> None:
        """The start page, with the search for a preset under the keyboard."""
        self.show_start()
        self.start.gallery.focus_search()

    def show_canvas(self) -> None:
        self.docks.bring_back()
        self._show_page(1)
        self.canvas.setFocus()

    def _show_page(self, index: int) -> None:
        self._pages.setCurrentIndex(index)
        self.status.show_document(self.shows_canvas)
        self._refresh()

    def show_dock(self, name: str) -> None:
        """Bring a dock to the front and the keys into it; one that has them is put away."""
        if self.docks.has_keys(name):
            self.docks[name].hide()
            self.canvas.setFocus()
        else:
            self.front(name)
            self.docks.enter(name)

    def front(self, name: str) -> None:
        """Bring a dock to the front, where one draws."""
        if self.shows_canvas:
            self.docks.front(name)

    def restore_layout(self) -> None:
        """Docks and window as they were when the application was last closed."""
        self.docks.bring_back()
        if arrangement.restore_layout(self):
            self.docks.stay()
        if not self.shows_canvas:
            self.show_start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if hasattr(self, "status"):
            if event.type() == QEvent.Type.PaletteChange:
                actions.tint(self.actions_by_id)
            elif event.type() == QEvent.Type.LanguageChange:
                self._say_again()

    def _say_again(self) -> None:
        """What is made of data, in the language in force now."""
        for action in self.actions_by_id.values():
            action.setToolTip(actions.tip(action))
        self.editor.look_again()
        self._refresh()
        showing.show(self)
        self._name_problems(self.problems.count)

    def _refresh(self) -> None:
        self.setWindowTitle(f"{self.title}[*] — Skipwire" if self.shows_canvas else "Skipwire")
        self.setWindowModified(self.editor.modified and self.shows_canvas)
        undo, redo = self.editor.undo_label, self.editor.redo_label
        self.actions_by_id["edit.undo"].setText(
            tr("&Undo {what}", what=retold(undo)) if undo else tr("&Undo")
        )
        self.actions_by_id["edit.redo"].setText(
            tr("&Redo {what}", what=retold(redo)) if redo else tr("&Redo")
        )
        self.refresh_actions()

    def refresh_actions(self) -> None:
        """Which of them can be done, and what training goes on with."""
        actions.refresh(self, self.actions_by_id)
        self.actions_by_id["run.train"].setToolTip(next_run.tip(self))

    def _name_problems(self, number: int) -> None:
        self.docks["problems"].setWindowTitle(
            tr("Problems ({number})", number=number) if number else tr("Problems")
        )

    # --- actions ---------------------------------------------------------------------------------

    def _add(self, kind: str) -> None:
        if not self.shows_canvas:
            self.documents.new()
        if self.shows_canvas:
            self.canvas.add_node(kind)

    def find_layer(self) -> None:
        self.front("palette")
        self.palette_view.focus_search()

    def rename(self) -> None:
        self.front("inspector")
        self.inspector.focus_name()

    def edit_selected(self) -> None:
        self.front("inspector")
        self.inspector.focus_first()

    def train(self) -> None:
        self.training.commit()  # a number that is still being typed counts
        if not self.docks.in_front("maps"):  # one of the two places to watch a run
            self.front("training")
        if self.runs.paused or fitting.settle(self.editor, self.offer):
            self.runs.train()

    def advance(self, *, epoch: bool = False) -> None:
        """Learn from one batch, or to the end of the epoch, and pause; a run begins for it."""
        if not self.runs.active:
            self.train()
        if self.runs.active:  # and was neither refused nor called off
            self.runs.trainer.send(Advance(epoch=epoch))

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.documents.may_leave():
            event.ignore()
            return
        session.keep(self)
        self.docks.bring_back()
        arrangement.save_layout(self)
        self.custom.close()
        self.weights.close()
        self.outliving.carry_out()
        event.accept()
