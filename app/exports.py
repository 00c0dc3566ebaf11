"""What a network can be written as, by the suffix of the file; without a window."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from app.analysis.report import Report
from app.analysis.summary import as_csv, by_node, latex, markdown
from app.codegen import Source, generate
from app.codegen.script import SCRIPT_NAME, generate_script, module_name
from app.training.export import FORMATS, export_request
from app.training.messages import Exported, ExportFailed, Failed
from app.training.recipe import Recipe
from app.training.session import Session
from nodes.errors import SkipwireError
from nodes.files import write_text
from nodes.network import Network

TABLES = {".md": markdown, ".csv": as_csv, ".tex": latex}
PICTURES = (".svg", ".png", ".pdf")


class ExportError(SkipwireError):
    """A network cannot be written to a file."""


def export(network: Network, report: Report, path: Path, seed: int = 0) -> str:
    """Write a network that has no problems; gives a sentence on what was written.

    Raises:
        SkipwireError: the suffix is unknown, or the file cannot be written; says why.
    """
    suffix = path.suffix.lower()
    for suffixes, write in _WRITERS.items():
        if suffix in suffixes:
            return write(network, report, path, seed)
    known = ", ".join(s for suffixes in _WRITERS for s in suffixes)
    raise ExportError(f"“{path}” has no suffix that says what to write; it may be {known}.")


def write_table(network: Network, report: Report, path: Path) -> str:
    """The costs of every node, in the format of the suffix; raises FileError."""
    write_text(path, TABLES[path.suffix.lower()](by_node(network, report)))
    return f"Wrote {path}."


def write_script(
    network: Network, report: Report, source: Source, recipe: Recipe, folder: Path
) -> str:
    """The module and its training script, side by side in a folder.

    Raises:
        SkipwireError: there is no script for this network, or a file cannot be written.
    """
    script = generate_script(network, report, source, recipe.write())
    module = folder / f"{module_name(source)}.py"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(f"“{folder}” cannot be made: {error.strerror}.") from None
    write_text(module, source.text)
    write_text(folder / SCRIPT_NAME, script)
    return f"Wrote {module} and {folder / SCRIPT_NAME}."


def _module(network: Network, report: Report, path: Path, seed: int) -> str:
    write_text(path, generate(network, report).text)
    return f"Wrote {path}."


def _table(network: Network, report: Report, path: Path, seed: int) -> str:
    return write_table(network, report, path)


def _picture(network: Network, report: Report, path: Path, seed: int) -> str:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # nothing is shown
    from app.ui.application import make_application
    from app.ui.canvas.diagram import Diagram

    Diagram(network, report, make_application().font()).save(path)
    return f"Wrote {path}."


def _for_other_programs(network: Network, report: Report, path: Path, seed: int) -> str:
    with Session() as session:
        session.send(export_request(network, report, generate(network, report), path, seed))
        for event, _ in session.events():
            if isinstance(event, Exported):
                return event.sentence
            if isinstance(event, ExportFailed | Failed):
                raise ExportError(event.reason)
    raise ExportError(f"“{path}” was not written: the process that writes it has ended.")


_WRITERS: Mapping[tuple[str, ...], Callable[[Network, Report, Path, int], str]] = {
    (".py",): _module,
    tuple(FORMATS): _for_other_programs,
    PICTURES: _picture,
    tuple(TABLES): _table,
}
