"""Files with weights, read once and kept as .safetensors under the hash of the file.

Nothing but tensors is ever taken out of a pickle.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import stat
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from pickle import UnpicklingError
from queue import SimpleQueue
from typing import TYPE_CHECKING, BinaryIO

import numpy as np

from app.training.frames import encode
from app.training.messages import Adopt, Adopted, AdoptFailed, Adopting, Ready
from app.weights.entry import ORDER, PART, SPOILED
from app.weights.tensors import WeightsError, tensors
from nodes.errors import SkipwireError
from nodes.files import reason, write_file

if TYPE_CHECKING:
    from torch import Tensor

Tell = Callable[[str, float], None]
CHUNK = 4 << 20
EXPONENTS: Mapping[str, tuple[str, int]] = {  # bits that are all set in NaN and infinity alone
    "F64": ("<u8", 0x7FF0_0000_0000_0000),
    "F32": ("<u4", 0x7F80_0000),
    "F16": ("<u2", 0x7C00),
    "BF16": ("<u2", 0x7F80),
}
STALE = 24 * 3600  # seconds after which a half-written file belongs to nobody
DEPTH = 3  # of a checkpoint's dictionaries
USUAL = ("state_dict", "model_state_dict", "model", "net", "network", "weights", "module")
NEVER = ("optimizer", "optim", "scheduler", "scaler")


def serve(wishes: SimpleQueue[Adopt], out: BinaryIO) -> None:
    """Answers one wish after the other; the reader thread ends the process."""
    out.write(encode(Ready("", (), ())))  # torch comes only where a file is for it

    def tell(doing: str, share: float) -> None:
        out.write(encode(Adopting(doing, share)))

    while True:
        asked = wishes.get()
        try:
            out.write(encode(adopt(Path(asked.path), Path(asked.folder), tell)))
        except SkipwireError as error:
            out.write(encode(AdoptFailed(str(error))))


def adopt(path: Path, folder: Path, tell: Tell) -> Adopted:
    """Keeps the tensors of a file, where they are not kept already.

    Raises:
        WeightsError: the file has no weights that can be used.
        FileError: they cannot be kept.
    """
    try:
        state = os.stat(path)
        if not stat.S_ISREG(state.st_mode):  # to open a pipe or a device could wait for ever
            raise WeightsError(f"“{path}” is not a file.")
        digest, head = _hash(path, tell)
        kept = folder / f"{digest}.safetensors"
        if kept.exists():
            os.utime(kept)  # the cache goes by when it was used
            return Adopted(str(kept), digest)
        _make_room(folder)
        if head[8:9] == b"{":
            metadata = tensors(path).metadata  # refuses what is damaged
            tell("Keeping its tensors", 0)
            spoiled = _spoiled(path)
            write_file(kept, lambda file: _copy(path, file, metadata, spoiled))
        else:
            found = _from_torch(path, head, tell)
            tell("Keeping its tensors", 0)
            write_file(kept, lambda file: _write(*found, file))
        if os.stat(path).st_mtime_ns != state.st_mtime_ns:
            kept.unlink()
            raise WeightsError(f"“{path.name}” changed while it was read. Load it again.")
    except (OSError, ValueError) as error:
        raise WeightsError(f"“{path}” cannot be read: {reason(error)}.") from None
    return Adopted(str(kept), digest)


def _hash(path: Path, tell: Tell) -> tuple[str, bytes]:
    """The hash of a file, and its first bytes."""
    size, done, told, found, head = os.path.getsize(path), 0, 0.0, hashlib.sha256(), b""
    with open(path, "rb") as file:
        while chunk := file.read(CHUNK):
            head = head or chunk[:16]
            found.update(chunk)
            done += len(chunk)
            if time.monotonic() - told > 0.1:
                told = time.monotonic()
                tell("Reading the file", done / max(size, done))
    return found.hexdigest(), head


def _make_room(folder: Path) -> None:
    """The folder, without what was half-written when a reading was ended."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for left in folder.glob(".skipwire-*"):
            if left.stat().st_mtime < time.time() - STALE:
                left.unlink(missing_ok=True)
    except OSError as error:
        raise WeightsError(f"“{folder}” cannot be used: {reason(error)}.") from None


# --- files of safetensors ------------------------------------------------------------------------


def _spoiled(path: Path) -> list[str]:
    """The keys of a whole file whose tensors hold NaN or infinity; needs no torch."""
    with open(path, "rb") as file:
        size = int.from_bytes(file.read(8), "little")
        head = json.loads(file.read(size))
        found = []
        for key, about in head.items():
            if about.get("dtype") not in EXPONENTS:
                continue
            kind, exponent = EXPONENTS[about["dtype"]]
            begin, end = about["data_offsets"]
            file.seek(8 + size + begin)
            while begin < end:
                bits = np.frombuffer(file.read(min(CHUNK, end - begin)), kind)
                begin += bits.nbytes
                if ((bits & exponent) == exponent).any():
                    found.append(key)
                    break
    return found


def _copy(path: Path, to: Path, metadata: Mapping[str, str], spoiled: Sequence[str]) -> None:
    if not spoiled:
        shutil.copyfile(path, to)
        return
    from safetensors.torch import load_file, save_file

    save_file(load_file(path), to, metadata={**metadata, SPOILED: json.dumps(spoiled)})


# --- files of torch ------------------------------------------------------------------------------


def _from_torch(path: Path, head: bytes, tell: Tell) -> tuple[dict[str, Tensor], list[str]]:
    """The tensors of a file that torch.save has written, and what of a checkpoint they are."""
    tell("Starting PyTorch", 0)
    import torch

    tell("Taking its tensors out", 0)
    try:
        zipped = head.startswith(b"PK")  # older files cannot be mapped into memory
        held = torch.load(path, map_location="cpu", weights_only=True, mmap=zipped)
    except UnpicklingError as error:
        raise WeightsError(_refusal(path, str(error))) from None
    except MemoryError:
        raise WeightsError(f"There is not enough memory to read “{path.name}”.") from None
    except Exception as error:  # torch's readers raise anything on damaged bytes
        if "TorchScript" in str(error):
            raise WeightsError(
                f"“{path.name}” is a program of TorchScript, and not weights alone. In PyTorch, "
                "write torch.save(torch.jit.load(…).state_dict(), …) and load that file."
            ) from None
        raise WeightsError(
            f"“{path.name}” is damaged, or no file of PyTorch. Get it again."
        ) from None
    found, part = _state_dict(held)
    if not found:
        raise WeightsError(
            f"“{path.name}” holds no tensors by name. Save weights with "
            "torch.save(model.state_dict(), …)."
        )
    # A few bytes can stand for a tensor of any size, whose numbers are all the same.
    claimed = sum(t.numel() * t.element_size() for t in found.values())
    if claimed > 4 * os.path.getsize(path) + CHUNK:
        raise WeightsError(
            f"“{path.name}” is {os.path.getsize(path):,} bytes long and claims to hold {claimed:,} "
            "bytes of weights. It is not read."
        )
    return found, part


def _refusal(path: Path, said: str) -> str:
    named = re.search(r"GLOBAL ([\w.]+)", said)
    what = f"{named.group(1)}, which is" if named else "more than numbers, and that is"
    return (
        f"“{path.name}” holds {what} code that would run when it is read, so it is not. Where you "
        "trust who made it, have its weights saved alone: torch.save(model.state_dict(), …)."
    )


def _state_dict(
    held: object, depth: int = DEPTH, name: str = ""
) -> tuple[dict[str, Tensor], list[str]]:
    """The tensors of a state_dict, or of the one that a checkpoint holds somewhere inside.

    With them the name of the part that was taken and of those that were not, if it has any.
    """
    import torch

    if not isinstance(held, Mapping):
        return {}, []
    named = {key: value for key, value in held.items() if isinstance(key, str)}
    plain = {k: v for k, v in named.items() if isinstance(v, torch.Tensor) and _usable(v)}
    own = plain, [name] * bool(name)
    if not depth:
        return own
    inside = {
        key: _state_dict(value, depth - 1, f"{name}.{key}" if name else key)
        for key, value in named.items()
        if not key.startswith(NEVER)
    }
    inside = {key: each for key, each in inside.items() if each[0]}
    # A checkpoint may have tensors of its own beside the weights, such as its best accuracy.
    usual = next((inside[key] for key in USUAL if key in inside), None)
    taken, part = usual or max([own, *inside.values()], key=lambda each: len(each[0]))
    others = [each[1][0] for each in inside.values() if each[0] is not taken]
    return taken, [*part, *others] if part else []


def _usable(tensor: Tensor) -> bool:
    import torch

    dense = tensor.layout == torch.strided and tensor.device.type == "cpu"
    return dense and not tensor.is_quantized and not tensor.is_complex()


def _write(found: Mapping[str, Tensor], part: Sequence[str], file: Path) -> None:
    from safetensors.torch import save_file

    apart = {}
    seen: set[int] = set()
    for key, tensor in found.items():
        tensor = tensor.detach()
        storage = tensor.untyped_storage().data_ptr()
        shared = storage in seen  # the format has each tensor on its own
        seen.add(storage)
        apart[key] = tensor.clone().contiguous() if shared else tensor.contiguous()
    spoiled = [key for key, t in apart.items() if t.dtype.itemsize > 1 and not t.isfinite().all()]
    told = {ORDER: list(found), SPOILED: spoiled, PART: part}
    metadata = {name: json.dumps(listed) for name, listed in told.items()}
    save_file(apart, file, metadata={"format": "pt", **metadata})
