"""What is seen of a network while it learns."""

from __future__ import annotations

from app.training.messages.base import Message

PICTURE = -1  # the number of an image that is a file of the person's own
COLUMNS = (
    "mean", "std", "rms", "dead", "gradient", "forward_ms", "backward_ms", "bytes",
    "weight", "weight_gradient", "update_ratio",
)  # fmt: skip


class Maps(Message, frozen=True):
    """Feature maps of one image at one node: `count` maps of `height` × `width`, uint8.

    The payload holds the pixels, map after map, row after row; each map is scaled to its own
    `lows` and `highs`. `thumbnail` tells a node card's few small maps from the selected node's
    full ones; `channels` is how many maps the node has. A vector is one map of height 1. `image`
    is the number of the validation image as it was asked for, or PICTURE.
    """

    path: str
    step: int
    count: int
    height: int
    width: int
    channels: int
    thumbnail: bool
    lows: tuple[float, ...]
    highs: tuple[float, ...]
    image: int = 0


class ProbeImage(Message, frozen=True):
    """An image that feature maps are shown of: channels × height × width, uint8 payload.

    `number` is that of the validation image as it was asked for, or PICTURE.
    """

    channels: int
    height: int
    width: int
    label: str
    number: int = 0


class Nodes(Message, frozen=True):
    """The rows and columns of NodeStats: told once a run, and after each Grown."""

    paths: tuple[str, ...]
    columns: tuple[str, ...] = COLUMNS


class NodeStats(Message, frozen=True):
    """Figures of all nodes: float32 payload, paths × columns, NaN where there is no such figure."""

    step: int


class Histograms(Message, frozen=True):
    """Histograms of one node: uint32 payload, `what` × `bins`.

    `what` is some of "activations", "weights" and "gradients", each from its `lows` to its `highs`.
    """

    path: str
    step: int
    what: tuple[str, ...]
    lows: tuple[float, ...]
    highs: tuple[float, ...]
    bins: int


class Filters(Message, frozen=True):
    """The kernels of one convolution, as in Maps, or their `change` since the start of the run."""

    path: str
    step: int
    count: int
    height: int
    width: int
    channels: int
    lows: tuple[float, ...]
    highs: tuple[float, ...]
    change: bool = False


class Buffers(Message, frozen=True):
    """Of one BatchNorm: float32 payload of `count` running means, then as many variances."""

    path: str
    step: int
    count: int


class Shares(Message, frozen=True):
    """What parts of a step take of its time, over the recent past; they sum up to 1."""

    step: int
    data: float
    forward: float
    backward: float
    optimizer: float
    watching: float


class DeviceUse(Message, frozen=True):
    """The device's memory and the process' main memory, in bytes.

    `utilisation` is from 0 to 1. What the driver does not tell is None.
    """

    used: int
    peak: int
    limit: int
    process: int
    utilisation: float | None = None
    celsius: float | None = None


Seen = Maps | NodeStats | Histograms | Filters | Buffers | Shares | DeviceUse
"""What is shown of the present: of what still waits to be told only the newest counts."""
