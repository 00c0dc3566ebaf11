"""By what images are normalised, chosen at the figures of the data."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from msgspec.structs import replace
from PySide6.QtWidgets import QMenu, QWidget

from app.training.recipe import Recipe
from app.ui.editor import Editor
from app.ui.language import tr
from app.ui.menus import MenuButton

# Of the training images, of values from 0 to 1, as torchvision's published weights are trained by.
IMAGENET = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
_USUAL = Recipe()
_PLACES = 4  # of figures that are kept in the recipe


class NormaliseButton(MenuButton):
    """By the data of each run, by the figures that are shown, or by those of ImageNet."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.setText(tr("Normalise By"))
        self.setAccessibleName(tr("Normalise by"))
        self.setToolTip(tr("The means and deviations that images are normalised by"))
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        self.data = menu.addAction(tr("The Data of Each Run"), partial(self._take, None))
        self.data.setToolTip(tr("As the images are that are learned from, whatever they are"))
        self.these = menu.addAction(tr("These Figures, for Other Data Too"))
        self.these.setToolTip(tr("They are kept in the recipe as given"))
        self.imagenet = menu.addAction(tr("The Figures of ImageNet"), partial(self._take, IMAGENET))
        self.imagenet.setToolTip(tr("What most published weights were trained by"))
        for action in (self.data, self.these, self.imagenet):
            action.setCheckable(True)
        self._found: tuple[tuple[float, ...], tuple[float, ...]] = (), ()
        self.these.triggered.connect(lambda: self._take(self._found))
        menu.aboutToShow.connect(self._mark)
        self.setMenu(menu)
        self.hide()

    def show_figures(self, means: Sequence[float], deviations: Sequence[float]) -> None:
        """Those of the channels that the network takes, or none."""
        least = 10.0**-_PLACES  # a deviation may not be 0
        self._found = (
            tuple(round(mean, _PLACES) for mean in means),
            tuple(max(round(deviation, _PLACES), least) for deviation in deviations),
        )
        self.setVisible(bool(means))
        self.imagenet.setEnabled(len(means) == len(IMAGENET[0]))
        self._mark()

    def _mark(self) -> None:
        """What is in force."""
        recipe = self._editor.recipe
        given = (recipe.mean, recipe.deviation) if recipe.normalise == "given" else None
        self.data.setChecked(recipe.normalise == "data")
        self.these.setChecked(given == self._found)
        self.imagenet.setChecked(given == IMAGENET)

    def _take(self, given: tuple[tuple[float, ...], tuple[float, ...]] | None) -> None:
        mean, deviation = given or (_USUAL.mean, _USUAL.deviation)
        self._editor.set_recipe(
            replace(
                self._editor.recipe,
                normalise=_USUAL.normalise if given is None else "given",
                mean=mean,
                deviation=deviation,
            )
        )
