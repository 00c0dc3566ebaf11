"""The command that has a network written as a file for other programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from app.analysis.outputs import exits, is_auxiliary
from app.analysis.report import Report
from app.codegen.source import Source
from app.training.messages import Export, ExportFormat, Initial
from nodes.network.document import Document, dumps

FORMATS: Mapping[str, ExportFormat] = {
    ".onnx": "onnx",
    ".pt2": "pt2",
    ".safetensors": "safetensors",
}


def export_request(
    document: Document,
    report: Report,
    source: Source,
    path: Path,
    seed: int = 0,
    weights: Initial | None = None,
) -> Export:
    """To write a network that has no problems to a path, in the format of its suffix.

    A file of weights carries the document, without the name of the file that it began with.

    Raises:
        KeyError: the suffix is not among FORMATS.
    """
    network = document.network
    return Export(
        format=FORMATS[path.suffix.lower()],
        path=str(path.absolute()),
        source=source.text,
        class_name=source.class_name,
        inputs=tuple(n.name for n in network.graph.of_kind("Input")),
        input_shapes=report.inputs,
        outputs=tuple(n.name for n in exits(network.graph) if not is_auxiliary(n)),
        seed=seed,
        weights=weights,
        document=dumps(replace(document, weights=None)),
    )
