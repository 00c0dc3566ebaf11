"""Asks how a network is to be used for other data, and shows what that comes to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.analysis import Report, analyse
from app.data.names import SYNTHETIC
from app.training.fit import fit
from app.training.misfit import classes_of, misfit
from app.training.recipe import Recipe
from app.transfer import Head, Learn, TransferError, find_heads, for_my_data
from app.ui import scale
from app.ui.editor import Editor
from app.ui.formats import count, size
from app.ui.inspector.form import note_label, tell
from app.ui.language import tr
from nodes.errors import SkipwireError
from nodes.network import Network

_WORDS = {
    Learn.HEAD: ("Only the new head", "Quick, and enough for data that is much alike"),
    Learn.STAGE: ("The last stage too", "From where the maps were made smaller last"),
    Learn.ALL: ("Everything", "For much data, or data that is rather different"),
}
_LARGEST = 1_000_000
_USUAL = 10  # classes, where no data says how many
_CHOOSE = "Choose the folder of your images here, or data afterwards in the Training panel."


@dataclass(frozen=True)
class _Made:
    """The network as it would be, or why there is none."""

    network: Network | None = None
    report: Report | None = None
    reason: str = ""


class TransferDialog(QDialog):
    """One edit of the network, made when the dialog is accepted."""

    def __init__(self, editor: Editor, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Use for My Data"))
        self.setMinimumWidth(scale.px(540))
        self._editor = editor
        self._folder: Path | None = None
        self._made = _Made()
        heads, reason = _heads(editor)
        self._about = QLabel(tr(_told(heads)))
        self._about.setWordWrap(True)
        self.doubt = note_label()
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(10)
        form.addRow(tr("Classes"), self._classes())
        form.addRow(tr("What learns"), self._what_learns())
        form.addRow(tr("Old layers learn at"), self._factor())
        self.still = QCheckBox(tr("keep the statistics of their normalisations, too"))
        self.still.setChecked(True)
        self.still.setToolTip(
            tr(
                "What is frozen computes with the means and variances that it has, and not with "
                "those of each batch: best where there is little data."
            )
        )
        form.addRow(tr("Frozen layers"), self.still)
        self.outcome, self.note = QLabel(), note_label()
        self.outcome.setWordWrap(True)
        self.weights = note_label()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.apply = self.buttons.addButton(
            tr("Use for My Data"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(self._about)
        self._about.setVisible(bool(heads))
        column.addWidget(self.doubt)
        column.addLayout(form)
        for part in (self.outcome, self.note, self.weights, self.buttons):
            column.addWidget(part)
        column.insertStretch(column.count() - 1, 1)
        self.still.toggled.connect(self._refresh)
        if reason:
            inputs = (self.classes, self.browse, *self.learn.values(), self.factor, self.still)
            for field in inputs:
                field.setEnabled(False)
            self.apply.setEnabled(False)
            self._refuse(reason)
            return
        self._tell_weights()
        self._refresh()

    # --- parts -----------------------------------------------------------------------------------

    def _classes(self) -> QWidget:
        self.classes = QSpinBox()
        self.classes.setRange(1, _LARGEST)
        self.classes.setGroupSeparatorShown(True)
        self.classes.setAccessibleName(tr("Number of classes"))
        known = classes_of(self._editor.recipe.data)
        self.classes.setValue(known or _USUAL)
        self.classes.valueChanged.connect(self._refresh)
        self.browse = QPushButton(tr("Of a Folder…"))
        self.browse.setToolTip(tr("Count the folders of images in a folder, and train on them"))
        self.browse.clicked.connect(self._browse)
        self.source = QLabel(tr("as in the data of the recipe" if known else ""))
        self.source.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        row = QHBoxLayout()
        row.addWidget(self.classes)
        row.addWidget(self.browse)
        row.addWidget(self.source, 1)
        return _holding(row)

    def _what_learns(self) -> QWidget:
        self.choice = QButtonGroup(self)
        self.learn: dict[Learn, QRadioButton] = {}
        column = QVBoxLayout()
        column.setSpacing(4)
        for number, (learn, (words, why)) in enumerate(_WORDS.items()):
            button = self.learn[learn] = QRadioButton(tr(words))
            button.setToolTip(tr(why))
            self.choice.addButton(button, number)
            column.addWidget(button)
        self.learn[Learn.HEAD].setChecked(True)
        self.choice.idToggled.connect(self._refresh)
        return _holding(column)

    def _factor(self) -> QWidget:
        self.factor = QDoubleSpinBox()
        self.factor.setDecimals(3)
        self.factor.setRange(0.001, 1)
        self.factor.setSingleStep(0.05)
        self.factor.setValue(0.1)
        self.factor.setPrefix("× ")
        self.factor.setAccessibleName(tr("Factor on the learning rate of what was there before"))
        self.factor.valueChanged.connect(self._refresh)
        words = QLabel(tr("the learning rate, so that what it knows is kept"))
        words.setWordWrap(True)
        words.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        row = QHBoxLayout()
        row.addWidget(self.factor)
        row.addWidget(words, 1)
        return _holding(row)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """As high as its texts need at this width, which Qt does not see to."""
        layout = self.layout()
        assert layout is not None
        self.resize(self.width(), max(self.height(), layout.totalHeightForWidth(self.width())))

    # --- what it comes to ------------------------------------------------------------------------

    @property
    def chosen(self) -> Learn:
        return next(learn for learn, button in self.learn.items() if button.isChecked())

    @property
    def _recipe(self) -> Recipe:
        """The recipe as it would be."""
        recipe = self._editor.recipe
        return recipe if self._folder is None else replace(recipe, data=str(self._folder))

    def _refresh(self) -> None:
        self.factor.setEnabled(self.chosen is not Learn.HEAD)
        self.still.setEnabled(self.chosen is not Learn.ALL)
        self._made = self._make()
        report = self._made.report
        self.apply.setEnabled(report is not None)
        if self._made.network is None or report is None:
            self._refuse(self._made.reason)
            return
        totals, recipe = report.totals, self._recipe
        doubt = _doubt(self._made.network, report, recipe)
        tell(self.doubt, doubt, QPalette.ColorRole.BrightText)
        step = fit(report.memory, recipe, {}).step.total
        before = fit(self._editor.report.memory, recipe, {}).step.total
        tell(self.note, "", QPalette.ColorRole.BrightText)
        self.outcome.setText(
            tr(
                f"<b>{count(totals.learning)}</b> of {count(totals.parameters)} parameters learn. "
                f"A training step at batch {count(recipe.batch_size)} needs <b>{size(step)}</b>, "
                f"where now it needs {size(before)}."
            )
        )

    def _make(self) -> _Made:
        try:
            network = for_my_data(
                self._editor.network,
                self.classes.value(),
                self.chosen,
                still=self.still.isChecked(),
                factor=self.factor.value(),
            )
        except SkipwireError as error:
            return _Made(reason=str(error))
        return _Made(network, analyse(network))

    def _refuse(self, reason: str) -> None:
        self.outcome.setText("")
        tell(self.note, reason, QPalette.ColorRole.BrightText)

    def _tell_weights(self) -> None:
        if (weights := self._editor.weights) is not None:
            text = f"It begins with the weights of {Path(weights.file).name}; the new head is new."
            tell(self.weights, text, QPalette.ColorRole.PlaceholderText)
        else:
            text = (
                "No weights are loaded, so that all of it would begin by chance. Load some first, "
                "or afterwards: Network › Load Weights, or Published Weights."
            )
            tell(self.weights, text, QPalette.ColorRole.BrightText)

    # --- what a person does ----------------------------------------------------------------------

    def _browse(self) -> None:
        path = QFileDialog.getExistingDirectory(self, tr("Folder with one folder for each class"))
        if path:
            self.use_folder(Path(path))

    def use_folder(self, folder: Path) -> None:
        """Take the number of classes from a folder, and train on it once this is accepted."""
        number = classes_of(str(folder))
        if number is None:
            self._refuse(f"“{folder.name}” holds no folder with PNG or JPEG images.")
            return
        self._folder = folder
        self.source.setText(tr(f"in “{folder.name}”, to train on"))
        self.classes.setValue(number)
        self._refresh()

    def _accept(self) -> None:
        network = self._made.network
        if network is None:
            return
        if self._folder is not None:
            self._editor.set_recipe(self._recipe)
        self._editor.apply("Use for my data", lambda _: network)
        self.accept()


def _heads(editor: Editor) -> tuple[tuple[Head, ...], str]:
    try:
        return find_heads(editor.network, editor.report), ""
    except TransferError as error:
        return (), str(error)


def _doubt(network: Network, report: Report, recipe: Recipe) -> str:
    """Why it could not be trained here, or not on a person's data, once it is prepared."""
    if (never := misfit(network, report, replace(recipe, data=SYNTHETIC))) is not None:
        return f"{never.reason} What you prepare here is for a program of your own."
    if recipe.data == SYNTHETIC:
        return f"The recipe trains on random patterns. {_CHOOSE}"
    if recipe.looks:
        return f"The recipe shows photographs, of which nothing is learned. {_CHOOSE}"
    found = misfit(network, report, recipe)
    return f"{found.reason} {_CHOOSE}" if found is not None else ""


def _told(heads: tuple[Head, ...]) -> str:
    if not heads:
        return ""
    number = count(heads[0].classes)
    if len(heads) == 1:
        return (
            f"{heads[0].path} tells {number} classes apart. A new one for your classes takes its "
            "place, and learns from the beginning."
        )
    *names, last = (head.path for head in heads)
    return (
        f"{', '.join(names)} and {last} tell {number} classes apart. New ones for your classes "
        "take their places, and learn from the beginning."
    )


def _holding(layout: QHBoxLayout | QVBoxLayout) -> QWidget:
    layout.setContentsMargins(0, 0, 0, 0)
    holder = QWidget()
    holder.setLayout(layout)
    return holder
