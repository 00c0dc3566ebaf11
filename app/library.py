"""A person's own blocks: a folder with one file for each, which holds all that the block needs.

Such a file is an ordinary document without a drawing: its name says which of its blocks is meant.
It is read as text; custom layers in it are run no sooner than anywhere else, once they are trusted.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, count
from pathlib import Path

from nodes import files
from nodes.errors import DocumentError, SkipwireError
from nodes.network import Block, Network
from nodes.network.document import Document, dumps, save
from nodes.network.document import read as read_document
from nodes.network.edits.definitions import rename_block
from nodes.network.lookup import contains

SUFFIX = ".skipblock"
MAX_BYTES = 8 * 1024 * 1024
MAX_FILES = 1_000
BIN = "Removed"  # the folder within the library's, for what was removed


class LibraryError(SkipwireError):
    """A block cannot be read, written, moved or listed; says which, why and what helps."""


@dataclass(frozen=True)
class Kept:
    """A file of the library: the piece it holds, or why it cannot be used."""

    path: Path
    piece: Network | None
    problem: str = ""

    @property
    def name(self) -> str:
        """The block's, or that of a file which holds none."""
        return self.piece.name if self.piece is not None else self.path.stem


def packed(network: Network, name: str) -> Network:
    """A block with the definitions and custom layers that it needs, named after it.

    Raises:
        UnknownKindError: the network has no such block.
    """
    block = network.block(name)
    return Network(
        name,
        blocks=(*(b for b in network.blocks if contains(network, name, b.name)), block),
        custom=tuple(c for n, c in network.custom_by_name.items() if contains(network, name, n)),
    )


def block_of(piece: Network) -> Block:
    """The block that a piece is about; the others are what it needs."""
    return piece.block(piece.name)


def renamed(piece: Network, name: str) -> Network:
    """The same block under another name; raises EditError where that cannot be one."""
    changed = rename_block(piece, piece.name, name)
    return Network(name, blocks=changed.blocks, custom=changed.custom)


# --- files ---------------------------------------------------------------------------------------


def read(path: Path) -> Network:
    """The piece in a file; the same file is not read twice.

    Raises:
        LibraryError: it cannot be read, is damaged, too large, or holds no block.
    """
    try:
        found = os.stat(path)
    except (OSError, ValueError) as error:
        raise LibraryError(f"“{path}” cannot be read: {files.reason(error)}.") from None
    if found.st_size > MAX_BYTES:
        raise LibraryError(
            f"“{path.name}” has {found.st_size / 2**20:.0f} MiB, and a block at most "
            f"{MAX_BYTES // 2**20}."
        )
    return _read(path, found.st_mtime_ns, found.st_size, found.st_ino)


@lru_cache(maxsize=MAX_FILES)
def _read(path: Path, *stamp: int) -> Network:
    """`stamp` is another one as soon as the content is."""
    try:
        network = read_document(path).network
    except DocumentError as error:
        raise LibraryError(str(error)) from None
    if network.name not in network.block_by_name:
        raise LibraryError(
            f"“{path.name}” holds no block named “{network.name[:80]}”. If it is a network, open "
            "it and save a block of it."
        )
    return packed(network, network.name)


def write(path: Path, piece: Network) -> None:
    """Write a piece to a file, in the place of one that is there.

    Raises:
        LibraryError: it cannot be written; a file that was there is untouched.
    """
    document = Document(piece)
    try:
        if len(dumps(document).encode()) > MAX_BYTES:
            raise LibraryError(
                f"{piece.name} is too large for a file of its own: it has more than "
                f"{MAX_BYTES // 2**20} MiB as text."
            )
        save(path, document)
    except DocumentError as error:
        raise LibraryError(str(error)) from None


# --- the folder ----------------------------------------------------------------------------------


def listed(folder: Path) -> Iterator[Kept]:
    """What a library holds, in the order of the names, one file at a time; none where it is not.

    Raises:
        LibraryError: the folder cannot be listed.
    """
    try:
        found = [p for p in folder.iterdir() if p.suffix.lower() == SUFFIX and p.name[0] != "."]
    except FileNotFoundError:
        return
    except OSError as error:
        raise LibraryError(f"“{folder}” cannot be listed: {files.reason(error)}.") from None
    for path in sorted(found, key=lambda p: (p.name.lower(), p.name))[:MAX_FILES]:
        try:
            yield Kept(path, read(path))
        except LibraryError as error:
            yield Kept(path, None, str(error))


def place(folder: Path, name: str) -> Path:
    """Where a block of this name is kept."""
    return folder / f"{name}{SUFFIX}"


def present(folder: Path, piece: Network) -> bool:
    """Whether a library has this very block already."""
    try:
        return read(place(folder, piece.name)) == piece
    except LibraryError:
        return False


def free_name(folder: Path, piece: Network) -> str:
    """The name of a piece, or with the first number that neither a file nor its blocks have."""
    others = piece.block_by_name.keys() - {piece.name}
    names = chain([piece.name], (f"{piece.name}{number}" for number in count(2)))
    return next(n for n in names if n not in others and not place(folder, n).exists())


def keep(folder: Path, piece: Network) -> Path:
    """Write a piece into a library, in the place of a block of its name; gives its file.

    Raises:
        LibraryError: the folder cannot be made, or the file not written.
    """
    _make(folder)
    path = place(folder, piece.name)
    write(path, piece)
    return path


def rename(path: Path, name: str) -> Path:
    """Give a block of a library another name, which is that of its file as well.

    Raises:
        LibraryError: it cannot be read or written, or there is a block of that name.
        EditError: that cannot be the name of a block.
    """
    piece = renamed(read(path), name)
    other = place(path.parent, name)
    if other.exists() and not other.samefile(path):
        raise LibraryError(f"There is a block named “{name}” in the library already.")
    write(path, piece)
    _move(path, other)
    return other


def remove(path: Path) -> Path:
    """Move a file of a library to its bin, from where it can be imported again; gives its place.

    Raises:
        LibraryError: it cannot be moved.
    """
    folder = path.parent / BIN
    _make(folder)
    numbered = (f"{path.stem} {number}{path.suffix}" for number in count(2))
    free = next(n for n in chain([path.name], numbered) if not (folder / n).exists())
    _move(path, folder / free)
    return folder / free


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise LibraryError(
            f"The folder “{folder}” cannot be made: {files.reason(error)}."
        ) from None


def _move(path: Path, to: Path) -> None:
    try:
        path.rename(to)
    except (OSError, ValueError) as error:
        raise LibraryError(f"“{path}” cannot be moved: {files.reason(error)}.") from None
