"""What a drop from another program would do: worked out once, when the drag comes in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QMimeData

from app import library
from app.images import SUFFIXES as IMAGES
from app.images import is_image
from app.targets import WEIGHTS
from app.training.misfit import classes_of
from app.ui.canvas.dropping import place
from app.ui.canvas.pasting import create
from app.ui.documents import SUFFIX
from app.ui.drag import KEPT
from app.ui.language import tr
from nodes.network import Position, clipboard

if TYPE_CHECKING:
    from app.ui.window import MainWindow

WEIGHT_FILES = (WEIGHTS, ".pth", ".pt", ".bin", ".ckpt")
_TEXTS = (".txt", ".json")
_LARGEST = 8 * 2**20  # bytes of a file that is read as text
_PICTURES = (".gif", ".webp", ".bmp", ".tif", ".tiff", ".svg", ".heic")


@dataclass(frozen=True)
class Offer:
    """What is said while it hangs at the pointer; `act` does it at a point of the scene."""

    says: str
    act: Callable[[Position], object] | None = None


def offer(window: MainWindow, mime: QMimeData) -> Offer | None:
    """What dropping this would do, or why nothing; None for what comes from the window itself."""
    if mime.hasUrls():
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        return _of_files(window, paths) if paths else Offer(_possible())
    if mime.hasText():
        return _of_text(window, mime.text(), tr("This text"))
    return None


def _of_files(window: MainWindow, paths: Sequence[Path]) -> Offer:
    suffixes = {path.suffix.lower() for path in paths}
    name = paths[0].name
    if suffixes == {SUFFIX}:
        says = tr("Open {name}", name=name)
        if len(paths) > 1:
            says = tr("Open {count} networks", count=len(paths))
        return Offer(says, lambda _: _open(window, paths))
    if suffixes == {library.SUFFIX}:
        if not window.shows_canvas:
            return Offer(tr("Open a network first, to put the block in."))
        says = tr("Add the block {name}", name=paths[0].stem)
        if len(paths) > 1:
            says = tr("Add {count} blocks", count=len(paths))
        return Offer(says, partial(_place_blocks, window, paths))
    if len(paths) > 1:
        return Offer(tr("Drop one thing at a time, or several networks or blocks."))
    path, suffix = paths[0], paths[0].suffix.lower()
    if path.is_dir():
        return _of_folder(window, path)
    if suffix in WEIGHT_FILES:
        return _of_weights(window, path)
    if is_image(path):
        return _of_image(window, path)
    if suffix in _PICTURES:
        return Offer(tr("Only PNG and JPEG images can be shown to a network."))
    if suffix in _TEXTS and path.is_file() and path.stat().st_size <= _LARGEST:
        return _of_text(window, path.read_text(encoding="utf-8", errors="replace"), name)
    return Offer(_possible(name))


def _open(window: MainWindow, paths: Sequence[Path]) -> None:
    for path in paths:
        window.documents.open_path(path)


def _place_blocks(window: MainWindow, paths: Sequence[Path], at: Position) -> None:
    for path in paths:
        place(window.canvas, f"{KEPT}{path}", at)


def _of_weights(window: MainWindow, path: Path) -> Offer:
    if not window.shows_canvas:
        if path.suffix.lower() == WEIGHTS:  # which may carry its network
            return Offer(
                tr("Open {name}", name=path.name), lambda _: window.documents.open_path(path)
            )
        return Offer(tr("Open the network first that these weights are for."))
    if not window.editor.report.ok:
        return Offer(tr("Mend the problems first: which weights fit is seen by their shapes."))
    says = tr("Load weights of {name}", name=path.name)
    return Offer(says, lambda _: window.weights.load_path(path))


def _of_image(window: MainWindow, path: Path) -> Offer:
    if not window.shows_canvas:
        return Offer(tr("Open a network first, to show the image to it."))
    if window.runs.active:
        return Offer(tr("Stop the run first, to show an image."))
    if not window.editor.report.ok:
        return Offer(tr("Mend the problems first: the network cannot be run as it is."))
    says = tr("Show the feature maps of {name}", name=path.name)
    return Offer(says, lambda _: _look_at(window, path))


def _look_at(window: MainWindow, path: Path) -> None:
    editor = window.editor
    editor.set_recipe(replace(editor.recipe, data=str(path)))
    window.look()


def _of_folder(window: MainWindow, path: Path) -> Offer:
    if not window.shows_canvas:
        return Offer(tr("Open a network first, to train it on these images."))
    number = classes_of(str(path))
    if number is None:
        told = "“{name}” has no folder of PNG or JPEG images in it; each class needs one."
        return Offer(tr(told, name=path.name))
    says = tr("Train on the images of {name}: {count} classes", name=path.name, count=number)
    return Offer(says, lambda _: _train_on(window, path))


def _train_on(window: MainWindow, path: Path) -> None:
    editor = window.editor
    editor.set_recipe(replace(editor.recipe, data=str(path)))
    window.docks.front("training")
    window.tell(tr("The next run trains on the images of {name}", name=path.name))


def _of_text(window: MainWindow, text: str, name: str) -> Offer:
    if clipboard.FORMAT not in text:
        return Offer(tr("{name} holds no copied nodes.", name=name))
    if not window.shows_canvas:
        return Offer(tr("Open a network first, to put the nodes in."))
    editor = window.editor

    def paste(at: Position) -> None:
        scope = editor.scope
        create(window.canvas, tr("Paste"), lambda n: clipboard.paste(n, scope, text, at))

    return Offer(tr("Add the nodes of {name}", name=name), paste)


def _possible(name: str = "") -> str:
    """What can be dropped at all."""
    can = tr(
        "You can drop networks ({networks}), blocks ({blocks}), weights ({weights}), images "
        "({images}), a folder of images, and copied nodes as text.",
        networks=SUFFIX,
        blocks=library.SUFFIX,
        weights=", ".join(WEIGHT_FILES),
        images=", ".join(sorted(IMAGES)),
    )
    return f"{tr('{name} cannot be used here.', name=name)} {can}" if name else can
