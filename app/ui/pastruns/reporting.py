"""The report of a run with the network drawn in it, in the language of the window."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtGui import QFont

from app.analysis.analyse import analyse
from app.runs.folder import RunFolder
from app.runs.report import write_report
from app.ui.canvas.diagram import Diagram
from app.ui.language import tr
from nodes.errors import SkipwireError
from nodes.network import Network


def write_with_drawing(run: RunFolder, path: Path, font: QFont) -> None:
    """Raises FileError; a network that cannot be read is left out."""
    try:
        drawing = _drawn(run.document().network, font)
    except SkipwireError:
        drawing = ""
    write_report(run, path, drawing, tr)


def _drawn(network: Network, font: QFont) -> str:
    """The network as the text of an SVG element."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "network.svg"
        Diagram(network, analyse(network), font).save(file)
        text = file.read_text("utf-8")
    return text[text.index("<svg") :]
