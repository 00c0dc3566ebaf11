"""What of a run is turned while it goes on, put in force between two steps."""

from __future__ import annotations

from torch import nn

from app.training.controls import ChangeError, changed
from app.training.messages import Change, Start
from app.worker.parts import Feed, Learner
from nodes.learning import Learning

_SHARES = "p", "dropout"  # what torch's modules call the share that they drop


class Knobs:
    """The settings of a run as they are now."""

    def __init__(self, start: Start, learner: Learner, feed: Feed) -> None:
        self.recipe = start.recipe
        self._learning = start.learning
        self._learner = learner
        self._feed = feed

    def check(self, change: Change) -> None:
        """Raises ChangeError: the run cannot go on like that."""
        changed(self.recipe, change)
        for path, _ in change.dropouts:
            self._dropping(path)
        if change.learning is not None:
            self._check_learning(change.learning)

    def turn(self, change: Change) -> None:
        """Puts a change in force; doing so twice is as doing it once."""
        self.recipe = changed(self.recipe, change)
        if change.learning is not None:
            self._learning = change.learning
        self._learner.change(self.recipe, self._learning)
        self._feed.change(self.recipe)
        for path, share in change.dropouts:
            module, name = self._dropping(path)
            setattr(module, name, share)

    def _dropping(self, path: str) -> tuple[nn.Module, str]:
        """The module at a path, and what it calls its share."""
        modules = dict(self._learner.raw.named_modules())
        module = modules.get(path)
        for name in _SHARES:
            if isinstance(getattr(module, name, None), float | int):
                assert module is not None
                return module, name
        raise ChangeError(f"“{path}” drops nothing in this run, so that its share cannot change.")

    def _check_learning(self, learning: Learning) -> None:
        network = self._learner.raw
        modules = {name for name, _ in network.named_modules()}
        parameters = {name for name, _ in network.named_parameters()}
        for path in (*learning.frozen, *learning.still):
            if path not in modules | parameters:
                raise ChangeError(f"There is no “{path}” in this run that could be frozen.")
        frozen = tuple(f"{path}." for path in learning.frozen)
        if all(f"{name}.".startswith(frozen) for name in parameters):
            raise ChangeError("With all of it frozen nothing would learn; leave some of it free.")
