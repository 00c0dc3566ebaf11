"""The document file, `NAME.skipwire`: a network, its training recipe, its weights and its origin.

It is diffable JSON: a node, a wire, a parameter of a block and a setting of the recipe each take
one line, in an order that stays, so that moving one node changes one line.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from nodes import files
from nodes.errors import DocumentError
from nodes.network.bookmarks import MAX_NAME as MAX_MARK
from nodes.network.bookmarks import NUMBERS, Bookmark
from nodes.network.codec import lay_out, read_network, write_network
from nodes.network.model import Network
from nodes.network.records import NetworkRecord, Place
from nodes.network.strictjson import MAX_BYTES, convert, parse
from nodes.spec import Value

FORMAT = "skipwire"
VERSION = 5
SUFFIX = ".skipwire"
MAX_PATH = 4096
MAX_NAME = 200  # of a preset


def _without_custom(plain: dict[str, Any]) -> dict[str, Any]:
    """Version 1 knew no custom layers."""
    if "custom" in plain:
        raise DocumentError("The file has the unknown field “custom” for its version 1.")
    return {**plain, "version": 2}


def _without_weights(plain: dict[str, Any]) -> dict[str, Any]:
    """Version 2 knew neither weights nor where a network comes from."""
    for name in ("weights", "origin"):
        if name in plain:
            raise DocumentError(f"The file has the unknown field “{name}” for its version 2.")
    return {**plain, "version": 3}


def _without_marks(plain: dict[str, Any]) -> dict[str, Any]:
    """Version 3 knew no frames, notes, wires led through points, unfolded blocks or bookmarks."""
    if "bookmarks" in plain:
        raise DocumentError("The file has the unknown field “bookmarks” for its version 3.")
    blocks = plain.get("blocks")
    inner = blocks if isinstance(blocks, list) else []
    for graph in (plain, *inner):
        for name in ("frames", "notes", "bends"):
            if isinstance(graph, dict) and name in graph:
                raise DocumentError(f"The file has the unknown field “{name}” for its version 3.")
        nodes = graph.get("nodes") if isinstance(graph, dict) else None
        listed = nodes if isinstance(nodes, list) else ()
        if any(isinstance(n, dict) and "unfolded" in n for n in listed):
            raise DocumentError("The file has the unknown field “unfolded” for its version 3.")
    return {**plain, "version": 4}


def _with_one_precision(plain: dict[str, Any]) -> dict[str, Any]:
    """Version 4 had a switch for it, and a warm-up with one of its two schedules."""
    old = plain.get("recipe")
    if not isinstance(old, dict):
        return {**plain, "version": 5}
    new = {"precision" if key == "mixed_precision" else key: old[key] for key in old}
    if isinstance(mixed := old.get("mixed_precision"), bool):
        new["precision"] = "auto" if mixed else "float32"
    if old.get("schedule") == "constant":
        new["warmup"] = 0.0
    return {**plain, "version": 5, "recipe": new}


# From a version to the plain values of the next one.
MIGRATIONS: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = {
    1: _without_custom,
    2: _without_weights,
    3: _without_marks,
    4: _with_one_precision,
}

_Setting = bool | int | float | str | None


class How(StrEnum):
    """How the tensors of a file find their places in a network."""

    NAME = "name"
    ORDER = "order"  # those of the same shape at the same place in the order of both


@dataclass(frozen=True)
class Weights:
    """The file that a network has its weights from.

    `sha256` is that of the whole file, empty as long as it has not been read. In a document that
    was read from a file, or is written to one, `file` is absolute; in the text it is relative where
    it lies in the document's folder.
    """

    file: str
    sha256: str = ""
    how: How = How.NAME


@dataclass(frozen=True)
class Origin:
    """The preset that a network was made from, by its id, and the parameters that were changed."""

    preset: str
    parameters: Mapping[str, Value] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "parameters", MappingProxyType(dict(self.parameters)))


@dataclass(frozen=True)
class Document:
    """What a file holds: a network, the settings of its training as plain values, and its weights.

    Only the name of their file is in it, not the weights themselves. `origin` stays through edits.
    """

    network: Network
    recipe: Mapping[str, Any] = field(default_factory=dict)
    weights: Weights | None = None
    origin: Origin | None = None
    bookmarks: tuple[Bookmark, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "recipe", MappingProxyType(dict(self.recipe)))


class _WeightsRecord(msgspec.Struct, forbid_unknown_fields=True):
    file: Annotated[str, Meta(min_length=1, max_length=MAX_PATH)]
    sha256: Annotated[str, Meta(pattern=r"^([0-9a-f]{64})?\Z")] = ""
    how: How = How.NAME


class _OriginRecord(msgspec.Struct, forbid_unknown_fields=True):
    preset: Annotated[str, Meta(min_length=1, max_length=MAX_NAME)]
    parameters: dict[str, _Setting | list[_Setting]] = msgspec.field(default_factory=dict)


class _BookmarkRecord(msgspec.Struct, forbid_unknown_fields=True):
    number: Annotated[int, Meta(ge=NUMBERS[0], le=NUMBERS[-1])]
    name: Annotated[str, Meta(max_length=MAX_MARK)]
    at: Place
    zoom: Annotated[float, Meta(gt=0, le=1000)]
    trail: Annotated[list[str], Meta(max_length=100)] = msgspec.field(default_factory=list)


class _DocumentRecord(NetworkRecord, kw_only=True):
    format: str
    version: int
    name: str
    weights: _WeightsRecord | None = None
    origin: _OriginRecord | None = None
    recipe: dict[str, _Setting | list[_Setting]] = msgspec.field(default_factory=dict)
    bookmarks: list[_BookmarkRecord] = msgspec.field(default_factory=list)


def dumps(document: Document) -> str:
    """The text of a document.

    Raises:
        DocumentError: it holds a number that is not finite, or text that is not Unicode.
    """
    network = document.network
    head = {"format": FORMAT, "version": VERSION, "name": network.name}
    found, origin = document.weights, document.origin
    weights = {} if found is None else {"weights": vars(found)}
    made = {} if origin is None else {"origin": _write_origin(origin)}
    marks = [_write_bookmark(mark) for mark in document.bookmarks]
    try:
        text = lay_out(
            {
                **head,
                **made,
                "recipe": dict(document.recipe),
                **weights,
                **({"bookmarks": marks} if marks else {}),
                **write_network(network),
            }
        )
        text.encode()
    except (ValueError, OverflowError) as error:
        raise DocumentError(f"The network cannot be written: {error}.") from None
    return text


def loads(text: str | bytes) -> Document:
    """The document of a text.

    Raises:
        DocumentError: the text is damaged, of a newer version, or not a document; says where.
    """
    plain = parse(text)
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        raise DocumentError("This is not a Skipwire document.")
    record = convert(_migrated(plain), _DocumentRecord)
    found = record.weights
    weights = Weights(found.file, found.sha256, found.how) if found is not None else None
    origin = _read_origin(record.origin) if record.origin is not None else None
    network = read_network(record, record.name)
    return Document(network, record.recipe, weights, origin, _read_bookmarks(record.bookmarks))


def _write_bookmark(mark: Bookmark) -> dict[str, Any]:
    trail = {"trail": list(mark.trail)} if mark.trail else {}
    at = [mark.x, mark.y]
    return {"number": mark.number, "name": mark.name, "at": at, "zoom": mark.zoom, **trail}


def _read_bookmarks(records: list[_BookmarkRecord]) -> tuple[Bookmark, ...]:
    """By number; of two with the same the later holds."""
    found = {r.number: Bookmark(r.number, r.name, tuple(r.trail), *r.at, r.zoom) for r in records}
    return tuple(found[number] for number in sorted(found))


def _write_origin(origin: Origin) -> dict[str, Any]:
    parameters = dict(origin.parameters)
    return {"preset": origin.preset} | ({"parameters": parameters} if parameters else {})


def _read_origin(record: _OriginRecord) -> Origin:
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in record.parameters.items()
    }
    return Origin(record.preset, values)


def read(path: str | os.PathLike[str]) -> Document:
    """The document in a file.

    Raises:
        DocumentError: the file cannot be read, or its content cannot; the message names it.
    """
    try:
        # Opening a pipe or a device could wait for ever.
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise DocumentError(f"“{path}” is not a file.")
        with open(path, "rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a null character in the path
        raise DocumentError(f"“{path}” cannot be read: {files.reason(error)}.") from None
    return decoded(path, content)


def decoded(path: str | os.PathLike[str], content: bytes) -> Document:
    """The document that a file at this path holds, with what it names in its folder.

    Raises:
        DocumentError: the content cannot be read; the message names the file.
    """
    try:
        document = loads(content)
    except DocumentError as error:
        raise DocumentError(f"“{Path(path).name}” cannot be opened. {error}") from None
    return _with_file(document, lambda file: str(_folder(path) / file))


def save(path: str | os.PathLike[str], document: Document) -> bytes:
    """Write a document to a file, which at every moment holds the old text or the new one.

    Returns what the file holds now.

    Raises:
        DocumentError: why it cannot be written; a file that was there before is untouched.
    """
    content = encoded(path, document)
    try:
        files.replace(path, lambda file: file.write_bytes(content))
    except (OSError, ValueError) as error:
        raise DocumentError(f"“{path}” cannot be saved: {files.reason(error)}.") from None
    return content


def encoded(path: str | os.PathLike[str], document: Document) -> bytes:
    """What a file at this path holds of a document: in its folder, others are named relatively.

    Raises:
        DocumentError: as for `dumps`.
    """
    return dumps(_with_file(document, lambda file: _relative(file, _folder(path)))).encode()


def _with_file(document: Document, named: Callable[[str], str]) -> Document:
    """The document with the file of its weights named otherwise."""
    if (weights := document.weights) is None:
        return document
    return replace(document, weights=replace(weights, file=named(weights.file)))


def _folder(path: str | os.PathLike[str]) -> Path:
    return Path(os.path.abspath(path)).parent


def _relative(file: str, folder: Path) -> str:
    inside = Path(file).is_relative_to(folder)
    return Path(file).relative_to(folder).as_posix() if inside else file


def _migrated(plain: dict[str, Any]) -> dict[str, Any]:
    version = plain.get("version")
    if not isinstance(version, int) or isinstance(version, bool):
        raise DocumentError("The file has no version: a whole number in the field “version”.")
    if version > VERSION:
        raise DocumentError(
            f"The file has version {version} of the format, and this Skipwire knows up to "
            f"{VERSION}. Update Skipwire to open it."
        )
    while version < VERSION:
        if version not in MIGRATIONS:
            raise DocumentError(f"There is no version {version} of the format.")
        plain = MIGRATIONS[version](plain)
        version += 1
    return plain
