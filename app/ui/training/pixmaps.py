"""Images from a worker as pixmaps."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QPixmap

from app.ui import rgb


def pixmaps(payload: bytes, channels: int, height: int, width: int) -> list[QPixmap]:
    """Images of bytes, one after the other; of other than three channels the first, in grey.

    Raises:
        ValueError: the payload is no whole number of images.
    """
    pixels = np.frombuffer(payload, np.uint8).reshape(-1, channels, height, width)
    return [QPixmap.fromImage(rgb.image(each)) for each in pixels]
