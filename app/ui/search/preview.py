"""What stands beside the rows of the search: help, ports and parameters of the one in hand."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QTextBrowser, QVBoxLayout, QWidget

from app.analysis import analyse
from app.gallery import Figure, facts
from app.gallery.figure import draw
from app.ui import theme
from app.ui.gallery.figure import FigureView
from app.ui.inspector.values import text
from app.ui.language import tr
from app.ui.layerhelp import PictureView
from app.ui.search.fitting import alone
from app.ui.search.offers import Definition, Found, defined_in, definition
from nodes.network import Network
from nodes.spec import LayerSpec, Param, Shape
from presets import Preset

_ENTERING: tuple[Shape, ...] = ((64, 28, 28), (64, 64))  # what a block's figure is drawn for
_MOST = 14  # parameters that are listed


class Preview(QWidget):
    """Shows one row at a time; nothing is worked out before it is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Found, Network] | None = None
        self.figure = FigureView()
        self.figure.setFixedHeight(76)
        self.picture = PictureView()
        self.says = QTextBrowser()
        self.says.setFrameShape(QFrame.Shape.NoFrame)
        self.says.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.says.setOpenLinks(False)
        self.says.viewport().setAutoFillBackground(False)
        self.says.setAccessibleName(tr("About what is chosen"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.figure)
        column.addWidget(self.picture)
        column.addWidget(self.says, 1)

    def show_found(self, found: Found | None, network: Network) -> None:
        self._shown = None if found is None else (found, network)
        figure = None
        self.says.clear()
        if found is not None:
            behind = definition(network, found.entry)
            figure = _figure(found, behind, network)
            self.says.setHtml(_told(found, behind))
            if isinstance(behind, LayerSpec):
                self.picture.show_layer(behind, found.typed.args, ())
        self.picture.setVisible(found is not None and isinstance(behind, LayerSpec))
        self.figure.setVisible(figure is not None)
        if found is not None and figure is not None:
            self.figure.show_figure(figure, found.entry.title)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._shown is not None:
            self.show_found(*self._shown)


def _figure(found: Found, behind: Definition, network: Network) -> Figure | None:
    """Of a published network as in the gallery, of a block with maps that enter it."""
    if isinstance(behind, Preset):
        return facts(behind).figure
    if isinstance(behind, LayerSpec):
        return None
    network, kind = defined_in(network, found.entry)
    reports = (analyse(alone(network, kind, shape)) for shape in _ENTERING)
    return next((draw(report) for report in reports if report.ok), None)


def _told(found: Found, behind: Definition) -> str:
    """The page in HTML."""
    entry, typed = found.entry, found.typed
    parts = [f"<h3 style='margin:0'>{escape(entry.title)}</h3>", _paragraph(tr(entry.summary))]
    error = theme.current().error
    for problem in typed.problems:
        parts.append(f"<p style='color:{error}'>{escape(tr(problem))}</p>")
    if typed.repeat > 1:
        parts.append(_paragraph(tr("Repeats {number} times.", number=typed.repeat)))
    if isinstance(behind, Preset):
        parts.append(_paragraph(f"{behind.authors}: {behind.paper} ({behind.year})."))
        parts.append(_paragraph(_figures(behind)))
        params = behind.parameters
    elif isinstance(behind, LayerSpec):
        params = behind.params
        parts.append(_ports([p.name for p in behind.inputs], behind.output_names({})))
    else:
        params = behind.parameters
        parts.append(_ports([p.name for p in behind.inputs], behind.outputs))
    parts.append(_table(params, found))
    if isinstance(behind, LayerSpec):
        parts += [_paragraph(tr(part)) for part in behind.help.split("\n\n")]
    return "".join(parts)


def _figures(preset: Preset) -> str:
    known = facts(preset)
    return tr(
        "{millions:.3g} million parameters, {layers} layers deep.",
        millions=known.parameters / 1e6,
        layers=known.depth,
    )


def _ports(inputs: list[str], outputs: tuple[str, ...]) -> str:
    muted = theme.current().muted
    arrow = f"<span style='color:{muted}'> → </span>"
    into = ", ".join(map(escape, inputs)) or tr("nothing")
    out = ", ".join(map(escape, outputs)) or tr("nothing")
    return f"<p>{into}{arrow}{out}</p>"


def _table(params: tuple[Param, ...], found: Found) -> str:
    """Parameters with what they will have: what was typed in bold, else the default."""
    if not params:
        return ""
    colours = theme.current()
    typed = found.typed.args
    shown = sorted(params, key=lambda p: p.name not in typed)[:_MOST]
    rows = []
    for param in shown:
        unit = f" {tr(param.unit)}" if param.unit else ""
        if param.name in typed:
            value = f"<b style='color:{colours.accent}'>{escape(text(typed[param.name]))}{unit}</b>"
        else:
            default = text(param.default) + unit if param.default is not None else "–"
            value = f"<span style='color:{colours.muted}'>{escape(default)}</span>"
        rows.append(f"<tr><td>{escape(param.name)}&nbsp;&nbsp;</td><td>{value}</td></tr>")
    return f"<table cellspacing='0' cellpadding='1'>{''.join(rows)}</table>"


def _paragraph(told: str) -> str:
    return f"<p>{escape(told)}</p>" if told else ""
