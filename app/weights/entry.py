"""One tensor of a network or a file, and the words that our files of weights have about them."""

from __future__ import annotations

import math
from dataclasses import dataclass

from nodes.spec import Shape

NETWORK = "skipwire"  # in a file's metadata: the text of the network's document
ORDER = "order"  # the keys as they followed each other in the file that these tensors come from
SPOILED = "spoiled"  # the keys of tensors that hold NaN or infinity
PART = "part"  # what of a checkpoint these tensors are, then what else has tensors in it
COUNTER = "num_batches_tracked"  # of a BatchNorm; files of before PyTorch 0.4.1 have none


@dataclass(frozen=True, slots=True)
class Entry:
    """One tensor of a network or of a file. `dtype` is as safetensors has it, such as F32.

    `path` is the node that holds it; a file knows of none.
    """

    key: str
    shape: Shape
    dtype: str = "F32"
    path: str = ""

    @property
    def elements(self) -> int:
        return math.prod(self.shape)

    @property
    def counts(self) -> bool:
        """Whether it only counts batches, which no output depends on."""
        return self.key.rpartition(".")[2] == COUNTER
