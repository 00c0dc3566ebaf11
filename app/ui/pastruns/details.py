"""What is told of the chosen runs: their curves in one plot, and what tells them apart."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedLayout, QTabWidget, QTextBrowser, QWidget

from app.runs.compare import Differences, differences, differing
from app.runs.overview import Overview
from app.training.recipe import Recipe
from app.ui.formats import count, number
from app.ui.gallery.html import table
from app.ui.language import tr
from app.ui.pastruns.columns import begun
from app.ui.pastruns.overlay import MOST, Overlay
from app.ui.training.fields import LABELS
from nodes.errors import SkipwireError


class Details(QWidget):
    """Of one run its curves and its recipe; of several what is the same in none of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.overlay = Overlay()
        self.recipes = _page("Recipes of the chosen runs")
        self.networks = _page("Networks of the chosen runs")
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for page, title in (
            (self.overlay, "Curves"),
            (self.recipes, "Recipe"),
            (self.networks, "Networks compared"),
        ):
            self.tabs.addTab(page, tr(title))
        self._nothing = QLabel(tr("Choose a run to see how it went; several to compare them."))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self.tabs)

    def show_runs(self, runs: Sequence[Overview]) -> None:
        self._stack.setCurrentIndex(1 if runs else 0)
        names = called(runs)
        self.overlay.show_runs([
            (name, run.folder.history())
            for name, run in zip(names[:MOST], runs[:MOST], strict=True)
        ])  # fmt: skip
        self.recipes.setHtml(_recipes(names, runs))
        self.networks.setHtml(_networks(names, runs))


def called(runs: Sequence[Overview]) -> list[str]:
    """Names that tell the runs apart: with when they began where several are called the same."""
    names = [run.name for run in runs]
    closer: tuple[Callable[[Overview], str], ...] = (
        begun, lambda run: begun(run, seconds=True), lambda run: run.id
    )  # fmt: skip
    for told in closer:
        names = [
            f"{run.name} · {told(run)}" if names.count(name) > 1 else name
            for name, run in zip(names, runs, strict=True)
        ]
    return names


def _recipes(names: Sequence[str], runs: Sequence[Overview]) -> str:
    known = [(n, r.record.recipe) for n, r in zip(names, runs, strict=True) if r.record is not None]
    if not known:
        return _line("The recipe cannot be read.")
    recipes = [recipe for _, recipe in known]
    if len(recipes) == 1:
        fields = differing([Recipe(), recipes[0]])
        heads = [tr("usual"), known[0][0]]
        lead = _line("What is not as usual in its recipe.") if fields else ""
        same = _line("Everything in its recipe is as usual.")
    else:
        fields, heads = differing(recipes), [name for name, _ in known]
        lead, same = "", _line("The recipes are the same.")
    rows = ((_label(name), *map(_said, values)) for name, values in fields.items())
    cells = (tuple(map(html.escape, row)) for row in rows)
    return lead + table(["", *heads], cells, "l" * (1 + len(heads))) if fields else same


def _networks(names: Sequence[str], runs: Sequence[Overview]) -> str:
    """Each of the others against the first."""
    if len(runs) < 2:
        return _line("Choose several runs to see how their networks differ.")
    drawn = []
    for name, run in zip(names, runs, strict=True):
        try:
            drawn.append((name, run.folder.document().network))
        except SkipwireError as error:
            return _line(tr(str(error)))
    (first, network), *others = drawn
    parts = []
    for name, other in others:
        title = tr("{new} against {old}", new=name, old=first)
        found = differences(network, other)
        parts.append(_difference(title, found))
    return "".join(parts)


def _difference(title: str, found: Differences) -> str:
    head = f"<p><b>{html.escape(title)}</b></p>"
    if not found:
        return head + _line("The networks are the same.")
    cells = (tuple(map(html.escape, row)) for row in found.rows(tr))
    return head + table([], cells, "lll")


def _label(name: str) -> str:
    """As the form calls a field of the recipe."""
    return tr(LABELS[name][0]) if name in LABELS else tr(name)


def _said(value: Any) -> str:
    match value:
        case bool():
            return tr("yes") if value else tr("no")
        case float():
            return number(value)
        case int():
            return count(value)
        case tuple():
            return ", ".join(map(_said, value)) or "–"
    return tr(str(value))


def _line(text: str) -> str:
    return f"<p>{html.escape(tr(text))}</p>"


def _page(name: str) -> QTextBrowser:
    page = QTextBrowser()
    page.setAccessibleName(tr(name))
    page.setFrameShape(QTextBrowser.Shape.NoFrame)
    return page
