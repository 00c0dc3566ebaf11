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
from app.data.opening import FILES, first_classes_of, is_file_of_data, recognise, set_of
from app.images import PICTURES, is_image
from app.images import SUFFIXES as IMAGES
from app.targets import WEIGHTS
from app.ui.canvas.dropping import place
from app.ui.canvas.pasting import create
from app.ui.documents import SUFFIX
from app.ui.drag import KEPT
from app.ui.language import tr
from app.ui.results.dropped import picture_of
from app.ui.results.held import wanted
from app.ui.training.looking import look
from nodes.network import Position, clipboard

if TYPE_CHECKING:
    from app.ui.window import MainWindow

WEIGHT_FILES = (WEIGHTS, ".pth", ".pt", ".bin", ".ckpt")
_TEXTS = (".txt", ".json")
_LARGEST = 8 * 2**20  # bytes of a file that is read as text
_PACKED = (".zip", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".7z", ".rar")
_NO_FOLDERS = "“{name}” has no folder of PNG or JPEG images in it; each class needs one."
_LACKING: dict[str, str] = {
    "csv": "“{name}” has no images with labels that can be read. It needs the columns path and "
    "label.",
    "npz": "“{name}” has no images with labels that can be read. It needs the arrays x and y.",
}
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
        if paths or not mime.hasImage():
            return _of_files(window, paths) if paths else Offer(_possible())
    if mime.hasImage():
        return _of_bitmap(window, mime)
    if mime.hasText():
        return _of_text(window, mime.text(), tr("This text"))
    return None


def _of_files(window: MainWindow, dropped: Sequence[Path]) -> Offer:
    paths = [*dict.fromkeys(map(set_of, dropped))]  # several files of one set are its folder
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
    if path.is_dir() or is_file_of_data(path):
        return _of_data(window, path)
    if suffix in _PACKED:
        return Offer(tr("Unpack {name} first, and drop the folder that comes of it.", name=name))
    if suffix in WEIGHT_FILES:
        return _of_weights(window, path)
    if is_image(path) or (suffix in PICTURES and _learned(window)):
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
    if _learned(window):
        says = tr("Tell what the network makes of {name}", name=path.name)
        return Offer(says, lambda _: _predict(window, str(path)))
    if window.runs.active:
        return Offer(tr("Stop the run first, to show an image."))
    if not window.editor.report.ok:
        return Offer(tr("Mend the problems first: the network cannot be run as it is."))
    says = tr("Show the feature maps of {name}", name=path.name)
    return Offer(says, lambda _: _look_at(window, path))


def _of_bitmap(window: MainWindow, mime: QMimeData) -> Offer:
    if not _learned(window):
        return Offer(tr("Train the network first, to be told what it makes of an image."))
    path = picture_of(mime)  # what is dragged is gone by the time of the drop
    return Offer(tr("Tell what the network makes of this image"), lambda _: _predict(window, path))


def _learned(window: MainWindow) -> bool:
    """Whether the document that is shown has a network that was trained."""
    return window.shows_canvas and wanted(window.runs) is not None


def _predict(window: MainWindow, path: str) -> None:
    from app.ui.results.opening import predict

    predict(window, path)


def _look_at(window: MainWindow, path: Path) -> None:
    editor = window.editor
    editor.set_recipe(replace(editor.recipe, data=str(path)))
    look(window)


def _of_data(window: MainWindow, path: Path) -> Offer:
    if not window.shows_canvas:
        return Offer(tr("Open a network first, to train it on these images."))
    number, known = first_classes_of(str(path))
    if number is None and known:
        return Offer(tr(_LACKING.get(recognise(path), _NO_FOLDERS), name=path.name))
    says = tr("Train on the images of {name}", name=path.name)
    if known:
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
        "({images}), a folder of images, data ({data}), and copied nodes as text.",
        networks=SUFFIX,
        blocks=library.SUFFIX,
        weights=", ".join(WEIGHT_FILES),
        images=", ".join(sorted(IMAGES)),
        data=", ".join(FILES),
    )
    return f"{tr('{name} cannot be used here.', name=name)} {can}" if name else can
