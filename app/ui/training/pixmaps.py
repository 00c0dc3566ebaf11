"""Images from a worker as pixmaps."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QImage, QPixmap


def pixmaps(payload: bytes, channels: int, height: int, width: int) -> list[QPixmap]:
    """Images of bytes, one after the other; of other than three channels the first, in grey.

    Raises:
        ValueError: the payload is no whole number of images.
    """
    pixels = np.frombuffer(payload, np.uint8).reshape(-1, channels, height, width)
    shown = pixels if channels == 3 else np.repeat(pixels[:, :1], 3, axis=1)
    rows = np.ascontiguousarray(shown.transpose(0, 2, 3, 1))
    kind = QImage.Format.Format_RGB888
    return [
        QPixmap.fromImage(QImage(each.data, width, height, 3 * width, kind)) for each in rows
    ]  # fmt: skip
