"""Writing what a plot shows: PNG and CSV, through a temporary file and a rename."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from app.ui.language import tr
from nodes.errors import SkipwireError
from nodes.files import write_file


def write_csv(path: Path, header: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    """Raises FileError where the file cannot be written; a former file then stays."""

    def write(temporary: Path) -> None:
        with temporary.open("w", newline="", encoding="utf-8") as stream:
            writer = csv.writer(stream, lineterminator="\n")
            writer.writerow(header)
            writer.writerows(rows)

    write_file(path, write)


def write_png(path: Path, image: QImage) -> None:
    """Raises FileError where the file cannot be written; a former file then stays."""

    def write(temporary: Path) -> None:
        if not image.save(str(temporary), "PNG"):  # type: ignore[call-overload]
            raise OSError("the picture could not be encoded or the disk is full")

    write_file(path, write)


def ask_and_export(
    parent: QWidget, stem: str, writers: Mapping[str, Callable[[Path], None]]
) -> None:
    """Ask for a file and write it with the writer of its suffix; say so where that fails.

    `writers` maps a suffix without its dot ("png") to what writes such a file; the first is the
    one offered.
    """
    filters = {f"{suffix.upper()} (*.{suffix})": suffix for suffix in writers}
    name, chosen = QFileDialog.getSaveFileName(
        parent, tr("Export"), f"{stem}.{next(iter(writers))}", tr(";;".join(filters))
    )
    if not name:
        return
    path = Path(name)
    suffix = path.suffix[1:].lower()
    try:
        if suffix not in writers:
            suffix = filters.get(chosen, next(iter(writers)))
            path = path.with_name(f"{path.name}.{suffix}")
            if path.exists():  # the dialog asked about the name without the suffix only
                raise SkipwireError(f"{path} exists already. Choose another name.")
        writers[suffix](path)
    except SkipwireError as error:
        QMessageBox.warning(parent, tr("Export"), tr(str(error)))
