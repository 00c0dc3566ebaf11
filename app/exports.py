"""What a network can be written as, by the suffix of the file; without a window."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec.structs import asdict

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
from nodes.network.document import Document

TEXTS: Mapping[str, Callable[[Network, Report], str]] = {
    ".py": lambda network, report: generate(network, report).text,
    ".md": lambda network, report: markdown(by_node(network, report)),
    ".csv": lambda network, report: as_csv(by_node(network, report)),
    ".tex": lambda network, report: latex(by_node(network, report)),
}
PICTURES = (".svg", ".png", ".pdf")


class ExportError(SkipwireError):
    """A network cannot be written to a file."""


def export(
    document: Document, report: Report, path: Path, seed: int = 0, *, force: bool = False
) -> str:
    """Write a network that has no problems; gives a sentence on what was written.

    What holds weights has those of the document, and untrained ones of this seed where it has none.

    Raises:
        SkipwireError: the suffix is unknown, the file cannot be written, or it holds another text
            and that is not to be forced; says why.
    """
    suffix = path.suffix.lower()
    if suffix in TEXTS:
        return write_texts({path: TEXTS[suffix](document.network, report)}, force=force)
    for suffixes, write in _WRITERS.items():
        if suffix in suffixes:
            return write(document, report, path, seed)
    known = ", ".join((*TEXTS, *(s for suffixes in _WRITERS for s in suffixes)))
    raise ExportError(f"“{path}” has no suffix that says what to write; it may be {known}.")


def script_files(
    document: Document, report: Report, source: Source, recipe: Recipe, folder: Path
) -> dict[Path, str]:
    """The texts of the module and its training script, side by side in a folder; writes nothing.

    The script begins with the weights of the document, from where their file lies.

    Raises:
        SkipwireError: there is no script for this network.
    """
    script = generate_script(document.network, report, source, asdict(recipe), document.weights)
    return {folder / f"{module_name(source)}.py": source.text, folder / SCRIPT_NAME: script}


def write_script(files: Mapping[Path, str], *, force: bool = False) -> str:
    """Write the module and its script, into a folder that is made where it lacks.

    Raises:
        SkipwireError: as `write_texts`, or the folder cannot be made.
    """
    for folder in {path.parent for path in files}:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ExportError(f"“{folder}” cannot be made: {error.strerror}.") from None
    return write_texts(files, force=force)


def write_texts(files: Mapping[Path, str], *, force: bool = False) -> str:
    """Write texts, none where one is refused; gives a sentence on what was written.

    Raises:
        SkipwireError: one would replace another text unforced, or cannot be written.
    """
    if (lost := overwritten(files)) and not force:
        raise ExportError(
            f"{' and '.join(f'“{path}”' for path in lost)} {'hold' if lost[1:] else 'holds'} "
            "another text, perhaps edited by hand. Choose another place, or add --force to "
            "replace it."
        )
    for path, text in files.items():
        write_text(path, text)
    return f"Wrote {' and '.join(map(str, files))}."


def overwritten(files: Mapping[Path, str]) -> list[Path]:
    """The files that are there and hold another text than the one to be written."""
    return [path for path, text in files.items() if path.is_file() and not _holds(path, text)]


def _holds(path: Path, text: str) -> bool:
    try:
        return path.read_bytes() == text.encode()
    except OSError:
        return False


def _picture(document: Document, report: Report, path: Path, seed: int) -> str:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # nothing is shown
    from app.ui.application import make_application
    from app.ui.canvas.diagram import Diagram

    Diagram(document.network, report, make_application().font()).save(path)
    return f"Wrote {path}."


def _for_other_programs(document: Document, report: Report, path: Path, seed: int) -> str:
    from app.weights.attached import brought

    weights = brought(document, report)
    source = generate(document.network, report)
    with Session() as session:
        session.send(export_request(document, report, source, path, seed, weights))
        for event, _ in session.events():
            if isinstance(event, Exported):
                return event.sentence
            if isinstance(event, ExportFailed | Failed):
                raise ExportError(event.reason)
    raise ExportError(f"“{path}” was not written: the process that writes it has ended.")


_WRITERS: Mapping[tuple[str, ...], Callable[[Document, Report, Path, int], str]] = {
    tuple(FORMATS): _for_other_programs,
    PICTURES: _picture,
}
