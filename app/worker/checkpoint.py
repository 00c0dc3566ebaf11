"""A checkpoint: a folder with the weights, which anybody can use, and all else that a run is at.

It is there once it is whole: the folder gets its name when everything in it lies on the disk.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save
from torch import Tensor

from app.runs.folder import STATE, WEIGHTS, RunFolder
from app.runs.record import FORMAT, Position
from app.weights.entry import NETWORK
from nodes.errors import SkipwireError
from nodes.files import FileError, reason, write_file, write_folder

_DAMAGED = OSError, KeyError, ValueError, SafetensorError, msgspec.MsgspecError
_TIED = "tied"  # names of tensors that are other ones, which are in the file


class CheckpointError(SkipwireError):
    """A checkpoint cannot be used."""


@dataclass(frozen=True)
class Checkpoint:
    """`weights` are a whole state_dict, `tensors` and `plain` all that else is kept."""

    position: Position
    weights: Mapping[str, Tensor]
    tensors: Mapping[str, Tensor]
    plain: Mapping[str, Any]

    def write(self, folder: Path, document: str) -> None:
        """Makes the folder, which is not there yet; the weights carry the document.

        Raises:
            FileError: it cannot be made, as on a full disk.
        """
        carried = {NETWORK: document} if document else {}
        about = {
            "position": msgspec.json.encode(self.position).decode(),
            "plain": json.dumps(self.plain),
        }

        def fill(path: Path) -> None:
            # as bytes: what safetensors writes itself only the owner can read, and a disk that is
            # full would be no OSError
            (path / WEIGHTS).write_bytes(_bytes(self.weights, carried))
            (path / STATE).write_bytes(_bytes(self.tensors, about))

        write_folder(folder, fill)

    @classmethod
    def read(cls, folder: Path) -> Checkpoint:
        """Raises CheckpointError: it is damaged, or of another version."""
        try:
            weights, _ = _read(folder / WEIGHTS)
            tensors, about = _read(folder / STATE)
            position = msgspec.json.decode(about["position"], type=Position)
            plain = json.loads(about["plain"])
        except _DAMAGED as error:
            raise CheckpointError(f"“{folder}” is damaged: {error}.") from None
        if position.format != FORMAT:
            raise CheckpointError(f"“{folder}” is of another version of Skipwire.")
        return cls(position, weights, tensors, plain)


def newest(run: RunFolder) -> Checkpoint | None:
    """The newest of a run that is sound."""
    for path in run.checkpoints():
        try:
            return Checkpoint.read(path)
        except CheckpointError as error:
            print(error, flush=True)  # into the log: the one before it is as exact
    return None


def write_weights(folder: Path, weights: Mapping[str, Tensor], document: str) -> None:
    """Weights alone, in the place of those that are in a folder; raises FileError."""
    carried = {NETWORK: document} if document else {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(f"“{folder}” cannot be made: {reason(error)}.") from None
    write_file(folder / WEIGHTS, lambda path: path.write_bytes(_bytes(weights, carried)))


def read_tensors(path: Path) -> dict[str, Tensor]:
    """Those of a file; raises CheckpointError: it is damaged."""
    try:
        return _read(path)[0]
    except _DAMAGED as error:
        raise CheckpointError(f"“{path}” is damaged: {error}.") from None


def _bytes(tensors: Mapping[str, Tensor], about: Mapping[str, str]) -> bytes:
    """A safetensors file, in which what is shared between tensors stands once."""
    found: dict[str, Tensor] = {}
    views: dict[tuple[object, ...], str] = {}
    tied: dict[str, str] = {}
    storages: set[int] = set()
    for name, tensor in tensors.items():
        storage = tensor.untyped_storage().data_ptr()
        view = (storage, tensor.storage_offset(), tensor.shape, tensor.stride(), tensor.dtype)
        if tensor.numel() and view in views:
            tied[name] = views[view]
            continue
        views[view] = name
        shares = storage in storages
        storages.add(storage)
        found[name] = (tensor.clone() if shares else tensor).detach().cpu().contiguous()
    return save(found, {"format": "pt", _TIED: json.dumps(tied), **about})


def _read(path: Path) -> tuple[dict[str, Tensor], dict[str, str]]:
    with safe_open(path, "pt") as file:
        about = file.metadata() or {}
        # copies: those of the file are aligned otherwise, which can change the last bit of a sum
        tensors = {name: torch.clone(file.get_tensor(name)) for name in file.keys()}  # noqa: SIM118
    for name, other in json.loads(about.get(_TIED, "{}")).items():
        tensors[name] = tensors[other]
    return tensors, about
