"""What a .safetensors file holds, from its head alone."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from safetensors import SafetensorError, safe_open

from app.weights.entry import NETWORK, ORDER, PART, SPOILED, Entry
from nodes.errors import SkipwireError
from nodes.files import reason
from nodes.network.document import Document, loads

SUFFIX = ".safetensors"
MOST = 100_000  # tensors


class WeightsError(SkipwireError):
    """Weights cannot be read, kept or used; says why and what to do."""


@dataclass(frozen=True)
class Tensors:
    """The tensors of a file; `ordered` where their order is that of their making.

    The format itself keeps none.
    """

    entries: tuple[Entry, ...]
    ordered: bool = False
    metadata: Mapping[str, str] = field(default_factory=dict)

    @property
    def spoiled(self) -> Sequence[str]:
        """The keys of tensors in which NaN or infinity was found as the file was read."""
        return _listed(self.metadata, SPOILED)

    @property
    def part(self) -> Sequence[str]:
        """What of a checkpoint these tensors are, then the parts of it that were not taken.

        Nothing for a file of weights alone.
        """
        return _listed(self.metadata, PART)

    @property
    def document(self) -> Document | None:
        """The network that the file carries beside its tensors.

        Raises:
            DocumentError: it carries one that cannot be read.
        """
        text = self.metadata.get(NETWORK)
        return None if text is None else loads(text)


def tensors(path: Path) -> Tensors:
    """Reads the head of a file.

    Raises:
        WeightsError: it cannot be read, or is damaged.
    """
    if not path.is_file():
        raise WeightsError(f"“{path}” is not there, or is no file. Check the path.")
    try:
        with safe_open(path, framework="numpy") as file:
            metadata: dict[str, str] = file.metadata() or {}
            keys = file.keys()
            if len(keys) > MOST:
                raise WeightsError(
                    f"“{path.name}” holds {len(keys):,} tensors, and {MOST:,} are the most."
                )
            found = {key: file.get_slice(key) for key in keys}
            order = _order(metadata, found)
            entries = tuple(
                Entry(key, tuple(found[key].get_shape()), found[key].get_dtype())
                for key in order or found
            )
    except SafetensorError as error:
        raise WeightsError(
            f"“{path.name}” is not a whole .safetensors file ({error}). Get it again."
        ) from None
    except (OSError, ValueError) as error:
        raise WeightsError(f"“{path}” cannot be read: {reason(error)}.") from None
    return Tensors(entries, bool(order), metadata)


def _order(metadata: Mapping[str, str], keys: Mapping[str, object]) -> list[str]:
    """The order that the metadata gives, where it is one of these very keys."""
    order = _listed(metadata, ORDER)
    return order if len(order) == len(keys) and set(order) == keys.keys() else []


def _listed(metadata: Mapping[str, str], name: str) -> list[str]:
    """The texts that metadata list under this name; none where it is no list of texts."""
    try:
        found = json.loads(metadata.get(name, "[]"))
    except ValueError:
        return []
    known = isinstance(found, list) and all(isinstance(each, str) for each in found)
    return found if known else []


@lru_cache(maxsize=16)
def kept_tensors(path: Path) -> Tensors:
    """As `tensors`, for a file that never changes, such as one in the cache."""
    return tensors(path)
