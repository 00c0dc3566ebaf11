"""What a person does with blocks of their own: keep, share, rename and remove them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMenu, QMessageBox

from app import library
from app.ui import settings
from app.ui.drag import KEPT
from app.ui.language import tr
from app.ui.menus import Item, fill
from app.ui.palette import entries
from app.ui.palette.entries import Entry
from app.ui.palette.folder import FolderDialog
from app.ui.palette.library import LibraryFolder
from nodes.errors import SkipwireError
from nodes.network import Network

if TYPE_CHECKING:
    from app.ui.window import MainWindow

_FILTER = f"Skipwire blocks (*{library.SUFFIX})"


class Keeping(QObject):
    """The actions on the library, and the menus that offer them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.folder = LibraryFolder(self)
        self.dialog: FolderDialog | None = None

    # --- blocks of the open network --------------------------------------------------------------

    def save_selected(self) -> None:
        if (name := self._selected()) is not None:
            self.save(name)

    def export_selected(self) -> None:
        if (name := self._selected()) is not None:
            self.export(self._packed(name))

    def save(self, name: str) -> None:
        """Keep a block of the open network in the library."""
        self._keep(self._packed(name))

    def _selected(self) -> str | None:
        node = self._window.editor.selected_node
        return node.kind if node is not None and self._window.editor.is_block(node) else None

    def _packed(self, name: str) -> Network:
        return library.packed(self._window.editor.network, name)

    # --- files -----------------------------------------------------------------------------------

    def import_file(self) -> None:
        """Copy a block that somebody sent into the library; nothing in it is run."""
        start = self._window.documents.folder()
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, tr("Import Block"), start, tr(_FILTER)
        )
        if chosen:
            try:
                piece = library.read(Path(chosen))
            except SkipwireError as error:
                self._window.warn(tr("This block was not imported"), tr(str(error)))
                return
            self._keep(piece)

    def export(self, piece: Network) -> None:
        """Write a block with all it needs to a file of its own."""
        documents = self._window.documents
        path = documents.ask_path("Export Block", f"{piece.name}{library.SUFFIX}", _FILTER)
        if path is not None and not path.suffix:
            path = documents.completed(path, library.SUFFIX)
        if path is not None and self._done("exported", lambda: library.write(path, piece)):
            self._window.tell(f"Wrote {path}")

    def export_file(self, path: Path) -> None:
        """Write a block of the library to a file somewhere else."""
        self._done("exported", lambda: self.export(library.read(path)))

    def rename(self, path: Path) -> None:
        name, given = QInputDialog.getText(
            self._window,
            tr("Rename Block"),
            tr("Name, which is that of its class:"),
            text=path.stem,
        )
        if given and name != path.stem:
            self._done("renamed", lambda: library.rename(path, name))
            self.folder.look()

    def remove(self, path: Path) -> None:
        """Move a block to the library's bin, from where it can be imported again."""
        if self._done("removed", lambda: library.remove(path)):
            where = f"the folder {library.BIN} of your library"
            self._window.tell(f"{path.stem} is in {where}; import it from there to have it again")
        self.folder.look()

    def reveal(self) -> None:
        """Show the library in the system's file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder.path)))

    def choose_folder(self) -> None:
        self.dialog = FolderDialog(self.folder.path, settings.usual_library(), self._window)
        self.dialog.chosen.connect(self.folder.move)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def _keep(self, piece: Network) -> None:
        """Into the library, under a free name where the person wants both."""
        folder = self.folder.path
        if library.present(folder, piece):
            self._window.tell(f"{piece.name} is in your library already, just as it is here")
            return
        if library.place(folder, piece.name).exists():
            match self._ask(piece.name):
                case "both":
                    piece = library.renamed(piece, library.free_name(folder, piece))
                case "cancel":
                    return
        if self._done("saved", lambda: library.keep(folder, piece)):
            self._window.tell(f"{piece.name} is in your library")
        self.folder.look()

    def _ask(self, name: str) -> str:
        """What is to become of another block of that name."""
        box = QMessageBox(
            QMessageBox.Icon.Question,
            "Skipwire",
            tr("There is another {name} in your library", name=name),
            parent=self._window,
        )
        box.setInformativeText(tr("Networks that have it already keep theirs either way."))
        both = box.addButton(tr("Keep Both"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(tr("Replace"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(both)
        box.exec()
        box.deleteLater()
        if box.clickedButton() is cancel:  # Escape too
            return "cancel"
        return "both" if box.clickedButton() is both else "replace"

    def _done(self, what: str, act: Callable[[], object]) -> bool:
        """Whether it was done; says why where not."""
        try:
            act()
        except SkipwireError as error:
            self._window.warn(tr(f"The block was not {what}"), tr(str(error)))
            return False
        return True

    # --- menus -----------------------------------------------------------------------------------

    def items(self, section: str, entry: Entry | None) -> Sequence[Item]:
        """What can be done with a row of the palette, or with the heading of its section."""
        show: Item = (tr("Show Folder"), self.reveal)
        if entry is None:
            if section != entries.LIBRARY:
                return ()
            change: Item = (tr("Change Folder…"), self.choose_folder)
            return ((tr("Import Block File…"), self.import_file), show, change)
        add: Item = (tr("Add"), lambda: self._window.palette_view.add_requested.emit(entry.id))
        if section == entries.LIBRARY:
            path = Path(entry.id.removeprefix(KEPT))
            sound: tuple[Item, ...] = (
                add,
                (tr("Rename…"), lambda: self.rename(path)),
                (tr("Export Block…"), lambda: self.export_file(path)),
            )
            remove: Item = (tr("Remove"), lambda: self.remove(path))
            return (*(() if entry.problem else sound), remove, show)
        if section == entries.HERE and entry.id in self._window.editor.network.block_by_name:
            return (add, *self._block_items(entry.id))
        return (add,)

    def _block_items(self, name: str) -> tuple[Item, ...]:
        return (
            (tr("Save to My Library"), lambda: self.save(name)),
            (tr("Export Block…"), lambda: self.export(self._packed(name))),
        )

    def show_menu(self, section: str, entry: Entry | None, at: QPoint) -> None:
        items = self.items(section, entry)
        if items:
            menu = QMenu(self._window)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            fill(menu, items)
            menu.popup(at)
